"""What changes would do, in figures worked out by hand and in words."""

from dataclasses import replace

import pytest

from assessment.recommendation.model import Route
from assessment.recommendation.variants.what_if import Item, Try, with_tries
from assessment.report.content.portfolio import portfolio_of
from assessment.report.planned import words
from assessment.report.planned.effects import effects_of
from assessment.report.planned.items import items_of
from assessment.result import result_of
from tests.unit.report.firmness.results import MODEL, a_result, chatbot, firm

INVENTORY = Item("question", "data.inventory")


def told(before, after):
    return list(words.application(before, after, "de"))


def test_nothing_tried_is_nothing_changed():
    effects = effects_of(a_result(), a_result(), MODEL, "de")
    assert effects.in_short == (
        "Keine Empfehlung wäre eine andere.",
        "Alle Punkte bleiben, wie sie sind.",
    )
    assert effects.topics == effects.touched == ()
    assert len(effects.untouched) == 2
    assert not effects.overall_changed
    assert {figure.difference for figure in effects.roadmap} == {"unverändert"}


def test_one_of_two_questions_two_levels_up_lifts_its_topic_by_25_points():
    # Level 2 is 50 points; (50 + 100) / 2 = 75. The dimension has all its other topics at 50.
    tried = result_of(with_tries(a_result().assessment, [Try(INVENTORY, 4)]), MODEL)
    effects = effects_of(a_result(), tried, MODEL, "de")
    (topic,) = effects.topics
    assert (topic.before, topic.after, topic.difference, topic.rises) == (
        "50,0",
        "75,0",
        "+25,0",
        True,
    )
    (dimension,) = [d for d in MODEL.questionnaire.dimensions if d.id == "data_infrastructure"]
    mean = 50 + 25 / len(dimension.topics)
    assert effects.dimensions[0].after == f"{mean:.1f}".replace(".", ",")
    assert effects.in_short[-1] == "Ein Themenfeld bekommt andere Punkte."


def test_the_same_route_can_become_firmer_or_less_firm():
    weak, strong = chatbot(firm(turnkey=0.55)), chatbot(firm(turnkey=0.9))
    assert told(weak, strong)[:2] == [
        "Es bleibt bei: Fertig kaufen.",
        "Fester: in 90 von 100 Durchrechnungen, bisher in 55.",
    ]
    assert told(strong, weak)[1] == "Weniger fest: in 55 von 100 Durchrechnungen, bisher in 90."
    assert told(strong, strong) == ["Es bleibt bei: Fertig kaufen."]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (None, Route.TURNKEY, "Ein Weg wird frei: Fertig kaufen."),
        (Route.TURNKEY, None, "Kein Weg ist mehr offen; bisher: Fertig kaufen."),
        (Route.TURNKEY, Route.IN_HOUSE, "Selbst entwickeln statt Fertig kaufen."),
    ],
)
def test_another_recommendation_is_told_first(before, after, sentence):
    shares = firm(turnkey=0.9)
    assert told(chatbot(shares, route=before), chatbot(shares, route=after))[0] == sentence


def test_every_question_and_factor_can_be_tried_and_says_where_it_stands():
    items = items_of(a_result().assessment, MODEL, "de")
    # Four conditions, ten factors for each of two applications, 51 questions.
    assert len(items.by_key) == 4 + 2 * 10 + 51
    assert items.by_key["data.inventory"].today.startswith("Stufe 2: ")
    assert items.by_key["partner"].today == "keine Angabe"
    assert items.by_key["chatbot/market"].today.startswith("Stufe 3: ")
    assert items.by_key["telefon/market"].today.startswith("keine Angabe, angenommen: Stufe ")
    today = [choice.mark for choice in items.by_key["data.inventory"].choices if choice.today]
    assert today == ["2"]


def test_the_portfolio_numbers_applications_by_priority():
    chatbot_plan, phone = a_result().assessment.applications
    plans = (replace(chatbot_plan, benefit=4), replace(phone, benefit=None))
    result = replace(a_result(), assessment=replace(a_result().assessment, applications=plans))
    view = portfolio_of(result, MODEL, "de")
    assert [(one.number, one.id) for one in view.applications] == [(1, "telefon"), (2, "chatbot")]
    assert [one.id for one in view.placed] == ["chatbot"]
    assert [one.id for one in view.without_benefit] == ["telefon"]
    assert view.without_gap == ()
    fit = result.applications[0].recommendation.readiness_fit[view.placed[0].route_id]
    assert view.placed[0].gap == f"{100 * (1 - fit):.1f}".replace(".", ",")
    assert view.wide.alternative == view.narrow.alternative
    assert view.placed[0].quadrant_name in view.wide.alternative
