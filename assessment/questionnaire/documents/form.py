"""What is noticed while a file is read: where everything stands, and faults of its form."""

import re
from dataclasses import dataclass, field
from typing import NoReturn

Place = tuple[str | int, ...]
"""The keys and positions that lead to a value: ("answers", "data.inventory", "level")."""

MAX_DEPTH = 30
MAX_NODES = 200_000

# Not allowed in XML, hence in no page and no PDF; lone surrogates cannot even be written as UTF-8.
_UNUSABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class FormFault:
    """A fault of form; the value at its place is not to be judged any further."""

    code: str
    place: Place
    line: int | None = None
    values: dict[str, object] = field(default_factory=dict)


class UnreadableError(Exception):
    """Reading cannot go on; the fault has been noted."""


@dataclass
class Form:
    """Lines by place, and faults in the order they were met."""

    lines: dict[Place, int] = field(default_factory=dict)
    faults: list[FormFault] = field(default_factory=list)
    nodes: int = 0

    def add(self, code: str, place: Place, line: int | None = None, **values: object) -> None:
        """Note a fault."""
        self.faults.append(FormFault(code, place, line, values))

    def enter(self, place: Place, line: int | None = None) -> None:
        """Count a value in, and refuse what is nested or multiplied to wear the reader out."""
        self.nodes += 1
        if len(place) > MAX_DEPTH:
            self.stop("too_deep", place[:3], line, limit=MAX_DEPTH)
        if self.nodes > MAX_NODES:
            self.stop("too_many_values", (), line, limit=MAX_NODES)

    def stop(self, code: str, place: Place, line: int | None = None, **values: object) -> NoReturn:
        """Note a fault that makes reading on pointless."""
        self.add(code, place, line, **values)
        raise UnreadableError

    def text(self, text: str, place: Place, line: int | None = None) -> str:
        """The text, its lines ended in one way; a fault if no page and no PDF can show it."""
        if found := _UNUSABLE.search(text):
            self.add("bad_character", place, line, character=f"U+{ord(found[0]):04X}")
        return text.replace("\r\n", "\n").replace("\r", "\n")


def unusable_character(text: str) -> re.Match[str] | None:
    """The first character that no page and no PDF can show."""
    return _UNUSABLE.search(text)
