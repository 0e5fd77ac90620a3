"""A dry run: which groups would be hidden if so many of the members took part, drawn by lot."""

from typing import Any

import numpy as np

from assessment.benchmark.attributes import attributes_of
from assessment.benchmark.disclosure.pattern import pattern
from assessment.benchmark.disclosure.watch import View
from assessment.benchmark.layout import Layout, UnknownBreakdown, breakdowns, layout_of
from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.services.benchmark.folder import Progress
from assessment.services.benchmark.opening import RoundFolder

RATES = (25, 50, 75, 100)
DRAWS = 10

Json = dict[str, Any]

# Measured: releases of 300, 470 and 720 combinations take two, four and 26 minutes.
_MANY = 500


def try_out(folder: RoundFolder, _model: Model, asked: Json, progress: Progress) -> Json:
    """For each group and response rate, in how many of the draws it would be hidden or empty.

    Who takes part is drawn with the same chance for each member; the draws are always the same.
    Raises Invalid where the round names a breakdown that there is not.
    """
    layout = _layout(folder)
    rates = tuple(asked.get("rates", RATES))
    columns = []
    for number, rate in enumerate(rates):
        columns.append(_hidden(layout, folder, rate, lots=np.random.default_rng(rate)))
        progress(number + 1, len(rates))
    everyone = layout.count_cells(layout.count_atoms(np.ones(layout.members, dtype=bool)))
    return {
        "rates": rates,
        "draws": DRAWS,
        "combinations": layout.atoms,
        "groups": [
            {
                "by": cell.by,
                "key": cell.key,
                "members": int(everyone[at]),
                "hidden": [int(column[at]) for column in columns],
            }
            for at, cell in enumerate(layout.cells)
        ],
    }


def takes_long(tried: Json) -> bool:
    """Whether the breakdowns together tell so many groups apart that a release takes long."""
    return bool(tried.get("combinations", 0) >= _MANY)


def whole_hidden_at(tried: Json, least: int) -> int | None:
    """The highest rate at which even all members together can be hidden, though enough take part.

    `least` is how many a figure needs. Only a breakdown can be why: it leaves too few to
    hide among.
    """
    whole = next(group for group in tried["groups"] if not group["by"])
    return max(
        (
            rate
            for rate, times in zip(tried["rates"], whole["hidden"], strict=True)
            if times and round(whole["members"] * rate / 100) >= least
        ),
        default=None,
    )


def _hidden(
    layout: Layout, folder: RoundFolder, rate: int, *, lots: np.random.Generator
) -> list[int]:
    """In how many draws each cell shows no figure; where all take part there is but one draw."""
    rules = folder.round.minimums.rules
    count = max(round(layout.members * rate / 100), 0)
    draws = 1 if count == layout.members else DRAWS
    times = np.zeros(len(layout.cells), dtype=np.int64)
    for _ in range(draws):
        taking = np.zeros(layout.members, dtype=bool)
        taking[lots.permutation(layout.members)[:count]] = True
        atoms = layout.count_atoms(taking)
        seen = np.ones(len(layout.cells), dtype=bool)
        found = pattern(layout, [View(atoms, seen)], rules)
        times += found.hidden | (layout.count_cells(atoms) == 0)
    return [int(one) * (DRAWS // draws) for one in times]


def _layout(folder: RoundFolder) -> Layout:
    rows = [attributes_of(body) for body in folder.members]
    try:
        by = breakdowns(folder.round.by)
    except UnknownBreakdown as error:
        raise Invalid([Problem("unknown_breakdown", "by", {"given": error.given})]) from error
    columns = {name: [row[name] for row in rows] for name in rows[0]}
    return layout_of(columns, by, len(rows))
