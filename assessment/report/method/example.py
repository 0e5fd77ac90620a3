"""The worked example: an invented town, worked out by the same code as every result."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assessment.explain import explain
from assessment.model import Model, load_model
from assessment.questionnaire.answer_file import parse_answers
from assessment.questionnaire.answers import Assessment
from assessment.report.content.explanations import ExplanationView, explanation_page
from assessment.result import Result, result_of

_NAME = "worked_example.yaml"


@dataclass(frozen=True)
class WorkedExample:
    """A topic and an application of an invented town, each term by term."""

    topic: str
    points: ExplanationView
    application: str
    suitability: ExplanationView


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
    points = explanation_page(explain(result, model, topic), result, model, language)
    suited = explanation_page(explain(result, model, advice.id), result, model, language)
    return WorkedExample(
        topic=points.title,
        points=points.figures[0],
        application=suited.title,
        suitability=next(figure for figure in suited.figures if figure.advised),
    )


def _is_partly_open(topic: str, result: Result) -> bool:
    coverage = result.scorecard.topics[topic].coverage
    return coverage is not None and 0 < coverage < 1
