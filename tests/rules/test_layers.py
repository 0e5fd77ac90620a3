"""Imports run downward only: the contracts in pyproject.toml hold, and they do find a breach."""

import shutil
import subprocess
import sys
from pathlib import Path

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


def test_breaches_of_the_contracts_are_found(tmp_path):
    outcome = lint_imports(
        a_copy_with(
            tmp_path,
            {
                "scoring/upward.py": "import assessment.recommendation",
                "scoring/framework.py": "import flask",
                "services/statement.py": "import sqlalchemy",
                "newcomer/__init__.py": "",
            },
        )
    )

    assert outcome.returncode != 0
    assert "assessment.scoring is not allowed to import assessment.recommendation" in outcome.stdout
    assert "assessment.scoring is not allowed to import flask" in outcome.stdout
    assert "assessment.services is not allowed to import sqlalchemy" in outcome.stdout
    assert "assessment.newcomer" in outcome.stdout


def a_copy_with(folder, modules):
    copy = folder / "checkout"
    shutil.copytree(
        ROOT / "assessment",
        copy / "assessment",
        ignore=shutil.ignore_patterns("static", "data", "__pycache__", "translations"),
    )
    shutil.copy(ROOT / "pyproject.toml", copy)
    for name, content in modules.items():
        module = copy / "assessment" / name
        module.parent.mkdir(exist_ok=True)
        module.write_text(content + "\n")
    return copy
