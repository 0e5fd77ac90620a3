"""A short report, a report of some parts, and one that tells what changed since an earlier one."""

import io
import json
from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from assessment.model import load_model
from assessment.municipality import Body, Municipality
from assessment.questionnaire.answers import PlannedApplication
from assessment.report.parts import SHORT
from assessment.report.since import Since
from tests.integration.builders import an_assessment, level
from tests.integration.reports import (
    LANGUAGES,
    PLANS,
    TOWN,
    a_town_with_plans,
    at_level_two,
    bookmarks,
    faults,
    pages,
    the_pdf,
)

CITY = Municipality("Dortmund", Body.MUNICIPALITY, state="NW", population=600_000)
A_YEAR_AGO = date(2025, 11, 20)


def since(now, **parts):
    return Since(replace(now, date=A_YEAR_AGO, **parts), load_model().folder, A_YEAR_AGO)


def the_report_of_one_plan(language):
    """Tables with a single line: one application, and hardly a gate that is not met.

    It tells what changed since a year ago: every answer, all points and all advice.
    """
    answers = {id: level(3) for id in load_model().questionnaire.by_id}
    now = an_assessment(municipality=TOWN, answers=answers, applications=PLANS[:1])
    low = {id: level(1) for id in answers}
    earlier = since(now, answers=low, applications=PLANS, targets={"data.catalogue": 3})
    return the_pdf(now, language, since=earlier)


def test_a_report_says_what_changed_since_an_earlier_one(tmp_path):
    report = the_report_of_one_plan("de")
    assert faults(report, tmp_path) == []
    text = " ".join(pages(report))
    assert "Verglichen mit dem Bericht vom 20. November 2025" in text
    assert "51 Antworten sind anders." in text
    with pikepdf.open(io.BytesIO(report)) as pdf:
        told = json.loads(pdf.attachments["result.json"].get_file().read_bytes())["changes"]
    assert len(told["answers"]) == 51
    assert told["dimensions"]["data_infrastructure"]["difference"] == 50.0
    assert "Dateninfrastruktur 75,0 (+50,0)" in text
    assert "Wissensassistent über eigene Akten aufgegeben" in text
    assert "Dateninventar und Metadaten (Stufe 3)" in text.partition("Seither erreicht")[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_short_version_has_four_pages_with_advice_and_next_steps(language, tmp_path):
    now = a_town_with_plans()
    earlier = since(now) if language == "de" else None
    report = the_pdf(now, language, parts=SHORT, length="short", since=earlier)
    assert faults(report, tmp_path) == []
    text = pages(report)
    assert len(text) == 4
    begins = {"de": "Was im ersten Quartal beginnt", "en": "What begins in the first quarter"}
    assert begins[language] in " ".join(text[2:])
    assert ("Seit dem Bericht vom 20. November 2025 haben sich weder" in text[1]) == bool(earlier)


def test_a_report_of_two_parts_names_no_other_in_contents_and_bookmarks():
    pdf = the_pdf(a_town_with_plans(), parts=("summary", "sources"))
    assert bookmarks(pdf) == ["Auf einen Blick", "Inhalt", "Quellen"]
    text = " ".join(pages(pdf))
    assert "Kapitel „Empfehlungen“" not in text
    assert "Fallbeispiele nennen" not in text


@pytest.mark.parametrize("answered", [at_level_two, dict], ids=["answered", "blank"])
def test_a_city_with_fifteen_applications_has_a_short_version_of_four_pages(answered):
    kinds = list(load_model().recommendation.archetype_by_id)[:15]
    plans = tuple(PlannedApplication(kind, kind) for kind in kinds)
    city = an_assessment(municipality=CITY, answers=answered(), applications=plans)
    assert len(pages(the_pdf(city, parts=SHORT, length="short"))) == 4
