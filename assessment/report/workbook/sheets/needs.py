"""The sheet of what each route asks of the topics: gaps, and how far each need is met."""

from assessment.recommendation.model import Route
from assessment.report.workbook.book import Book, Cell, Column, Formula, Table
from assessment.report.workbook.sheets.scores import ScoreSheets
from assessment.report.workbook.subject import Subject
from assessment.wording import name


class NeedSheet:
    """A row for each topic; what an archetype weighs more or less stands in a column of its own."""

    def __init__(self, book: Book, subject: Subject, scores: ScoreSheets) -> None:
        self._scores = scores.topics
        self._applications = subject.applications
        self._result = subject.result
        self._model = model = subject.model
        self._language = subject.language
        self._ = _ = subject.translate
        self.table = Table(
            book,
            _("Needs"),
            title=_("What the routes ask of the topics"),
            note=_("Points required and their weight: own calibration, see the method."),
            columns=self._columns(),
            keys=(topic.id for topic in model.questionnaire.topics),
        )
        for topic in model.questionnaire.topics:
            self._row(topic.id)

    def readiness(self, application: int, route: Route) -> str:
        """The readiness fit F of an application as a formula; nothing without any score."""
        weight, known, met = (
            self.table.all(f"{part}_{route.value}") for part in ("weight", "known", "met")
        )
        times = self.table.all(f"times_{application}")
        counted = f"SUMPRODUCT({times},{weight},{known})"
        return f'IF({counted}=0,"",SUMPRODUCT({times},{weight},{met})/{counted})'

    def _columns(self) -> list[Column]:
        _ = self._
        columns = [
            Column("title", _("Topic"), width=36),
            Column("score", _("Score"), "points", 10),
        ]
        parts: tuple[tuple[str, str, bool], ...] = (
            ("required", _("Required: %(route)s"), False),
            ("gap", _("Gap: %(route)s"), False),
            ("weight", _("Weight: %(route)s"), False),
            ("met", _("Met: %(route)s"), True),
            ("known", _("Counts: %(route)s"), True),
        )
        for part, title, helper in parts:
            columns += [
                Column(
                    f"{part}_{route.value}",
                    title % {"route": name("route", route, self._language)},
                    "points" if part in ("required", "gap") else "number",
                    helper=helper,
                )
                for route in Route
            ]
        return columns + [
            Column(
                f"times_{place}",
                _("Times: %(application)s") % {"application": application.title or application.id},
                "number",
                helper=True,
            )
            for place, application in enumerate(self._applications)
        ]

    def _row(self, topic: str) -> None:
        known = self._result.scorecard.topics[topic].score
        titles = self._model.questionnaire.topic_by_id
        own = self._scores.cell(topic, "score")
        cells: dict[str, Cell] = {
            "title": titles[topic].title[self._language],
            "score": Formula(f'IF({own}="","",{own})', known),
        }
        for route in Route:
            cells |= self._of_route(topic, route, known)
        for place, application in enumerate(self._applications):
            cells[f"times_{place}"] = application.multipliers.get(topic, 1.0)
        self.table.put_row(topic, cells)

    def _of_route(self, topic: str, route: Route, known: float | None) -> dict[str, Cell]:
        need = self._model.recommendation.requirements[route][topic]
        required, score = (
            self.table.cell(topic, column) for column in (f"required_{route.value}", "score")
        )
        counts = known is not None and need.required > 0
        met = min(1.0, (known or 0) / need.required) if counts else 0
        without = f'OR({required}=0,{score}="")'
        return {
            f"required_{route.value}": need.required,
            f"weight_{route.value}": need.weight,
            f"gap_{route.value}": Formula(
                f'IF({score}="","",MAX(0,{required}-{score}))', self._result.gaps[topic][route]
            ),
            f"met_{route.value}": Formula(f"IF({without},0,MIN(1,{score}/{required}))", met),
            f"known_{route.value}": Formula(f"IF({without},0,1)", int(counts)),
        }
