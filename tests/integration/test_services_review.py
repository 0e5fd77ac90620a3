"""Submitting freezes answers, model and result; reopening needs a reason."""

import pytest

from assessment.errors import Damaged, Invalid, NotFound, Submitted
from assessment.persistence import assessments as stored
from assessment.questionnaire.answers import Plan
from assessment.report.brief import Brief
from assessment.services import answers, applications, assessments, results
from assessment.services.answers import Change
from assessment.services.documents.formats import Order
from assessment.services.documents.of_assessment import document_of
from assessment.services.frame import factors, planning
from assessment.services.review.submitting import (
    ChangedMeanwhile,
    reopen,
    revisions,
    seen,
    submit,
)
from tests.integration.builders import a_full_assessment, level


def submitted(desk, id, by="Digitalisierung"):
    """The number of the revision that is now submitted."""
    return submit(desk, id, by=by, seen_as=seen(assessments.head(desk, id)))


def test_a_submitted_assessment_says_so_and_its_result_stays(desk):
    id = assessments.keep(desk, a_full_assessment())
    fresh = results.result(desk, id)

    assert submitted(desk, id) == 1

    head = assessments.head(desk, id)
    assert (head.submitted, head.revision) == (True, 1)
    assert head.submitted_at == head.updated_at
    (revision,) = revisions(desk, id)
    assert revision.submitted_by == "Digitalisierung"
    frozen = results.shown(desk, id)
    assert frozen.intact
    assert frozen.result == fresh
    assert frozen.result is not fresh


CHANGES = {
    "an answer": lambda desk, id: answers.save_answer(desk, id, Change("data.inventory", level(0))),
    "a factor": lambda desk, id: factors.save_body_factors(desk, id, {"budget": 0}),
    "a new application": lambda desk, id: applications.add(desk, id, "citizen_chatbot"),
    "an application's place": lambda desk, id: applications.move(desk, id, "chatbot", to=1),
    "an application less": lambda desk, id: applications.remove(desk, id, "chatbot"),
    "the plan": lambda desk, id: planning.save_planning(
        desk, id, plan=Plan("2028-Q1", 4, 10), targets={}
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_nothing_in_a_submitted_assessment_changes(desk, change):
    id = assessments.keep(desk, a_full_assessment())
    submitted(desk, id)
    before = assessments.load(desk, id), assessments.head(desk, id)
    with pytest.raises(Submitted) as refusal:
        change(desk, id)
    assert refusal.value.at == before[1].submitted_at
    assert (assessments.load(desk, id), assessments.head(desk, id)) == before


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_everything_changes_again_after_reopening(desk, change):
    id = assessments.keep(desk, a_full_assessment())
    submitted(desk, id)
    reopen(desk, id, by="IT", because="Nachtrag", revision=1)
    change(desk, id)
    assert not assessments.head(desk, id).submitted


def test_an_old_revision_stays_as_it_was(desk):
    id = assessments.keep(desk, a_full_assessment())
    submitted(desk, id)
    then = document_of(desk, id, Order("json", Brief("de"))), results.result(desk, id)
    reopen(desk, id, by="IT", because="Zahl war falsch", revision=1)
    answers.save_answer(desk, id, Change("data.inventory", level(0)))
    assert results.result(desk, id) != then[1]

    assert submitted(desk, id) == 2

    assert [item.revision for item in revisions(desk, id)] == [2, 1]
    assert revisions(desk, id)[1].reopened_because == "Zahl war falsch"
    assert results.result(desk, id).answers["data.inventory"].value == 0
    assert results.result(desk, id, 1) == then[1]
    assert document_of(desk, id, Order("json", Brief("de")), 1) == then[0]
    assert document_of(desk, id, Order("json", Brief("de"))) != then[0]
    with pytest.raises(NotFound):
        results.result(desk, id, 3)


def test_submitting_twice_is_submitting_once(desk):
    id = assessments.keep(desk, a_full_assessment())
    looked_over = seen(assessments.head(desk, id))
    assert submit(desk, id, by="IT", seen_as=looked_over) == 1
    assert submit(desk, id, by="IT", seen_as=looked_over) == 1
    assert len(revisions(desk, id)) == 1


def test_a_late_second_click_does_not_submit_what_was_reopened(desk):
    id = assessments.keep(desk, a_full_assessment())
    looked_over = seen(assessments.head(desk, id))
    submit(desk, id, by="IT", seen_as=looked_over)
    reopen(desk, id, by="IT", because="Nachtrag", revision=1)
    with pytest.raises(ChangedMeanwhile):
        submit(desk, id, by="IT", seen_as=looked_over)


def test_what_nobody_looked_over_is_not_submitted(desk):
    id = assessments.keep(desk, a_full_assessment())
    looked_over = seen(assessments.head(desk, id))
    answers.save_answer(desk, id, Change("data.inventory", level(0)))
    with pytest.raises(ChangedMeanwhile):
        submit(desk, id, by="IT", seen_as=looked_over)
    assert not assessments.head(desk, id).submitted


def test_reopening_twice_is_reopening_once(desk):
    id = assessments.keep(desk, a_full_assessment())
    submitted(desk, id)
    reopen(desk, id, by="IT", because="Nachtrag", revision=1)
    reopen(desk, id, by="Amt 10", because="Noch einer", revision=1)
    (revision,) = revisions(desk, id)
    assert (revision.reopened_by, revision.reopened_because) == ("IT", "Nachtrag")


def test_a_late_second_click_does_not_reopen_what_was_submitted_again(desk):
    id = assessments.keep(desk, a_full_assessment())
    submitted(desk, id)
    reopen(desk, id, by="IT", because="Nachtrag", revision=1)
    submitted(desk, id)
    with pytest.raises(ChangedMeanwhile):
        reopen(desk, id, by="IT", because="Nachtrag", revision=1)
    assert assessments.head(desk, id).submitted


def test_submitting_needs_a_name_and_reopening_a_reason_too(desk):
    id = assessments.keep(desk, a_full_assessment())
    with pytest.raises(Invalid) as nameless:
        submitted(desk, id, by="  ")
    assert [problem.place for problem in nameless.value.problems] == ["by"]
    submitted(desk, id)
    with pytest.raises(Invalid) as silent:
        reopen(desk, id, by="", because="\n", revision=1)
    assert {problem.place for problem in silent.value.problems} == {"by", "because"}
    assert assessments.head(desk, id).submitted


def test_a_changed_result_is_noticed(desk):
    id = assessments.keep(desk, a_full_assessment())
    submitted(desk, id)
    with desk.database.transaction() as connection:
        connection.exec_driver_sql("UPDATE submission SET submitted_by = 'Somebody else'")
    assert not results.shown(desk, id).intact
    with pytest.raises(Damaged):
        document_of(desk, id, Order("pdf", Brief("de")))
    with pytest.raises(Damaged):
        document_of(desk, id, Order("json", Brief("de")))
    with desk.database.transaction() as connection:
        connection.exec_driver_sql("UPDATE submission SET result = x'00'")
    with pytest.raises(Damaged):
        results.shown(desk, id)


def test_a_deleted_assessment_leaves_no_submission_behind(desk, database):
    id = assessments.keep(desk, a_full_assessment())
    submitted(desk, id)
    assessments.delete(desk, id)
    with database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM submission").scalar() == 0
        assert stored.is_empty(connection)


def test_a_copy_of_a_submitted_assessment_is_open(desk):
    id = assessments.keep(desk, a_full_assessment())
    submitted(desk, id)
    copied = assessments.head(desk, assessments.copy(desk, id, date=a_full_assessment().date))
    assert (copied.submitted, copied.revision) == (False, 0)
