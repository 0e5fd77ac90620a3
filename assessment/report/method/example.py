"""The worked example: an invented town, worked out by the same code as every result."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from assessment.explain import explain
from assessment.model import Model, load_model
from assessment.presentation.explanation import shown_terms
from assessment.questionnaire.answer_file import parse_answers
from assessment.questionnaire.answers import Assessment
from assessment.report.content.explanations import ExplanationView, TermView, explanation_page
from assessment.report.content.figures import number, points
from assessment.result import Result, result_of
from assessment.scoring.explanation import Explanation
from assessment.wording import translator

_NAME = "worked_example.yaml"
_FULL_POINTS = 100.0


@dataclass(frozen=True)
class WorkedExample:
    """A topic and an application of an invented town, each term by term.

    For print, the topics that have all that the route asks for stand on one line.
    """

    topic: str
    points: ExplanationView
    application: str
    suitability: ExplanationView
    suitability_in_print: ExplanationView


def example_input(model: Model) -> Assessment | None:
    """The answers of the worked example; None where the questionnaire has none. Raises Invalid."""
    file = model.folder / _NAME
    if not file.is_file():
        return None
    return parse_answers(file.read_bytes(), file=_NAME, vocabulary=model.vocabulary)


@cache
def example_result(folder: Path) -> Result | None:
    """The result of the worked example, worked out once per process."""
    model = load_model(folder)
    assessment = example_input(model)
    return result_of(assessment, model) if assessment else None


def example_of(result: Result, model: Model, language: str) -> WorkedExample:
    """The topic that is still partly open, and the application on the route advised for it."""
    topic = next(
        topic.id for topic in model.questionnaire.topics if _is_partly_open(topic.id, result)
    )
    advice = result.applications[0].recommendation
    scored = explanation_page(explain(result, model, topic), result, model, language)
    routes = explain(result, model, advice.id)
    suited = explanation_page(routes, result, model, language)
    figure, explanation = next(
        pair for pair in zip(suited.figures, routes, strict=True) if pair[0].advised
    )
    return WorkedExample(
        topic=scored.title,
        points=scored.figures[0],
        application=suited.title,
        suitability=figure,
        suitability_in_print=_met_on_one_line(figure, explanation, language),
    )


def _met_on_one_line(
    figure: ExplanationView, explanation: Explanation, language: str
) -> ExplanationView:
    """The figure with the topics at full points as one term that gives what they give together."""
    shown = [term for term in shown_terms(explanation) if term.weight != 0]
    is_met = [term.kind == "topic" and term.value == _FULL_POINTS for term in shown]
    met = [term for term, full in zip(shown, is_met, strict=True) if full]
    if len(met) < 2:
        return figure
    rest = (term for term, full in zip(figure.terms, is_met, strict=True) if not full)
    count = translator(language).ngettext(
        "%(num)d topic that has all the route asks for",
        "%(num)d topics that have all the route asks for",
        len(met),
    )
    weight = round(100 * sum(term.weight or 0.0 for term in met), 1)
    together = TermView(
        kind="topics",
        id="",
        title=count % {"num": len(met)},
        note="",
        points=points(_FULL_POINTS, language),
        weight=f"{number(weight, language)}\N{NO-BREAK SPACE}%",
        gives=points(sum(term.contribution or 0.0 for term in met), language),
    )
    return replace(figure, terms=(together, *rest))


def _is_partly_open(topic: str, result: Result) -> bool:
    coverage = result.scorecard.topics[topic].coverage
    return coverage is not None and 0 < coverage < 1
