"""Files that somebody gave for a document."""

from dataclasses import dataclass


@dataclass(frozen=True)
class GivenFile:
    """A file's content, and the name by which problems call it."""

    name: str
    data: bytes


@dataclass(frozen=True)
class GivenFiles:
    """An office's own template, and the earlier document whose own texts are to be kept."""

    template: GivenFile | None = None
    earlier: GivenFile | None = None


NOTHING_GIVEN = GivenFiles()
