"""The filters of the catalogue as drop-down lists: only what leads to a case, with how many."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.cases.places import place_of
from assessment.services.catalogue.browsing import Wanted
from assessment.wording import codes, name, translator

KINDS = {
    "field": "field",
    "technology": "technology",
    "route": "approach",
    "status": "status",
    "state": "state",
    "body": "body",
    "size": "size_class",
}


@dataclass(frozen=True)
class Filter:
    """A filter with its choices: code, name, and the number of cases it leads to."""

    name: str
    label: str
    chosen: str
    chosen_name: str
    options: tuple[tuple[str, str, int], ...]


def filters_of(
    wanted: Wanted, counts: Mapping[str, Mapping[str, int]], language: str
) -> tuple[Filter, ...]:
    """Every filter; a choice without a case is left out, unless it is the one chosen."""
    labels = _labels(language)
    lists = (_filter(key, wanted, counts[key], labels[key], language=language) for key in KINDS)
    return (*lists, *_place_filter(wanted, labels["place"]))


def _filter(
    key: str, wanted: Wanted, counts: Mapping[str, int], label: str, *, language: str
) -> Filter:
    chosen = getattr(wanted, key)
    options = tuple(
        (code, name(KINDS[key], code, language), counts.get(code, 0))
        for code in _ordered(key, language)
        if code in counts or code == chosen
    )
    chosen_name = name(KINDS[key], chosen, language) if chosen else ""
    return Filter(key, label, chosen, chosen_name, options)


def _ordered(key: str, language: str) -> Sequence[str]:
    known = codes(KINDS[key])
    if key != "state":
        return known
    return sorted(known, key=lambda code: (code in {"AT", "CH"}, name("state", code, language)))


def _place_filter(wanted: Wanted, label: str) -> tuple[Filter, ...]:
    """The place is chosen on the map or in its table, so it has no list."""
    place = place_of(wanted.place) if wanted.place else None
    return (Filter("place", label, place.ags, place.name, ()),) if place else ()


def _labels(language: str) -> dict[str, str]:
    _ = translator(language).gettext
    return {
        "field": _("Field of work"),
        "technology": _("Technology"),
        "route": _("Route"),
        "status": _("Status"),
        "state": _("State"),
        "body": _("Kind of organisation"),
        "size": _("Size of the place"),
        "place": _("Place"),
    }
