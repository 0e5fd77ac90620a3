"""What goes into the database comes out as it was, and leaves without a trace."""

import errno
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.exc import IntegrityError

from assessment.errors import NotFound
from assessment.municipality import Body, Municipality
from assessment.persistence import answers, assessments
from assessment.persistence.records import Record
from assessment.questionnaire.answers import Answer, State
from tests.integration.builders import a_full_assessment, an_assessment, level

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def keep(database, assessment, *, id="a", at=NOON, example=False, token=None):
    with database.transaction() as connection:
        return assessments.add_assessment(
            connection, assessment, id=id, token=token, example=example, at=at
        )


def test_a_whole_assessment_comes_out_as_it_went_in(database):
    keep(database, a_full_assessment())
    with database.reading() as connection:
        assert assessments.load(connection, "a") == a_full_assessment()


@pytest.mark.parametrize(
    ("value", "kept"),
    [(0, 0), (2.5, 2.5), ("often", "often"), (("a", "b"), ("a", "b")), ((), ())],
)
def test_every_kind_of_value_keeps_its_type(database, value, kept):
    keep(database, an_assessment(answers={"q": level(value)}))
    with database.reading() as connection:
        found = assessments.load(connection, "a").answers["q"].value
    assert found == kept
    assert type(found) is type(kept)


def test_what_the_register_says_of_a_body_is_kept_as_it_was_then(database):
    town = Municipality(
        "Ahaus", Body.MUNICIPALITY, state="NW", population=39_000, ags="05554004", lat=52.1, lon=7.0
    )
    keep(database, an_assessment(municipality=town))
    with database.reading() as connection:
        assert assessments.head(connection, "a").municipality == town


def test_the_newest_change_stands_first_and_examples_last(database):
    hour = timedelta(hours=1)
    keep(database, an_assessment(), id="example", at=NOON + 9 * hour, example=True)
    keep(database, an_assessment(), id="old", at=NOON)
    keep(database, an_assessment(), id="new", at=NOON + hour)
    change = answers.AnswerChange("q", Answer(State.UNANSWERED), level(1), 1, NOON + 2 * hour, None)
    with database.transaction() as connection:
        answers.put_changes(connection, "old", [change])
    with database.reading() as connection:
        listed = [head.id for head in assessments.heads(connection)]
    assert listed == ["old", "new", "example"]


def test_a_deleted_assessment_leaves_nothing_behind(database):
    keep(database, a_full_assessment())
    with database.transaction() as connection:
        assessments.delete(connection, "a")
    with database.reading() as connection:
        left = {
            name: connection.scalar(select(func.count()).select_from(table))
            for name, table in Record.metadata.tables.items()
        }
    assert set(left.values()) == {0}, left


def test_a_failure_in_the_middle_keeps_nothing(database):
    twice = a_full_assessment().applications * 2
    with pytest.raises(IntegrityError):
        keep(database, an_assessment(answers={"q": level(1)}, applications=twice))
    with database.reading() as connection:
        assert assessments.is_empty(connection)


def test_a_full_disk_is_told_as_the_system_tells_it_and_keeps_nothing(database):
    with database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    full = event.listens_for(database.engine, "begin")(
        lambda one: one.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    )
    long = level(1, comment="long" * 10_000)
    with pytest.raises(OSError, match="No space left") as error:
        keep(database, an_assessment(answers={"q": long}))
    assert error.value.errno == errno.ENOSPC
    event.remove(database.engine, "begin", full)
    with database.reading() as connection:
        assert assessments.is_empty(connection)


def test_times_come_back_in_utc(database):
    berlin = datetime.fromisoformat("2026-11-22T13:00:00+01:00")
    keep(database, an_assessment(), at=berlin)
    with database.reading() as connection:
        created = assessments.head(connection, "a").created_at
    assert created == NOON
    assert created.tzinfo is UTC


def test_the_same_token_gives_the_assessment_that_is_there(database):
    assert keep(database, an_assessment(), id="first", token="click") == "first"
    assert keep(database, an_assessment(note="again"), id="second", token="click") == "first"
    with database.reading() as connection:
        assert [head.id for head in assessments.heads(connection)] == ["first"]


def test_what_is_not_there_is_not_found(database):
    with database.transaction() as connection:
        for ask in (assessments.head, assessments.load, assessments.delete):
            with pytest.raises(NotFound):
                ask(connection, "nobody")
        with pytest.raises(NotFound):
            assessments.touch(connection, "nobody", at=NOON)
        with pytest.raises(NotFound):
            answers.held_for_change(connection, "nobody", ["data.inventory"])


def test_an_answer_that_says_nothing_is_left_out_but_its_version_goes_on(database):
    keep(database, an_assessment(answers={"q": level(1)}))
    cleared = answers.AnswerChange("q", level(1), Answer(State.UNANSWERED), 2, NOON, None)
    with database.transaction() as connection:
        answers.put_changes(connection, "a", [cleared])
    with database.reading() as connection:
        assert assessments.load(connection, "a").answers == {}
        assert answers.of_assessment(connection, "a")["q"].version == 2


def test_two_assessments_do_not_mix(database):
    other = replace(a_full_assessment(), answers={"data.inventory": level(0)}, applications=())
    keep(database, a_full_assessment(), id="a")
    keep(database, other, id="b")
    with database.reading() as connection:
        assert assessments.load(connection, "a") == a_full_assessment()
        assert assessments.load(connection, "b") == other
