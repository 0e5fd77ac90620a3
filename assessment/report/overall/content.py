"""What the overall report says: the rows of the overview, how they are written, and drawings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from assessment.benchmark.overview import Figure, Hidden, Overview, ScoreRow, Spread, overview_of
from assessment.benchmark.synthetic import INVENTED
from assessment.model import Model
from assessment.municipality import ATTRIBUTION
from assessment.report.brand import Brand
from assessment.report.brand.view import BrandView, brand_view
from assessment.report.charts.chart import Chart
from assessment.report.overall.drawings import Bar, Panel, Tile, panels_svg, tiles_svg
from assessment.report.overall.words import Words
from assessment.wording import translator

FIRST = 5


@dataclass(frozen=True)
class OverallReport:
    """A release as the overall report shows it.

    `maps` holds a tile map for each dimension; empty where members are not of several states.
    `hidden` and `groups` count the groups of members that are hidden, and all of them.
    """

    language: str
    about: Mapping[str, Any]
    rows: Overview
    words: Words
    brand: BrandView | None
    sizes: Chart | None
    maps: tuple[tuple[str, Chart], ...]
    hidden: int
    groups: int
    attribution: str = ATTRIBUTION

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Every drawing of the report."""
        return (*((self.sizes,) if self.sizes else ()), *(chart for _, chart in self.maps))

    @property
    def bare(self) -> frozenset[str]:
        """The chapters of which no figure is shown."""
        return bare_chapters(self.rows)

    @property
    def is_invented(self) -> bool:
        """Whether the figures were made up for trying out."""
        return bool(self.about.get("note") == INVENTED)

    @property
    def is_sample(self) -> bool:
        """Whether fewer than all members took part."""
        total = self.rows.participation[0].rows[0]
        return total.taking.value is None or total.taking.value < total.members

    def first(self, rows: Sequence[Any], figure: str) -> list[Any]:
        """The first few of ordered rows of which this figure is shown."""
        return [row for row in rows if getattr(row, figure).is_shown][:FIRST]


def overall_content(
    releases: Sequence[Mapping[str, Any]],
    model: Model,
    language: str,
    brand: Brand | None = None,
    *,
    before: Sequence[Mapping[str, Any]] = (),
) -> OverallReport:
    """The report of the last of these releases of a round; the others are those before it.

    `before` holds the last releases of the rounds before.
    """
    *earlier, release = releases
    rows = overview_of(
        release, model.questionnaire, model.recommendation, earlier=earlier, before=before
    )
    words = Words(model, language)
    cells = [row for table in rows.participation for row in table.rows]
    about = {key: value for key, value in release.items() if key not in {"tables", "participation"}}
    view = brand_view(brand, str(release["round"]), words.day(release["date"]), language)\
        if brand else None  # fmt: skip
    return OverallReport(
        language=language,
        about=about,
        rows=rows,
        words=words,
        brand=view,
        sizes=_sizes(rows, words),
        maps=tuple(_maps(rows, words)),
        hidden=sum(not row.taking.is_shown for row in cells),
        groups=len(cells),
    )


def bare_chapters(rows: Overview) -> frozenset[str]:
    """The chapters of a release of which no figure is shown: one sentence says it once."""
    return frozenset(
        name for name, those in _by_chapter(rows).items() if not any(one.is_shown for one in those)
    )


def is_bare(rows: Overview) -> bool:
    """Whether no figure is shown of any chapter, that of participation aside."""
    return bare_chapters(rows) == _by_chapter(rows).keys()


def _by_chapter(rows: Overview) -> dict[str, Iterable[Figure]]:
    spreads = [one for row in rows.dimensions for one in (row.total, *row.groups)]
    topics = [one for row in rows.topics for one in (row.total, *row.groups)]
    routes = (rows.overall_route, *rows.routes)
    return {
        "dimensions": chain.from_iterable((one.n, one.median) for one in spreads),
        "topics": (one.median for one in topics),
        "states": (one.median for row in rows.states for one in row.groups),
        "priorities": chain.from_iterable((one.median, one.below) for one in rows.priorities),
        "wanted": (one.share for one in rows.wanted),
        "routes": (one.n for one in routes),
        "unknown": (one.share for one in rows.unknown),
        "levels": (one.n for one in rows.levels),
    }


def _sizes(rows: Overview, words: Words) -> Chart | None:
    if not rows.sizes:
        return None
    columns = [[row.total for row in rows.dimensions]]
    columns += [[row.groups[at] for row in rows.dimensions] for at in range(len(rows.sizes))]
    panels = [
        Panel(
            words.group(spreads[0].key).split(" (")[0],
            tuple(
                _bar(words.title(row.kind, row.id), one, words)
                for row, one in zip(rows.dimensions, spreads, strict=True)
            ),
        )
        for spreads in columns
    ]
    _ = translator(words.language).gettext
    told = "; ".join(
        f"{panel.title}: " + ", ".join(f"{bar.label} {bar.note}" for bar in panel.bars)
        for panel in panels
    )
    alternative = _("Median points of the dimensions by size class.") + f" {told}."
    return Chart(lambda: panels_svg(panels), alternative, (), ())


def _bar(label: str, one: Spread, words: Words) -> Bar:
    note = words.points(one.median)
    return Bar(label, one.median.value, _value(one.lower), _value(one.upper), note)


def _value(figure: Figure) -> float | None:
    return figure.value


def _maps(rows: Overview, words: Words) -> Iterator[tuple[str, Chart]]:
    for row in rows.states:
        if sum(one.median.hidden is not Hidden.NO_MEMBERS for one in row.groups) > 1:
            yield words.title(row.kind, row.id), _map(row, words)


def _map(row: ScoreRow, words: Words) -> Chart:
    _ = translator(words.language).gettext
    tiles = [
        Tile(one.key["state"], one.median.value, words.points(one.median)) for one in row.groups
    ]
    told = ", ".join(f"{words.group(one.key)} {words.points(one.median)}" for one in row.groups)
    alternative = _("Median points by federal state, %(dimension)s.") % {
        "dimension": words.title(row.kind, row.id)
    }
    return Chart(lambda: tiles_svg(tiles), f"{alternative} {told}.", (), ())
