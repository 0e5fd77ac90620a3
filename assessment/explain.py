"""How a shown figure arose, term by term: of a question, topic, dimension or application."""

from collections.abc import Iterable

from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.questionnaire.documents import closest
from assessment.recommendation.applications import stated_applications
from assessment.recommendation.reasons import explain_suitability
from assessment.result import Result
from assessment.scoring.explanation import (
    Explanation,
    explain_dimension,
    explain_question,
    explain_topic,
)


def explain(result: Result, model: Model, name: str) -> tuple[Explanation, ...]:
    """The explanation of what has this id: of an application one for each route, else one.

    Where several have the same id an application goes first, then a question. Raises Invalid for
    an id that nothing has.
    """
    asked, card = model.questionnaire, result.scorecard
    planned = {one.id: one for one in stated_applications(result.assessment, model.recommendation)}
    if name in planned:
        return explain_suitability(planned[name], card, model.recommendation)
    if name in asked.by_id:
        return (explain_question(asked.by_id[name], asked, result.answers, card),)
    if name in card.topics:
        return (explain_topic(name, asked, result.answers, card),)
    if name in card.dimensions:
        return (explain_dimension(name, asked, card),)
    raise _nothing(name, [*planned, *asked.by_id, *card.topics, *card.dimensions])


def _nothing(name: str, known: Iterable[str]) -> Invalid:
    values = {"given": name, "suggestion": closest(name, known)}
    return Invalid([Problem("nothing_to_explain", values=values)])
