"""The officer sets the frame of the roadmap and targets, and sees what comes of it."""

import pytest

from assessment.questionnaire.answers import Plan
from assessment.services import assessments
from tests.integration.web import begin, text_of


@pytest.fixture
def address(browser):
    """A new assessment; its address."""
    return begin(browser).rstrip("/")


def stored(app, address):
    """What is kept of the assessment."""
    return assessments.load(app.extensions["desk"], address.rsplit("/", 1)[1])


def test_the_assumed_frame_is_shown_and_confirming_it_states_nothing(app, browser, address):
    page = browser.get(f"{address}/planning").text
    assert '<option value="2027-Q1" selected>Q1 2027</option>' in page
    fields = {"start": "2027-Q1", "quarters": "8", "days": "25"}
    answer = browser.post(f"{address}/planning", **fields)
    assert (answer.status_code, answer.location) == (303, f"{address}/result#roadmap")
    assert stored(app, address).plan is None


def test_a_frame_and_a_target_are_kept_and_lead_to_measures(app, browser, address):
    browser.get(f"{address}/planning")
    fields = {"start": "2027-Q2", "quarters": "4", "days": "12,5", "data.catalogue": "1"}
    assert browser.post(f"{address}/planning", **fields).status_code == 303
    kept = stored(app, address)
    assert kept.plan == Plan("2027-Q2", 4, 12.5)
    assert kept.targets == {"data.catalogue": 1}
    page = text_of(browser.get(f"{address}/result"))
    assert "Der Rahmen ist selbst gesetzt: 4 Quartale mit je 12,5 Personentagen." in page
    assert "Datenliste in drei Fachbereichen beginnen" in page
    again = browser.get(f"{address}/planning").text
    assert 'value="12,5"' in again
    assert '<option value="1" selected>' in again


def test_a_target_that_does_not_fit_is_told_with_what_would_do(browser, address):
    browser.get(f"{address}/planning")
    fields = {"start": "2027-Q1", "quarters": "1", "days": "1", "data.catalogue": "4"}
    browser.post(f"{address}/planning", **fields)
    page = text_of(browser.get(f"{address}/result"))
    assert "Der Fahrplan erreicht nicht alles" in page
    assert "Personentagen ginge es." in page


@pytest.mark.parametrize(
    ("field", "typed", "complaint"),
    [
        ("quarters", "41", "Bitte geben Sie eine ganze Zahl von Quartalen von 1 bis 40 ein."),
        ("quarters", "2,5", "Bitte geben Sie eine ganze Zahl von Quartalen von 1 bis 40 ein."),
        ("quarters", "", "Bitte geben Sie eine ganze Zahl von Quartalen von 1 bis 40 ein."),
        ("days", "0", "Bitte geben Sie die Personentage als Zahl über 0 ein."),
        ("days", "viele", "Bitte geben Sie die Personentage als Zahl über 0 ein."),
        ("days", "nan", "Bitte geben Sie die Personentage als Zahl über 0 ein."),
    ],
)
def test_what_cannot_be_a_frame_is_told_and_kept_in_the_field(
    app, browser, address, field, typed, complaint
):
    browser.get(f"{address}/planning")
    fields = {"start": "2027-Q1", "quarters": "8", "days": "20", field: typed}
    answer = browser.post(f"{address}/planning", **fields)
    assert answer.status_code == 400
    assert complaint in text_of(answer)
    assert f'value="{typed}"' in answer.text
    assert stored(app, address).plan is None


def test_a_stated_frame_can_be_given_up_and_the_targets_stay(app, browser, address):
    browser.get(f"{address}/planning")
    fields = {"start": "2027-Q2", "quarters": "4", "days": "10", "data.catalogue": "2"}
    browser.post(f"{address}/planning", **fields)
    browser.get(f"{address}/planning")
    assert browser.post(f"{address}/planning/default").status_code == 303
    kept = stored(app, address)
    assert (kept.plan, kept.targets) == (None, {"data.catalogue": 2})


def test_the_overview_and_the_result_lead_to_the_frame(browser, address):
    assert f'href="{address}/planning"' in browser.get(f"{address}/").text
    assert f'href="{address}/planning"' in browser.get(f"{address}/result").text
