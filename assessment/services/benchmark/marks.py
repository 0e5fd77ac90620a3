"""What a release rests on, kept in private/: who handed in what, as marks and never as answers.

The key that values are marked with lies in a file of its own. Without it the marks say nothing to
anybody; then the next release takes every changed member to have changed in any subject.
"""

import hashlib
import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assessment.benchmark.release.by_subject import values_of
from assessment.benchmark.release.gathered import Gathered, Key
from assessment.benchmark.statistics.marks import MARK_BYTES
from assessment.errors import Invalid, Problem
from assessment.questionnaire.documents import read_bytes
from assessment.services.benchmark.opening import PRIVATE, key_file
from assessment.services.files import write_atomically

_KEY_BYTES = 32
_MARKS = f"<u{MARK_BYTES}"


@dataclass(frozen=True)
class Marks:
    """A fingerprint of each member's contribution, and by subject a mark of each one's value."""

    members: Mapping[str, str]
    values: Mapping[Key, Mapping[str, int]] | None


def key_of(folder: Path) -> bytes:
    """The key that a round's values are marked with; made where there is none."""
    path = key_file(folder)
    if not path.exists():
        write_atomically(path, secrets.token_hex(_KEY_BYTES).encode())
    return read_bytes(path)[: 2 * _KEY_BYTES]


def is_key_lost(folder: Path, releases: Sequence[Path]) -> bool:
    """Whether the newest release was marked with another key than the one kept now.

    Once one was made with a new key, putting the old one back would help no more. Raises Invalid
    where what the newest release rests on cannot be read.
    """
    now = _name(key_of(folder)) if key_file(folder).exists() else ""
    return bool(releases) and _content(folder, releases[-1].name[:3]).get("key") != now


def write_marks(
    folder: Path, number: str, *, members: Mapping[str, str], gathered: Gathered, keys: list[str]
) -> None:
    """Keep what release `number` rests on; `keys` are the members in order."""
    subjects = gathered.panel.subjects
    table = np.array([values_of(gathered, place) for place in range(len(subjects))]).astype(_MARKS)
    content = {
        "private": "never publish this file",
        "members": members,
        "key": _name(gathered.key),
        "subjects": [[one.kind.value, one.id] for one in subjects],
        "values": {
            keys[at]: b64encode(table[:, at].tobytes()).decode() for at in gathered.taking.tolist()
        },
    }
    write_atomically(folder / PRIVATE / f"{number}.json", json.dumps(content, indent=1).encode())


def read_marks(folder: Path, number: str, key: bytes) -> Marks:
    """What release `number` rests on; without values where they were marked with another key.

    Raises Invalid where it cannot be read.
    """
    content = _content(folder, number)
    same = content.get("key") == _name(key)
    return Marks(content["members"], _values(content) if same else None)


def members_marked(folder: Path, number: str) -> dict[str, str]:
    """A fingerprint of each contribution that release `number` rests on. Raises Invalid."""
    found: dict[str, str] = _content(folder, number)["members"]
    return found


def _content(folder: Path, number: str) -> dict[str, Any]:
    path = folder / PRIVATE / f"{number}.json"
    try:
        # Larger than an answer file may be: some megabytes for the members of a state.
        content: dict[str, Any] = json.loads(path.read_bytes())
        if isinstance(content["members"], dict) and isinstance(content.get("values", {}), dict):
            return content
    except (OSError, ValueError, KeyError, TypeError):
        pass
    raise Invalid([Problem("marks_not_readable", file=str(path))])


def _values(content: Mapping[str, Any]) -> dict[Key, dict[str, int]]:
    rows = {
        member: np.frombuffer(b64decode(marks), dtype=_MARKS).tolist()
        for member, marks in content["values"].items()
    }
    return {
        (kind, id): {member: row[at] for member, row in rows.items()}
        for at, (kind, id) in enumerate(content["subjects"])
    }


def _name(key: bytes) -> str:
    """Tells keys apart without telling them."""
    return hashlib.sha256(b"name of the key, marks with classes " + key).hexdigest()[:16]
