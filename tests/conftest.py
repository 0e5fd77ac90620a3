"""What all tests share: the place of the checkout, and settings that touch nobody's real data."""

import itertools
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# Tests start many processes: with what was compiled once each is there in half the time.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

_numbers = itertools.count()


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path_factory, monkeypatch):
    """No test reads or writes the data folder of the person who runs it; each has its own."""
    folder = tmp_path_factory.getbasetemp() / f"data-{next(_numbers)}"
    monkeypatch.setenv("ASSESSMENT_DATA", str(folder))
    for name in ("ASSESSMENT_DATABASE_URL", "ASSESSMENT_HOST", "ASSESSMENT_PORT"):
        monkeypatch.delenv(name, raising=False)
