"""Characters that our typeface cannot show, made readable before a page is laid out."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path

from fontTools.ttLib import TTFont

MOST_NAMED = 12

# What nobody sees anyway: controls, marks of direction, joiners, and accents without a letter.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Mn", "Me"})

# Embeddings, overrides and isolates: left open, they turn round what follows on the line.
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))

_SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def printable(text: str, font: Path) -> str:
    """The text in characters that the font has a shape for.

    One without a shape, such as an emoji, stands as its code: "[U+1F600]". What has no shape of
    its own, such as a mark of direction, is left out; the answers that are attached keep it.
    """
    known = _unprintable(font)
    return known.sub(_readable, unicodedata.normalize("NFC", text))


def in_reading_order(text: str) -> str:
    """The text without marks that turn round what stands beside it; its own letters keep theirs."""
    return text.translate(_TURNING)


def _readable(found: re.Match[str]) -> str:
    kept = "".join(_seen(found[0]))
    return "".join(
        " " * len(list(run)) if is_space else _named(run)
        for is_space, run in groupby(kept, key=str.isspace)
    )


def _seen(text: str) -> Iterable[str]:
    return (sign for sign in text if unicodedata.category(sign) not in _UNSEEN)


def _named(run: Iterable[str]) -> str:
    """Codes of the characters between brackets, repeated ones counted, the first few of many."""
    told = [(f"U+{ord(sign):04X}", len(list(same))) for sign, same in groupby(run)]
    names = [code if times == 1 else f"{code} × {times}" for code, times in told]
    return f"[{', '.join(names[:MOST_NAMED])}{', …' if len(names) > MOST_NAMED else ''}]"


@cache
def _unprintable(font: Path) -> re.Pattern[str]:
    """Runs of what the font has no shape for, line ends and tabs aside.

    A mark of direction could turn round what stands beside it, whatever the font says of it.
    """
    with TTFont(font, lazy=True) as opened:
        signs = map(chr, opened.getBestCmap())
        known = {one for one in signs if one == _SOFT_HYPHEN or unicodedata.category(one) != "Cf"}
    return re.compile(f"[^{re.escape(''.join(sorted(known)))}\n\t]+")
