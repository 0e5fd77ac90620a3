"""Brings members, the register and contributions together in the cells of a release."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from assessment.benchmark.attributes import attributes_of
from assessment.benchmark.disclosure.views import NOBODY, Before
from assessment.benchmark.layout import Breakdown, Flags, Ints, Layout, layout_of
from assessment.benchmark.release.gathered import Gathered, Key, Past
from assessment.benchmark.statistics.panel import Contribution, panel_of
from assessment.municipality import Body, Municipality
from assessment.municipality.register import (
    county_of,
    county_rows,
    municipality_of,
    municipality_rows,
)
from assessment.questionnaire.model import Questionnaire


@dataclass(frozen=True)
class Earlier:
    """An earlier release of the round, and a mark of what each member had handed in for it.

    A member that did not take part has none; the same mark means the same answers. `values` has
    for each subject a mark of each member's value; None where they were not kept.
    """

    release: Mapping[str, Any]
    marks: Sequence[str | None]
    values: Mapping[Key, Ints] | None = None


def gather(
    members: Sequence[Municipality],
    given: Mapping[int, Contribution],
    by: Sequence[Breakdown],
    *,
    questionnaire: Questionnaire,
    archetypes: Sequence[str],
    earlier: Sequence[Earlier] = (),
    marks: Sequence[str | None] = (),
    key: bytes = b"",
) -> Gathered:
    """All that a release is made from; `given` holds contributions by the place of the member.

    Where there are earlier releases, `marks` tells what each member handed in by now, as theirs do;
    `key` is what values were marked with.
    """
    layout = layout_of(_columns(members), by, len(members))
    taking = np.array(sorted(given), dtype=np.int64)
    now = marks or [str(at) if at in given else None for at in range(len(members))]
    numbered = _numbered([now, *(one.marks for one in earlier)])
    return Gathered(
        layout=layout,
        panel=panel_of(questionnaire, [given[int(place)] for place in taking], archetypes),
        taking=taking,
        registered=_registered(members, layout),
        bands=questionnaire.bands,
        contributions=numbered[0],
        earlier=[
            Before(numbers, _flags(_cells_in(one.release["participation"], layout), layout))
            for one, numbers in zip(earlier, numbered[1:], strict=True)
        ],
        releases=[one.release for one in earlier],
        pasts=[_past(one, layout) for one in earlier],
        key=key,
    )


def _past(earlier: Earlier, layout: Layout) -> dict[Key, Past]:
    """What an earlier release had of each subject that it shows."""
    tables: dict[Key, list[Mapping[str, Any]]] = defaultdict(list)
    for table in earlier.release.get("tables", ()):
        tables[table["kind"], table["subject"]].append(table)
    values = earlier.values
    found = {}
    for key, of_subject in tables.items():
        cells = _cells_in(of_subject, layout)
        marks = None if values is None else values.get(key)
        found[key] = Past(_flags(cells, layout), marks, cells)
    return found


def _numbered(marks: Sequence[Sequence[str | None]]) -> list[Ints]:
    """The marks as numbers from 1, the same for the same; 0 where there is none."""
    number: dict[str | None, int] = {None: NOBODY}
    return [
        np.array([number.setdefault(mark, len(number)) for mark in of_release], dtype=np.int64)
        for of_release in marks
    ]


def breakdowns_of(release: Mapping[str, Any]) -> tuple[Breakdown, ...]:
    """The breakdowns of a release; later ones of its round keep them, so that all are weighed."""
    return tuple(tuple(table["by"]) for table in release["participation"])


def _cells_in(tables: Sequence[Mapping[str, Any]], layout: Layout) -> dict[int, Mapping[str, Any]]:
    """By place the cells with figures of the tables' own, not those of an earlier release."""
    place = layout.place_of_key
    placed = (
        (place.get(frozenset(cell["key"].items())), cell)
        for table in tables
        for cell in table["cells"]
        if not {"suppressed", "as_of"} & cell.keys()
    )
    return {at: cell for at, cell in placed if at is not None}


def _flags(cells: Collection[int], layout: Layout) -> Flags:
    return np.isin(np.arange(len(layout.cells)), list(cells))


def _columns(bodies: Sequence[Municipality]) -> dict[str, list[str]]:
    rows = [attributes_of(body) for body in bodies]
    return {name: [row[name] for row in rows] for name in attributes_of(_NOBODY)}


def _registered(members: Sequence[Municipality], layout: Layout) -> Ints:
    """How many bodies of the members' kinds the register has in each cell.

    The members count where they stand here: the register may have moved them since a release.
    """
    bodies: dict[str, dict[str, str]] = {}
    if any(one.body is Body.MUNICIPALITY for one in members):
        bodies |= {k: attributes_of(municipality_of(r)) for k, r in municipality_rows().items()}
    if any(one.body is Body.COUNTY for one in members):
        bodies |= {key: attributes_of(county_of(row)) for key, row in county_rows().items()}
    bodies |= {one.ags: attributes_of(one) for one in members if one.ags}
    counts = np.zeros(len(layout.cells), dtype=np.int64)
    for by in layout.breakdowns:
        place = {cell.key: at for cell, at in layout.place.items() if cell.by == by}
        for body in bodies.values():
            at = place.get(tuple(body[name] for name in by))
            if at is not None:
                counts[at] += 1
    return counts


_NOBODY = Municipality("", Body.MUNICIPALITY)
