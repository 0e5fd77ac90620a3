"""The method page: every number in it is the one that the code uses, in the reader's words."""

import pytest

from assessment.model import load_model
from assessment.questionnaire.conditions import Any as AnyOf
from assessment.questionnaire.conditions import FactorIs, HasTrait, Not
from assessment.recommendation.model import Route
from assessment.report.method import printed_method
from assessment.report.method.example import example_input, example_result
from assessment.report.method.rules import told
from assessment.report.method.source import source_of
from assessment.result import result_of

MODEL = load_model()
ADVICE = MODEL.recommendation


@pytest.fixture(scope="module")
def method():
    return printed_method(MODEL.folder, "de")


def german(value):
    return f"{value:g}".replace(".", ",")


def test_every_topic_shows_what_every_route_needs_with_weight_reason_and_source(method):
    assert [row.topic for row in method.needs] == [t.title.de for t in MODEL.questionnaire.topics]
    for topic, row in zip(MODEL.questionnaire.topics, method.needs, strict=True):
        for route, need in zip(Route, row.needs, strict=True):
            asked = ADVICE.requirements[route][topic.id]
            assert need.required == (german(asked.required) if asked.required else "–")
            assert need.weight == (german(asked.weight) if asked.required else "")
            assert need.reason == asked.reason.de
            assert need.source.label


def test_every_factor_shows_its_weight_and_the_utility_of_each_level(method):
    for factor, row in zip(ADVICE.factors, method.factors, strict=True):
        assert row.weight == german(factor.weight)
        for level in row.levels:
            assert level.utilities == tuple(
                german(factor.utility[route][level.level]) for route in Route
            )


def test_every_gate_shows_minimum_target_and_what_raises_them(method):
    for gate, row in zip(ADVICE.gates, method.gates, strict=True):
        assert (row.reason, row.law) == (gate.reason.de, gate.law.de)
        assert bool(row.applies_if) == (gate.applies_if is not None)
        for condition, line in zip(gate.conditions, row.conditions, strict=True):
            assert line.minimum.levels == tuple(str(condition.minimum[r]) for r in Route)
            assert len(line.raises) == len(condition.raises)
            assert all(raised.when for raised in line.raises)


def test_bands_weights_and_single_numbers_are_those_of_the_model(method):
    assert [band.to for band in method.scoring.bands[:-1]] == [
        german(edge) for edge in MODEL.questionnaire.bands
    ]
    assert method.scoring.topics.count == len(MODEL.questionnaire.topics)
    assert method.weighing.readiness == german(ADVICE.lambda_.value)
    assert method.weighing.draws == f"{ADVICE.firmness.draws:,}".replace(",", ".")
    assert method.matching.counted == MODEL.matching.evidence.cases
    assert [trait.weight for trait in method.matching.traits] == [
        german(weight) for weight in MODEL.matching.weight_of.values()
    ]


def test_every_kind_of_application_shows_its_defaults_and_multipliers(method):
    for kind, row in zip(ADVICE.archetypes, method.kinds, strict=True):
        assert row.defaults == tuple(str(kind.default_factors[f.id]) for f in ADVICE.factors)
        assert [times for _, times in row.multipliers] == [
            german(times) for times in kind.topic_multipliers.values()
        ]


def test_the_worked_example_adds_up_and_shows_an_open_answer(method):
    example = method.example
    assert example.points.range != "–"
    for figure in (example.points, example.suitability, example.suitability_in_print):
        gives = [float(term.gives.replace(",", ".")) for term in figure.terms if term.gives != "–"]
        assert sum(gives) == pytest.approx(float(figure.total.replace(",", ".")), abs=0.06)
    assert example.suitability.advised
    assert len(example.suitability_in_print.terms) <= len(example.suitability.terms) / 2


def test_conditions_are_told_in_words():
    assert told(HasTrait(trait="own_documents"), MODEL, "en") == "searches own files"
    some = AnyOf(any=(HasTrait(trait="own_documents"), HasTrait(trait="generative")))
    assert told(some, MODEL, "de") == "durchsucht eigene Akten oder schreibt oder spricht Text"
    assert told(Not(**{"not": HasTrait(trait="generative")}), MODEL, "en").startswith("not: ")
    sensitive = FactorIs(factor="sensitivity", at_least=2)
    assert told(sensitive, MODEL, "de") == "Schutzbedarf der Daten ab Stufe 2"


def test_a_source_is_called_by_its_site_and_our_own_calibration_by_its_name():
    assert source_of("https://www.vitako.de/?p=1", "de").label == "vitako.de"
    assert source_of("own calibration", "de").label == "eigene Kalibrierung"
    assert source_of("own calibration", "de").address == ""


def test_the_example_input_is_a_result_like_any_other():

    again = result_of(example_input(MODEL), MODEL)
    assert again.applications == example_result(MODEL.folder).applications
