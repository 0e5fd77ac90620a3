"""What a release rests on is kept as marks: enough to compare, never the answers."""

import json

from assessment.services.benchmark.marks import key_of, read_marks, write_marks
from tests.unit.benchmark.test_differences_by_subject import MANY, gathered, one_of_six

MEMBERS = [f"member {at}" for at in range(MANY)]


def kept(folder, key, said):
    (folder / "private").mkdir(exist_ok=True)
    whole = gathered(said, key=key)
    write_marks(folder, "001", members={"member 0": "print"}, gathered=whole, keys=MEMBERS)
    return read_marks(folder, "001", key)


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


def test_equal_answers_have_different_marks_in_rounds_with_other_keys(tmp_path):
    first, _ = one_of_six()
    one, other = (kept(tmp_path, key, first).values for key in (b"one key", b"another key"))
    assert all(one[subject] != other[subject] for subject in one)
