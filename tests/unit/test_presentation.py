"""The result as JSON: rounded once, half away from zero, null where nothing can be formed."""

import json
from datetime import date

import pytest

from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.presentation import points, share, to_json
from assessment.questionnaire.answers import Answer, Assessment, PlannedApplication, State
from assessment.result import result_of

ROUTES = ["turnkey", "shared_service", "co_development", "in_house"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.05, 0.1),
        (0.25, 0.3),
        (2.675, 2.7),
        (61.25, 61.3),
        (61.2499999, 61.2),
        (-0.05, -0.1),
        (-0.04, 0.0),
        (1e-12, 0.0),
        (100, 100.0),
        (None, None),
    ],
)
def test_points_are_rounded_to_one_decimal_half_away_from_zero(value, shown):
    assert points(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(0.0005, 0.001), (1 / 3, 0.333), (2 / 3, 0.667), (1, 1.0), (None, None)]
)
def test_shares_are_rounded_to_three_decimals(value, shown):
    assert share(value) == shown


@pytest.mark.parametrize("value", [-0.0, -0.0001])
def test_there_is_no_negative_zero(value):
    assert str(points(value)) == "0.0"
    assert str(share(value * 0.1)) == "0.0"


def json_of(answers, *applications, language="de", **more):
    model = load_model()
    assessment = Assessment(
        questionnaire=model.questionnaire.reference,
        municipality=Municipality(
            "Musterstadt", Body.MUNICIPALITY, state="NW", population=20_000, ags="05999999"
        ),
        date=date(2026, 11, 22),
        answers=answers,
        applications=applications,
        **more,
    )
    return to_json(result_of(assessment, model), model, language)


def all_at(level):
    return {name: Answer(State.ANSWERED, level) for name in load_model().questionnaire.by_id}


CHATBOT = PlannedApplication("chat", "citizen_chatbot", factors={"specificity": 1})


@pytest.fixture(scope="module")
def at_level_2():
    return json_of(all_at(2), CHATBOT, factors={"partner": 3})


def test_the_keys_are_those_that_programs_rely_on(at_level_2):
    assert list(at_level_2) == [
        "questionnaire",
        "model_hash",
        "tool_version",
        "date",
        "municipality",
        "coverage",
        "dimensions",
        "applications",
        "overall",
        "roadmap",
        "cases",
    ]
    assert list(at_level_2["dimensions"]["governance"]) == [
        "score",
        "low",
        "high",
        "coverage",
        "level",
        "readiness_fit",
        "topics",
    ]
    assert set(at_level_2["applications"][0]) == {
        "id", "archetype", "title", "factors", "route", "margin", "firmness", "shares",
        "suitability", "readiness_fit", "context_fit", "state", "gates", "reasons", "flips",
        "clarify_first", "evidence", "exit_check", "reuse", "cases", "ask_first", "too_close",
        "find_out_first", "benefit", "readiness_gap",
    }  # fmt: skip
    assert set(at_level_2["overall"]) == {
        "route", "suitability", "state", "firmness", "shares", "ask_first"
    }  # fmt: skip
    assert set(at_level_2["cases"][0]) == {
        "id", "title", "municipality", "route", "status", "as_of", "similarity", "traits", "source"
    }  # fmt: skip


def test_it_can_be_written_and_read_back(at_level_2):
    assert json.loads(json.dumps(at_level_2, allow_nan=False)) == at_level_2


def test_scores_ranges_levels_and_gaps(at_level_2):
    governance = at_level_2["dimensions"]["governance"]
    assert (governance["score"], governance["low"], governance["high"]) == (50, 50, 50)
    assert (governance["coverage"], governance["level"]) == (1, 2)
    assert governance["topics"]["governance.privacy"]["gap"] == {
        "turnkey": 0,
        "shared_service": 0,
        "co_development": 12.5,
        "in_house": 25,
    }


def test_factors_say_whether_they_were_given(at_level_2):
    factors = at_level_2["applications"][0]["factors"]
    assert factors["specificity"] == {"level": 1, "given": True}
    assert factors["partner"] == {"level": 3, "given": True}
    assert factors["market"] == {"level": 4, "given": False}


def test_the_advice_has_every_route_and_names_unmet_gates_only(at_level_2):
    chat = at_level_2["applications"][0]
    for key in ("suitability", "readiness_fit", "context_fit", "state", "gates"):
        assert list(chat[key]) == ROUTES
    assert chat["state"]["in_house"] == "stopped"
    assert chat["gates"]["turnkey"] == [
        {
            "gate": gate,
            "question": "governance.public_notice",
            "minimum": minimum,
            "target": 3,
            "actual": 2,
        }
        for gate, minimum in (("ai_notice", 1), ("accessibility", 0))
    ]
    assert {"gate", "factor", "minimum", "target", "actual"} == set(chat["gates"]["in_house"][-1])


def test_evidence_are_counts_of_cases_for_every_route(at_level_2):
    chat = at_level_2["applications"][0]
    assert list(chat["evidence"]) == ROUTES
    assert sum(chat["evidence"].values()) == load_model().matching.evidence.cases


def test_the_exit_check_names_topics_where_they_stand_and_the_questions_that_tell(at_level_2):
    points = at_level_2["applications"][0]["exit_check"]
    assert [point["topic"] for point in points] == [
        topic.id for topic in load_model().exit_check.topics
    ]
    assert points[0] == {
        "topic": "data_export",
        "standing": "open",  # level 2 everywhere, settled from 3 on
        "questions": ["governance.contract_exit", "data.system_export"],
    }


def test_without_a_route_there_is_no_exit_check_but_evidence_and_reuse():
    chat = json_of({}, CHATBOT)["applications"][0]
    assert chat["route"] is None
    assert chat["exit_check"] == []
    assert sum(chat["evidence"].values()) > 0
    known = load_model().case_by_id
    assert chat["reuse"]
    assert all(known[id].reusable or known[id].approach == "shared_service" for id in chat["reuse"])


def test_blank_answers_give_no_result_but_full_ranges_and_what_to_clarify_first():
    blank = json_of({}, CHATBOT)
    assert blank["coverage"] == 0
    for dimension in blank["dimensions"].values():
        assert (dimension["score"], dimension["level"]) == (None, None)
        assert (dimension["low"], dimension["high"]) == (0, 100)
        for topic in dimension["topics"].values():
            assert (topic["score"], topic["low"], topic["high"]) == (None, 0, 100)
            assert set(topic["gap"].values()) == {None}
    chat = blank["applications"][0]
    assert (chat["route"], chat["margin"]) == (None, None)
    assert set(chat["suitability"].values()) == {None}
    assert "governance.risk_classification" in chat["clarify_first"]
    assert {gate["actual"] for gate in chat["gates"]["turnkey"]} == {"unknown"}
    assert blank["overall"]["route"] is None


def test_titles_follow_the_language_and_an_own_title_stands():
    own = PlannedApplication(
        "x", None, title="Archivsuche", field="other", technology="other", ai_act="minimal"
    )
    named = PlannedApplication("y", "citizen_chatbot", title="Frag Emma")
    titles = {
        language: [
            one["title"]
            for one in json_of(all_at(2), CHATBOT, own, named, language=language)["applications"]
        ]
        for language in ("de", "en")
    }
    assert titles["de"] == ["Bürger-Chatbot", "Archivsuche", "Frag Emma"]
    assert titles["en"] == ["Citizen chatbot", "Archivsuche", "Frag Emma"]


def test_the_municipality_is_told_with_what_is_known_of_it(at_level_2):
    body = at_level_2["municipality"]
    assert (body["ags"], body["name"], body["body"]) == ("05999999", "Musterstadt", "municipality")
    assert (body["state"], body["population"], body["district"]) == ("NW", 20_000, None)


def test_the_same_input_gives_the_same_text():
    first, second = (json.dumps(json_of(all_at(3), CHATBOT)) for _ in range(2))
    assert first == second


def test_the_order_of_answers_changes_nothing():
    turned = dict(reversed(all_at(3).items()))
    assert json_of(turned, CHATBOT) == json_of(all_at(3), CHATBOT)
