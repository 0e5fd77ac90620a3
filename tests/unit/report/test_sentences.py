"""What stands on a report about its standing."""

from datetime import date

import pytest

from assessment.model import load_model
from assessment.report.content.sentences import Submitted, draft, submitted
from assessment.report.overall.words import Words

SUBMITTED = Submitted(2, date(2026, 11, 22), "IT", "0123456789abcdef" * 4)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "de",
            "Fassung 2, abgeschlossen am 22. November 2026 durch IT (Prüfsumme 0123456789abcdef)",
        ),
        (
            "en",
            "Revision 2, submitted on 22 November 2026 by IT (checksum 0123456789abcdef)",
        ),
    ],
)
def test_a_submitted_report_says_when_and_by_whom(language, told):
    assert submitted(SUBMITTED, language) == told


def test_a_report_that_may_still_change_is_a_draft():
    assert (draft("de"), draft("en")) == ("Entwurf, nicht abgeschlossen", "Draft, not submitted")


@pytest.mark.parametrize(
    ("code", "head"), [("30", "10.000–19.999"), ("11", "ab 500.000"), ("", "ohne Klasse")]
)
def test_the_column_of_a_size_class_has_its_thresholds_and_that_of_counties_a_word(code, head):
    words = Words(load_model(), "de")
    assert head == words.short({"size_class": code})
