"""The tiny questionnaires of `tests/questionnaires/` and what answer files for them may name."""

from functools import cache
from pathlib import Path

from assessment.questionnaire.answer_file import Vocabulary, parse_answers
from assessment.questionnaire.answers import Assessment
from assessment.questionnaire.loader import load_questionnaire
from assessment.questionnaire.model import Questionnaire

FOLDER = Path(__file__).parents[2] / "questionnaires"


@cache
def tiny(name: str) -> Questionnaire:
    return load_questionnaire(FOLDER / name)


def vocabulary(name: str) -> Vocabulary:
    return Vocabulary(
        questionnaire=tiny(name),
        factors={"partner": "body", "budget": "body", "market": "application"},
        archetypes=frozenset({"citizen_chatbot", "road_condition"}),
        traits=frozenset({"public_facing", "generative"}),
        ai_act_classes=frozenset({"minimal", "high_likely"}),
    )


HEAD = 'questionnaire: tiny@1\nmunicipality: {ags: "05774032"}\ndate: 2026-11-22\n'


def parsed(text: str, questionnaire: str = "levels", file: str = "answers.yaml") -> Assessment:
    """The assessment in the text of an answer file."""
    return parse_answers(text.encode(), file=file, vocabulary=vocabulary(questionnaire))
