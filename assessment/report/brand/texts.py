"""Texts of an office's own: plain paragraphs and simple lists, with a few places to be filled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

PLACES = ("municipality", "date")
_PLACE = re.compile(r"\{(\w+)\}")
_ITEM = re.compile(r"[-*•]\s+")


@dataclass(frozen=True)
class Block:
    """A paragraph with its lines, or a list with a line for each item."""

    kind: Literal["paragraph", "list"]
    lines: tuple[str, ...]

    @property
    def is_list(self) -> bool:
        return self.kind == "list"


def blocks_of(text: str, values: Mapping[str, str]) -> tuple[Block, ...]:
    """The paragraphs and lists of a text; whatever else it holds stays text as it was written.

    Paragraphs are parted by an empty line, items of a list begin with a hyphen.
    """
    blocks: list[Block] = []
    for part in re.split(r"\n[ \t]*\n", text.replace("\r\n", "\n").strip()):
        blocks += _blocks([line.strip() for line in part.split("\n") if line.strip()])
    return tuple(
        Block(block.kind, tuple(_filled(line, values) for line in block.lines)) for block in blocks
    )


def unknown_places(text: str) -> tuple[str, ...]:
    """The names in braces that nothing can be filled into, in the order of the text."""
    return tuple(dict.fromkeys(name for name in _PLACE.findall(text) if name not in PLACES))


def _blocks(lines: list[str]) -> list[Block]:
    """Neighbouring lines of one kind together."""
    blocks: list[Block] = []
    for line in lines:
        item = _ITEM.match(line)
        kind: Literal["paragraph", "list"] = "list" if item else "paragraph"
        text = line[item.end() :] if item else line
        last = blocks[-1] if blocks else None
        if last is None or last.kind != kind:
            blocks.append(Block(kind, (text,)))
        else:
            blocks[-1] = Block(kind, (*last.lines, text))
    return blocks


def _filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its places filled, in one pass: what is filled in is never read again."""
    return _PLACE.sub(lambda found: values.get(found[1], found[0]), text)
