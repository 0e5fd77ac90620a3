"""Makes a release: one suppression pattern for all tables, audited before anything is handed on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from assessment.benchmark.disclosure.audit import Weakness, weaknesses
from assessment.benchmark.disclosure.classes.audit import class_weaknesses
from assessment.benchmark.disclosure.pattern import Pattern, pattern
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.disclosure.views import changes, views_of
from assessment.benchmark.disclosure.watch import View
from assessment.benchmark.layout import Flags
from assessment.benchmark.release.by_subject import same_values
from assessment.benchmark.release.cells import Participation
from assessment.benchmark.release.document import Json, sealed
from assessment.benchmark.release.former import Former
from assessment.benchmark.release.gathered import Gathered
from assessment.benchmark.release.subjects import Control, answers_of, subject_views

Progress = Callable[[int, int], None]


class TooFewChanges(Exception):
    """Since an earlier release of the round fewer members came or changed than a figure needs."""

    def __init__(self, changed: int, least: int) -> None:
        super().__init__(f"{changed} < {least}")
        self.changed = changed
        self.least = least


class Refused(Exception):
    """The audit can tell a hidden count too well; nothing is released."""

    def __init__(self, found: Sequence[Weakness]) -> None:
        super().__init__(str(found[0]))
        self.found = tuple(found)


def make_release(
    gathered: Gathered, about: Mapping[str, Any], rules: Rules, progress: Progress | None = None
) -> Json:
    """The release as it is published, with its digest. Raises TooFewChanges and Refused."""
    _check_changes(gathered, rules)
    found = members_pattern(gathered, rules)
    audit(gathered, found.hidden, rules)
    head = {
        **about,
        "rules": {"group": rules.group, "shares": rules.shares, "protection": rules.protection},
        "quartiles": "Hyndman and Fan 1996, definition 7",
    }
    former = Former(gathered.releases, about.get("questionnaire"))
    control = Control(gathered, found.hidden, rules)
    return sealed(
        {
            **head,
            "participation": list(_participation(gathered, found.hidden, former)),
            "tables": list(_tables(control, former, progress or _silent)),
        }
    )


def members_pattern(gathered: Gathered, rules: Rules) -> Pattern:
    """The cells to hide by the number of members that took part, now and since each release."""
    return pattern(gathered.layout, all_views(gathered, rules), rules)


def all_views(gathered: Gathered, rules: Rules) -> list[View]:
    """The counts that figures can be subtracted for: now, then, and since each release."""
    return views_of(gathered.layout, gathered.contributions, gathered.earlier, rules)


def _check_changes(gathered: Gathered, rules: Rules) -> None:
    for one in gathered.earlier:
        count = int((gathered.contributions != one.contributions).sum())
        if count < rules.group:
            raise TooFewChanges(count, rules.group)


def audit(gathered: Gathered, hidden: Flags, rules: Rules) -> None:
    """Nothing, when the attacker finds nothing. Raises Refused."""
    found = weaknesses(gathered.layout, all_views(gathered, rules), hidden, rules)
    if found:
        raise Refused(found)


def _participation(gathered: Gathered, hidden: Flags, former: Former) -> Iterator[Json]:
    layout = gathered.layout
    everyone = np.ones(layout.members, dtype=bool)
    counts = Participation(
        gathered.registered,
        layout.count_cells(layout.count_atoms(everyone)),
        layout.count_cells(layout.count_atoms(gathered.took_part)),
        hidden,
    )
    same = [
        changes(layout, gathered.contributions, one.contributions) == 0 for one in gathered.earlier
    ]
    for by in layout.breakdowns:
        cells = [
            former.participation(cell, counts.cell(cell, at), [bool(one[at]) for one in same])
            for at, cell in enumerate(layout.cells)
            if cell.by == by
        ]
        yield {"by": list(by), "cells": cells}


def _tables(control: Control, former: Former, progress: Progress) -> Iterator[Json]:
    gathered = control.gathered
    layout, subjects = gathered.layout, gathered.panel.subjects
    for place, subject in enumerate(subjects):
        found = _audited_cells(control, place)
        same = same_values(gathered, place)
        key = (subject.kind.value, subject.id)
        for by in layout.breakdowns:
            yield {
                "kind": key[0],
                "subject": key[1],
                "by": list(by),
                "cells": [
                    former.figures(*key, cell, found[at], same=[bool(one[at]) for one in same])
                    for at, cell in enumerate(layout.cells)
                    if cell.by == by
                ],
            }
        progress(place + 1, len(subjects))


def _audited_cells(control: Control, place: int) -> dict[int, Json]:
    """A subject's cells as they will be published. Raises Refused where they tell too much."""
    layout, panel, rules = control.gathered.layout, control.gathered.panel, control.rules
    of_subject = control.cells(place)
    views = subject_views(control, place)
    if weak := weaknesses(layout, views, ~of_subject.shown.count, rules):
        raise Refused(weak)
    cells = {at: of_subject.cell(cell, at) for at, cell in enumerate(layout.cells)}
    answers = answers_of(control, place, of_subject.figures)
    if weak := class_weaknesses(layout, answers, panel.subjects[place].classes, cells, rules):
        raise Refused(weak)
    return cells


def _silent(_done: int, _all: int) -> None:
    """Tell nobody how far it is."""
