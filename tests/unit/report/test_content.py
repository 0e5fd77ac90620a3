"""What the report says, as view data: words and figures in the reader's language."""

from datetime import date

import pytest

from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import Answer, Assessment, PlannedApplication, State
from assessment.report.brief import Brief
from assessment.report.content import content_of
from assessment.result import result_of

MODEL = load_model()
TOWN = Municipality("Musterstadt", Body.MUNICIPALITY, state="NW", population=18_000)
CHATBOT = PlannedApplication("chatbot", "citizen_chatbot", priority=2)


def all_at(level, **others):
    answers = {id: Answer(State.ANSWERED, level) for id in MODEL.questionnaire.by_id}
    return {**answers, **{id.replace("__", "."): answer for id, answer in others.items()}}


def the_report(language="de", **parts):
    assessment = Assessment("ki-readiness@2026.1", TOWN, date(2026, 11, 22), **parts)
    return content_of(result_of(assessment, MODEL), MODEL, Brief(language))


def test_points_are_written_as_the_language_writes_them():
    answers = all_at(2, data__inventory=Answer(State.ANSWERED, 3))
    german = the_report(answers=answers).profile.dimensions[0].topics[0]
    english = the_report("en", answers=answers).profile.dimensions[0].topics[0]
    assert (german.score, english.score) == ("62,5", "62.5")


def test_a_topic_says_what_each_route_still_lacks():
    topic = the_report(answers=all_at(0)).profile.dimensions[0].topics[0]
    required = [
        route[topic.id].required
        for route in (
            MODEL.recommendation.requirements.turnkey,
            MODEL.recommendation.requirements.shared_service,
            MODEL.recommendation.requirements.co_development,
            MODEL.recommendation.requirements.in_house,
        )
    ]
    assert topic.missing == tuple(f"{points:.1f}".replace(".", ",") for points in required)


def test_without_answers_there_is_no_result_and_the_range_is_everything():
    report = the_report(answers={})
    assert {dimension.score for dimension in report.profile.dimensions} == {"–"}
    assert {dimension.range for dimension in report.profile.dimensions} == {"0,0–100,0"}
    assert {dimension.level for dimension in report.profile.dimensions} == {"noch kein Ergebnis"}
    assert len(report.open_questions) == len(MODEL.questionnaire.questions)
    assert report.profile.strongest == ()


def test_without_answers_an_application_asks_to_clarify_first():
    report = the_report(answers={}, applications=(CHATBOT,))
    assert report.applications[0].advised is None
    assert report.applications[0].clarify_first
    assert [item.id for item in report.summary.to_clarify] == ["chatbot"]


def test_without_applications_the_advice_is_on_the_usual_ones():
    report = the_report(answers=all_at(2))
    assert report.overall.standard_set
    assert report.applications == ()
    assert [group.title for group in report.case_groups] == [""]


def test_the_advised_route_names_its_conditions_and_the_level_that_lifts_them():
    report = the_report(answers=all_at(2), applications=(CHATBOT,))
    application = report.applications[0]
    assert application.advised is not None
    for gate in application.conditions:
        lack = gate.lacks[application.advised.id]
        question = MODEL.questionnaire.by_id[gate.subject_id]
        assert not lack.stops
        assert lack.text == question.levels[lack.target]["de"]


def test_routes_that_are_stopped_say_how_many_things_stop_them():
    in_house = the_report(answers=all_at(1), applications=(CHATBOT,)).applications[0].routes[-1]
    assert in_house.state == "stopped"
    assert in_house.stopping > 0


def test_what_several_applications_need_is_counted_once_in_the_summary():
    plans = (CHATBOT, PlannedApplication("telefon", "phone_assistant"))
    report = the_report(answers=all_at(2), applications=plans)
    shared = set.intersection(
        *({gate.gate for gate in item.conditions} for item in report.applications)
    )
    counts = [condition.applications for condition in report.summary.conditions]
    assert shared
    assert counts[0] == 2
    assert counts == sorted(counts, reverse=True)


def test_an_own_application_is_classed_by_what_the_body_stated():
    own = PlannedApplication(
        "eigene", None, title="Baumkataster", field="other", technology="other", ai_act="minimal"
    )
    application = the_report(answers=all_at(2), applications=(own,)).applications[0]
    assert application.title == "Baumkataster"
    assert application.ai_act_hint == MODEL.recommendation.ai_act_classes["minimal"]["de"]


def test_a_case_that_was_described_before_is_not_described_again():
    twins = (CHATBOT, PlannedApplication("zweiter", "citizen_chatbot"))
    first, second = the_report(answers=all_at(2), applications=twins).case_groups
    assert all(case.first for case in first.cases)
    assert not any(case.first for case in second.cases)


def test_a_case_shows_its_status_as_of_its_source_and_what_it_shares():
    case = the_report("en", answers=all_at(2), applications=(CHATBOT,)).case_groups[0].cases[0]
    assert case.status
    assert case.source_url.startswith("https://")
    assert case.shared


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (Answer(State.UNKNOWN), "Weiß nicht"),
        (Answer(State.UNANSWERED), "Nicht beantwortet"),
    ],
)
def test_an_open_answer_is_called_by_its_state(answer, text):
    report = the_report(answers=all_at(2, data__inventory=answer))
    assert report.answers[0].topics[0].answers[0].text == text


def test_an_answer_shows_its_level_in_full_with_comment_and_evidence():
    given = Answer(State.ANSWERED, 3, comment="seit 2025", evidence="Liste", respondent="IT")
    shown = the_report(answers=all_at(2, data__inventory=given)).answers[0].topics[0].answers[0]
    assert shown.level == "3"
    assert shown.text == MODEL.questionnaire.by_id["data.inventory"].levels[3]["de"]
    assert (shown.comment, shown.evidence, shown.respondent) == ("seit 2025", "Liste", "IT")


def test_a_chart_says_in_words_what_it_shows_and_gives_its_figures():
    chart = the_report(answers=all_at(2)).profile.chart
    assert "Dateninfrastruktur 50,0" in chart.alternative
    assert chart.rows[0][:2] == ("Dateninfrastruktur", "50,0")
    assert len(chart.head) == len(chart.rows[0])


def test_evidence_stands_beside_the_advice_with_counts_and_shares():
    evidence = the_report(answers=all_at(2), applications=(CHATBOT,)).applications[0].evidence
    assert evidence.of == MODEL.matching.evidence.cases
    assert sum(line.cases for line in evidence.routes) == evidence.of
    turnkey = evidence.on("turnkey")
    assert turnkey.name == "Fertig kaufen"
    assert turnkey.share == f"{round(100 * turnkey.cases / evidence.of)}\N{NO-BREAK SPACE}%"
    assert len(evidence.cases) == evidence.of
    assert "ausgelost" in evidence.note


def test_the_exit_check_says_where_the_body_stands_and_what_to_ask():
    check = the_report("en", answers=all_at(2), applications=(CHATBOT,)).applications[0].exit_check
    export = check.points[0]
    assert (export.title, export.standing_name) == ("Data export", "Still open")
    assert {told.level for told in export.told} == {2}
    assert export.ask
    assert check.unsettled == sum(point.standing != "settled" for point in check.points)


def test_without_a_route_there_is_nothing_to_sign():
    assert the_report(answers={}, applications=(CHATBOT,)).applications[0].exit_check.points == ()


def test_amounts_stand_with_the_route_the_status_and_the_source_of_their_case():
    groups = the_report(answers=all_at(2), applications=(CHATBOT,)).applications[0].costs
    costs = [cost for group in groups for cost in group.costs]
    archetype = MODEL.recommendation.archetype_by_id["citizen_chatbot"]
    assert {cost.text for cost in costs} == {hint.text["de"] for hint in archetype.cost_hints}
    assert all(cost.place and cost.status and cost.source for cost in costs)
    assert [group.route for group in groups] == ["Fertig kaufen", "Gemeinsam entwickeln"]


def test_what_may_be_taken_over_names_its_place_and_source():
    reuse = the_report(answers=all_at(2), applications=(CHATBOT,)).applications[0].reuse
    assert reuse
    assert all(line.place and line.source_url.startswith("http") for line in reuse)


def test_a_dimension_at_the_top_allows_every_route():
    for dimension in the_report(answers=all_at(4)).profile.dimensions:
        assert all(stance.complete for stance in dimension.stances)
        assert {stance.fit for stance in dimension.stances} == {"100\N{NO-BREAK SPACE}%"}
