"""A short mark for each value of a subject: the same mark, the same value; never the value itself.

Marks tell between releases whose value of a subject changed and, to those who have the key of the
round, of which class it is: a keyed hash, and the class moved on by as much as the key says.
"""

import hashlib

import numpy as np

from assessment.benchmark.layout import Ints
from assessment.benchmark.statistics.panel import NO_CLASS, Panel, Subject

NO_VALUE = 0
MARK_BYTES = 4

_FINENESS = 1_000_000
_KINDS = 1_000
_HASH_BYTES = 3
_CLASSES = 256


def value_marks(panel: Panel, subject: int, key: bytes) -> Ints:
    """The mark of each body's value; 0 where it has none, "do not know" is one."""
    unknown = panel.unknown[:, subject]
    has = panel.answered(subject) | unknown
    scores = np.rint(np.nan_to_num(panel.points[:, subject], nan=-1) * _FINENESS).astype(np.int64)
    of_subject = panel.subjects[subject]
    # Behind the classes come "do not know" and, where values have no class, all other values.
    last = len(of_subject.classes)
    classes = panel.classes[:, subject].astype(np.int64)
    classes = np.where(unknown, last, np.where(classes == NO_CLASS, last + 1, classes))
    found, place = np.unique(scores * _KINDS + classes, return_inverse=True)
    marks = np.array([_mark(of_subject, code, key) for code in found.tolist()], dtype=np.int64)
    return np.where(has, marks[place], NO_VALUE) if len(found) else np.zeros(0, dtype=np.int64)


def classes_of(marks: Ints, subject: Subject, key: bytes) -> Ints:
    """The class that each mark is of, "do not know" behind all others; -1 where there is none."""
    classes: Ints = (marks - _shift(subject, key)) % _CLASSES
    return np.where(marks == NO_VALUE, NO_CLASS, classes)


def _mark(subject: Subject, code: int, key: bytes) -> int:
    text = f"{subject.kind} {subject.id} {code}"
    digest = hashlib.blake2b(text.encode(), key=key, digest_size=_HASH_BYTES).digest()
    hashed = max(int.from_bytes(digest), NO_VALUE + 1)
    return hashed * _CLASSES + (code % _KINDS + _shift(subject, key)) % _CLASSES


def _shift(subject: Subject, key: bytes) -> int:
    text = f"shift of {subject.kind} {subject.id}"
    return hashlib.blake2b(text.encode(), key=key, digest_size=1).digest()[0]
