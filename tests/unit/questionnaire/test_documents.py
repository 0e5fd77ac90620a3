"""Reading YAML and JSON: safely, strictly, and with the line of everything."""

import datetime as dt
import time

import pytest

from assessment.errors import Invalid
from assessment.questionnaire.documents import MAX_BYTES, parse_document, read_document


def yaml_value(text):
    document = parse_document(text.encode(), file="file.yaml")
    assert document.faults == ()
    return document.value


def faults(data, file="file.yaml"):
    """The faults of form as code, line and place."""
    data = data if isinstance(data, bytes) else data.encode()
    try:
        problems = parse_document(data, file=file).problems
    except Invalid as invalid:
        problems = invalid.problems
    return [(problem.code, problem.line, problem.place) for problem in problems]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("3", 3),
        ("-3", -3),
        (r'"one\rtwo\r\nthree"', "one\ntwo\nthree"),
        ("0", 0),
        ("0.5", 0.5),
        ("1e3", 1000.0),
        ("1.5e-07", 1.5e-07),
        ("true", True),
        ("null", None),
        ("~", None),
        ("", None),
        ("2026-11-22", dt.date(2026, 11, 22)),
        ("2026-02-30", "2026-02-30"),
        ("2027-Q1", "2027-Q1"),
        ("12:30", "12:30"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        (".inf", ".inf"),
        ("'05774032'", "05774032"),
        ('"yes"', "yes"),
        ("word", "word"),
    ],
)
def test_plain_values_are_read_as_they_look(written, read):
    value = yaml_value(f"key: {written}\n")["key"]

    assert value == read
    assert type(value) is type(read)


def test_keys_are_texts_as_they_stand():
    assert yaml_value("{2026: 1, yes: 2, 05: 3}") == {"2026": 1, "yes": 2, "05": 3}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nags: 05774032\n", [("leading_zero", 2, "ags")]),
        ("a: [yes, No, on, OFF]\n", [("yaml_yes_no", 1, f"a[{i}]") for i in range(4)]),
        ("a: 1\nb: 2\na: 3\n", [("repeated_key", 3, "a")]),
        ("a: &x 1\nb: *x\n", [("yaml_alias", 2, "b")]),
        ("a: !!python/object:os.system x\n", [("yaml_tag", 1, "a")]),
        ("a: {b: [1, 2}\n", [("yaml_syntax", 1, "")]),
        ("a:\n\t- 1\n", [("yaml_tab", 2, "")]),
        ("a: 1\n---\nb: 2\n", [("several_documents", 2, "")]),
        ("? [a]\n: 1\n", [("yaml_key", 1, "")]),
        ("a: 1e999\n", [("unusable_number", 1, "a")]),
        ('a: "\\0"\n', [("bad_character", 1, "a")]),
        ("a: 1\nb: \x07\n", [("bad_character", 2, "")]),
        ("   \n", [("file_empty", None, "")]),
        ("größe: 1\n".encode("latin-1"), [("not_utf8", 1, "")]),
        ("a: 1\n".encode("utf-16"), [("not_utf8", 1, "")]),
    ],
)
def test_what_yaml_readers_disagree_about_is_a_fault(text, expected):
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1,\n "a": 2}', [("repeated_key", 1, "a")]),
        ('{"a": 1,\n "b": NaN}', [("unusable_number", 2, "b")]),
        ('{"a": Infinity}', [("unusable_number", 1, "a")]),
        ('{"a": 1e999}', [("unusable_number", 1, "a")]),
        ('{"a": 1,\n}', [("json_syntax", 2, "")]),
        ('{"a": "\\ud800"}', [("bad_character", None, "a")]),
        ("[" * 100_000, [("too_deep", None, "")]),
    ],
)
def test_what_json_readers_disagree_about_is_a_fault(text, expected):
    assert faults(text, "file.json") == expected


def test_a_byte_order_mark_is_read_over():
    assert parse_document(b"\xef\xbb\xbfa: 1\n", file="file.yaml").value == {"a": 1}


def test_several_faults_are_reported_at_once():
    assert faults("a: 05\na: 1\nb: yes\n") == [
        ("leading_zero", 1, "a"),
        ("repeated_key", 2, "a"),
        ("yaml_yes_no", 3, "b"),
    ]


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{new}: &{new} [{','.join(['*' + old] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [BOMB, "[" * 50_000, "a: " + "{a: " * 5_000, "- 1\n" * 300_000],
    ids=["aliases", "deep list", "deep mapping", "many values"],
)
def test_a_file_made_to_wear_the_reader_out_is_refused_quickly(text):
    started = time.process_time()

    assert faults(text) != []

    assert time.process_time() - started < 10


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    file = tmp_path / "large.yaml"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)

    with pytest.raises(Invalid) as failure:
        read_document(file)

    assert [problem.code for problem in failure.value.problems] == ["file_too_large"]


def test_large_data_from_elsewhere_is_refused_too():
    assert faults(b"a" * (MAX_BYTES + 1)) == [("file_too_large", None, "")]


@pytest.mark.parametrize(
    ("name", "code"), [("missing.yaml", "file_not_found"), (".", "file_is_folder")]
)
def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path, name, code):
    with pytest.raises(Invalid) as failure:
        read_document(tmp_path / name)

    assert [problem.code for problem in failure.value.problems] == [code]


def test_json_knows_its_lines_too():
    document = parse_document(b'{\n "a": {\n  "b": [1,\n   2]}}', file="file.json")

    assert document.problem("any", ("a", "b", 1)).line == 4
    assert document.problem("any", ("a", "missing")).line == 2
    assert document.problem("any", ("a", "b", 1)).place == "a.b[1]"
