"""Checks what comes in piece by piece, from a form, with the very rules of answer files."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from assessment.errors import Invalid, Problem
from assessment.municipality import Body, Municipality
from assessment.questionnaire.answer_file.reading import parse_answers
from assessment.questionnaire.answer_file.vocabulary import Vocabulary
from assessment.questionnaire.answer_file.writing import answers_as_data
from assessment.questionnaire.answers import (
    UNANSWERED,
    Answer,
    Assessment,
    Plan,
    PlannedApplication,
)

# Stands in for the body where only a part of an assessment is checked.
_SOMEBODY = Municipality("-", Body.MUNICIPALITY)
_SOME_DAY = date(2000, 1, 1)


def checked_assessment(assessment: Assessment, vocabulary: Vocabulary) -> Assessment:
    """The assessment as its answer file would be read. Raises Invalid with every problem."""
    data = json.dumps(answers_as_data(assessment))
    try:
        return parse_answers(data.encode(), file="", vocabulary=vocabulary)
    except Invalid as error:
        raise Invalid(replace(problem, line=None) for problem in error.problems) from None


def checked_answers(answers: Mapping[str, Answer], vocabulary: Vocabulary) -> dict[str, Answer]:
    """These answers, blank texts left out. Raises Invalid; places begin with the question's id."""
    found = _checked("answers.", vocabulary, answers=answers).answers
    return {question: found.get(question, UNANSWERED) for question in answers}


def checked_body_factors(
    levels: Mapping[str, int | None], vocabulary: Vocabulary
) -> dict[str, int | None]:
    """These levels of the body's factors. Raises Invalid; places are the factors' ids."""
    return dict(_checked("factors.", vocabulary, answers={}, factors=levels).factors)


def checked_application(
    application: PlannedApplication, vocabulary: Vocabulary
) -> PlannedApplication:
    """The application, blank texts left out. Raises Invalid; places begin with the entry's name."""
    planned = (application,)
    return _checked("applications[0].", vocabulary, answers={}, applications=planned).applications[
        0
    ]


def checked_planning(
    plan: Plan | None, targets: Mapping[str, int], vocabulary: Vocabulary
) -> tuple[Plan | None, dict[str, int]]:
    """The frame of the roadmap and the levels wanted. Raises Invalid; places as in a file."""
    found = _checked("", vocabulary, answers={}, plan=plan, targets=targets)
    return found.plan, dict(found.targets)


def _checked(prefix: str, vocabulary: Vocabulary, **parts: Any) -> Assessment:
    reference = vocabulary.questionnaire.reference
    try:
        return checked_assessment(Assessment(reference, _SOMEBODY, _SOME_DAY, **parts), vocabulary)
    except Invalid as error:
        raise Invalid(_without(prefix, problem) for problem in error.problems) from None


def _without(prefix: str, problem: Problem) -> Problem:
    return replace(problem, place=problem.place.removeprefix(prefix))
