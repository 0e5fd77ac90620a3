"""All contributions side by side: a row for each body, a column for each subject of a release."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from assessment.benchmark.layout import Flags, Ints
from assessment.questionnaire.answers import UNANSWERED, Answer, State
from assessment.questionnaire.model import ChoiceQuestion, LevelsQuestion, Questionnaire
from assessment.recommendation.model import Route
from assessment.scoring.dimensions import dimension_scores, levels
from assessment.scoring.points import Numbers, Points, points, scored_questions
from assessment.scoring.topics import topic_scores, topic_sums

NO_CLASS = -1
NO_ROUTE = "none"
NO_PLAN = "no_plan"
ROUTES = (*(route.value for route in Route), NO_ROUTE)
OVERALL = "overall"
PLANNED = ("planned", "not_planned")


class Kind(StrEnum):
    """What a table of a release is about."""

    DIMENSION = "dimension"
    TOPIC = "topic"
    QUESTION = "question"
    ROUTE = "route"
    APPLICATION = "application"


@dataclass(frozen=True)
class Subject:
    """What is counted: its classes in order (levels, routes ...), and whether it has points.

    Classes that are `ordered` are merged with their neighbours only. Where it is `conditional`, it
    depends on another answer who has a value, so that how many have none tells of that answer.
    """

    kind: Kind
    id: str
    classes: tuple[str, ...]
    has_points: bool = True
    ordered: bool = True
    conditional: bool = False


@dataclass(frozen=True)
class Contribution:
    """What a body gave: effective answers, and the route advised for each kind it plans.

    `routes` holds a route's code or "none" by archetype; `overall` is the stance over all of them,
    "no_plan" where no application is named.
    """

    answers: Mapping[str, Answer]
    routes: Mapping[str, str]
    overall: str = NO_PLAN


@dataclass(frozen=True)
class Panel:
    """Points 0-100 (NaN where not answered), classes (-1 where none) and who does not know."""

    subjects: tuple[Subject, ...]
    points: Numbers
    classes: npt.NDArray[np.int16]
    unknown: Flags

    def answered(self, subject: int) -> Flags:
        """Which bodies have a value for the subject."""
        if self.subjects[subject].has_points:
            return ~np.isnan(self.points[:, subject])
        there: Flags = self.classes[:, subject] != NO_CLASS
        return there


def panel_of(
    questionnaire: Questionnaire, given: Sequence[Contribution], archetypes: Sequence[str]
) -> Panel:
    """The panel of these contributions, scored by the same functions as a single assessment."""
    sheets = [one.answers for one in given]
    of_questions = points(questionnaire, sheets)
    parts = [
        *_scores(questionnaire, of_questions),
        _questions(questionnaire, sheets, of_questions),
        *_routes(given, archetypes),
        _applications(given, archetypes),
    ]
    return Panel(
        tuple(subject for part in parts for subject in part.subjects),
        np.hstack([part.points for part in parts]),
        np.hstack([part.classes for part in parts]),
        np.hstack([part.unknown for part in parts]),
    )


def _scores(questionnaire: Questionnaire, of_questions: Points) -> tuple[Panel, Panel]:
    """Dimensions and topics; their classes are the bands."""
    sums = topic_sums(questionnaire, of_questions)
    topics = topic_scores(sums)
    dimensions = dimension_scores(questionnaire, topics, sums)
    bands = tuple(str(band) for band in range(len(questionnaire.bands) + 1))

    def part(kind: Kind, ids: Sequence[str], scores: Numbers) -> Panel:
        return Panel(
            tuple(Subject(kind, id, bands) for id in ids),
            scores,
            levels(questionnaire.bands, scores).astype(np.int16),
            np.zeros(scores.shape, dtype=bool),
        )

    return (
        part(Kind.DIMENSION, [one.id for one in questionnaire.dimensions], dimensions.score),
        part(Kind.TOPIC, [one.id for one in questionnaire.topics], topics.score),
    )


def _questions(
    questionnaire: Questionnaire, sheets: Sequence[Mapping[str, Answer]], given: Points
) -> Panel:
    asked = scored_questions(questionnaire)
    classes = np.full(given.values.shape, NO_CLASS, dtype=np.int16)
    unknown = np.zeros(given.values.shape, dtype=bool)
    subjects = []
    for column, question in enumerate(asked):
        answers = [sheet.get(question.id, UNANSWERED) for sheet in sheets]
        names: tuple[str, ...] = ()
        if isinstance(question, LevelsQuestion):
            names = tuple(str(level) for level in range(len(question.levels)))
        elif isinstance(question, ChoiceQuestion):
            names = tuple(option.id for option in question.options)
        place = {name: number for number, name in enumerate(names)}
        classes[:, column] = [
            place.get(str(answer.value), NO_CLASS) if answer.state is State.ANSWERED else NO_CLASS
            for answer in answers
        ]
        unknown[:, column] = [answer.state is State.UNKNOWN for answer in answers]
        ordered = isinstance(question, LevelsQuestion)
        asked_if = question.show_if is not None
        subjects.append(
            Subject(Kind.QUESTION, question.id, names, ordered=ordered, conditional=asked_if)
        )
    return Panel(tuple(subjects), 100 * given.values, classes, unknown)


def _routes(given: Sequence[Contribution], archetypes: Sequence[str]) -> tuple[Panel, Panel]:
    """The advised route over all, then for each kind of application among those who plan it.

    Who plans nothing is a class of the first: left out, they would be told by their number.
    """
    columns = [[one.routes.get(id) for one in given] for id in archetypes]
    return (
        _counted(Kind.ROUTE, (OVERALL,), (*ROUTES, NO_PLAN), [[one.overall for one in given]]),
        _counted(Kind.ROUTE, archetypes, ROUTES, columns, conditional=True),
    )


def _applications(given: Sequence[Contribution], archetypes: Sequence[str]) -> Panel:
    """Which kinds of application are planned."""
    columns = [[PLANNED[id not in one.routes] for one in given] for id in archetypes]
    return _counted(Kind.APPLICATION, archetypes, PLANNED, columns)


def _counted(
    kind: Kind,
    ids: Sequence[str],
    classes: tuple[str, ...],
    columns: Sequence[Sequence[str | None]],
    *,
    conditional: bool = False,
) -> Panel:
    """Subjects without points: bodies are only counted by class."""
    place: dict[str | None, int] = {name: number for number, name in enumerate(classes)}
    numbers = [[place.get(one, NO_CLASS) for one in column] for column in columns]
    table: Ints = np.array(numbers, dtype=np.int64).reshape(len(ids), -1).T
    return Panel(
        tuple(
            Subject(kind, id, classes, has_points=False, ordered=False, conditional=conditional)
            for id in ids
        ),
        np.full(table.shape, np.nan),
        table.astype(np.int16),
        np.zeros(table.shape, dtype=bool),
    )
