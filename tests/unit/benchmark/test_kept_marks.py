"""What a release rests on is kept as marks: enough to compare, never the answers."""

import json

from assessment.services.benchmark.marks import is_key_lost, key_of, read_marks, write_marks
from tests.unit.benchmark.test_differences_by_subject import MANY, gathered, one_of_six

MEMBERS = [f"member {at}" for at in range(MANY)]


def kept(folder, key, said, number="001"):
    (folder / "private").mkdir(exist_ok=True)
    whole = gathered(said, key=key)
    write_marks(folder, number, members={"member 0": "print"}, gathered=whole, keys=MEMBERS)
    return read_marks(folder, number, key)


def test_the_same_value_has_the_same_mark_and_another_one_another(tmp_path):
    (tmp_path / "private").mkdir()
    key = key_of(tmp_path)
    assert key_of(tmp_path) == key
    first, second = (kept(tmp_path, key, said) for said in one_of_six())
    changed = {
        subject: sum(marks[one] != second.values[subject][one] for one in MEMBERS)
        for subject, marks in first.values.items()
    }
    assert list(changed.values()) == [1, 6]


def test_without_its_key_or_from_an_older_tool_values_are_not_compared(tmp_path):
    first, _ = one_of_six()
    marks = kept(tmp_path, b"one key", first)
    assert marks.values is not None
    assert read_marks(tmp_path, "001", b"another key").values is None
    old = {"private": "never publish this file", "members": {"member 0": "print"}}
    (tmp_path / "private" / "001.json").write_text(json.dumps(old))
    assert read_marks(tmp_path, "001", b"one key").values is None
    assert read_marks(tmp_path, "001", b"one key").members == {"member 0": "print"}


def test_a_key_is_lost_until_a_release_was_made_with_another_one(tmp_path):
    (tmp_path / "private").mkdir()
    first, _ = one_of_six()
    releases = [tmp_path / "001-2026-01-01.json", tmp_path / "002-2026-02-01.json"]
    kept(tmp_path, key_of(tmp_path), first)
    assert not is_key_lost(tmp_path, releases[:1])
    (tmp_path / "private" / "key").unlink()
    assert is_key_lost(tmp_path, releases[:1])
    kept(tmp_path, key_of(tmp_path), first, number="002")
    assert is_key_lost(tmp_path, releases[:1])
    assert not is_key_lost(tmp_path, releases)


def test_equal_answers_have_different_marks_in_rounds_with_other_keys(tmp_path):
    first, _ = one_of_six()
    one, other = (kept(tmp_path, key, first).values for key in (b"one key", b"another key"))
    assert all(one[subject] != other[subject] for subject in one)
