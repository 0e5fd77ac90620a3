"""Imports run downward only: the contracts in pyproject.toml hold, and they do find a breach."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rules.tracked import ROOT

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


def lint_imports(folder):
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache"],
        cwd=folder,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_every_import_contract_is_kept():
    outcome = lint_imports(ROOT)
    assert outcome.returncode == 0, outcome.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("scoring/breach.py", "import assessment.recommendation", "Imports run downward only"),
        ("scoring/breach.py", "import flask", "The domain knows no framework"),
        ("services/breach.py", "import sqlalchemy", "Only persistence writes SQL"),
        ("newcomer/__init__.py", "", "Imports run downward only"),
    ],
)
def test_a_breach_of_a_contract_is_found(tmp_path, module, line, contract):
    copy = tmp_path / "checkout"
    shutil.copytree(
        ROOT / "assessment",
        copy / "assessment",
        ignore=shutil.ignore_patterns("static", "data", "__pycache__", "translations"),
    )
    shutil.copy(ROOT / "pyproject.toml", copy)
    (copy / "assessment" / module).parent.mkdir(exist_ok=True)
    (copy / "assessment" / module).write_text(line + "\n")

    outcome = lint_imports(copy)

    assert outcome.returncode != 0
    broken = [row for row in outcome.stdout.splitlines() if "BROKEN" in row]
    assert any(row.startswith(contract) for row in broken), outcome.stdout
