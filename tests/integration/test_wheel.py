"""The wheel is complete: installed alone, the command works from an empty directory."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from assessment.resources import questionnaires_folder
from tests.conftest import ROOT

EXAMPLE = questionnaires_folder() / "ki-readiness" / "examples" / "kleinstadt.yaml"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The `assessment` command of an environment that holds this wheel.

    The libraries come from the environment of the tests, so that nothing is downloaded; the
    package itself can only come from the wheel, since a `.pth` file does not read further ones.
    """
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=False)
    scheme = sysconfig.get_paths(vars={"base": str(environment), "platbase": str(environment)})
    libraries = sysconfig.get_paths()["purelib"]
    (Path(scheme["purelib"]) / "libraries.pth").write_text(libraries + "\n")
    python = environment / "bin" / "python"
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check"),
            *("install", "--quiet", "--no-index", "--no-deps", "--ignore-installed", wheel),
        ],
        check=True,
        capture_output=True,
    )
    return environment / "bin" / "assessment"


@pytest.fixture
def run(installed, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "LANG": "C.UTF-8",
        "PYTHONWARNINGS": "error",
    }

    def command(*arguments):
        outcome = subprocess.run(
            [installed, *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert outcome.returncode == 0, outcome.stderr
        return outcome.stdout

    return command


def test_the_wheel_holds_everything_that_is_not_code(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        "assessment/_bundled/questionnaires/ki-readiness/questionnaire.yaml",
        "assessment/data/municipalities.csv",
        "assessment/translations/de/LC_MESSAGES/messages.mo",
        "assessment/web/static/vendor/kern/kern.min.css",
        "assessment/web/static/vendor/kern/fonts/fira-sans/FiraSans-Regular.woff2",
        "assessment/web/static/vendor/chart-fonts/FiraSans-Regular.ttf",
        "assessment/web/static/vendor/htmx/htmx.min.js",
    }
    assert wanted - names == set()
    templates = {path.relative_to(ROOT).as_posix() for path in (ROOT / "templates").rglob("*.html")}
    assert {f"assessment/_bundled/{name}" for name in templates} - names == set()


def test_the_wheel_holds_nothing_of_the_workshop(wheel):
    folders = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {name for name in folders if not name.endswith(".dist-info")} == {"assessment"}


def test_the_command_is_that_of_the_wheel(installed):
    where = subprocess.run(
        [installed.with_name("python"), "-c", "import assessment; print(assessment.__file__)"],
        cwd=installed.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout).is_relative_to(installed.parent.parent)


def test_the_questionnaire_of_the_wheel_is_in_order(run):
    assert run("check", "--lang", "en")


def test_an_answer_file_is_scored_by_the_wheel(run):
    result = json.loads(run("score", str(EXAMPLE), "--format", "json"))
    assert result["questionnaire"] == "ki-readiness@2026.1"
    assert set(result["dimensions"]) == {"data_infrastructure", "governance", "expertise"}


def test_a_report_is_written_by_the_wheel(run, tmp_path):
    run("report", str(EXAMPLE), "-o", "report.pdf")
    report = tmp_path / "empty" / "report.pdf"
    assert report.read_bytes().startswith(b"%PDF-")
