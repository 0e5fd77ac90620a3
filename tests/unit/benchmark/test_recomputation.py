"""Intervals, don't know, participation and the series, worked out again in plain Python."""

from math import comb
from statistics import median

import pytest

from assessment.benchmark.attributes import attributes_of
from assessment.benchmark.overview.history import history
from assessment.benchmark.release.document import Lookup
from assessment.benchmark.release.making import make_release
from assessment.benchmark.synthetic import all_municipalities
from assessment.questionnaire.answers import State
from tests.unit.benchmark.small_rounds import RULES, gathered, invented, release
from tests.unit.benchmark.test_release import cells, groups, said, tenth, thousandth

TAIL = 0.025
ROUNDING = 0.0005 + 1e-6


def tail_from(count, whole, chance):
    """How probable at least so many of the whole are."""
    return sum(comb(whole, k) * chance**k * (1 - chance) ** (whole - k)
               for k in range(count, whole + 1))  # fmt: skip


def clopper_pearson(part, whole):
    """Both ends, found by halving: where the binomial tails are 2.5 % each."""

    def halve(too_low):
        low, high = 0.0, 1.0
        for _ in range(40):
            middle = (low + high) / 2
            low, high = (middle, high) if too_low(middle) else (low, middle)
        return low

    return (
        halve(lambda chance: tail_from(part, whole, chance) < TAIL) if part else 0.0,
        halve(lambda chance: 1 - tail_from(part + 1, whole, chance) > TAIL)
        if part < whole
        else 1.0,
    )


def is_of(body, key):
    return all(attributes_of(body)[name] == value for name, value in key.items())


def test_the_interval_of_a_median_has_the_ends_that_the_sign_test_gives():
    checked = 0
    for kind, subject, cell in cells():
        if not isinstance(cell.get("median_interval"), list):
            continue
        values = sorted(value for one in groups(cell["key"])
                        if (value := said(kind, subject, one)[0]) is not None)  # fmt: skip
        rank = 0
        while sum(comb(len(values), k) for k in range(rank + 1)) <= TAIL * 2 ** len(values):
            rank += 1
        assert cell["median_interval"] == [tenth(values[rank - 1]), tenth(values[-rank])]
        checked += 1
    assert checked > 10


def test_shares_and_their_intervals_are_those_of_clopper_and_pearson():
    checked = 0
    for _, _, cell in cells():
        parts = cell.get("distribution")
        for part in parts if isinstance(parts, list) else ():
            ends = clopper_pearson(round(part["share"] * cell["n"]), cell["n"])
            assert part["interval"] == pytest.approx(ends, abs=ROUNDING)
            checked += 1
    assert checked > 50


def test_the_share_of_do_not_know_is_that_of_all_who_took_part():
    checked = 0
    for kind, subject, cell in cells():
        if kind == "question" and "share" in cell.get("unknown", ()):
            answers = [one.answers[subject].state for one in groups(cell["key"])]
            count = answers.count(State.UNKNOWN)
            assert cell["unknown"]["share"] == thousandth(count, len(answers))
            ends = clopper_pearson(count, len(answers))
            assert cell["unknown"]["interval"] == pytest.approx(ends, abs=ROUNDING)
            checked += 1
    assert checked


def test_response_and_coverage_are_counted_against_members_and_register():
    given, _ = invented()
    shown = 0
    for table in release()["participation"]:
        for cell in table["cells"]:
            registered = sum(is_of(one, cell["key"]) for one in all_municipalities())
            asked = sum(is_of(one, cell["key"]) for one in given.members)
            assert (cell["registered"], cell["members"]) == (registered, asked)
            if "suppressed" not in cell:
                count = len(list(groups(cell["key"])))
                assert (cell["n"], cell["response"]) == (count, thousandth(count, asked))
                assert cell["coverage"] == thousandth(count, registered)
                shown += 1
    assert shown


def test_a_series_holds_the_medians_of_each_release_and_the_change_of_the_last_two():
    about = {"round": "Kreis", "questionnaire": "ki-readiness@2026.1"}
    made = [
        make_release(
            gathered(year=year), {**about, "number": year + 1, "date": f"202{year}-01-01"}, RULES
        )
        for year in (0, 1)
    ]
    subjects = [one for one in Lookup(made[0]).subjects if one[0] in {"dimension", "topic"}]
    for line in history([Lookup(one) for one in made], subjects, {}):
        medians = []
        for year, moment in enumerate(line.moments):
            given, _ = invented(year=year)
            values = [said(line.kind, line.id, one)[0] for one in given.contributions]
            medians.append(tenth(median(value for value in values if value is not None)))
            assert (moment.spread.median.value, moment.taking.value) == (medians[-1], 72)
        assert line.change.value == pytest.approx(round(medians[1] - medians[0], 1))
