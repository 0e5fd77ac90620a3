"""What all tests share: the place of the checkout, and settings that touch nobody's real data."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path, monkeypatch):
    """No test reads or writes the data folder of the person who runs it."""
    monkeypatch.setenv("ASSESSMENT_DATA", str(tmp_path / "data"))
    for name in ("ASSESSMENT_DATABASE_URL", "ASSESSMENT_HOST", "ASSESSMENT_PORT"):
        monkeypatch.delenv(name, raising=False)
