"""Reads recommendation.yaml and archetypes.yaml of a questionnaire folder and names every fault."""

from pathlib import Path

from assessment.errors import Invalid, Problem
from assessment.questionnaire.documents import Faults, checked, read_document
from assessment.questionnaire.draft import Placed
from assessment.questionnaire.model import Questionnaire
from assessment.recommendation.checks import note_archetype_faults, note_model_faults
from assessment.recommendation.model import Archetype, RecommendationModel


def load_recommendation(folder: Path, questionnaire: Questionnaire) -> RecommendationModel:
    """The recommendation model of the folder, fit for the questionnaire.

    Raises Invalid with every fault of both files.
    """
    unread: list[Problem] = []
    of_model = _read(folder, "recommendation.yaml", unread)
    of_archetypes = _read(folder, "archetypes.yaml", unread)
    model = _model(of_model)
    archetypes = _archetypes(of_archetypes)
    if model is not None:
        note_model_faults(model, questionnaire)
        note_archetype_faults(archetypes, model.part, questionnaire)
    problems = [*unread, *_problems(of_model), *_problems(of_archetypes)]
    if problems or model is None:
        raise Invalid(problems)
    return model.part.model_copy(update={"archetypes": tuple(one.part for one in archetypes)})


def _read(folder: Path, name: str, unread: list[Problem]) -> Faults | None:
    try:
        return Faults(read_document(folder / name, shown_as=name))
    except Invalid as error:
        unread += error.problems
        return None


def _model(faults: Faults | None) -> Placed[RecommendationModel] | None:
    if faults is None:
        return None
    value = faults.document.value
    if isinstance(value, dict) and "archetypes" in value:
        faults.add("unknown_key", ("archetypes",), given="archetypes")
    part = checked(faults, RecommendationModel)
    return None if part is None else Placed(part, (), faults)


def _archetypes(faults: Faults | None) -> list[Placed[Archetype]]:
    """The archetypes that can be understood, one by one, so that one fault hides no other."""
    if faults is None:
        return []
    if not isinstance(faults.document.value, list):
        faults.add("wrong_type", (), expected="list", given=faults.document.value)
        return []
    return [
        Placed(part, (index,), faults)
        for index in range(len(faults.document.value))
        if (part := checked(faults, Archetype, (index,)))
    ]


def _problems(faults: Faults | None) -> tuple[Problem, ...]:
    return faults.problems if faults else ()
