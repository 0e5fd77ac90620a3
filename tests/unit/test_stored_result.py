"""A result that was kept reads back as the very same result."""

import base64
import json
import zlib
from functools import cache
from pathlib import Path

import pytest

from assessment.errors import Damaged
from assessment.model import load_model
from assessment.presentation.stored_result import (
    read_summary,
    result_of_stored,
    stored_result,
    summary_of_stored,
)
from assessment.result import result_of
from assessment.services.examples import example_files
from assessment.services.files import read_files


@cache
def a_result(name):
    model = load_model()
    path = next(path for path in example_files() if path.stem == name)
    return result_of(read_files([path], model)[0].assessment, model)


@pytest.mark.parametrize("name", [path.stem for path in example_files()])
def test_a_stored_result_reads_back_as_it_was(name):
    result = a_result(name)
    read = result_of_stored(stored_result(result))
    assert read == result
    # Equal mappings may differ in order, and equal numbers in kind; pages would show it.
    assert repr(read) == repr(result)


def test_a_result_kept_by_the_first_version_stays_readable():
    """Never make the file anew: assessments that were submitted then are kept in that form."""
    kept = (Path(__file__).parent / "stored" / "format_1.txt").read_text(encoding="ascii")
    result = result_of_stored(base64.b64decode(kept))
    assert result.assessment.questionnaire == "ki-readiness@2026.1"
    assert result.scorecard.coverage == 0
    assert [one.recommendation.id for one in result.applications] == [
        "citizen_chatbot",
        "road_condition",
    ]
    assert all(sum(one.robustness.shares.values()) == 1 for one in result.applications)


def test_storing_the_same_result_gives_the_same_bytes():
    assert stored_result(a_result("dorf")) == stored_result(a_result("dorf"))


@pytest.mark.parametrize(
    "data",
    [b"", b"not compressed", zlib.compress(b"{}"), stored_result(a_result("dorf"))[:-20]],
    ids=["empty", "foreign", "without a result", "cut off"],
)
def test_what_cannot_be_read_is_said_to_be_damaged(data):
    with pytest.raises(Damaged):
        result_of_stored(data)


@pytest.mark.parametrize("name", ["dorf", "alles-unbekannt"])
def test_the_summary_kept_beside_a_result_is_that_of_the_whole_result(name):
    result = a_result(name)
    kept = json.loads(json.dumps(summary_of_stored(stored_result(result))))
    summary = read_summary(kept)
    assert summary.stance.route == result.overall.route
    assert summary.stance.firmness == (result.standing.firmness if result.standing else None)
    assert summary.scores == {one.id: one.score for one in result.scorecard.dimensions.values()}
    firmness = [one.robustness.firmness for one in result.applications]
    assert [said for _, _, said in summary.applications] == firmness
