"""What would change the advice, as sentences."""

from assessment.recommendation.model import Route
from assessment.report.content.firmness.flips import flips_of
from tests.unit.report.firmness.results import MODEL, answer, chatbot, factor, firm, flip

INVENTORY = MODEL.questionnaire.by_id["data.inventory"]


def told(*flips, language="de"):
    return flips_of(chatbot(firm(turnkey=1.0), flips=flips), MODEL, language)


def test_a_higher_level_is_told_with_where_it_leads_and_what_it_stands_for():
    (german,) = told(flip(answer("data.inventory", 1, 3))).would_change
    assert german.text == (
        f"Stünde „{INVENTORY.text['de']}“ auf Stufe 3 statt 1, würde „Selbst entwickeln“ empfohlen."
    )
    assert german.changes[0].means == f"Stufe 3: {INVENTORY.levels[3]['de']}"
    (english,) = told(flip(answer("data.inventory", 1, 3)), language="en").would_change
    assert english.text == (
        f"If “{INVENTORY.text['en']}” were at level 3 instead of 1, "
        "In-house development would be advised."
    )


def test_an_answer_that_nobody_knows_is_told_as_unknown_today():
    (one,) = told(flip(answer("data.inventory", None, 1))).would_change
    assert "auf Stufe 1 (heute unbekannt), würde" in one.text


def test_a_factor_that_was_only_assumed_says_so():
    given, assumed = told(
        flip(factor("market", 3, 1), leads_to=Route.CO_DEVELOPMENT),
        flip(factor("partner", 2, 3), leads_to=Route.SHARED_SERVICE),
    ).would_change
    assert given.text == (
        "Stünde „Angebot am Markt“ auf Stufe 1 statt 3, würde „Gemeinsam entwickeln“ empfohlen."
    )
    assert assumed.text == (
        "Stünde „Partner zur Hand“ auf Stufe 3 statt der angenommenen 2, "
        "würde „Gemeinsam betreiben“ empfohlen."
    )


def test_a_fall_tells_what_the_advice_rests_on():
    found = told(flip(answer("data.inventory", 2, 0), leads_to=None))
    assert found.would_change == ()
    assert found.rests_on[0].text.endswith(
        "auf Stufe 0 statt 2, wäre kein Umsetzungsweg mehr offen."
    )


def test_two_changes_at_once_stand_in_one_sentence():
    both = flip(factor("market", 3, 1), answer("data.inventory", 1, 2))
    assert told(both).pairs[0].text == (
        f"Stünde „Angebot am Markt“ auf Stufe 1 statt 3 und „{INVENTORY.text['de']}“ auf Stufe 2 "
        "statt 1, würde „Selbst entwickeln“ empfohlen."
    )
    assert [change.place for change in told(both).pairs[0].changes] == ["application", "question"]


def test_without_flips_there_is_nothing_that_would_change_it():
    assert told().nothing
    assert not told(flip(factor("market", 3, 1))).nothing


def test_only_the_nearest_are_told_where_there_is_little_room():
    many = [flip(factor("market", 3, level)) for level in (0, 1, 2, 4)] * 2
    assert len(told(*many).would_change) == 8
    assert len(told(*many).nearest) == 5
