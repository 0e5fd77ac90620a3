"""A release as a document: canonical bytes, a digest over them, and looking figures up in it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from assessment.errors import Damaged

Json = dict[str, Any]


def sealed(content: Mapping[str, Any]) -> Json:
    """The release with its digest, SHA-256 over everything else in it."""
    return {**content, "digest": _digest(content)}


def opened(release: Mapping[str, Any]) -> Json:
    """The release, if it is still what was sealed. Raises Damaged."""
    content = {key: value for key, value in release.items() if key != "digest"}
    if release.get("digest") != _digest(content):
        raise Damaged(str(release.get("release", "")))
    return dict(release)


def as_bytes(release: Mapping[str, Any]) -> bytes:
    """The release as a file: the same release, the same bytes; a line for each cell."""
    return (json.dumps(release, ensure_ascii=False, indent=1, sort_keys=False) + "\n").encode()


class Lookup:
    """Finds cells of a release by subject, breakdown and key."""

    def __init__(self, release: Mapping[str, Any]) -> None:
        self.release = release
        self._cells = {
            (table["kind"], table["subject"], _key(cell["key"])): cell
            for table in release["tables"]
            for cell in table["cells"]
        }
        self._participation = {
            _key(cell["key"]): cell for table in release["participation"] for cell in table["cells"]
        }

    def cell(self, kind: str, subject: str, key: Mapping[str, str]) -> Json | None:
        """A subject's cell with this key; None where no table has it."""
        return self._cells.get((kind, subject, _key(key)))

    def participation(self, key: Mapping[str, str]) -> Json | None:
        """Who took part in the cell with this key; None where no table has it."""
        return self._participation.get(_key(key))

    @property
    def subjects(self) -> Iterable[tuple[str, str]]:
        """Kind and id of every subject, in order."""
        return dict.fromkeys((table["kind"], table["subject"]) for table in self.release["tables"])


def _key(key: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(key.items()))


def _digest(content: Mapping[str, Any]) -> str:
    canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
