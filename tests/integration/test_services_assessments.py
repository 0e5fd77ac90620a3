"""Assessments are begun, listed, copied, handed out and deleted."""

from datetime import date

import pytest

from assessment.errors import Invalid, NotFound
from assessment.municipality import Body, Municipality, by_ags
from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.progress import Progress, TopicState
from assessment.services import answers, assessments, examples, task_list
from assessment.services.answers import Change
from assessment.services.overview.listing import Wanted, listing
from tests.integration.builders import DAY, UTILITY, a_full_assessment, level
from tests.integration.statements import counted


def test_a_blank_assessment_of_a_registered_municipality(desk):
    ahaus = by_ags("05554004")
    id = assessments.create(desk, municipality=ahaus, date=DAY)
    (line,) = listing(desk, Wanted()).items
    assert (line.head.id, line.head.title, line.head.municipality) == (id, ahaus.name, ahaus)
    assert line.head.date == DAY
    assert line.progress == Progress(asked=51, done=0)


@pytest.mark.parametrize(
    ("municipality", "place"),
    [
        (Municipality(" ", Body.UTILITY), "municipality.name"),
        (Municipality("Ort", Body.UTILITY, population=0), "municipality.population"),
        (Municipality("Ort", Body.UTILITY, state="XX"), "municipality.state"),
        (Municipality("Ort", Body.MUNICIPALITY, ags="99999999"), "municipality.ags"),
    ],
)
def test_a_body_that_cannot_be_is_refused(desk, municipality, place):
    with pytest.raises(Invalid) as refused:
        assessments.create(desk, municipality=municipality, date=DAY)
    assert [problem.place for problem in refused.value.problems] == [place]
    assert listing(desk, Wanted()).items == ()


def test_an_answer_file_comes_in_and_goes_out_the_same(desk):
    id = assessments.keep(desk, a_full_assessment())
    for format in ("yaml", "json"):
        text = assessments.export(desk, id, format=format)
        again = assessments.create_from_file(desk, text.encode(), file=f"answers.{format}")
        assert assessments.load(desk, again) == assessments.load(desk, id)


def test_a_file_with_faults_is_refused_with_all_of_them(desk):
    text = b"questionnaire: ki-readiness@2026.1\nmunicipality: {ags: 05554004}\nanswers: {a: 9}\n"
    with pytest.raises(Invalid) as refused:
        assessments.create_from_file(desk, text, file="upload.yaml")
    assert {problem.place for problem in refused.value.problems} == {
        "date",
        "municipality.ags",
        "answers.a",
    }
    assert listing(desk, Wanted()).items == ()


def test_a_copy_has_a_day_of_its_own_and_is_no_example(desk):
    example = examples.ensure_example(desk)
    copy = assessments.copy(desk, example, date=date(2027, 11, 22))
    assert not assessments.head(desk, copy).example
    assert assessments.load(desk, copy).date == date(2027, 11, 22)
    assert assessments.load(desk, copy).answers == assessments.load(desk, example).answers


def test_a_deleted_assessment_is_not_found(desk):
    id = assessments.create(desk, municipality=UTILITY, date=DAY)
    assessments.delete(desk, id)
    for ask in (assessments.head, assessments.load, assessments.delete, task_list.task_list):
        with pytest.raises(NotFound):
            ask(desk, id)


def test_the_example_comes_into_an_empty_database_once(desk):
    id = examples.ensure_example(desk)
    assert examples.ensure_example(desk) is None
    (line,) = listing(desk, Wanted()).items
    assert (line.head.id, line.head.example) == (id, True)
    assert line.head.note
    assert line.progress.state is TopicState.DONE


def test_somebody_who_has_begun_gets_no_example(desk):
    assessments.create(desk, municipality=UTILITY, date=DAY)
    assert examples.ensure_example(desk) is None


def test_progress_counts_whatever_was_said(desk):
    id = assessments.create(desk, municipality=UTILITY, date=DAY)
    answers.save_answers(
        desk,
        id,
        [
            Change("data.inventory", level(0)),
            Change("data.metadata", Answer(State.UNKNOWN)),
            Change("governance.staff_involvement", Answer(State.NOT_APPLICABLE)),
            Change("data.quality_checks", Answer(State.UNANSWERED, comment="offen")),
        ],
    )
    tasks = task_list.task_list(desk, id)
    states = {task.topic.id: task.state for task in tasks.topics}
    assert tasks.progress == Progress(asked=51, done=3)
    assert tasks.next_question.id == "data.quality_checks"
    assert states["data.catalogue"] is TopicState.DONE
    assert states["data.quality"] is TopicState.OPEN
    assert listing(desk, Wanted()).items[0].progress == tasks.progress


def test_open_questions_are_the_unanswered_and_the_unknown_ones(desk):
    id = examples.ensure_example(desk)
    answers.save_answers(
        desk,
        id,
        [
            Change("expertise.ai_training", Answer(State.UNANSWERED)),
            Change("data.metadata", Answer(State.UNKNOWN)),
        ],
    )
    found = {item.question.id: item.state for item in task_list.open_questions(desk, id)}
    assert found["data.metadata"] is State.UNKNOWN
    assert found["expertise.ai_training"] is State.UNANSWERED
    assert "data.inventory" not in found


def test_every_question_stands_under_each_role_that_can_answer_it(desk):
    id = assessments.create(desk, municipality=UTILITY, date=DAY)
    roles = task_list.questions_by_role(desk, id)
    listed = {(role.role.id, item.question.id) for role in roles for item in role.questions}
    assert listed == {
        (role, question.id)
        for question in desk.model.questionnaire.questions
        for role in question.answerable_by
    }


def test_statements_of_lists_do_not_grow(desk):
    for _ in range(3):
        id = assessments.keep(desk, a_full_assessment())
    calls = {
        "listing": lambda: listing(desk, Wanted()).items,
        "head": lambda: assessments.head(desk, id),
        "load": lambda: assessments.load(desk, id),
        "task_list": lambda: task_list.task_list(desk, id),
        "open_questions": lambda: task_list.open_questions(desk, id),
        "questions_by_role": lambda: task_list.questions_by_role(desk, id),
        "create": lambda: assessments.create(desk, municipality=UTILITY, date=DAY),
        "keep": lambda: assessments.keep(desk, a_full_assessment()),
        "delete": lambda: assessments.delete(desk, id),
    }
    statements = {}
    for name, call in calls.items():
        with counted(desk.database) as sent:
            call()
        statements[name] = len(sent)
    assert statements == {
        "listing": 2,
        "head": 1,
        "load": 5,
        "task_list": 3,
        "open_questions": 2,
        "questions_by_role": 2,
        "create": 1,
        "keep": 6,
        "delete": 1,
    }
