"""A subject's figures, and what may be shown of them once all tables are played off."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from assessment.benchmark.disclosure.bounds import Among, membership
from assessment.benchmark.disclosure.classes.answers import Answers, Table
from assessment.benchmark.disclosure.classes.control import protected
from assessment.benchmark.disclosure.classes.published import Scale
from assessment.benchmark.disclosure.pattern import pattern
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.disclosure.shown import Shown, showable
from assessment.benchmark.disclosure.watch import View
from assessment.benchmark.layout import Flags
from assessment.benchmark.release.by_subject import (
    cells_in_doubt,
    changes_since,
    having_since,
    views_since,
)
from assessment.benchmark.release.cells import SubjectCells
from assessment.benchmark.release.gathered import Gathered
from assessment.benchmark.release.told import Told
from assessment.benchmark.statistics.figures import Figures, figures
from assessment.benchmark.statistics.panel import NO_CLASS, Kind, Subject

NOT_TOLD = -1


@dataclass(frozen=True)
class Control:
    """The subjects of a release under the pattern found for its members, `hidden`."""

    gathered: Gathered
    hidden: Flags
    rules: Rules
    _too: dict[int, Flags] = field(default_factory=dict, init=False, repr=False)
    _cells: dict[int, SubjectCells] = field(default_factory=dict, init=False, repr=False)

    def hidden_too(self, place: int) -> Flags:
        """The cells hidden for a subject, worked out once: applications ask for their routes'."""
        if place not in self._too:
            self._too[place] = _hidden_too(self, place)
        return self._too[place]

    def cells(self, place: int) -> SubjectCells:
        """A subject's figures with what may be shown of them, worked out once."""
        if place not in self._cells:
            self._cells[place] = _subject_cells(self, place)
        return self._cells[place]


def _subject_cells(control: Control, place: int) -> SubjectCells:
    gathered, rules = control.gathered, control.rules
    layout, panel = gathered.layout, gathered.panel
    subject = panel.subjects[place]
    found = figures(panel, place, layout, gathered.taking)
    members = layout.count_cells(layout.count_atoms(gathered.took_part))
    all_members = layout.count_cells(layout.count_atoms(np.ones(layout.members, dtype=bool)))
    answers = answers_of(control, place, found)
    too = control.hidden_too(place)
    if (planned := _planned_of(gathered, place)) is not None:
        # Linked tables: the number of planners is told in both or in none.
        too = too | ~np.isin(np.arange(len(too)), list(control.cells(planned).shown.groups))
    changes = [membership(layout) @ table for table in answers.changes]
    shown = showable(subject, found, members, too, rules, changes=changes)
    if (routes := _routes_of(gathered, place)) is not None:
        shown = _only_where(shown, ~control.hidden_too(routes))
    shown = protected(layout, answers, shown, rules)
    return SubjectCells(subject, found, shown, members < all_members, members, rules.shares)


def subject_views(control: Control, place: int) -> list[View]:
    """The counts of members that a subject's figures can be subtracted for.

    Those whose value is new, gone or other; those that have one, where not all do; and those that
    have none, where this tells what they said elsewhere: how many plan an application is a figure
    of its own, in the table of the applications and as the number in that of their routes.
    """
    gathered, rules = control.gathered, control.rules
    layout, panel = gathered.layout, gathered.panel
    views = views_since(gathered, place, rules)
    is_answer = panel.subjects[place].conditional
    if (planned := _planned_of(gathered, place)) is not None:
        views += views_since(gathered, planned, rules)
    elif is_answer:
        views += having_since(gathered, place, rules)
    there = panel.answered(place)
    if there.all():
        return views
    taking = layout.count_atoms(gathered.took_part)
    everything = np.ones(len(layout.cells), dtype=bool)
    counted = np.bincount(layout.atom_of[gathered.taking[there]], minlength=layout.atoms)
    for atoms in (counted, taking - counted) if is_answer else (counted,):
        nobody = (atoms == 0) & (taking > 0)
        one = View(atoms, everything, is_now=False, nobody=nobody)
        views.append(replace(one, among=_among(control)) if is_answer else one)
    return views


def _hidden_too(control: Control, place: int) -> Flags:
    """The cells hidden for a subject: those of the pattern, and where too few have an answer.

    Where too few of a cell say something new of the subject since a release, it is hidden too.
    """
    layout, rules = control.gathered.layout, control.rules
    small = control.hidden | cells_in_doubt(control.gathered, place)
    views = subject_views(control, place)
    for view in views:
        if view.nobody is not None:
            small |= layout.count_cells(view.atoms) < rules.group
    return pattern(layout, views, rules, small).hidden if views else small


def answers_of(control: Control, place: int, found: Figures) -> Answers:
    """How many of each atom gave each answer, now and of those that changed it."""
    gathered = control.gathered
    layout, panel = gathered.layout, gathered.panel
    width = len(panel.subjects[place].classes) + 1
    of_class = panel.classes[:, place].astype(np.int64)
    of_class = np.where(panel.unknown[:, place], width - 1, of_class)
    there = of_class != NO_CLASS
    at = layout.atom_of[gathered.taking[there]] * width + of_class[there]
    counts = np.bincount(at, minlength=layout.atoms * width).reshape(layout.atoms, width)
    changes, scale = changes_since(gathered, place), _scale(panel.subjects[place], gathered.bands)
    among = _among(control)
    anybody = replace(among, cells=np.full_like(among.cells, NOT_TOLD))
    told = Told(gathered, place, scale)
    everything = np.ones(len(layout.cells), dtype=bool)
    alike = layout.alike(counts.sum(axis=1) > 0)
    return Answers(
        figures=found,
        scale=scale,
        changes=changes,
        tables=[
            Table(counts, everything, among, fixed=told.of_now()),
            *(
                Table(one, everything, anybody, stood=False, fixed=fixed, alike=alike)
                for one, fixed in zip(changes, told.of_changes(), strict=True)
                if one.any()
            ),
            *(replace(table, alike=alike) for table in told.of_then(anybody)),
        ],
    )


def _among(control: Control) -> Among:
    """How many take part and could, as far as the tables of participation show it."""
    gathered, layout = control.gathered, control.gathered.layout
    taking = layout.count_cells(layout.count_atoms(gathered.took_part))
    members = layout.count_atoms(np.ones(layout.members, dtype=bool))
    return Among(members, np.where(control.hidden, NOT_TOLD, taking))


def _routes_of(gathered: Gathered, place: int) -> int | None:
    """The routes of the application that a subject is, if it is one."""
    subject = gathered.panel.subjects[place]
    is_one = subject.kind is Kind.APPLICATION
    return _place(gathered, Kind.ROUTE, subject.id) if is_one else None


def _planned_of(gathered: Gathered, place: int) -> int | None:
    """The application whose routes a subject is, if it is one."""
    subject = gathered.panel.subjects[place]
    is_one = subject.kind is Kind.ROUTE
    return _place(gathered, Kind.APPLICATION, subject.id) if is_one else None


def _place(gathered: Gathered, kind: Kind, id: str) -> int | None:
    keys = [(one.kind, one.id) for one in gathered.panel.subjects]
    return keys.index((kind, id)) if (kind, id) in keys else None


def _only_where(shown: Shown, cells: Flags) -> Shown:
    """Distributions of these cells alone."""
    for cell in [one for one in shown.groups if not cells[one]]:
        shown = shown.without_classes(cell)
    return shown


def _scale(subject: Subject, bands: Sequence[float]) -> Scale | None:
    if not subject.has_points or not subject.ordered or not subject.classes:
        return None
    if subject.kind is Kind.QUESTION:
        return Scale(np.linspace(0, 100, len(subject.classes)), banded=False)
    return Scale(np.array(bands, dtype=float), banded=True)
