"""Settings come from the environment, keep a secret of their own, and never open the network."""

import stat
from pathlib import Path

import pytest

from assessment.errors import Invalid
from assessment.settings import settings_from


def codes(problems):
    return {(problem.place, problem.code) for problem in problems}


def test_without_any_variable_everything_has_a_default(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    settings = settings_from({})
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.max_upload_bytes == 5 * 1024 * 1024
    assert settings.data_folder == tmp_path / "ki-readiness"
    assert settings.database_url == f"sqlite:///{tmp_path}/ki-readiness/assessment.sqlite"


def test_variables_change_the_defaults_and_the_command_line_goes_before_them(tmp_path):
    environment = {
        "ASSESSMENT_DATA": str(tmp_path),
        "ASSESSMENT_PORT": "8100",
        "ASSESSMENT_MAX_UPLOAD_MB": "2",
        "ASSESSMENT_OPERATOR": "Stadt Beispiel",
        "ASSESSMENT_ADDRESS": "Rathausplatz 1\n12345 Beispiel",
        "PORT": "1",
    }
    assert settings_from(environment).port == 8100
    assert settings_from(environment, port=8200).port == 8200
    assert settings_from(environment).max_upload_bytes == 2 * 1024 * 1024
    operator = settings_from(environment).operator
    assert (operator.name, operator.address) == ("Stadt Beispiel", "Rathausplatz 1\n12345 Beispiel")


def test_an_empty_variable_counts_as_not_set(tmp_path):
    environment = {"ASSESSMENT_DATA": str(tmp_path), "ASSESSMENT_PORT": ""}
    assert settings_from(environment).port == 8000


def test_the_secret_key_is_made_once_and_only_its_owner_can_read_it(tmp_path):
    environment = {"ASSESSMENT_DATA": str(tmp_path / "new")}
    first, second = settings_from(environment), settings_from(environment)
    assert first.secret_key == second.secret_key
    assert len(first.secret_key) == 64
    file = tmp_path / "new" / "secret-key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["secret-key"]


def test_the_secret_key_is_not_shown_with_the_settings(tmp_path):
    settings = settings_from({"ASSESSMENT_DATA": str(tmp_path)})
    assert settings.secret_key not in repr(settings)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_this_machine_alone_may_be_served(tmp_path, host):
    assert settings_from({"ASSESSMENT_DATA": str(tmp_path), "ASSESSMENT_HOST": host}).host == host


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "rathaus.example"])
def test_any_other_address_is_refused(tmp_path, host):
    with pytest.raises(Invalid) as refusal:
        settings_from({"ASSESSMENT_DATA": str(tmp_path), "ASSESSMENT_HOST": host})
    assert codes(refusal.value.problems) == {("ASSESSMENT_HOST", "setting_not_loopback")}


def test_every_setting_that_cannot_be_used_is_named_and_nothing_is_written(tmp_path):
    environment = {
        "ASSESSMENT_DATA": str(tmp_path / "new"),
        "ASSESSMENT_PORT": "eight",
        "ASSESSMENT_MAX_UPLOAD_MB": "-1",
    }
    with pytest.raises(Invalid) as refusal:
        settings_from(environment)
    assert codes(refusal.value.problems) == {
        ("ASSESSMENT_PORT", "setting_number"),
        ("ASSESSMENT_MAX_UPLOAD_MB", "setting_number"),
    }
    assert not Path(environment["ASSESSMENT_DATA"]).exists()


def test_details_of_the_operator_that_cannot_be_are_named_together(tmp_path):
    environment = {
        "ASSESSMENT_DATA": str(tmp_path),
        "ASSESSMENT_EMAIL": "rathaus",
        "ASSESSMENT_PHONE": "1" * 501,
    }
    with pytest.raises(Invalid) as refusal:
        settings_from(environment)
    assert codes(refusal.value.problems) == {
        ("ASSESSMENT_EMAIL", "setting_email"),
        ("ASSESSMENT_PHONE", "setting_too_long"),
        ("ASSESSMENT_OPERATOR", "setting_operator"),
    }


def test_a_port_beyond_the_last_one_is_refused(tmp_path):
    with pytest.raises(Invalid) as refusal:
        settings_from({"ASSESSMENT_DATA": str(tmp_path)}, port=65_536)
    assert codes(refusal.value.problems) == {("ASSESSMENT_PORT", "setting_port")}
