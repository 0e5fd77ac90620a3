"""What a subject's own figures can be subtracted for, from release to release.

Of five members that changed, perhaps one changed what it says of a subject: the figures of that
subject would tell it, although those of the members do not. So each subject has views of its own,
with the members that have a value of it, and those whose value is new, gone or changed.
"""

from dataclasses import replace

import numpy as np

from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.disclosure.views import NOBODY, Before, changes, views_of
from assessment.benchmark.disclosure.watch import View
from assessment.benchmark.layout import Flags, Ints
from assessment.benchmark.release.gathered import Gathered, Past
from assessment.benchmark.statistics.marks import NO_VALUE, classes_of, value_marks
from assessment.benchmark.statistics.panel import Kind


def values_of(gathered: Gathered, place: int) -> Ints:
    """The mark of each member's value of a subject; 0 for those that have none."""
    values = np.full(gathered.layout.members, NO_VALUE, dtype=np.int64)
    values[gathered.taking] = value_marks(gathered.panel, place, gathered.key)
    return values


def views_since(gathered: Gathered, place: int, rules: Rules) -> list[View]:
    """What figures of a subject in this and in earlier releases can be subtracted for.

    Those who do not know count among those who change, and are left out of who answered.
    """
    if not gathered.earlier:
        return []
    layout, values = gathered.layout, values_of(gathered, place)
    everything = np.ones(len(layout.cells), dtype=bool)
    marked, views = [], []
    for before, past in pasts_of(gathered, place):
        if past.values is None:
            surely = (before.contributions == NOBODY) & (values != NO_VALUE)
            views.append(View(layout.count_atoms(surely), everything, is_now=False))
        else:
            marked.append(Before(past.values, past.shown))
    views += views_of(layout, values, marked, rules)[1:]
    if gathered.panel.subjects[place].kind is Kind.QUESTION:
        then = [replace(one, contributions=_answered(gathered, place, one.contributions))
                for one in marked]  # fmt: skip
        views += views_of(layout, _answered(gathered, place, values), then, rules)[1:]
    return views


def _answered(gathered: Gathered, place: int, values: Ints) -> Ints:
    """The same marks without those who do not know."""
    subject = gathered.panel.subjects[place]
    unknown = classes_of(values, subject, gathered.key) == len(subject.classes)
    return np.where(unknown, NO_VALUE, values)


def having_since(gathered: Gathered, place: int, rules: Rules) -> list[View]:
    """What the number of those that have a value can be subtracted for, and of those that lack one.

    Where having a value is an answer by itself, both are counts of a class: what came and what went
    are each weighed as though the other was known.
    """
    layout, has = gathered.layout, values_of(gathered, place) != NO_VALUE
    everything = np.ones(len(layout.cells), dtype=bool)
    pasts = [(before, past, past.values != NO_VALUE)
             for before, past in pasts_of(gathered, place) if past.values is not None]  # fmt: skip
    having = [Before(had, past.shown) for _, past, had in pasts]
    lacking = [Before((before.contributions != NOBODY) & ~had, past.shown)
               for before, past, had in pasts]  # fmt: skip
    views = []
    for now, earlier in ((has, having), (gathered.took_part & ~has, lacking)):
        views += views_of(layout, now, earlier, rules)[1:]
        for then in earlier:
            for some in (now & ~then.contributions, then.contributions & ~now):
                views.append(View(layout.count_atoms(some), everything, is_now=False))
    return views


def changes_since(gathered: Gathered, place: int) -> list[Ints]:
    """For each release the values that came and those that went: atoms by classes, as answers are.

    Of a release that kept no marks only those are known who took part for the first time since.
    """
    if not gathered.earlier:
        return []
    values = values_of(gathered, place)
    found = []
    for before, past in pasts_of(gathered, place):
        if past.values is None:
            came = (before.contributions == NOBODY) & (values != NO_VALUE)
            found.append(count_classes(gathered, place, np.where(came, values, NO_VALUE)))
        else:
            changed = values != past.values
            found += [
                count_classes(gathered, place, np.where(changed, one, NO_VALUE))
                for one in (values, past.values)
            ]
    return found


def count_classes(gathered: Gathered, place: int, values: Ints) -> Ints:
    """How many of each atom have a value of each class, by its mark; the last "do not know"."""
    layout, subject = gathered.layout, gathered.panel.subjects[place]
    width = len(subject.classes) + 1
    classes = classes_of(values, subject, gathered.key)
    there = (classes >= 0) & (classes < width)
    at = layout.atom_of[there] * width + classes[there]
    return np.bincount(at, minlength=layout.atoms * width).reshape(layout.atoms, width)


def same_values(gathered: Gathered, place: int) -> list[Flags]:
    """For each earlier release the cells in which every member's value is what it was then.

    None where the release had no figures of the subject, or kept no marks of its values.
    """
    if not gathered.earlier:
        return []
    layout, subject = gathered.layout, gathered.panel.subjects[place]
    values = values_of(gathered, place)
    pasts = [one.get((subject.kind.value, subject.id)) for one in gathered.pasts]
    return [
        np.zeros(len(layout.cells), dtype=bool)
        if past is None or past.values is None
        else changes(layout, values, past.values) == 0
        for past in pasts
    ]


def cells_in_doubt(gathered: Gathered, place: int) -> Flags:
    """The cells whose old figures stay, after a release that kept no marks of the members' values.

    Where members changed, it is not known whether one of them or all of them changed this subject;
    where none did, it is not known what else new figures would tell of what was hidden then.
    """
    layout = gathered.layout
    doubt = np.zeros(len(layout.cells), dtype=bool)
    for before, past in pasts_of(gathered, place):
        if past.values is None:
            changed = gathered.contributions != before.contributions
            unsure = layout.count_atoms(changed & (before.contributions != NOBODY))
            doubt |= layout.count_cells(unsure) > 0
            doubt |= changes(layout, gathered.contributions, before.contributions) == 0
    return doubt


def pasts_of(gathered: Gathered, place: int) -> list[tuple[Before, Past]]:
    """The earlier releases that had figures of a subject."""
    subject = gathered.panel.subjects[place]
    found = [(one, past.get((subject.kind.value, subject.id)))
             for one, past in zip(gathered.earlier, gathered.pasts, strict=True)]  # fmt: skip
    return [(one, past) for one, past in found if past is not None]
