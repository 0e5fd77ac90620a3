"""A desk on a real SQLite file, with the real questionnaire."""

from dataclasses import replace
from shutil import copy

import pytest
from jinja2 import FileSystemBytecodeCache

from assessment.app import create_app
from assessment.jobs.queue import InProcess
from assessment.model import load_model
from assessment.persistence.database import open_database
from assessment.persistence.migrations import upgrade
from assessment.services.batches.running import Runner
from assessment.services.desk import Desk
from assessment.services.rounds.running import RoundRunner
from assessment.settings import settings_from
from tests.integration.web import Browser
from tests.next_version import next_version


@pytest.fixture(scope="session")
def all_tables(tmp_path_factory):
    """A database file with all tables and nothing in them, to be copied: migrating takes longer."""
    path = tmp_path_factory.mktemp("database") / "empty.sqlite"
    database = open_database(f"sqlite:///{path}")
    upgrade(database)
    database.close()
    return path


@pytest.fixture
def database(tmp_path, all_tables):
    """An empty database with all tables."""
    database = open_database(f"sqlite:///{copy(all_tables, tmp_path / 'assessments.db')}")
    yield database
    database.close()


@pytest.fixture
def desk(database, tmp_path):
    """The services' desk; heavy work is done in the test's own process."""
    return Desk(database=database, model=load_model(), queue=InProcess(), folder=tmp_path)


@pytest.fixture(scope="session")
def compiled_templates(tmp_path_factory):
    """Where templates are kept compiled, told apart by their source: every test has a new app."""
    return FileSystemBytecodeCache(str(tmp_path_factory.mktemp("templates")))


@pytest.fixture
def app(tmp_path, all_tables, compiled_templates):
    """The web application on an empty data folder, with the finished example in it.

    Heavy work is done in the test's own process; tests in a browser meet the real worker.
    """
    (tmp_path / "web").mkdir(mode=0o700)
    copy(all_tables, tmp_path / "web" / "assessment.sqlite")
    app = create_app(settings_from({"ASSESSMENT_DATA": str(tmp_path / "web")}))
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.jinja_env.bytecode_cache = compiled_templates
    desk = app.extensions["desk"]
    app.extensions["desk"] = here = replace(desk, queue=InProcess())
    app.extensions["batches"] = runner = Runner(here)
    app.extensions["rounds"] = rounds = RoundRunner(here, InProcess)
    yield app
    runner.end()
    rounds.end()
    desk.queue.close()
    desk.database.close()


@pytest.fixture
def browser(app):
    """A browser that asks for German."""
    return Browser(app)


@pytest.fixture(scope="session")
def new_model(tmp_path_factory):
    """A second version of the real questionnaire, with a bridge from the first."""
    return load_model(next_version(tmp_path_factory.mktemp("next") / "ki-readiness"))
