"""The tables come about by numbered steps, on data, up and down."""

import re
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from assessment.errors import Invalid
from assessment.persistence import assessments, migrations
from assessment.persistence.database import open_database
from assessment.persistence.migrations import downgrade, upgrade
from assessment.persistence.records import Record
from assessment.persistence.review.summaries import summaries_of
from assessment.services import assessments as assessments_kept
from assessment.services.review.submitting import seen, submit
from tests.integration.builders import a_full_assessment, an_assessment

FOLDER = Path(migrations.__file__).parent


def keep_one(database):
    with database.transaction() as connection:
        assessments.add_assessment(
            connection,
            a_full_assessment(),
            id="a",
            token=None,
            example=False,
            at=datetime.now(UTC),
        )


def test_the_steps_lead_to_the_tables_that_the_code_uses(database):
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Record.metadata) == []


def test_an_upgrade_of_a_database_that_is_up_to_date_changes_nothing(database):
    keep_one(database)
    upgrade(database)
    with database.reading() as connection:
        assert assessments.load(connection, "a") == a_full_assessment()


def test_the_first_step_can_be_taken_back_on_data_and_again(database):
    keep_one(database)
    downgrade(database, "base")
    assert inspect(database.engine).get_table_names() == ["alembic_version"]
    upgrade(database)
    keep_one(database)
    with database.reading() as connection:
        assert assessments.load(connection, "a") == a_full_assessment()


def test_what_was_submitted_before_there_were_summaries_gets_its_own(desk):
    first, second = (assessments_kept.keep(desk, an_assessment()) for _ in range(2))
    for id in (first, second):
        submit(desk, id, by="Amt", seen_as=seen(assessments_kept.head(desk, id)))
    with desk.database.reading() as connection:
        told = summaries_of(connection, [(first, 1), (second, 1)])
    assert set(told) == {first, second}
    downgrade(desk.database, "003")
    with desk.database.transaction() as connection:
        damage = "UPDATE submission SET result = x'00' WHERE assessment_id = ?"
        connection.exec_driver_sql(damage, (second,))
    upgrade(desk.database)
    with desk.database.reading() as connection:
        assert summaries_of(connection, [(first, 1), (second, 1)]) == {first: told[first]}


def test_foreign_keys_count_again_after_a_migration(database):
    upgrade(database)
    with database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_two_servers_that_start_at_once_make_the_tables_once(tmp_path):
    url = f"sqlite:///{tmp_path / 'new' / 'assessments.db'}"
    databases = [open_database(url) for _ in range(2)]
    threads = [threading.Thread(target=upgrade, args=(database,)) for database in databases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for database in databases:
        keep_one(database) if database is databases[0] else None
        with database.reading() as connection:
            assert assessments.load(connection, "a") == a_full_assessment()
        database.close()


def test_steps_are_numbered_and_named_in_one_line():
    names = sorted(path.name for path in (FOLDER / "versions").glob("*.py"))
    steps = list(ScriptDirectory(str(FOLDER)).walk_revisions())
    assert all(re.fullmatch(r"\d{3}_[a-z_]+\.py", name) for name in names)
    assert [step.revision for step in reversed(steps)] == [name[:3] for name in names]


def test_a_database_of_a_newer_version_is_left_alone_and_said_so(database):
    with database.transaction() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '999'")
    with pytest.raises(Invalid) as refused:
        upgrade(database)
    (problem,) = refused.value.problems
    assert (problem.code, problem.file) == ("database_newer", database.engine.url.database)


@pytest.mark.parametrize("place", ["notes.txt", "folder"])
def test_what_is_no_database_is_said_so(tmp_path, place):
    (tmp_path / "folder").mkdir()
    (tmp_path / "notes.txt").write_text("Einkaufszettel: Milch, Brot, Eier. " * 50)
    database = open_database(f"sqlite:///{tmp_path / place}")
    with pytest.raises(Invalid) as refused:
        upgrade(database)
    assert [problem.code for problem in refused.value.problems] == ["database_unusable"]
    assert (tmp_path / "notes.txt").read_text().startswith("Einkaufszettel")
