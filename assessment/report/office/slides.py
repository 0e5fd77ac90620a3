"""Five slides for council or management, with a chart and tables that can be edited."""

from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.util import Cm, Pt

from assessment.model import Model
from assessment.presentation import points
from assessment.report.brand.view import Shown
from assessment.report.brief import Brief
from assessment.report.characters import in_reading_order
from assessment.report.content import ApplicationView, Report, content_of
from assessment.report.office.marks import pixels, size_within
from assessment.report.office.packing import repacked
from assessment.result import Result
from assessment.wording import translator

_BLUE, _GREY = RGBColor(0x14, 0x38, 0x7F), RGBColor(0x5A, 0x61, 0x70)
_WHITE = RGBColor(255, 255, 255)
_WIDTH, _HEIGHT, _MARGIN = Cm(33.87), Cm(19.05), Cm(1.8)
_INNER = _WIDTH - 2 * _MARGIN
_TOP, _TITLE_TOP, _BODY = Cm(4), Cm(1.2), Cm(12)
_TITLE_ONLY = 5
_MARK_WIDTH, _MARK_HEIGHT = 5.0, 1.4
_MOST_ROWS = 8
_LONG_TITLE = 80
_SPOKEN = {"de": "de-DE", "en": "en-GB"}


def slides_pptx(result: Result, model: Model, brief: Brief) -> bytes:
    """The slides as PPTX; the same result gives the same bytes."""
    slides = _Slides(content_of(result, model, brief), result)
    for part in (slides.cover, slides.standing, slides.advice, slides.roadmap, slides.decisions):
        part()
    return slides.bytes()


class _Slides:
    def __init__(self, report: Report, result: Result) -> None:
        self._report = report
        self._result = result
        self._ = translator(report.language).gettext
        self._file = Presentation()
        self._file.slide_width, self._file.slide_height = _WIDTH, _HEIGHT
        self._file.core_properties.title = self._title_of_all()
        self._brand = brand = report.brand
        palette = brand.palette if brand else None
        self._strong = RGBColor.from_string(palette.accent[1:]) if palette else _BLUE
        self._tint = RGBColor.from_string(palette.tint[1:]) if palette else None
        self._on_strong = RGBColor.from_string(palette.on_accent[1:]) if palette else _WHITE
        self._file.core_properties.author = brand.office if brand else ""
        self._file.core_properties.last_modified_by = ""

    def bytes(self) -> bytes:
        for slide in self._file.slides:
            for spoken in slide.element.iter("{*}rPr", "{*}endParaRPr"):
                spoken.set("lang", _SPOKEN[self._report.language])
        file = BytesIO()
        self._file.save(file)
        return repacked(file.getvalue(), self._result.assessment.date)

    def cover(self) -> None:
        """Who was assessed and when."""
        about = self._report.about
        slide = self._slide(self._title_of_all(), top=Cm(6), mark=False)
        if self._brand:
            self._picture(slide, self._brand.coat_of_arms, at=(1.8, 1.2), room=(6.0, 3.6))
            logo = self._brand.logo or self._brand.maker_logo
            self._picture(slide, logo, at=(23.07, 1.2), room=(9.0, 2.6))
        lines = [about.date, about.standing, about.questionnaire, about.note]
        self._lines(slide, [line for line in lines if line], top=Cm(10), size=20, mark="")

    def standing(self) -> None:
        """The three dimensions as a chart, with the strongest and weakest topics."""
        _ = self._
        slide = self._slide(_("Where we stand"))
        self._chart(slide)
        profile = self._report.profile
        # With a look back and peers there is room for fewer.
        most = 2 if self._report.changes and self._report.benchmark else 3
        strong = [f"{topic.title}: {topic.score}" for topic in profile.strongest[:most]]
        weak = [f"{topic.title}: {topic.score}" for topic in profile.weakest[:most]]
        coverage = _("%(coverage)s of the questions are answered.") % {
            "coverage": self._report.about.coverage
        }
        lines = [
            coverage,
            *([] if profile.strongest else [_("No result yet")]),
            *self._changed(),
            *self._among_peers(),
            *_headed(_("Strongest topics"), strong),
            *_headed(_("Weakest topics"), weak),
        ]
        self._lines(slide, lines, left=Cm(19.5), width=Cm(12.5))

    def _changed(self) -> list[str]:
        """One line on answers and points since the last report, where one is compared with."""
        changes = self._report.changes
        if changes is None:
            return []
        if changes.nothing:
            return [changes.told]
        sentence = self._("Since the report of %(day)s: %(list)s")
        return [sentence % {"day": changes.since, "list": " ".join(changes.short[:2])}]

    def _among_peers(self) -> list[str]:
        """One line on the position in each dimension, where there are peers."""
        found = self._report.benchmark
        return [line for line in (found.warning, found.short[-1]) if line] if found else []

    def advice(self) -> None:
        """The route for each application."""
        _ = self._
        slide = self._slide(_("What is recommended"))
        views = self._report.applications
        if not views:
            self._lines(slide, [_("No application is planned yet.")])
            return
        rows = [
            (
                view.title,
                self._route(view),
                view.advised.suitability if view.advised else "–",
                view.firmness.standing.label,
            )
            for view in views[:_MOST_ROWS]
        ]
        head = (_("Application"), _("Route"), _("Suitability"), _("Firmness"))
        bottom = self._table(slide, head, rows, (13.0, 8.0, 4.0, 5.27))
        self._further(slide, len(views) - len(rows), bottom)

    def _route(self, view: ApplicationView) -> str:
        if view.advised:
            return view.advised.name
        return self._("Clarify first") if view.clarify_first else self._("Prepare first")

    def roadmap(self) -> None:
        """What is to be done, and when."""
        _ = self._
        slide = self._slide(_("Roadmap"))
        roadmap = self._report.roadmap
        steps = sorted(roadmap.steps, key=lambda step: step.first)
        if not steps:
            nothing = _("No measure is needed for what is advised and aimed for.")
            self._lines(slide, [*roadmap.obstacles, *roadmap.would_do] or [nothing])
            return
        rows = [(step.when, step.title, step.responsible, step.days) for step in steps[:_MOST_ROWS]]
        head = (_("Quarter"), _("Measure"), _("Responsible"), _("Person-days"))
        bottom = self._table(slide, head, rows, (4.8, 12.0, 8.6, 4.87))
        self._further(slide, len(steps) - len(rows), bottom)

    def decisions(self) -> None:
        """What is to be decided, and what the result cannot say."""
        _ = self._
        slide = self._slide(_("What is to be decided"))
        views, roadmap = self._report.applications, self._report.roadmap
        lines = [
            _("%(title)s: %(route)s") % {"title": view.title, "route": self._route(view)}
            for view in views[:_MOST_ROWS]
        ]
        if further := len(views) - len(lines):
            lines.append(self._more(further))
        if roadmap.steps:
            lines.append(
                _("Measures of %(days)s person-days, %(start)s to %(end)s")
                % {"days": roadmap.days, "start": roadmap.plan.start, "end": roadmap.plan.end}
            )
        self._lines(slide, lines, height=Cm(10))
        self._lines(slide, [self._report.model_note], top=Cm(15), size=12, mark="")
        if self._brand:
            told = [self._brand.signer, *(line.text for line in self._brand.contact)]
            self._lines(slide, [" · ".join(told)], top=Cm(17), height=Cm(1.2), size=12, mark="")

    # ------------------------------------------------------------ parts

    def _title_of_all(self) -> str:
        name = self._report.about.municipality
        return self._("AI readiness of %(name)s") % {"name": name}

    def _slide(self, title: str, top: Any = _TITLE_TOP, *, mark: bool = True) -> Any:
        """A slide with its title; the logo stands at its right, but on the cover."""
        slide = self._file.slides.add_slide(self._file.slide_layouts[_TITLE_ONLY])
        logo = (self._brand.logo or self._brand.maker_logo) if self._brand and mark else None
        room = _INNER - Cm(_MARK_WIDTH + 0.5) if logo else _INNER
        self._picture(slide, logo, at=(27.07, 1.2), room=(_MARK_WIDTH, _MARK_HEIGHT))
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = _MARGIN, top, room, Cm(2.2)
        shape.text_frame.text = in_reading_order(title)
        paragraph = shape.text_frame.paragraphs[0]
        paragraph.alignment = 1
        size = 32 if len(title) <= _LONG_TITLE else 20
        paragraph.runs[0].font.size, paragraph.runs[0].font.bold = Pt(size), True
        paragraph.runs[0].font.color.rgb = self._strong
        return slide

    def _picture(
        self,
        slide: Any,
        shown: Shown | None,
        *,
        at: tuple[float, float],
        room: tuple[float, float],
    ) -> None:
        """A picture in a place of this size, at its right end where it is right of the middle."""
        if shown is None:
            return
        width, height = size_within(shown, *room)
        left = at[0] + (room[0] - width if at[0] > 17 else 0)
        file = pixels(shown)
        shape = slide.shapes.add_picture(file, Cm(left), Cm(at[1]), Cm(width), Cm(height))
        shape._element.nvPicPr.cNvPr.set("descr", shown.alt)  # noqa: SLF001 - no other door
        shape.name = shown.alt[:60]

    def _lines(
        self,
        slide: Any,
        lines: list[str],
        *,
        left: Any = _MARGIN,
        top: Any = _TOP,
        width: Any = _INNER,
        height: Any = _BODY,
        size: int = 16,
        mark: str = "• ",
    ) -> None:
        frame = slide.shapes.add_textbox(left, top, width, height).text_frame
        frame.word_wrap = True
        for place, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            run = paragraph.add_run()
            run.text = in_reading_order(line if line.endswith(":") else mark + line)
            run.font.size, run.font.bold = Pt(size), line.endswith(":")
            run.font.color.rgb = _GREY if size < 14 else RGBColor(0x1B, 0x1F, 0x27)
            paragraph.space_after = Pt(6)

    def _chart(self, slide: Any) -> None:
        data = CategoryChartData()
        scores = self._result.scorecard.dimensions
        views = self._report.profile.dimensions[::-1]
        data.categories = [view.title for view in views]
        shown = [points(scores[view.id].score) for view in views]
        data.add_series(self._("Points from 0 to 100"), shown)
        kind = XL_CHART_TYPE.BAR_CLUSTERED
        frame = slide.shapes.add_chart(kind, _MARGIN, _TOP, Cm(17), Cm(12), data)
        told = "; ".join(f"{view.title}: {view.score} ({view.range})" for view in views[::-1])
        frame._element.nvGraphicFramePr.cNvPr.set("descr", told)  # noqa: SLF001 - no other door
        chart = frame.chart
        chart.has_legend, chart.has_title = False, False
        chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, 100
        chart.value_axis.has_major_gridlines = False
        chart.font.size = Pt(14)
        plot = chart.plots[0]
        plot.gap_width, plot.has_data_labels = 60, True
        plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "0.0", False
        plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
        plot.series[0].format.fill.solid()
        plot.series[0].format.fill.fore_color.rgb = self._strong

    def _table(
        self, slide: Any, head: tuple[str, ...], rows: Any, widths: tuple[float, ...]
    ) -> Any:
        """A table with a head row; where there is room below it."""
        height = Cm(1.36)  # two lines of this size
        shape = slide.shapes.add_table(
            len(rows) + 1, len(head), _MARGIN, _TOP, _INNER, height * (len(rows) + 1)
        )
        table = shape.table
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        for number, row in enumerate((head, *rows)):
            for cell, text in zip(table.rows[number].cells, row, strict=True):
                cell.text = in_reading_order(text)
                font = cell.text_frame.paragraphs[0].font
                font.size, font.bold = Pt(13), number == 0
                if number == 0:
                    cell.fill.solid()
                    cell.fill.fore_color.rgb = self._strong
                    font.color.rgb = self._on_strong
                elif self._tint:
                    cell.fill.solid()
                    cell.fill.fore_color.rgb = self._tint
        return _TOP + height * (len(rows) + 1) + Cm(0.4)

    def _more(self, count: int) -> str:
        return self._("and %(count)d more in the report") % {"count": count}

    def _further(self, slide: Any, count: int, top: Any) -> None:
        """That the report has more than the slide."""
        if count > 0:
            self._lines(slide, [self._more(count)], top=top, height=Cm(1), size=14, mark="")


def _headed(title: str, lines: list[str]) -> list[str]:
    return [f"{title}:", *lines] if lines else []
