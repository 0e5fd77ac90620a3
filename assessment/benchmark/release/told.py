"""What earlier releases told of a subject's answers, beside which figures of this one will stand.

A cell that was shown and did not change is known for good, and one that was hidden and did not
change, shown now, tells of what stood then. So both are weighed: the answers of now beside figures
of earlier releases, and the answers of then beside figures of now.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assessment.benchmark.disclosure.bounds import Among
from assessment.benchmark.disclosure.classes.answers import Table
from assessment.benchmark.disclosure.classes.published import Row, Scale, rows_in
from assessment.benchmark.disclosure.views import Before, changes
from assessment.benchmark.layout import Flags, Ints
from assessment.benchmark.release.by_subject import count_classes, pasts_of, values_of
from assessment.benchmark.release.gathered import Gathered, Past
from assessment.benchmark.statistics.marks import NO_VALUE


@dataclass(frozen=True)
class Told:
    """What earlier releases told of a subject, by its place in the panel."""

    gathered: Gathered
    place: int
    scale: Scale | None

    def of_now(self) -> tuple[Row, ...]:
        """What is known of now by cells in which no value changed since.

        Cells in which few changed need no table of their own: what is told of now and held against
        them would tell of those few, and is weighed as what came and what went.
        """
        return _once(
            row
            for before, past in pasts_of(self.gathered, self.place)
            for row in self._rows(past, self._same(before, past))
        )

    def of_changes(self) -> Iterator[tuple[Row, ...]]:
        """What is known of the values that came, and of those that went, since each release.

        Where no value of then still stands, figures of now are of those that came and those of then
        of those that went: beside what came and went in all they tell of the rest.
        """
        for _, past in pasts_of(self.gathered, self.place):
            if past.values is None:
                yield ()
                continue
            now, then = values_of(self.gathered, self.place), past.values
            layout = self.gathered.layout
            stands = layout.count_cells(layout.count_atoms((now == then) & (now != NO_VALUE))) > 0
            for rows in (self.of_now(), self._known_then(past.values)):
                yield tuple(row for row in rows if not stands[row.cell] and row.least is None)

    def of_then(self, among: Among) -> Iterator[Table]:
        """The answers of each earlier release; figures of now tell of them where nothing changed.

        Of a release that kept no marks they are not known (see `cells_in_doubt`).
        """
        pasts = pasts_of(self.gathered, self.place)
        for before, past in pasts:
            if past.values is None:
                continue
            yield Table(
                counts=count_classes(self.gathered, self.place, past.values),
                seen=self._same(before, past),
                among=among,
                fixed=self._known_then(past.values),
            )

    def _known_then(self, values: Ints) -> tuple[Row, ...]:
        """What is known of the answers that stood with these values, by whichever release."""
        pasts = pasts_of(self.gathered, self.place)
        return _once(row for _, other in pasts for row in self._rows_then(values, other))

    def _rows_then(self, values: Ints, other: Past) -> Iterator[Row]:
        """What another release, or the same, tells of the answers that stood with these values."""
        if other.values is not None:
            yield from self._rows(other, changes(self.gathered.layout, values, other.values) == 0)

    def _same(self, before: Before, past: Past) -> Flags:
        """The cells in which no value changed since; no contribution, where no marks are kept."""
        if past.values is None:
            now, then = self.gathered.contributions, before.contributions
        else:
            now, then = values_of(self.gathered, self.place), past.values
        same: Flags = changes(self.gathered.layout, now, then) == 0
        return same

    def _rows(self, past: Past, where: Flags) -> Iterator[Row]:
        classes = self.gathered.panel.subjects[self.place].classes
        for at, cell in past.cells.items():
            if where[at]:
                yield from rows_in(at, cell, classes, self.scale)


def _once(rows: Iterable[Row]) -> tuple[Row, ...]:
    return tuple(dict.fromkeys(rows))
