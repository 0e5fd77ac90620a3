"""Every problem the code can name has its words; they are harmless whatever was written."""

import ast
import re
import sys
from pathlib import Path
from string import Formatter

import pytest

import assessment
from assessment.errors import Problem
from assessment.wording import LANGUAGES, PROBLEMS, problem_text
from assessment.wording.problems.in_browser import IN_BROWSER

PACKAGE = Path(assessment.__file__).parent


def codes_in_use():
    """Codes given to Problem(...), to functions called add or stop, and as `code=`."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                arguments = [*node.args[:1], *(k.value for k in node.keywords if k.arg == "code")]
                if name == "Problem" or (name in {"add", "stop"} and len(node.args) > 1):
                    yield from (a.value for a in arguments if isinstance(a, ast.Constant))
                elif any(keyword.arg == "code" for keyword in node.keywords):
                    yield from (a.value for a in arguments[-1:] if isinstance(a, ast.Constant))


def test_every_code_in_use_has_words():
    assert sorted({code for code in codes_in_use() if code} - PROBLEMS.keys()) == []


def test_no_code_has_words_in_two_places():
    lists = [vars(module) for name, module in sys.modules.items() if ".problems.of_" in name]
    said = [codes for one in lists for key, codes in one.items() if key.startswith("OF_")]
    assert sum(len(codes) for codes in said) == len(PROBLEMS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_is_said_in_both_languages(language):
    said = {code: problem_text(with_all_values(code), language) for code in PROBLEMS}

    assert [code for code, (what, _) in said.items() if not what] == []
    assert [code for code, texts in said.items() if "{" in "".join(texts)] == []


def test_who_reads_in_a_browser_is_not_sent_to_the_command_line():
    met_by_commands_only = {"no_round", "round_for_answers", "round_without_release"}
    for code in PROBLEMS.keys() - met_by_commands_only:
        what, to_do = problem_text(with_all_values(code), "de", IN_BROWSER)
        assert not re.search(r"\bassessment \w", what + to_do), code
    assert IN_BROWSER.keys() <= PROBLEMS.keys()


def with_all_values(code):
    named = {n for text in PROBLEMS[code] for _, n, _, _ in Formatter().parse(text) if n}
    return Problem(code, values=dict.fromkeys(named, "X"))


def test_german_is_not_english():
    both = {
        code: (problem_text(Problem(code), "de"), problem_text(Problem(code), "en"))
        for code in PROBLEMS
    }
    assert [code for code, (german, english) in both.items() if german == english] == []


def test_a_misspelling_comes_with_what_was_probably_meant():
    problem = Problem("unknown_field", values={"given": "mobilty", "suggestion": "mobility"})

    assert problem_text(problem, "de") == (
        "Ein Aufgabengebiet „mobilty“ gibt es nicht.",
        "Meinten Sie „mobility“?",
    )


def test_what_is_possible_is_listed():
    problem = Problem("not_one_of", values={"given": "x", "allowed": "a, b"})

    assert problem_text(problem, "en") == ("“x” is not possible here.", "Possible are: a, b.")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (None, "null"),
        (True, "true"),
        (2.0, "2"),
        ({"a": 1}, "{…}"),
        (["a"], "[…]"),
        ("{given}", "{given}"),
        ("a\x1b[31mb\n", "a�[31mb�"),
        ("x" * 100, "x" * 60 + "…"),
    ],
)
def test_what_somebody_wrote_is_shown_short_and_harmless(given, shown):
    what, _ = problem_text(Problem("not_one_of", values={"given": given}), "en")

    assert what == f"“{shown}” is not possible here."


def test_a_type_is_named_in_the_language():
    problem = Problem("wrong_type", values={"given": "3", "expected": "integer"})

    assert problem_text(problem, "de")[0] == "Hier steht „3“, nötig ist aber eine ganze Zahl."


def test_an_unknown_code_is_no_traceback():
    assert problem_text(Problem("new_code"), "en") == ("Something is wrong here (new_code).", "")
