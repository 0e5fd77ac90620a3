"""Figures explained as tables that add up."""

import pytest
from babel.numbers import parse_decimal

from assessment.explain import explain
from assessment.report.content.explanations import explanation_page
from tests.unit.report.firmness.results import MODEL, a_result


def page(what, language="de"):
    return explanation_page(explain(a_result(), MODEL, what), a_result(), MODEL, language)


def number(text, language="de"):
    return parse_decimal(text, locale=language)


@pytest.mark.parametrize("what", ["chatbot", "data.catalogue", "governance", "data.inventory"])
def test_the_lines_add_up_to_the_figure_as_shown(what):
    for figure in page(what).figures:
        gives = [number(term.gives) for term in figure.terms if term.gives != "–"]
        assert sum(gives) == number(figure.total)


def test_an_application_has_a_figure_for_each_route_and_marks_the_advised_one():
    advice = a_result().applications[0].recommendation
    figures = page("chatbot").figures
    assert [figure.total for figure in figures] == [
        f"{points:.1f}".replace(".", ",") for points in advice.suitability.values()
    ]
    advised = [figure.route for figure in figures if figure.advised]
    assert advised == [MODEL.recommendation.route_by_id[advice.route].name["de"]]


def test_a_factor_says_at_which_level_it_stands():
    market = MODEL.recommendation.factor_by_id["market"]
    (term,) = (term for term in page("chatbot").figures[0].terms if term.id == "market")
    assert (term.title, term.note) == ("Angebot am Markt", f"Stufe 3: {market.levels[3]['de']}")


def test_a_topic_lists_its_questions_with_their_answers_and_where_it_counts():
    told = page("data.catalogue", "en").figures[0]
    question = MODEL.questionnaire.by_id["data.inventory"]
    assert told.terms[0].title == question.text["en"]
    assert told.terms[0].note == f"Level 2: {question.levels[2]['en']}"
    assert (told.terms[0].points, told.terms[0].weight) == ("50.0", "50\N{NO-BREAK SPACE}%")
    assert [part.title for part in told.part_of] == ["Data infrastructure"]


def test_a_question_shows_its_answer_and_the_topic_it_belongs_to():
    told = page("data.inventory")
    assert told.topic == "data.catalogue"
    assert told.figures[0].terms[0].title.startswith("Stufe 2: ")
    assert [part.kind for part in told.figures[0].part_of] == ["topic", "dimension"]


def test_a_topic_says_what_it_has_and_what_the_route_asks_for():
    required = MODEL.recommendation.requirements["in_house"]["data.catalogue"].required
    in_house = page("chatbot").figures[-1]
    (term,) = (term for term in in_house.terms if term.id == "data.catalogue")
    assert term.note == f"hat 50,0 Punkte, der Weg verlangt {required:.1f}".replace(".", ",")
