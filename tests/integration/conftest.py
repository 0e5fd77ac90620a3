"""A desk on a real SQLite file, with the real questionnaire."""

import pytest

from assessment.jobs.queue import InProcess
from assessment.model import load_model
from assessment.persistence.database import open_database
from assessment.persistence.migrations import upgrade
from assessment.services.desk import Desk


@pytest.fixture
def database(tmp_path):
    """An empty database with all tables."""
    database = open_database(f"sqlite:///{tmp_path / 'assessments.db'}")
    upgrade(database)
    yield database
    database.close()


@pytest.fixture
def desk(database):
    """The services' desk; heavy work is done in the test's own process."""
    return Desk(database=database, model=load_model(), queue=InProcess())
