"""Which parts a report has: those of its length, or those asked for, in the report's order."""

import pytest

from assessment.errors import Invalid
from assessment.report.parts import FULL, SHORT, chosen_parts, parts_of


def test_without_a_wish_the_length_says_what_there_is():
    assert chosen_parts([], "full") == FULL
    assert chosen_parts([""], "short") == SHORT
    assert set(SHORT) < set(FULL)


def test_parts_stand_in_the_order_of_the_report_however_they_are_asked_for():
    assert chosen_parts(["sources", " summary", "sources"], "full") == ("summary", "sources")


def test_the_numbers_of_the_model_are_only_there_when_asked_for():
    assert "numbers" not in FULL
    assert chosen_parts(["numbers"], "full") == ("numbers",)


def test_every_unknown_part_is_named_with_those_there_are():
    with pytest.raises(Invalid) as failure:
        chosen_parts(["profil", "summary", "kosten"], "full")
    assert [problem.values["given"] for problem in failure.value.problems] == ["profil", "kosten"]
    assert str(failure.value.problems[0].values["allowed"]).startswith("summary, profile")


def test_a_part_without_a_short_form_is_printed_in_full():
    summary, answers = parts_of(["summary", "answers"])
    assert answers.template("short") == answers.full
    assert summary.template("short") == summary.short
