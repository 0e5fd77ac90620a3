"""All cases that fit what is wanted, in the order asked for, with the counts beside each filter."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace

from assessment.cases.matching import Asker, Match, ranked_cases
from assessment.cases.model import Case
from assessment.cases.places import place_of_case
from assessment.cases.search import Query
from assessment.model import Model
from assessment.municipality import Body, size_class

ORDERS = ("relevance", "similarity", "date")


@dataclass(frozen=True)
class Wanted:
    """What a case must be to be listed; empty where anything will do.

    `size` is a size class of the municipality, or of the one that a utility belongs to; `place`
    the key of a municipality or county.
    """

    field: str = ""
    technology: str = ""
    route: str = ""
    status: str = ""
    state: str = ""
    body: str = ""
    size: str = ""
    place: str = ""
    text: str = ""

    @property
    def filters(self) -> dict[str, str]:
        """The filters that are set, by name; the words are not one of them."""
        return {name: value for name in FILTERS if (value := getattr(self, name))}

    def without(self, name: str) -> "Wanted":
        """The same but for one filter."""
        return replace(self, **{name: ""})


FILTERS = tuple(field.name for field in fields(Wanted) if field.name != "text")


def _size(case: Case) -> str | None:
    is_of_a_place = case.kind in {Body.MUNICIPALITY, Body.UTILITY} and case.in_germany
    return size_class(case.inhabitants) if is_of_a_place else None


def _place(case: Case) -> str | None:
    place = place_of_case(case)
    return place.ags if place else None


_VALUE: Mapping[str, Callable[[Case], str | None]] = {
    "field": lambda case: case.field,
    "technology": lambda case: case.technology,
    "route": lambda case: case.approach,
    "status": lambda case: case.status,
    "state": lambda case: case.state,
    "body": lambda case: case.body,
    "size": _size,
    "place": _place,
}


@dataclass(frozen=True)
class Found:
    """The cases that fit, each project once; and what else there would be.

    `counts` has for each filter how many projects there are of each value, the other filters
    staying as they are. `own` are the asker's own cases that would fit: a body does not compare
    itself with itself. `words` says in how many cases each word occurs, where all together occur
    in none, and `meant` what may have been meant by a word that occurs nowhere.
    """

    matches: tuple[Match, ...]
    order: str
    counts: Mapping[str, Mapping[str, int]]
    own: int
    words: Mapping[str, int]
    meant: Mapping[str, tuple[str, ...]]


def browse(model: Model, wanted: Wanted, *, asker: Asker | None, order: str = "") -> Found:
    """The cases that fit, in the order asked for; ties by id.

    Without one the best for the words come first, else the closest to the asker, else the newest.
    """
    query = Query.of(wanted.text)
    points = model.case_index.found(query) if query.words else {}
    searched = [case for case in model.cases if not query.words or case.id in points]
    fitting = [case for case in searched if _fits(case, wanted)]
    ranked = ranked_cases(fitting, asker or Asker(), model.matching)
    chosen = _order(order, searching=bool(query.words), asking=asker is not None)
    words = model.case_index.counts(query) if query.words and not points else {}
    return Found(
        matches=_ordered(ranked, chosen, points),
        order=chosen,
        counts={name: _counts(searched, wanted, name) for name in FILTERS},
        own=len({case.project for case in fitting if asker and asker.is_home_of(case)}),
        words=words,
        meant={word: model.case_index.nearest(word) for word, n in words.items() if not n},
    )


def orders(*, searching: bool, asking: bool) -> tuple[str, ...]:
    """The orders that can be asked for; the first is the usual one."""
    possible = {"relevance": searching, "similarity": asking, "date": True}
    return tuple(order for order in ORDERS if possible[order])


def alike(model: Model, case: Case, limit: int = 3) -> tuple[Match, ...]:
    """The cases of other projects that are closest to this one."""
    asker = Asker(
        population=case.inhabitants,
        body=case.kind,
        field=case.field,
        technology=case.technology,
    )
    others = [other for other in model.cases if other.project != case.project]
    return ranked_cases(others, asker, model.matching)[:limit]


def _order(wanted: str, *, searching: bool, asking: bool) -> str:
    possible = orders(searching=searching, asking=asking)
    return wanted if wanted in possible else possible[0]


def _ordered(ranked: Iterable[Match], order: str, points: Mapping[str, float]) -> tuple[Match, ...]:
    """In the order; cases that are alike in it stay as close as they were, then by id."""
    if order == "relevance":
        return tuple(sorted(ranked, key=lambda match: -points[match.case.id]))
    if order == "date":
        return tuple(sorted(ranked, key=lambda match: match.case.source_date or "", reverse=True))
    return tuple(ranked)


def _fits(case: Case, wanted: Wanted) -> bool:
    return all(_VALUE[name](case) == value for name, value in wanted.filters.items())


def _counts(cases: Iterable[Case], wanted: Wanted, name: str) -> dict[str, int]:
    others = wanted.without(name)
    projects: dict[str, set[str]] = {}
    for case in cases:
        value = _VALUE[name](case)
        if value and _fits(case, others):
            projects.setdefault(value, set()).add(case.project)
    return {value: len(found) for value, found in projects.items()}
