"""Finding a municipality or county by what a person types: a name, a key or a postal code."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assessment.municipality.model import Municipality
from assessment.municipality.register import (
    Row,
    county_name,
    county_of,
    county_rows,
    municipality_of,
    municipality_rows,
    without_title,
)

POSTAL_DIGITS = 5
# Of the places near a postal code that no seat has.
NEAREST = 8
# Cities that reach beyond the region of their seat: the codes there are likelier theirs.
_CITY_OF_REGION = {
    "12": "11000000",
    "13": "11000000",
    "14": "11000000",
    "21": "02000000",
    "22": "02000000",
    "51": "05315000",
    "81": "09162000",
}


def search(text: str, limit: int = 20) -> tuple[Municipality, ...]:
    """The municipalities and counties meant by a name, a key or a postal code, likeliest first.

    Whole names come first, then beginnings, then words inside, then names with a small slip;
    inside each of these the larger body. Umlauts may be written ae, oe, ue. The register has only
    the postal code of each seat: another one finds the places with the nearest codes, and before a
    name it is only a hint.
    """
    query = folded(text)
    if not query:
        return ()
    code, name = _code_and_name(query)
    if name:
        named = _by_name(name, limit)
        found = sorted(named, key=lambda entry: not entry.is_in(code)) if code else named
    else:
        found = _by_digits(code) or _near(code)
    return tuple(entry.load() for entry in found[:limit])


def named(name: str) -> Municipality | None:
    """The one body of the register with exactly this name; None for none and for several."""
    whole = folded(name)
    found = [one for one in _entries_by_name().get(_plain(whole), ()) if whole in one.names]
    return found[0].load() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class _Entry:
    """A body as the search sees it: folded names, words to meet, and its row."""

    ags: str
    postal_code: str
    population: int
    names: tuple[str, ...]
    words: str
    row: Row

    def is_in(self, code: str) -> bool:
        """Whether the seat's postal code belongs to the same region; it need not be the same."""
        return self.postal_code[:3] == code[:3]

    def load(self) -> Municipality:
        return county_of(self.row) if len(self.ags) == 5 else municipality_of(self.row)


def _code_and_name(query: str) -> tuple[str, str]:
    """A key or postal code, with or without the D of letters before it, and the rest."""
    words = query.split()
    if all(word.isdigit() for word in words):
        return "".join(words), ""
    if words[0] == "d" and any(_is_postal(word) for word in words[1:2]):
        return _code_and_name(" ".join(words[1:]))
    if _is_postal(words[0]):
        return words[0], " ".join(words[1:])
    return "", query


def _is_postal(word: str) -> bool:
    return len(word) == POSTAL_DIGITS and word.isdigit()


def _near(code: str) -> list[_Entry]:
    """The places with the postal codes nearest to one that no seat has, in its region."""
    region = code[:2]
    if not _is_postal(code):
        return []
    city = _CITY_OF_REGION.get(region)
    near = (e for e in _entries() if e.ags == city or e.postal_code.startswith(region))
    ranked = [(0 if e.ags == city else abs(int(e.postal_code) - int(code)), e) for e in near]
    return [entry for _, entry in sorted(ranked, key=_by_rank_and_size)[:NEAREST]]


def _by_name(query: str, limit: int) -> list[_Entry]:
    ranked = [(_rank(query, entry), entry) for entry in _with_all_words(query)]
    found = [entry for rank, entry in sorted(ranked, key=_by_rank_and_size) if rank < 3]
    if len(found) < limit:
        known = {entry.ags for entry in found}
        found += [entry for entry in _with_a_slip(query) if entry.ags not in known]
    return found


def _with_all_words(query: str) -> list[_Entry]:
    """Bodies where every word begins a word of their name, district or state."""
    found: Iterable[_Entry] = _entries()
    for word in query.split():
        begins = f" {word}"
        found = [entry for entry in found if begins in entry.words]
    return list(found)


def _rank(query: str, entry: _Entry) -> int:
    """0 the whole name, 1 its beginning, 2 at least one word in it, 3 none."""
    if query in entry.names:
        return 0
    if any(name.startswith(query) for name in entry.names):
        return 1
    words = [f" {word}" for word in query.split()]
    return 2 if any(word in f" {name}" for word in words for name in entry.names) else 3


def _with_a_slip(query: str) -> list[_Entry]:
    """Bodies whose name is a letter off, or two if long; swapped neighbours count as one."""
    # Importing it takes 40 ms, which only a search needs.
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    if len(query) < 4:
        return []
    allowed = 1 if len(query) < 9 else 2
    named = _entries_by_name()
    near = process.extract(
        _plain(query), list(named), scorer=OSA.distance, score_cutoff=allowed, limit=50
    )
    ranked = [(int(distance), entry) for name, distance, _ in near for entry in named[name]]
    return [entry for _, entry in sorted(ranked, key=_by_rank_and_size)]


def _by_digits(digits: str) -> list[_Entry]:
    """Whole key or postal code before the beginning of one."""
    ranked = []
    for entry in _entries():
        if digits in (entry.ags, entry.postal_code):
            ranked.append((0, entry))
        elif entry.ags.startswith(digits) or entry.postal_code.startswith(digits):
            ranked.append((1, entry))
    return [entry for _, entry in sorted(ranked, key=_by_rank_and_size)]


def _by_rank_and_size(ranked: tuple[int, _Entry]) -> tuple[int, int, str]:
    rank, entry = ranked
    return (rank, -entry.population, entry.ags)


@cache
def _entries() -> tuple[_Entry, ...]:
    return (
        *map(_municipality_entry, municipality_rows().values()),
        *map(_county_entry, county_rows().values()),
    )


@cache
def _entries_by_name() -> dict[str, list[_Entry]]:
    found = defaultdict(list)
    for entry in _entries():
        for name in {_plain(name) for name in entry.names}:
            found[name].append(entry)
    return dict(found)


def _municipality_entry(row: Row) -> _Entry:
    name = without_title(row["name"])
    place = _without_place(name)
    whole = folded(name)
    return _Entry(
        ags=row["ags"],
        postal_code=row["postal_code"],
        population=int(row["population"]),
        names=(whole,) if place == name else (whole, folded(place)),
        words=f" {folded(row['name'])} {_around(row['district'], row['state'])}",
        row=row,
    )


def _county_entry(row: Row) -> _Entry:
    name = county_name(row)
    return _Entry(
        ags=row["ags"],
        postal_code="",
        population=int(row["population"]),
        names=(folded(name), folded(row["name"]), folded(f"Kreis {row['name']}")),
        words=" " + folded(f"Kreis {name} {row['state']}"),
        row=row,
    )


_PLACE = re.compile(r"\s*[(/].*| (?:an?|am|auf|b|bei|im?|in|ob|unter|vor|v|zum?)[ .].*")


def _without_place(name: str) -> str:
    """What people type: "Frankfurt" for "Frankfurt am Main", "Halle" for "Halle (Saale)"."""
    return _PLACE.sub("", name)


def _plain(name: str) -> str:
    """A folded name with a, o, u for ae, oe, ue: whoever leaves out the dots makes no slip."""
    return name.replace("ae", "a").replace("oe", "o").replace("ue", "u")


_SEPARATORS = re.compile("[^a-z0-9]+")
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ł": "l"})


def folded(text: str) -> str:
    """Lower case letters and digits in single spaces, umlauts as ae, oe, ue, Sankt as St."""
    plain = text.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFC", plain).translate(_LETTERS)
        plain = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    words = _SEPARATORS.sub(" ", plain).strip()
    return re.sub(r"\bsankt\b", "st", words) if "sankt" in words else words


@cache
def _around(district: str, state: str) -> str:
    return folded(f"{district} {state}")
