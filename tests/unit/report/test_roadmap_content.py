"""What page and PDF say of a roadmap: measures in their quarters, what for, and what is missing."""

from datetime import date

import pytest

from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import Answer, Assessment, Plan, PlannedApplication, State
from assessment.recommendation.model import Route
from assessment.report.brief import Brief
from assessment.report.content import content_of
from assessment.report.content.figures import days, quarter, quarters
from assessment.result import result_of

ROUTES = tuple(Route)
CHATBOT = PlannedApplication("chatbot", "citizen_chatbot")


def roadmap_view(answers=None, *applications, language="de", **more):
    model = load_model()
    assessment = Assessment(
        questionnaire=model.questionnaire.reference,
        municipality=Municipality("Musterstadt", Body.MUNICIPALITY),
        date=date(2026, 11, 22),
        answers=answers or {},
        applications=applications,
        **more,
    )
    return content_of(result_of(assessment, model), model, Brief(language)).roadmap


@pytest.fixture(scope="module")
def at_level_1():
    questions = load_model().questionnaire.questions
    answers = {
        question.id: Answer(State.ANSWERED, 1)
        for question in questions
        if question.kind == "levels"
    }
    return roadmap_view(answers, CHATBOT, plan=Plan("2027-Q3", 12, 40))


def test_quarters_are_written_the_short_way():
    assert quarter("2027-Q1") == "Q1 2027"
    assert quarters("2027-Q1", "2027-Q1") == "Q1 2027"
    assert quarters("2027-Q1", "2027-Q3") == "Q1–Q3 2027"
    assert quarters("2027-Q4", "2028-Q1") == "Q4 2027–Q1 2028"


def test_person_days_are_rounded_and_written_without_a_needless_decimal():
    assert [days(value, "de") for value in (6, 7.5, 5 / 3, 1200)] == ["6", "7,5", "1,7", "1.200"]


def test_each_measure_says_when_by_whom_what_for_and_who_helps(at_level_1):
    assert at_level_1.feasible
    assert at_level_1.plan.start == "Q3 2027"
    assert at_level_1.plan.end == "Q2 2030"
    for step in at_level_1.steps:
        assert step.first + step.length <= at_level_1.plan.quarters
        assert step.responsible
        assert step.purposes
        assert step.kind_name == step.purposes[0].kind_name
        assert not {offer.url for offer in step.offers} & {source.url for source in step.sources}
    assert {purpose.applications for step in at_level_1.steps for purpose in step.purposes} == {
        ("Bürger-Chatbot",)
    }


def test_measures_stand_by_dimension_and_topic_from_the_lowest_level_up(at_level_1):
    order = [topic.title["de"] for topic in load_model().questionnaire.topics]
    shown = [(order.index(step.topic), step.level) for step in at_level_1.steps]
    assert shown == sorted(shown)


def test_the_application_is_followed_from_today_to_its_open_route(at_level_1):
    (chatbot,) = at_level_1.applications
    assert len(chatbot.states) == at_level_1.plan.quarters
    assert chatbot.states[-1].code == "open"
    assert chatbot.changes[-1][1].name == "Offen"


def test_what_does_not_fit_is_told_with_what_would_do_and_what_is_missed():
    view = roadmap_view(targets={"data.catalogue": 4}, plan=Plan("2027-Q1", 1, 1))
    assert not view.feasible
    assert any(text.startswith("Alle Maßnahmen zusammen brauchen") for text in view.obstacles)
    assert view.would_do[0].endswith("Personentagen ginge es.")
    (goal,) = view.missed
    assert (goal.kind_name, goal.level, goal.applications) == ("Eigenes Ziel", 4, ())
    assert goal.subject == "Dateninventar und Metadaten"


def test_without_plans_and_targets_nothing_is_needed():
    view = roadmap_view()
    assert view.feasible
    assert (view.groups, view.applications, view.days) == ((), (), "0")
    assert view.counted_as_zero == len(load_model().questionnaire.questions)


def test_charts_tell_every_measure(at_level_1):
    for group, chart in zip(at_level_1.groups, at_level_1.charts, strict=True):
        assert all(step.title in chart.alternative for step in group.steps)
        assert len(chart.rows) == len(group.steps)
        assert chart.svg.count("<rect") >= len(group.steps)


@pytest.mark.parametrize("quarters", [1, 40])
def test_the_shortest_and_the_longest_plan_can_be_drawn(quarters):
    view = roadmap_view(targets={"data.catalogue": 1}, plan=Plan("2027-Q4", quarters, 50))
    assert all(chart.svg.startswith("<svg") for chart in view.charts)
