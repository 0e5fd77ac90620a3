"""Words as the search sees them: folded, without their ending, alike in whole or in part.

Only endings are taken off, as light stemmers for German do (Savoy 2006, "Light stemming approaches
for the French, Portuguese, German and Hungarian languages"): compounds are met by their beginning
or by what stands inside them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assessment.municipality import folded

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ern", "em", "en", "er", "es", "e", "s", "n")
_SHORTEST_STEM = 4
# Shorter ones begin, or stand inside, too many words that have nothing to do with them.
_SHORTEST_BEGINNING = 3
_SHORTEST_INSIDE = 4
# Words that stand in every text and say nothing of what is looked for.
_EMPTY = {
    "am", "an", "auf", "aus", "bei", "das", "dem", "den", "der", "des", "die", "ein", "eine",
    "einer", "eines", "fuer", "im", "in", "ist", "mit", "oder", "und", "vom", "von", "zu",
    "zum", "zur", "a", "and", "at", "by", "for", "from", "is", "of", "on", "or", "the", "to",
    "with",
}  # fmt: skip


class Likeness(StrEnum):
    """How a word of a text is like one that is looked for."""

    WHOLE = "whole"
    BEGINNING = "beginning"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its stem, and with its umlauts left out for those who leave them out."""

    folded: str
    stem: str
    plain: str

    def likeness(self, other: "Word") -> Likeness | None:
        """How the other word, of a text, is like this one; None where it is not."""
        if self.stem == other.stem or self.plain == other.plain:
            return Likeness.WHOLE
        if len(self.stem) >= _SHORTEST_BEGINNING and other.folded.startswith(self.stem):
            return Likeness.BEGINNING
        if len(self.stem) >= _SHORTEST_INSIDE and self.stem in other.folded:
            return Likeness.INSIDE
        return None


@dataclass(frozen=True)
class Query:
    """The words looked for, in the order in which they were typed; all of them must occur."""

    words: tuple[Word, ...]

    @classmethod
    def of(cls, text: str) -> "Query":
        """The words of what was typed; words like "der" only count when there are no others."""
        typed = {word.folded: word for word in words_of(text)}
        telling = tuple(word for key, word in typed.items() if key not in _EMPTY)
        return cls(telling or tuple(typed.values()))

    def meets(self, word: Word) -> bool:
        """Whether one of the words is like this one of a text."""
        return any(wanted.likeness(word) for wanted in self.words)

    def found_in(self, text: str) -> bool:
        """Whether each of the words is like one of the text."""
        there = words_of(text)
        return all(any(wanted.likeness(word) for word in there) for wanted in self.words)


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text in their order."""
    return tuple(word for _, word in written_words(text))


def written_words(text: str) -> Iterator[tuple[str, Word]]:
    """The words of a text, each as it is written and as the search sees it."""
    for match in _WORD.finditer(text):
        if (word := word_of(match.group())).folded:
            yield match.group(), word


def marked(text: str, query: Query) -> tuple[tuple[str, bool], ...]:
    """The text in pieces, each with whether it is a word that was looked for."""
    pieces: list[tuple[str, bool]] = []
    end = 0
    for match in _WORD.finditer(text) if query.words else ():
        if query.meets(word_of(match.group())):
            pieces += [(text[end : match.start()], False), (match.group(), True)]
            end = match.end()
    return tuple(piece for piece in [*pieces, (text[end:], False)] if piece[0])


@lru_cache(maxsize=4_096)
def word_of(written: str) -> Word:
    """A written word as the search sees it."""
    whole = folded(written).replace(" ", "")
    stem = _stem(whole)
    return Word(whole, stem, _without_umlauts(stem))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _without_umlauts(word: str) -> str:
    # Not after a vowel or q: "neue" and "Quelle" have no umlaut.
    return re.sub(r"(?<![aeiouq])([aou])e", r"\1", word)
