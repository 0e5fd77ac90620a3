"""The sheets of topics and dimensions: scores, ranges, coverage and levels as formulas."""

from collections.abc import Sequence

from assessment.questionnaire.answers import State
from assessment.questionnaire.model import Dimension
from assessment.report.workbook.book import Book, Cell, Column, Formula, Table, number, quoted
from assessment.report.workbook.sheets.answers import AnswerSheet
from assessment.report.workbook.subject import Subject
from assessment.scoring.points import worth

_NOTHING = '""'
_LAST_BITS = "0.000000001"


class ScoreSheets:
    """Topics from the answers, dimensions from the topics."""

    def __init__(self, book: Book, subject: Subject, answers: AnswerSheet) -> None:
        self._answers = answers.table
        self._result = subject.result
        self._model = model = subject.model
        self._language = subject.language
        self._ = _ = subject.translate
        questionnaire = model.questionnaire
        self.topics = Table(
            book,
            _("Topics"),
            title=_("Topics"),
            note=_("Points from 0 to 100; the range is what open answers could still make of it."),
            columns=self._topic_columns(),
            keys=(topic.id for topic in questionnaire.topics),
        )
        self.dimensions = Table(
            book,
            _("Dimensions"),
            title=_("Dimensions"),
            note=_("Weighted means of the topics that have a score."),
            columns=self._dimension_columns(),
            keys=(dimension.id for dimension in questionnaire.dimensions),
        )
        for dimension in questionnaire.dimensions:
            for topic in dimension.topics:
                self._topic(dimension, topic.id)
            self._dimension(dimension)

    def _topic_columns(self) -> list[Column]:
        _ = self._
        return [
            Column("title", _("Topic"), width=36),
            Column("dimension", _("Dimension"), width=20),
            *self._score_columns(),
            Column("weight", _("Weight"), "number", 9),
            Column("id", _("Topic ID"), "code", helper=True),
            Column("dimension_id", _("Dimension ID"), "code", helper=True),
            Column("answered", _("Weight answered"), "number", helper=True),
            Column("weighted", _("Weight × value"), "number", helper=True),
            Column("open", _("Weight open"), "number", helper=True),
            Column("score_weight", _("Weight with a score"), "number", helper=True),
            Column("score_part", _("Weight × score"), "number", helper=True),
            Column("asked_weight", _("Weight with a question asked"), "number", helper=True),
            Column("low_part", _("Weight × low"), "number", helper=True),
            Column("high_part", _("Weight × high"), "number", helper=True),
        ]

    def _score_columns(self) -> Sequence[Column]:
        _ = self._
        return (
            Column("score", _("Score"), "points", 10),
            Column("low", _("At least"), "points", 10),
            Column("high", _("At most"), "points", 10),
            Column("coverage", _("Coverage"), "share", 12),
        )

    def _dimension_columns(self) -> list[Column]:
        _ = self._
        return [
            Column("title", _("Dimension"), width=36),
            *self._score_columns(),
            Column("level", _("Level"), "whole", 8),
            Column("band", _("In words"), width=28),
        ]

    def _topic(self, dimension: Dimension, id: str) -> None:
        questionnaire, score = self._model.questionnaire, self._result.scorecard.topics[id]
        topic = questionnaire.topic_by_id[id]
        answered, weighted, still_open = self._sums(id)
        asked = answered + still_open
        has_score = score.score is not None
        cell = {column: self.topics.cell(id, column) for column in _STEPS}
        share_asked = f"({cell['answered']}+{cell['open']})"
        own = self.topics.cell(id, "id")
        values: dict[str, Cell] = {
            "title": topic.title[self._language],
            "dimension": dimension.title[self._language],
            "weight": topic.weight,
            "id": id,
            "dimension_id": dimension.id,
            "answered": Formula(self._summed("answered", own), answered),
            "weighted": Formula(self._summed("weighted", own), weighted),
            "open": Formula(self._summed("open", own), still_open),
            "score": _ratio(f"100*{cell['weighted']}", cell["answered"], score.score),
            "low": _ratio(f"100*{cell['weighted']}", share_asked, score.low),
            "high": _ratio(f"100*({cell['weighted']}+{cell['open']})", share_asked, score.high),
            "coverage": _ratio(cell["answered"], share_asked, score.coverage),
            "score_weight": Formula(
                f'IF({cell["score"]}="",0,{cell["weight"]})', topic.weight if has_score else 0
            ),
            "score_part": _part(cell, "score", topic.weight * (score.score or 0)),
            "asked_weight": Formula(
                f"IF({share_asked}=0,0,{cell['weight']})", topic.weight if asked else 0
            ),
            "low_part": _part(cell, "low", topic.weight * (score.low or 0)),
            "high_part": _part(cell, "high", topic.weight * (score.high or 0)),
        }
        self.topics.put_row(id, values)

    def _sums(self, topic: str) -> tuple[float, float, float]:
        """The weights answered, the weighted values and the weights open of a topic's questions."""
        answered = weighted = still_open = 0.0
        for question in self._model.questionnaire.by_topic[topic]:
            answer = self._result.answers[question.id]
            if question.kind == "context":
                continue
            if answer.state is State.ANSWERED:
                answered += question.weight
                weighted += question.weight * worth(question, answer.value)
            elif answer.state in (State.UNKNOWN, State.UNANSWERED):
                still_open += question.weight
        return answered, weighted, still_open

    def _summed(self, column: str, topic: str) -> str:
        of_topic = self._answers.all("topic_id")
        return f"SUMIFS({self._answers.all(column)},{of_topic},{topic})"

    def _dimension(self, dimension: Dimension) -> None:
        score = self._result.scorecard.dimensions[dimension.id]
        own = quoted(dimension.id)
        summed = {column: self._topic_sum(column, own) for column in _STEPS}
        asked = f"({summed['answered']}+{summed['open']})"
        shown = self.dimensions.cell(dimension.id, "score")
        level = self.dimensions.cell(dimension.id, "level")
        names = [text[self._language] for text in self._model.questionnaire.band_names]
        reached = "+".join(
            f"({shown}+{_LAST_BITS}>={number(edge)})" for edge in self._model.questionnaire.bands
        )
        band = names[score.level] if score.level is not None else None
        values: dict[str, Cell] = {
            "title": dimension.title[self._language],
            "score": _ratio(summed["score_part"], summed["score_weight"], score.score),
            "low": _ratio(summed["low_part"], summed["asked_weight"], score.low),
            "high": _ratio(summed["high_part"], summed["asked_weight"], score.high),
            "coverage": _ratio(summed["answered"], asked, score.coverage),
            "level": Formula(f'IF({shown}="",{_NOTHING},{reached})', score.level),
            "band": Formula(
                f'IF({level}="",{_NOTHING},CHOOSE({level}+1,{",".join(map(quoted, names))}))', band
            ),
        }
        self.dimensions.put_row(dimension.id, values)

    def _topic_sum(self, column: str, dimension: str) -> str:
        of_dimension = self.topics.all("dimension_id")
        return f"SUMIFS({self.topics.all(column)},{of_dimension},{dimension})"


_STEPS = (
    "answered",
    "weighted",
    "open",
    "score",
    "low",
    "high",
    "weight",
    "score_weight",
    "score_part",
    "asked_weight",
    "low_part",
    "high_part",
)


def _ratio(numerator: str, denominator: str, value: float | None) -> Formula:
    """The quotient, and nothing where there is nothing to divide by."""
    return Formula(f"IF({denominator}=0,{_NOTHING},{numerator}/{denominator})", value)


def _part(cell: dict[str, str], column: str, value: float) -> Formula:
    return Formula(f'IF({cell[column]}="",0,{cell["weight"]}*{cell[column]})', value)
