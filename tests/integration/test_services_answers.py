"""Answering a topic: what is shown, what is kept, what is refused, and what it costs."""

from dataclasses import replace

import pytest

from assessment.errors import Invalid, NotFound
from assessment.questionnaire.answers import UNANSWERED, Answer, State
from assessment.questionnaire.conditions import QuestionIs
from assessment.services import answers, assessments
from assessment.services.answers import Change, StaleAnswers
from tests.integration.builders import DAY, UTILITY, level
from tests.integration.statements import counted

INVENTORY = "data.inventory"


@pytest.fixture
def id(desk):
    return assessments.create(desk, municipality=UTILITY, date=DAY)


def stored(desk, id, question=INVENTORY):
    page = answers.topic_page(desk, id, desk.model.questionnaire.by_id[question].topic)
    return next(item.stored for item in page.questions if item.question.id == question)


def test_a_saved_answer_is_on_the_page_with_its_time(desk, id):
    saved = answers.save_answer(desk, id, Change(INVENTORY, level(3, comment="seit 2025"), 0))
    page = answers.topic_page(desk, id, "data.catalogue")
    shown = page.questions[0]
    assert saved.changed
    assert shown.stored.answer == level(3, comment="seit 2025")
    assert (shown.stored.version, shown.stored.saved_at) == (1, saved.saved_at)
    assert page.saved_at == page.head.updated_at == saved.saved_at
    assert (page.progress.done, page.overall.done) == (1, 1)


def test_a_topic_knows_its_neighbours(desk, id):
    topics = desk.model.questionnaire.topics
    first = answers.topic_page(desk, id, topics[0].id)
    last = answers.topic_page(desk, id, topics[-1].id)
    assert (first.previous, first.next) == (None, topics[1])
    assert (last.previous, last.next) == (topics[-2], None)
    assert first.dimension.id == "data_infrastructure"


def test_the_same_form_sent_twice_changes_nothing_the_second_time(desk, id):
    form = [Change(INVENTORY, level(3), 0), Change("data.metadata", Answer(State.UNKNOWN), 0)]
    first = answers.save_answers(desk, id, form)
    with counted(desk.database) as sent:
        second = answers.save_answers(desk, id, form)
    assert [(item.version, item.saved_at) for item in second] == [
        (item.version, item.saved_at) for item in first
    ]
    assert not any(item.changed for item in second)
    assert len(answers.history(desk, id, INVENTORY)) == 1
    assert len(sent) == 1


def test_an_answer_changed_elsewhere_shows_both_and_the_rest_is_saved(desk, id):
    answers.save_answer(desk, id, Change(INVENTORY, level(1), 0))
    with pytest.raises(StaleAnswers) as conflict:
        answers.save_answers(
            desk, id, [Change(INVENTORY, level(4), 0), Change("data.metadata", level(2), 0)]
        )
    (stale,) = conflict.value.stale
    assert (stale.question, stale.yours, stale.theirs.answer) == (INVENTORY, level(4), level(1))
    assert [item.question for item in conflict.value.saved] == ["data.metadata"]
    assert stored(desk, id).answer == level(1)
    assert stored(desk, id, "data.metadata").answer == level(2)

    answers.save_answer(desk, id, Change(INVENTORY, stale.yours, stale.theirs.version))
    assert stored(desk, id).answer == level(4)


def test_different_parts_of_one_answer_changed_in_two_windows_are_both_kept(desk, id):
    answers.save_answer(desk, id, Change(INVENTORY, level(1), 0))
    answers.save_answer(desk, id, Change(INVENTORY, level(3), 1))
    saved = answers.save_answer(desk, id, Change(INVENTORY, level(1, comment="seit 2025"), 1))
    assert saved.answer == level(3, comment="seit 2025")
    assert (saved.version, saved.changed) == (3, True)
    assert stored(desk, id).answer == saved.answer


def test_the_part_that_both_changed_is_asked_about_with_the_others_brought_together(desk, id):
    answers.save_answer(desk, id, Change(INVENTORY, level(1, respondent="IT"), 0))
    with pytest.raises(StaleAnswers) as conflict:
        answers.save_answer(desk, id, Change(INVENTORY, level(4, comment="neu"), 0))
    (stale,) = conflict.value.stale
    assert stale.clashes == ("answer",)
    assert stale.yours == level(4, comment="neu", respondent="IT")
    assert stored(desk, id).answer == level(1, respondent="IT")


def test_a_version_that_never_was_is_asked_about(desk, id):
    answers.save_answer(desk, id, Change(INVENTORY, level(1), 0))
    with pytest.raises(StaleAnswers):
        answers.save_answer(desk, id, Change(INVENTORY, level(1, comment="x"), 7))


def test_without_a_version_the_last_one_wins(desk, id):
    answers.save_answer(desk, id, Change(INVENTORY, level(1)))
    answers.save_answer(desk, id, Change(INVENTORY, level(4)))
    assert stored(desk, id).answer == level(4)


def test_history_tells_who_changed_what_when(desk, id):
    answers.save_answer(desk, id, Change(INVENTORY, level(1)), by="Frau Kuhn")
    answers.save_answer(desk, id, Change(INVENTORY, level(2, respondent="IT")))
    answers.save_answer(desk, id, Change(INVENTORY, UNANSWERED))
    told = [
        (entry.by, entry.before, entry.after, entry.version)
        for entry in answers.history(desk, id, INVENTORY)
    ]
    assert told == [
        (None, level(2, respondent="IT"), UNANSWERED, 3),
        ("IT", level(1), level(2, respondent="IT"), 2),
        ("Frau Kuhn", UNANSWERED, level(1), 1),
    ]


def test_blank_texts_are_no_texts(desk, id):
    answers.save_answer(desk, id, Change(INVENTORY, level(1, comment="  ", evidence="")))
    assert stored(desk, id).answer == level(1)


@pytest.mark.parametrize(
    ("question", "answer", "code"),
    [
        (INVENTORY, level(5), "level_out_of_range"),
        (INVENTORY, level("3"), "not_a_level"),
        (INVENTORY, level(True), "not_a_level"),
        (INVENTORY, Answer(State.NOT_APPLICABLE), "not_applicable_not_allowed"),
        (INVENTORY, Answer(State.NOT_ASKED), "not_a_level"),
        (INVENTORY, level(1, reason="darum"), "reason_without_state"),
        (INVENTORY, level(1, comment="x" * 5001), "text_too_long"),
        (INVENTORY, level(1, comment="\x00"), "bad_character"),
        ("data.nonsense", level(1), "unknown_question"),
    ],
)
def test_what_an_answer_file_may_not_say_is_refused_whole(desk, id, question, answer, code):
    with pytest.raises(Invalid) as refused:
        answers.save_answers(
            desk, id, [Change("data.metadata", level(2)), Change(question, answer)]
        )
    (problem,) = refused.value.problems
    assert problem.code == code
    assert problem.place.startswith(question)
    assert (problem.file, problem.line) == ("", None)
    assert assessments.load(desk, id).answers == {}


def test_a_question_hidden_by_a_rule_keeps_its_answer_but_does_not_count(desk, id):
    questionnaire = desk.model.questionnaire
    hidden = questionnaire.by_id["data.metadata"].model_copy(
        update={"show_if": QuestionIs(question=INVENTORY, at_least=2)}
    )
    questions = tuple(hidden if q.id == hidden.id else q for q in questionnaire.questions)
    ruled = replace(
        desk,
        model=replace(
            desk.model, questionnaire=questionnaire.model_copy(update={"questions": questions})
        ),
    )
    answers.save_answers(ruled, id, [Change(INVENTORY, level(1)), Change(hidden.id, level(3))])
    page = answers.topic_page(ruled, id, "data.catalogue")
    shown = {item.question.id: item for item in page.questions}
    assert not shown[hidden.id].asked
    assert shown[hidden.id].stored.answer == level(3)
    assert page.overall.asked == len(questions) - 1


def test_what_is_gone_is_not_found(desk, id):
    with pytest.raises(NotFound):
        answers.topic_page(desk, id, "data.nonsense")
    with pytest.raises(NotFound):
        answers.history(desk, id, "data.nonsense")
    assessments.delete(desk, id)
    with pytest.raises(NotFound):
        answers.save_answer(desk, id, Change(INVENTORY, level(1)))
    with pytest.raises(NotFound):
        answers.topic_page(desk, id, "data.catalogue")


def test_statements_do_not_grow_with_the_questions(desk, id):
    questions = [question.id for question in desk.model.questionnaire.questions]
    with counted(desk.database) as page:
        answers.topic_page(desk, id, "data.catalogue")
    with counted(desk.database) as autosave:
        answers.save_answer(desk, id, Change(INVENTORY, level(1), 0))
    with counted(desk.database) as form:
        answers.save_answers(desk, id, [Change(question, level(2)) for question in questions])
    assert (len(page), len(autosave), len(form)) == (2, 3, 3)
