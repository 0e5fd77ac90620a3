"""A short mark for each value of a subject: the same mark, the same value; never the value itself.

Marks tell between releases whose value of a subject changed. They are keyed hashes, so that they
say nothing to those who do not have the key of the round.
"""

import hashlib

import numpy as np

from assessment.benchmark.layout import Ints
from assessment.benchmark.statistics.panel import NO_CLASS, Panel

NO_VALUE = 0
MARK_BYTES = 4

_FINENESS = 1_000_000
_KINDS = 1_000


def value_marks(panel: Panel, subject: int, key: bytes) -> Ints:
    """The mark of each body's value; 0 where it has none, "do not know" is one."""
    unknown = panel.unknown[:, subject]
    has = panel.answered(subject) | unknown
    scores = np.rint(np.nan_to_num(panel.points[:, subject], nan=-1) * _FINENESS).astype(np.int64)
    classes = panel.classes[:, subject].astype(np.int64)
    codes = (scores * _KINDS + classes - NO_CLASS) * 2 + unknown
    found, place = np.unique(codes, return_inverse=True)
    of_subject = panel.subjects[subject]
    marks = np.array(
        [_mark(f"{of_subject.kind} {of_subject.id} {code}", key) for code in found.tolist()],
        dtype=np.int64,
    )
    return np.where(has, marks[place], NO_VALUE) if len(found) else np.zeros(0, dtype=np.int64)


def _mark(text: str, key: bytes) -> int:
    digest = hashlib.blake2b(text.encode(), key=key, digest_size=MARK_BYTES).digest()
    return max(int.from_bytes(digest), NO_VALUE + 1)
