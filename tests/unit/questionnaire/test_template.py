"""The blank answer file: complete, explained, and valid as soon as it names the municipality."""

import datetime as dt
import json

import pytest

from assessment.errors import Invalid
from assessment.questionnaire.answer_file import Vocabulary, parse_answers
from assessment.questionnaire.loader import load_questionnaire
from assessment.questionnaire.model import Text
from assessment.questionnaire.template import blank_answers
from assessment.resources import questionnaires_folder
from tests.unit.questionnaire.tiny import FOLDER, tiny, vocabulary

DATE = dt.date(2026, 11, 22)
TINY = sorted(path.name for path in FOLDER.iterdir() if path.name != "broken")


def real():
    return load_questionnaire(questionnaires_folder() / "ki-readiness")


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("format_", ["yaml", "json"])
@pytest.mark.parametrize("name", TINY)
def test_a_blank_file_is_valid_and_without_answers(name, format_, language):
    text = blank_answers(tiny(name), format=format_, language=language, date=DATE, ags="05774032")

    read = parse_answers(text.encode(), file=f"blank.{format_}", vocabulary=vocabulary(name))
    assert (read.municipality.name, read.date, read.answers) == ("Paderborn", DATE, {})


@pytest.mark.parametrize("format_", ["yaml", "json"])
def test_without_an_ags_the_ags_is_all_that_is_missing(format_):
    text = blank_answers(real(), format=format_, language="de", date=DATE)

    with pytest.raises(Invalid) as failure:
        parse_answers(text.encode(), file=f"blank.{format_}", vocabulary=Vocabulary(real()))
    assert [problem.code for problem in failure.value.problems] == ["bad_ags"]


def test_json_lists_every_question_with_null():
    data = json.loads(blank_answers(real(), format="json", language="de", date=DATE))

    assert data["answers"] == dict.fromkeys(real().by_id)


@pytest.mark.parametrize("language", ["de", "en"])
def test_yaml_shows_every_text_of_every_question(language):
    text = blank_answers(real(), format="yaml", language=language, date=DATE)
    shown = " ".join(line.lstrip(" #") for line in text.splitlines())
    shown = " ".join(shown.split())

    for question in real().questions:
        texts = [question.text, question.help, *question.levels]
        assert all(" ".join(part[language].split()) in shown for part in texts)
        assert f"\n  {question.id}: null\n" in text


def test_comments_are_no_wider_than_a_screen():
    text = blank_answers(real(), format="yaml", language="de", date=DATE)

    assert max(len(line) for line in text.splitlines()) <= 100


def test_factors_and_archetypes_are_explained_where_they_are_given():
    class Partner:
        id = "partner"
        question = Text(de="Haben Sie einen Partner?", en="Do you have a partner?")
        levels = (Text(de="Nein", en="None"), Text(de="Ja", en="A partner"))

    text = blank_answers(
        tiny("levels"),
        format="yaml",
        language="en",
        date=DATE,
        ags="05774032",
        factors=[Partner()],
        archetypes={"citizen_chatbot": Text(de="Chatbot", en="Chatbot for citizens")},
    )

    assert (
        "  # Do you have a partner?\n  #   0: None\n  #   1: A partner\n  partner: null\n" in text
    )
    assert "#   citizen_chatbot: Chatbot for citizens\n" in text
    parse_answers(text.encode(), file="blank.yaml", vocabulary=vocabulary("levels"))


def test_a_follow_up_says_on_what_it_depends():
    text = blank_answers(tiny("show_if"), format="yaml", language="en", date=DATE)

    assert "  # Asked only depending on the answer to: first, follow_up\n  why_not: null" in text
