"""What the README tells people to type exists, and the folders it names are there."""

import re

import pytest

from assessment.cli.entry import COMMANDS
from tests.rules.tracked import ROOT

LINES = re.MULTILINE
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", sorted(set(re.findall(r"^assessment (\w+)", README, LINES))))
def test_a_documented_command_exists(command):
    assert command in COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command):
    assert re.search(rf"\b(assessment {command}|make {command})\b", README)


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake (\w+)\b", README))))
def test_a_documented_target_exists_and_has_a_line_of_help(target):
    assert re.search(rf"^{target}:.* ## \S", MAKEFILE, LINES)


@pytest.mark.parametrize("folder", re.findall(r"`((?:\w[\w-]*/)+)`", README))
def test_a_folder_of_the_map_exists(folder):
    assert (ROOT / folder).is_dir() or (ROOT / "tests" / folder).is_dir()


def test_every_package_is_on_the_map():
    packages = {p.parent.name for p in (ROOT / "assessment").glob("*/__init__.py")}
    assert {name for name in packages if f"`assessment/{name}/`" not in README} == set()
