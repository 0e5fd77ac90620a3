"""Makes a release: one suppression pattern for all tables, audited before anything is handed on."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from assessment.benchmark.disclosure.audit import Weakness, weaknesses
from assessment.benchmark.disclosure.class_audit import class_weaknesses
from assessment.benchmark.disclosure.classes import Answers, Scale, protected
from assessment.benchmark.disclosure.pattern import Pattern, View, pattern
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.disclosure.shown import showable
from assessment.benchmark.disclosure.views import views_of
from assessment.benchmark.layout import Flags
from assessment.benchmark.release.by_subject import cells_in_doubt, views_since
from assessment.benchmark.release.cells import Participation, SubjectCells
from assessment.benchmark.release.document import Json, sealed
from assessment.benchmark.release.former import Former
from assessment.benchmark.release.gathered import Gathered
from assessment.benchmark.statistics.figures import Figures, figures
from assessment.benchmark.statistics.panel import NO_CLASS, Kind, Subject

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
    hidden = found.hidden
    return sealed(
        {
            **head,
            "participation": list(_participation(gathered, hidden, former)),
            "tables": list(
                _tables(gathered, hidden, rules, former=former, progress=progress or _silent)
            ),
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
    for by in layout.breakdowns:
        cells = [
            former.participation(cell, counts.cell(cell, at))
            for at, cell in enumerate(layout.cells)
            if cell.by == by
        ]
        yield {"by": list(by), "cells": cells}


def _tables(
    gathered: Gathered, hidden: Flags, rules: Rules, *, former: Former, progress: Progress
) -> Iterator[Json]:
    layout, subjects = gathered.layout, gathered.panel.subjects
    for place, subject in enumerate(subjects):
        found = _audited_cells(gathered, place, hidden, rules)
        for by in layout.breakdowns:
            yield {
                "kind": subject.kind.value,
                "subject": subject.id,
                "by": list(by),
                "cells": [
                    former.figures(subject.kind.value, subject.id, cell, found[at])
                    for at, cell in enumerate(layout.cells)
                    if cell.by == by
                ],
            }
        progress(place + 1, len(subjects))


def _audited_cells(gathered: Gathered, place: int, hidden: Flags, rules: Rules) -> dict[int, Json]:
    """A subject's cells as they will be published. Raises Refused where they tell too much."""
    layout, panel = gathered.layout, gathered.panel
    of_subject = subject_cells(gathered, place, hidden, rules)
    if weak := weaknesses(
        layout, views_since(gathered, place, rules), ~of_subject.shown.count, rules
    ):
        raise Refused(weak)
    cells = {at: of_subject.cell(cell, at) for at, cell in enumerate(layout.cells)}
    answers = answers_of(gathered, place, of_subject.figures)
    if weak := class_weaknesses(layout, answers, panel.subjects[place].classes, cells, rules):
        raise Refused(weak)
    return cells


def subject_cells(gathered: Gathered, place: int, hidden: Flags, rules: Rules) -> SubjectCells:
    """A subject's figures with what may be shown of them, once all tables are played off."""
    layout, panel = gathered.layout, gathered.panel
    subject = panel.subjects[place]
    found = figures(panel, place, layout, gathered.taking)
    members = layout.count_cells(layout.count_atoms(gathered.took_part))
    all_members = layout.count_cells(layout.count_atoms(np.ones(layout.members, dtype=bool)))
    too = _hidden_too(gathered, place, found, hidden, rules=rules)
    shown = showable(subject, found, members, too, rules)
    shown = protected(layout, answers_of(gathered, place, found), shown, rules)
    return SubjectCells(subject, found, shown, members < all_members, members, rules.shares)


def _hidden_too(
    gathered: Gathered, place: int, found: Figures, hidden: Flags, *, rules: Rules
) -> Flags:
    """The cells hidden for a subject: those of the pattern, and where too few have an answer.

    How many plan an application is a figure of its own: there, too few others hide it as well.
    Where too few of a cell say something new of the subject since a release, it is hidden too.
    """
    layout, panel = gathered.layout, gathered.panel
    members = layout.count_cells(layout.count_atoms(gathered.took_part))
    there = panel.answered(place)
    views = views_since(gathered, place, rules)
    small = hidden | cells_in_doubt(gathered, place)
    if there.all():
        return pattern(layout, views, rules, small).hidden if views else small
    everything = np.ones(len(layout.cells), dtype=bool)
    counted = np.bincount(layout.atom_of[gathered.taking[there]], minlength=layout.atoms)
    views.append(View(counted, everything, is_now=False))
    small |= found.answered < rules.group
    if panel.subjects[place].kind is Kind.ROUTE:
        rest = layout.count_atoms(gathered.took_part) - counted
        views.append(View(rest, everything, is_now=False))
        small |= members - found.answered < rules.group
    return pattern(layout, views, rules, small).hidden


def answers_of(gathered: Gathered, place: int, found: Figures) -> Answers:
    """How many of each atom gave each answer."""
    layout, panel = gathered.layout, gathered.panel
    width = len(panel.subjects[place].classes) + 1
    of_class = panel.classes[:, place].astype(np.int64)
    of_class = np.where(panel.unknown[:, place], width - 1, of_class)
    there = of_class != NO_CLASS
    at = layout.atom_of[gathered.taking[there]] * width + of_class[there]
    counts = np.bincount(at, minlength=layout.atoms * width).reshape(layout.atoms, width)
    return Answers(counts, found, _scale(panel.subjects[place], gathered.bands))


def _scale(subject: Subject, bands: Sequence[float]) -> Scale | None:
    if not subject.has_points or not subject.ordered or not subject.classes:
        return None
    if subject.kind is Kind.QUESTION:
        return Scale(np.linspace(0, 100, len(subject.classes)), banded=False)
    return Scale(np.array(bands, dtype=float), banded=True)


def _silent(_done: int, _all: int) -> None:
    """Tell nobody how far it is."""
