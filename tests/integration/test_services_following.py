"""Following on from an assessment, and what was said before beside each question."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.errors import Invalid, NotFound
from assessment.municipality import by_ags
from assessment.questionnaire.answers import Answer, Plan, PlannedApplication, State
from assessment.questionnaire.bridge import Kind
from assessment.recommendation.model import RecommendationModel
from assessment.services import answers, assessments
from assessment.services.answers import Change
from assessment.services.series.comparing import choices
from assessment.services.series.continuing import Start
from assessment.services.series.following import follow, follow_page
from tests.integration.builders import a_full_assessment, an_assessment, level
from tests.next_version import NOW

LAST_YEAR, TODAY = date(2025, 11, 20), date(2026, 11, 22)
UNKNOWN = Answer(State.UNKNOWN)


@pytest.fixture
def new_desk(desk, new_model):
    """The same database a year later, when the new version is in force."""
    desk.kept.keep(desk.model)
    return replace(desk, model=new_model)


def earlier_answers(desk, id):
    """What stands beside the questions, topic by topic."""
    pages = (
        answers.topic_page(desk, id, topic.id) for topic in desk.model_for(id).questionnaire.topics
    )
    return {one.question.id: one.earlier for page in pages for one in page.questions if one.earlier}


def last_year(desk, **parts):
    return assessments.keep(desk, an_assessment(date=LAST_YEAR, **parts))


def say(desk, id, **levels):
    changes = [Change(name.replace("__", "."), level(value)) for name, value in levels.items()]
    answers.save_answers(desk, id, changes)


class TestGoingOn:
    def test_it_begins_blank_with_everything_that_was_planned(self, desk):
        earlier = assessments.keep(desk, a_full_assessment())

        begun = assessments.load(desk, follow(desk, earlier, day=TODAY))

        before = a_full_assessment()
        assert begun.answers == {}
        assert (begun.factors, begun.applications) == (before.factors, before.applications)
        assert (begun.plan, begun.targets) == (before.plan, before.targets)
        assert (begun.date, begun.note) == (TODAY, None)

    def test_it_knows_what_it_follows(self, desk):
        earlier = last_year(desk)
        new = follow(desk, earlier, day=TODAY)

        assert assessments.head(desk, new).follows == earlier
        assert [head.id for head in follow_page(desk, earlier).followed_by] == [new]

    def test_answers_are_taken_over_with_their_notes_when_asked_for(self, desk):
        earlier = assessments.keep(desk, a_full_assessment())

        begun = assessments.load(desk, follow(desk, earlier, day=TODAY, start=Start.TAKEN_OVER))

        before = dict(a_full_assessment().answers)
        del before["data.quality_checks"]  # nobody had answered it
        assert begun.answers == before
        assert begun.note == "Erfunden"

    def test_population_comes_from_the_register_of_today(self, desk):
        ahaus = by_ags("05554004")
        earlier = last_year(desk, municipality=replace(ahaus, population=1, name="Alt-Ahaus"))

        begun = assessments.load(desk, follow(desk, earlier, day=TODAY))

        assert begun.municipality == ahaus

    def test_a_body_that_the_register_has_lost_stays_as_it_was(self, desk):
        gone = replace(by_ags("05554004"), ags="05999999")
        earlier = last_year(desk, municipality=gone)

        assert assessments.load(desk, follow(desk, earlier, day=TODAY)).municipality == gone

    def test_a_frame_that_began_in_the_past_begins_with_the_next_quarter(self, desk):
        earlier = last_year(desk, plan=Plan("2026-Q1", 8, 20))

        begun = assessments.load(desk, follow(desk, earlier, day=TODAY))

        assert begun.plan == Plan("2027-Q1", 8, 20)

    def test_the_same_click_twice_begins_one(self, desk):
        earlier = last_year(desk)
        first = follow(desk, earlier, day=TODAY, token="one-click")

        assert follow(desk, earlier, day=TODAY, token="one-click") == first
        assert len(choices(desk)) == 2

    def test_a_day_before_the_earlier_one_is_refused(self, desk):
        earlier = last_year(desk)

        with pytest.raises(Invalid) as refused:
            follow(desk, earlier, day=date(2025, 11, 19))

        assert [problem.code for problem in refused.value.problems] == ["before_earlier"]

    def test_what_is_gone_cannot_be_followed(self, desk):
        with pytest.raises(NotFound):
            follow(desk, "nothing", day=TODAY)
        with pytest.raises(NotFound):
            follow_page(desk, "nothing")

    def test_deleting_the_earlier_one_leaves_the_new_one(self, desk):
        earlier = last_year(desk, answers={"data.inventory": level(2)})
        new = follow(desk, earlier, day=TODAY)
        assessments.delete(desk, earlier)

        assert assessments.head(desk, new).follows is None
        assert earlier_answers(desk, new) == {}


def without_archetype(model, id):
    parts = {name: getattr(model.recommendation, name) for name in RecommendationModel.model_fields}
    parts["archetypes"] = tuple(one for one in parts["archetypes"] if one.id != id)
    return replace(model, recommendation=RecommendationModel.model_construct(**parts))


class TestGoingOnUnderANewVersion:
    def test_only_answers_that_mean_the_same_are_taken_over(self, desk, new_desk):
        said = {"data.inventory": 1, "data.metadata": 3, "data.master_data": 2}
        said |= {"data.geo_services": 4, "governance.strategy": 2}
        said |= {"expertise.process_description": 3}
        earlier = last_year(desk, answers={id: level(value) for id, value in said.items()})

        new = follow(new_desk, earlier, day=TODAY, start=Start.TAKEN_OVER)
        begun = assessments.load(new_desk, new)

        assert begun.questionnaire == NOW
        assert begun.answers == {"data.inventory": level(1), "data.descriptions": level(3)}

    def test_targets_go_on_under_their_new_names(self, desk, new_desk):
        targets = {"data.catalogue": 3, "data.metadata": 2, "expertise.process_description": 4}
        earlier = last_year(desk, targets=targets)

        begun = assessments.load(new_desk, follow(new_desk, earlier, day=TODAY))

        assert begun.targets == {"data.catalogue": 3, "data.descriptions": 2}

    def test_an_application_of_a_forgotten_kind_is_told_and_not_taken_over(self, desk, new_desk):
        planned = (
            PlannedApplication("chatbot", "citizen_chatbot"),
            PlannedApplication("roads", "road_condition", factors={"market": 2, "gone": 1}),
        )
        earlier = last_year(desk, applications=planned, factors={"budget": 2, "gone": 3})
        new_desk = replace(new_desk, model=without_archetype(new_desk.model, "citizen_chatbot"))

        page = follow_page(new_desk, earlier)

        assert [one.id for one in page.continuation.lost] == ["chatbot"]
        assert page.continuation.applications == (replace(planned[1], factors={"market": 2}),)
        assert page.continuation.factors == {"budget": 2}

    def test_the_page_tells_what_became_of_the_questions(self, desk, new_desk):
        page = follow_page(new_desk, last_year(desk))

        assert {kind: len(page.links(kind)) for kind in Kind} == {
            Kind.UNCHANGED: 45,
            Kind.REWORDED: 1,
            Kind.CHANGED: 1,
            Kind.SPLIT: 1,
            Kind.MERGED: 1,
            Kind.NEW: 1,
            Kind.DROPPED: 1,
        }

    def test_without_a_bridge_no_answer_goes_on(self, desk, new_desk, new_model):
        earlier = last_year(desk, answers={"data.inventory": level(2)})
        alone = replace(new_model.series, bridges={})
        new_desk = replace(new_desk, model=replace(new_model, series=alone))

        new = follow(new_desk, earlier, day=TODAY, start=Start.TAKEN_OVER)

        assert assessments.load(new_desk, new).answers == {}
        assert earlier_answers(new_desk, new) == {}


class TestWhatWasSaidBefore:
    def test_it_stands_beside_each_question_with_its_day(self, desk):
        earlier = last_year(desk, answers={"data.inventory": level(2, comment="fast fertig")})
        found = earlier_answers(desk, follow(desk, earlier, day=TODAY))

        assert set(found) == {"data.inventory"}
        before = found["data.inventory"]
        assert (before.date, before.kind) == (LAST_YEAR, Kind.UNCHANGED)
        assert [one.answer for one in before.said] == [level(2, comment="fast fertig")]

    def test_a_split_question_shows_the_old_one_in_its_own_words(self, desk, new_desk):
        earlier = last_year(desk, answers={"data.geo_services": level(3)})
        found = earlier_answers(new_desk, follow(new_desk, earlier, day=TODAY))

        for id in ("data.geo_holdings", "data.geo_viewer"):
            (said,) = found[id].said
            old = desk.model.questionnaire.by_id["data.geo_services"]
            assert (said.question.text, said.answer) == (old.text, level(3))
            assert found[id].carries is None

    def test_both_answers_stand_beside_a_merged_question(self, desk, new_desk):
        said = {"governance.strategy": level(3), "governance.project_selection": UNKNOWN}
        earlier = last_year(desk, answers=said)
        found = earlier_answers(new_desk, follow(new_desk, earlier, day=TODAY))

        assert {one.question.id: one.answer for one in found["governance.goals"].said} == said

    def test_a_new_question_says_that_it_is_new(self, desk, new_desk):
        earlier = last_year(desk, answers={"expertise.process_description": level(2)})
        found = earlier_answers(new_desk, follow(new_desk, earlier, day=TODAY))

        assert {id: one.kind for id, one in found.items()} == {"expertise.exchange": Kind.NEW}

    def test_an_assessment_that_follows_none_has_nothing_before(self, desk):
        assert earlier_answers(desk, last_year(desk)) == {}
