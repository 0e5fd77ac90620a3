"""The roadmap on the terminal: the frame, what stands in the way, and each measure on a line."""

from datetime import date

import pytest

from assessment.cli.roadmap_text import roadmap_lines
from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import Assessment, Plan
from assessment.result import result_of


@pytest.fixture(autouse=True)
def german(monkeypatch):
    """The language that the command line was started in."""
    monkeypatch.setenv("LANGUAGE", "de")


def lines_of(**more):
    model = load_model()
    assessment = Assessment(
        questionnaire=model.questionnaire.reference,
        municipality=Municipality("Musterstadt", Body.MUNICIPALITY),
        date=date(2026, 11, 22),
        answers={},
        **more,
    )
    return list(roadmap_lines(result_of(assessment, model), {}, model, "de"))


def test_a_measure_stands_on_a_line_with_its_quarter_days_and_purpose():
    frame, step = lines_of(targets={"data.catalogue": 1}, plan=Plan("2027-Q2", 4, 10))
    assert frame == "Fahrplan: 5,5 von 40 Personentagen, Q2 2027 bis Q1 2028"
    expected = "Q2 2027 5,5 Datenliste in drei Fachbereichen beginnen – Eigenes Ziel"
    assert " ".join(step.split()) == expected


def test_without_anything_to_do_the_assumed_frame_is_named_and_that_nothing_is_needed():
    frame, nothing = lines_of()
    assert frame.endswith("(angenommener Rahmen)")
    assert (
        nothing.strip() == "Für das, was empfohlen und angestrebt ist, braucht es keine Maßnahme."
    )


def test_what_does_not_fit_is_told_before_the_measures():
    found = lines_of(targets={"data.catalogue": 4}, plan=Plan("2027-Q1", 1, 1))
    assert any("Alle Maßnahmen zusammen brauchen" in line for line in found)
    assert any("Personentagen ginge es." in line for line in found)
