"""Comparing two assessments: what changed, what it comes from, what was reached."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from assessment.municipality import by_ags
from assessment.questionnaire.answers import Answer, PlannedApplication, State
from assessment.questionnaire.bridge import Kind
from assessment.scoring.linking import Label
from assessment.services import answers, assessments
from assessment.services.answers import Change
from assessment.services.review.submitting import seen, submit
from assessment.services.series.comparing import choices, comparison, suggested
from assessment.services.series.continuing import Start
from assessment.services.series.following import follow
from tests.integration.builders import an_assessment, level
from tests.next_version import BEFORE, NOW

LAST_YEAR, TODAY = date(2025, 11, 20), date(2026, 11, 22)
UNKNOWN = Answer(State.UNKNOWN)


@pytest.fixture
def new_desk(desk, new_model):
    """The same database a year later, when the new version is in force."""
    desk.kept.keep(desk.model)
    return replace(desk, model=new_model)


def last_year(desk, **parts):
    return assessments.keep(desk, an_assessment(date=LAST_YEAR, **parts))


def say(desk, id, **levels):
    changes = [Change(name.replace("__", "."), level(value)) for name, value in levels.items()]
    answers.save_answers(desk, id, changes)


def dimension(found, id="data_infrastructure"):
    return next(part for part in found.dimensions if part.id == id)


def topic(found, id):
    return next(t for part in found.dimensions for t in part.topics if t.id == id)


class TestComparing:
    def test_a_rise_in_an_answer_is_a_real_change(self, desk):
        """data.catalogue: (25 + 50) / 2 = 37.5, then (75 + 50) / 2 = 62.5."""
        said = {"data.inventory": level(1), "data.metadata": level(2)}
        earlier = last_year(desk, answers=said)
        new = follow(desk, earlier, day=TODAY, start=Start.TAKEN_OVER)
        say(desk, new, data__inventory=3)

        found = comparison(desk, earlier, new)

        one = topic(found, "data.catalogue").difference
        assert (one.total, one.real, one.method) == (Decimal("25.0"), Decimal("25.0"), 0)
        assert one.label is Label.REAL
        assert [pair.link.now[0].id for pair in found.changed] == ["data.inventory"]

    def test_what_was_submitted_is_compared_as_it_was_submitted(self, desk, new_desk):
        earlier = last_year(desk, answers={"data.inventory": level(1)})
        submit(desk, earlier, by="IT", seen_as=seen(assessments.head(desk, earlier)))
        new = follow(new_desk, earlier, day=TODAY, start=Start.TAKEN_OVER)
        submit(new_desk, new, by="IT", seen_as=seen(assessments.head(new_desk, new)))

        found = comparison(new_desk, new, earlier)

        assert (found.earlier.head.id, found.earlier.intact) == (earlier, True)
        assert found.earlier.frozen is not None
        assert found.later.frozen is not None
        assert found.bridge.earlier.reference == BEFORE
        assert topic(found, "data.catalogue").difference.label is Label.STEADY

    def test_what_was_taken_over_and_never_touched_is_counted(self, desk):
        said = {"data.inventory": level(1), "data.metadata": level(2)}
        earlier = last_year(desk, answers=said)
        new = follow(desk, earlier, day=TODAY, start=Start.TAKEN_OVER)
        assert comparison(desk, earlier, new).untouched == 2

        say(desk, new, data__inventory=3)
        assert comparison(desk, earlier, new).untouched == 1

    def test_a_gap_is_no_other_answer(self, desk):
        said = {"data.inventory": level(1), "data.metadata": level(2), "expertise.funding": UNKNOWN}
        earlier = last_year(desk, answers=said)
        new = follow(desk, earlier, day=TODAY)
        say(desk, new, data__inventory=3, expertise__funding=3, data__e_file=1)

        found = comparison(desk, earlier, new)

        changed = [pair.link.now[0].id for pair in found.changed]
        assert changed == ["data.inventory", "expertise.funding"]
        assert (len(found.emptied), len(found.answered)) == (1, 1)

    def test_of_one_body_the_older_one_comes_first(self, desk):
        earlier = last_year(desk)
        new = follow(desk, earlier, day=TODAY)

        found = comparison(desk, new, earlier)

        assert (found.earlier.head.id, found.later.head.id) == (earlier, new)
        assert found.same_body

    def test_two_bodies_stand_as_they_were_chosen(self, desk):
        ahaus = last_year(desk, municipality=by_ags("05554004"))
        other = assessments.keep(desk, an_assessment(date=date(2024, 1, 1)))

        found = comparison(desk, ahaus, other)

        assert [found.earlier.head.id, found.later.head.id] == [ahaus, other]
        assert not found.same_body

    def test_in_the_bridge_year_a_jump_is_told_to_be_method(self, desk, new_desk):
        """data.geo_and_open: (100 + 0) / 2 = 50, then (100 + 100 + 0) / 3 = 66.7: nothing but the
        split of a question with a high answer."""
        said = {"data.geo_services": level(4), "data.open_provision": level(0)}
        earlier = last_year(desk, answers=said)
        new = follow(new_desk, earlier, day=TODAY, start=Start.TAKEN_OVER)
        say(new_desk, new, data__geo_holdings=4, data__geo_viewer=4)

        found = comparison(new_desk, earlier, new)

        one = topic(found, "data.geo_and_open").difference
        assert (one.published.earlier, one.published.later) == (Decimal("50.0"), Decimal("66.7"))
        assert (one.linked.earlier, one.linked.later) == (0, 0)
        assert (one.real, one.method) == (0, Decimal("16.7"))
        assert one.label is Label.METHOD
        assert (found.bridge.earlier.reference, found.bridge.later.reference) == (BEFORE, NOW)

    def test_a_reworded_question_is_compared_as_the_same(self, desk, new_desk):
        earlier = last_year(desk, answers={"data.metadata": level(1)})
        new = follow(new_desk, earlier, day=TODAY, start=Start.TAKEN_OVER)
        say(new_desk, new, data__descriptions=4)

        found = comparison(new_desk, earlier, new)

        one = topic(found, "data.catalogue").difference
        assert (one.real, one.method, one.label) == (Decimal("75.0"), 0, Label.REAL)
        assert [pair.link.kind for pair in found.changed] == [Kind.REWORDED]

    def test_a_topic_whose_questions_were_merged_cannot_be_split(self, desk, new_desk):
        said = {"governance.strategy": level(4), "governance.project_selection": level(0)}
        earlier = last_year(desk, answers=said)
        new = follow(new_desk, earlier, day=TODAY)
        say(new_desk, new, governance__goals=4)

        one = topic(comparison(new_desk, earlier, new), "governance.steering").difference

        assert (one.total, one.real, one.label) == (Decimal("50.0"), None, Label.UNLINKED)

    def test_without_a_bridge_only_dimensions_are_compared(self, desk, new_desk, new_model):
        earlier = last_year(desk, answers={"data.inventory": level(4)})
        new_desk = replace(
            new_desk, model=replace(new_model, series=replace(new_model.series, bridges={}))
        )
        new = follow(new_desk, earlier, day=TODAY)
        say(new_desk, new, data__inventory=2)

        found = comparison(new_desk, earlier, new)

        assert found.bridge is None
        assert dimension(found).difference.total == Decimal("-50.0")
        assert dimension(found).topics == ()
        assert found.changed == ()

    def test_requirements_met_since_are_named(self, desk):
        planned = (PlannedApplication("chatbot", "citizen_chatbot"),)
        earlier = last_year(desk, applications=planned)
        new = follow(desk, earlier, day=TODAY)
        answers.save_answers(
            desk,
            new,
            [Change(one.id, level(4)) for one in desk.model.questionnaire.questions],
        )

        (pair,) = comparison(desk, earlier, new).applications

        assert pair.met
        assert (pair.still, pair.new) == ((), ())

    def test_an_application_planned_on_one_side_only_stands_alone(self, desk):
        earlier = last_year(desk, applications=(PlannedApplication("old", "citizen_chatbot"),))
        later = assessments.keep(
            desk, an_assessment(applications=(PlannedApplication("new", "road_condition"),))
        )

        pairs = comparison(desk, earlier, later).applications

        assert [(one.id, one.earlier is None, one.later is None) for one in pairs] == [
            ("new", True, False),
            ("old", False, True),
        ]

    def test_targets_and_measures_are_held_against_where_things_stand(self, desk):
        """The topic has two questions: at 3 and 3 the target of 3 is reached, at 3 and 2 not."""
        said = {"data.inventory": level(1), "data.metadata": level(1)}
        earlier = last_year(desk, answers=said, targets={"data.catalogue": 3})
        new = follow(desk, earlier, day=TODAY)
        say(desk, new, data__inventory=3, data__metadata=2)
        found = comparison(desk, earlier, new)
        (target,) = found.targets
        assert (target.before, target.level, target.now, target.done) == (1, 3, 2, False)
        own = [
            one
            for one in found.measures
            if one.topic == desk.model.questionnaire.topic_by_id["data.catalogue"].title
        ]
        assert [(one.level, one.done) for one in own] == [(2, True), (3, False)]

        say(desk, new, data__metadata=3)
        assert comparison(desk, earlier, new).targets[0].done

    def test_a_target_for_a_question_that_is_gone_cannot_be_told(self, desk, new_desk):
        earlier = last_year(desk, targets={"expertise.process_description": 2})
        new = follow(new_desk, earlier, day=TODAY)

        (target,) = comparison(new_desk, earlier, new).targets

        assert (target.now, target.done) == (None, None)

    def test_nothing_answered_on_either_side(self, desk):
        earlier = last_year(desk)
        found = comparison(desk, earlier, follow(desk, earlier, day=TODAY))

        assert {part.difference.label for part in found.dimensions} == {Label.NO_RESULT}
        assert found.changed == ()


class TestChoosing:
    def test_the_one_that_is_followed_is_suggested(self, desk):
        earlier = last_year(desk)
        assessments.keep(desk, an_assessment(date=date(2026, 1, 1)))
        new = follow(desk, earlier, day=TODAY)

        assert suggested(choices(desk), new) == earlier

    def test_else_the_one_before_it_of_the_same_body(self, desk):
        oldest = assessments.keep(desk, an_assessment(date=date(2024, 1, 1)))
        middle = assessments.keep(desk, an_assessment(date=date(2025, 1, 1)))
        assessments.keep(desk, an_assessment(date=LAST_YEAR, municipality=by_ags("05554004")))
        newest = assessments.keep(desk, an_assessment(date=date(2026, 1, 1)))

        assert suggested(choices(desk), newest) == middle
        assert suggested(choices(desk), oldest) == middle

    def test_nothing_is_suggested_for_a_body_alone(self, desk):
        assert suggested(choices(desk), last_year(desk)) is None
        assert suggested(choices(desk), "nothing") is None
