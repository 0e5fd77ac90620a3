"""Reads exit_check.yaml of a questionnaire folder and names every fault in it."""

from pathlib import Path

from assessment.errors import Invalid
from assessment.exit_check.model import ExitCheck, ExitTopic
from assessment.questionnaire.documents import Faults, Place, checked, read_document
from assessment.questionnaire.model import LevelsQuestion, Questionnaire
from assessment.recommendation.model import Route

_NAME = "exit_check.yaml"


def load_exit_check(folder: Path, questionnaire: Questionnaire) -> ExitCheck:
    """The exit check of the folder, fit for the questionnaire.

    Raises Invalid with every fault found: of form, topics named twice, questions that do not exist
    or have no such level, routes for which a topic has nothing to ask.
    """
    faults = Faults(read_document(folder / _NAME, shown_as=_NAME))
    check = checked(faults, ExitCheck)
    if check is not None:
        _note_faults(check, faults, questionnaire)
    if check is None or faults.problems:
        raise Invalid(faults.problems)
    return check


def _note_faults(check: ExitCheck, faults: Faults, questionnaire: Questionnaire) -> None:
    seen: set[str] = set()
    for index, topic in enumerate(check.topics):
        place = ("topics", index)
        if topic.id in seen:
            faults.add("duplicate_id", (*place, "id"), given=topic.id)
        seen.add(topic.id)
        _note_routes_left_out(topic, faults, place)
        _note_unfit_questions(topic, faults, place, questionnaire)


def _note_routes_left_out(topic: ExitTopic, faults: Faults, place: Place) -> None:
    asked = {route for question in topic.ask for route in question.routes}
    for route in Route:
        if route not in asked:
            faults.add("nothing_to_ask", (*place, "ask"), given=route)


def _note_unfit_questions(
    topic: ExitTopic, faults: Faults, place: Place, questionnaire: Questionnaire
) -> None:
    by_id = {question.id: question for question in questionnaire.questions}
    for number, tells in enumerate(topic.tells):
        at = (*place, "tells", number)
        question = by_id.get(tells.question)
        if question is None:
            faults.add("unknown_question", (*at, "question"), given=tells.question)
        elif not isinstance(question, LevelsQuestion):
            faults.add("question_without_levels", (*at, "question"), given=tells.question)
        elif tells.settled_from >= len(question.levels):
            limit = len(question.levels) - 1
            faults.add("too_large", (*at, "settled_from"), given=tells.settled_from, limit=limit)
