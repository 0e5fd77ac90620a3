"""Two windows at once: nothing is lost, nothing is doubled, nobody is turned away."""

import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

from assessment.model import load_model
from assessment.persistence.database import open_database
from assessment.services import answers, applications, assessments
from assessment.services.answers import Change, StaleAnswers
from assessment.services.desk import Desk
from assessment.services.overview.listing import Wanted, listing
from tests.integration.builders import DAY, UTILITY, level


def at_once(tasks):
    """Do the tasks in threads that begin together; their outcomes in order."""
    barrier = threading.Barrier(len(tasks))

    def begin(task):
        barrier.wait()
        return task()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(begin, tasks))


def url_of(desk):
    """The address of the database, for another server."""
    return desk.database.engine.url.render_as_string(hide_password=False)


def another(desk):
    """A second server on the same file."""
    return Desk(
        open_database(url_of(desk)),
        load_model(),
        desk.queue,
        desk.folder,
    )


def test_two_servers_that_write_the_same_answer_keep_every_change(desk):
    id = assessments.create(desk, municipality=UTILITY, date=DAY)
    other = another(desk)

    def write(server, name):
        for number in range(25):
            answer = level(number % 5, comment=f"{name} {number}")
            answers.save_answer(server, id, Change("data.inventory", answer), by=name)

    at_once([lambda: write(desk, "window 1"), lambda: write(other, "window 2")])

    history = answers.history(desk, id, "data.inventory")
    stored = answers.topic_page(desk, id, "data.catalogue").questions[0].stored
    assert [entry.version for entry in history] == list(range(50, 0, -1))
    assert all(later.before == earlier.after for later, earlier in pairwise(history))
    assert stored.answer == history[0].after
    other.database.close()


def test_of_two_windows_that_saw_the_same_answer_one_is_told(desk):
    id = assessments.create(desk, municipality=UTILITY, date=DAY)
    other = another(desk)

    def save(server, value):
        try:
            return answers.save_answer(server, id, Change("data.inventory", level(value), 0))
        except StaleAnswers as conflict:
            return conflict

    outcomes = at_once([lambda: save(desk, 1), lambda: save(other, 4)])

    told = [outcome for outcome in outcomes if isinstance(outcome, StaleAnswers)]
    assert len(told) == 1
    assert {told[0].stale[0].yours.value, told[0].stale[0].theirs.answer.value} == {1, 4}
    other.database.close()


def test_a_double_click_begins_one_assessment_and_adds_one_application(desk):
    other = another(desk)
    ids = at_once(
        [
            lambda server=server: assessments.create(
                server, municipality=UTILITY, date=DAY, token="one click"
            )
            for server in (desk, other, desk, other)
        ]
    )
    assert len(set(ids)) == 1
    added = at_once(
        [
            lambda server=server: applications.add(
                server, ids[0], "citizen_chatbot", token="another click"
            )
            for server in (desk, other, desk, other)
        ]
    )
    assert set(added) == {"citizen_chatbot"}
    assert listing(desk, Wanted()).all == len(applications.applications(desk, ids[0])) == 1
    other.database.close()


def test_many_threads_of_one_server_answer_different_questions(desk):
    id = assessments.create(desk, municipality=UTILITY, date=DAY)
    questions = [question.id for question in desk.model.questionnaire.questions][:24]

    def write(mine):
        for question in mine:
            answers.save_answer(desk, id, Change(question, level(2), 0))

    at_once([lambda mine=questions[start::8]: write(mine) for start in range(8)])

    assert assessments.load(desk, id).answers == {question: level(2) for question in questions}
