"""Every shown figure can be explained, and the shown terms add up to it."""

from dataclasses import replace
from pathlib import Path

import pytest

from assessment.errors import Invalid
from assessment.explain import explain
from assessment.model import load_model
from assessment.presentation import explanation_json, to_json
from assessment.questionnaire.answer_file import read_answer_file
from assessment.result import result_of
from assessment.wording import LANGUAGES, problem_text

MODEL = load_model()
EXAMPLES = Path(__file__).parents[2] / "questionnaires" / "ki-readiness" / "examples"


@pytest.fixture(scope="module", params=["kleinstadt", "kleinstadt-halb-ausgefuellt", "dorf"])
def result(request):
    assessment = read_answer_file(EXAMPLES / f"{request.param}.yaml", MODEL.vocabulary)
    return result_of(replace(assessment, applications=assessment.applications[:3]), MODEL)


def shown(result, name):
    return [explanation_json(one) for one in explain(result, MODEL, name)]


def adds_up(explanation):
    counted = [term["contribution"] for term in explanation["terms"]]
    in_tenths = sum(round(10 * points) for points in counted if points is not None)
    return in_tenths == round(10 * (explanation["points"] or 0))


def test_the_shown_terms_add_up_to_the_figure_that_the_result_shows(result):
    content = to_json(result, MODEL, "de")
    for dimension, scores in content["dimensions"].items():
        for name, score in {dimension: scores, **scores["topics"]}.items():
            (found,) = shown(result, name)
            assert found["points"] == score["score"]
            assert (found["low"], found["high"]) == (score["low"], score["high"])
            assert adds_up(found)
    for application in content["applications"]:
        by_route = {one["route"]: one for one in shown(result, application["id"])}
        for route, points in application["suitability"].items():
            assert by_route[route]["points"] == points
            assert adds_up(by_route[route])


def test_a_shown_term_is_within_a_tenth_of_the_exact_one(result):
    for application in result.applications:
        for one in explain(result, MODEL, application.recommendation.id):
            for term, exact in zip(explanation_json(one)["terms"], one.terms, strict=True):
                assert (term["contribution"] is None) == (exact.contribution is None)
                assert (term["contribution"] or 0) == pytest.approx(
                    exact.contribution or 0, abs=0.1
                )


def test_every_question_can_be_explained(result):
    for name in MODEL.questionnaire.by_id:
        (found,) = shown(result, name)
        assert adds_up(found)
        assert [part["kind"] for part in found["part_of"]] == ["topic", "dimension"]


def test_the_weights_of_a_suitability_sum_to_1(result):
    name = result.applications[0].recommendation.id
    for found in explain(result, MODEL, name):
        weights = [term.weight for term in found.terms if term.weight is not None]
        assert sum(weights) == pytest.approx(1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_id_is_told_with_one_that_is_near(result, language):
    with pytest.raises(Invalid) as failure:
        explain(result, MODEL, "governance.privacy_revue")
    (problem,) = failure.value.problems
    what, remedy = problem_text(problem, language)
    assert "governance.privacy_revue" in what
    assert "governance.privacy_review" in remedy
