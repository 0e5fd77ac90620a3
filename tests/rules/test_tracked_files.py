"""What is tracked is meant to be: no registry hosts, no machine's paths, no notes to self."""

import json
import re

import pytest

from tests.rules.tracked import ROOT, relative, tracked_files

# Written apart so that this file does not contain what it looks for.
REGISTRY = re.compile(
    "|".join(
        ["py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.(org|com)", "deb" + r"\.debian"]
    )
)
NOTE_TO_SELF = re.compile(
    r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]) + r")\b"
)
MACHINE_PATH = re.compile(r"(?<![\w.])/(wo" + "rk|tm" + "p)/")
BINARY = {".png", ".jpg", ".woff2", ".pdf", ".ico"}

TEXTS = [path for path in tracked_files() if path.suffix not in BINARY]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("pattern", [REGISTRY, NOTE_TO_SELF, MACHINE_PATH], ids=lambda p: p.pattern)
def test_no_tracked_file_names_a_registry_or_a_machine_or_leaves_a_note(pattern):
    found = [
        f"{relative(path)}:{number}: {line.strip()[:80]}"
        for path in TEXTS
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("lock", LOCKS, ids=relative)
def test_a_lock_pins_every_requirement_by_hash_and_names_no_host(lock):
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text
    requirements = [part for part in re.split(r"\n(?=\S)", text) if part.strip()]
    assert [part for part in requirements if "==" not in part or "--hash=sha256:" not in part] == []


def test_the_runtime_lock_is_part_of_the_lock_of_developers():
    def pins(name):
        lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").splitlines()
        return {line.rstrip(" \\") for line in lines if "==" in line}

    assert pins("runtime.txt") <= pins("dev.txt")
    assert pins("build.txt") <= pins("dev.txt")


def test_the_asset_lock_pins_by_hash_and_names_no_host():
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    packages.pop("")
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert all("resolved" not in package for package in packages.values())


def test_files_end_with_a_line_end_and_have_no_carriage_returns():
    faulty = [
        relative(path)
        for path in TEXTS
        if (content := path.read_bytes()) and (not content.endswith(b"\n") or b"\r" in content)
    ]
    assert faulty == []
