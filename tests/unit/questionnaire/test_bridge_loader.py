"""Bridges between versions: every question has its place, and what is faulty is named."""

import shutil

import pytest

from assessment.errors import Invalid
from assessment.questionnaire.bridge import Kind
from assessment.questionnaire.bridge.loader import load_series
from assessment.questionnaire.loader import load_questionnaire
from tests.unit.questionnaire.tiny import FOLDER, tiny

TINY = FOLDER / "bridge"


def series(folder=TINY):
    return load_series(folder, load_questionnaire(folder))


def edited(tmp_path, *replacements, file="bridges.yaml"):
    """A copy of the tiny bridge in which texts of one file are replaced."""
    folder = shutil.copytree(TINY, tmp_path / "bridge")
    path = folder / file
    text = path.read_text(encoding="utf-8")
    for old, new in replacements:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return folder


def faults(folder):
    with pytest.raises(Invalid) as failure:
        series(folder)
    return [(one.code, one.values.get("given"), one.place) for one in failure.value.problems]


def test_every_question_of_both_versions_has_a_place():
    links = series().bridge_from("tiny@0").links

    said = [
        (link.kind, [one.id for one in link.was], [one.id for one in link.now]) for link in links
    ]
    assert said == [
        (Kind.UNCHANGED, ["kept"], ["kept"]),
        (Kind.REWORDED, ["worded"], ["said_better"]),
        (Kind.SPLIT, ["wide"], ["wide_one", "wide_two"]),
        (Kind.MERGED, ["left", "right"], ["joined"]),
        (Kind.CHANGED, ["other"], ["other"]),
        (Kind.NEW, [], ["fresh"]),
        (Kind.DROPPED, ["gone"], []),
    ]


def test_the_questions_in_common_are_the_unchanged_and_the_reworded_ones():
    assert series().bridge_from("tiny@0").anchors == {"kept": "kept", "said_better": "worded"}


def test_from_itself_everything_is_unchanged():
    bridge = series().bridge_from("tiny@1")

    assert bridge.is_same_version
    assert {link.kind for link in bridge.links} == {Kind.UNCHANGED}


def test_from_an_unknown_version_there_is_no_bridge():
    assert series().bridge_from("tiny@7") is None


def test_there_need_not_be_a_file():
    found = load_series(FOLDER / "levels", tiny("levels"))

    assert found.bridges == {}
    assert found.jump.noticeable == 2


def test_ids_that_nobody_knows_are_named_with_what_was_probably_meant(tmp_path):
    folder = edited(tmp_path, ("was: worded", "was: wordet"), ("now: fresh", "now: flesh"))

    assert faults(folder) == [
        ("unknown_earlier_question", "wordet", "bridges[0].steps[0].was"),
        ("unknown_later_question", "flesh", "bridges[0].steps[4].now"),
    ]


def test_a_question_has_one_role_only(tmp_path):
    folder = edited(tmp_path, ("was: [left, right]", "was: [left, wide, right]"))

    assert faults(folder) == [("question_twice", "wide", "bridges[0].steps[2].was[1]")]


def test_a_new_question_must_be_declared(tmp_path):
    text = (TINY / "bridges.yaml").read_text(encoding="utf-8")
    step = text[text.index("      - kind: new") : text.index("      - kind: dropped")]

    assert faults(edited(tmp_path, (step, ""))) == [("undeclared_new", "fresh", "bridges[0].steps")]


def test_a_dropped_question_must_be_declared(tmp_path):
    text = (TINY / "bridges.yaml").read_text(encoding="utf-8")
    step = text[text.index("      - kind: dropped") :]

    assert faults(edited(tmp_path, (step, ""))) == [
        ("undeclared_dropped", "gone", "bridges[0].steps")
    ]


def test_an_old_id_that_is_renamed_and_used_anew_must_be_declared_anew(tmp_path):
    """`kept` was renamed: what is called so now is another question."""
    folder = edited(tmp_path, ("was: worded", "was: kept"))

    assert faults(folder) == [
        ("undeclared_new", "kept", "bridges[0].steps"),
        ("undeclared_dropped", "worded", "bridges[0].steps"),
    ]


def test_a_step_without_reason_is_a_fault_and_hides_nothing_else(tmp_path):
    reason = "        because: {de: Es kommt nicht darauf an., en: It does not matter.}\n"
    folder = edited(tmp_path, (reason, ""), ("now: joined", "now: joint"))

    assert faults(folder) == [
        ("unknown_later_question", "joint", "bridges[0].steps[2].now"),
        ("missing_key", None, "bridges[0].steps[5].because"),
    ]


def test_the_reason_stands_in_both_languages(tmp_path):
    folder = edited(tmp_path, (", en: It does not matter.}", "}"))

    assert faults(folder) == [("missing_translation", None, "bridges[0].steps[5].because.en")]


def test_a_reworded_question_keeps_its_scale(tmp_path):
    folder = edited(tmp_path, ("kind: changed", "kind: reworded"))

    assert faults(folder) == [("scale_differs", "other", "bridges[0].steps[3].now")]


def test_other_words_must_be_declared(tmp_path):
    folder = edited(
        tmp_path, ("How far are your lists?", "How are your lists?"), file="questions/data.yaml"
    )

    assert faults(folder) == [("undeclared_wording", "kept", "bridges[0].steps")]


def test_another_scale_must_be_declared(tmp_path):
    text = (TINY / "bridges.yaml").read_text(encoding="utf-8")
    step = text[text.index("      - kind: changed") : text.index("      - kind: new")]

    assert faults(edited(tmp_path, (step, ""))) == [
        ("undeclared_scale", "other", "bridges[0].steps")
    ]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("tiny", "bad_reference"),
        ("../tiny@0", "bad_reference"),
        ("tiny@1", "bridge_to_itself"),
        ("tiny@00", "no_earlier_version"),
    ],
)
def test_a_bridge_begins_at_an_earlier_version_that_is_there(tmp_path, given, code):
    assert faults(edited(tmp_path, ("from: tiny@0", f"from: {given}"))) == [
        (code, given, "bridges[0].from")
    ]


def test_a_folder_that_holds_another_version_is_a_fault(tmp_path):
    folder = edited(tmp_path, ("from: tiny@0", "from: tiny@00"))
    (folder / "earlier" / "tiny@0").rename(folder / "earlier" / "tiny@00")

    assert faults(folder) == [("another_version", "tiny@00", "bridges[0].from")]


def test_one_bridge_from_each_version(tmp_path):
    folder = edited(tmp_path)
    with (folder / "bridges.yaml").open("a", encoding="utf-8") as file:
        file.write("  - {from: tiny@0, steps: []}\n")

    assert faults(folder) == [("repeated_bridge", "tiny@0", "bridges[1].from")]


def test_faults_of_the_earlier_version_are_told_with_their_file(tmp_path):
    folder = edited(tmp_path)
    broken = folder / "earlier" / "tiny@0" / "questions" / "data.yaml"
    broken.write_text("- id: kept\n", encoding="utf-8")

    with pytest.raises(Invalid) as failure:
        series(folder)

    assert [(one.file, one.code) for one in failure.value.problems] == [
        ("earlier/tiny@0/questions/data.yaml", "missing_key")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[]", [("wrong_type", [], "")]),
        ("bridges: 3", [("wrong_type", 3, "bridges")]),
        ("bridges: [3]", [("wrong_type", 3, "bridges[0]")]),
        (
            "bridges: [{}]",
            [
                ("missing_key", None, "bridges[0].from"),
                ("missing_key", None, "bridges[0].steps"),
            ],
        ),
        ("bridges: [{from: tiny@0}]", [("missing_key", None, "bridges[0].steps")]),
        ("bridges: [{from: tiny@0, steps: none}]", [("wrong_type", "none", "bridges[0].steps")]),
        ("noticeable: 0", [("not_above", 0, "noticeable")]),
        ("least_common: 2", [("too_large", 2, "least_common")]),
        ("colour: red", [("unknown_key", "colour", "colour")]),
    ],
)
def test_a_file_of_another_form_is_a_fault(tmp_path, text, expected):
    folder = edited(tmp_path)
    (folder / "bridges.yaml").write_text(text, encoding="utf-8")

    assert faults(folder) == expected
