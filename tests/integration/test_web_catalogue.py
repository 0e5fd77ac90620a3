"""The pages of real cases: what is listed, in which order, and that the European list is apart."""

from assessment.cases.european import ATTRIBUTION, european_cases
from assessment.model import load_model
from tests.integration.web import Browser, begin, text_of


def test_every_project_of_the_catalogue_is_listed_once(browser):
    projects = {case.project for case in load_model().cases}
    assert f"{len(projects)} Fälle" in text_of(browser.get("/cases"))


def test_filters_leave_only_what_fits(browser):
    fitting = {
        case.project
        for case in load_model().cases
        if (case.field, case.technology) == ("mobility", "computer_vision")
        and (case.approach, case.status) == ("turnkey", "pilot")
    }
    told = text_of(
        browser.get("/cases?field=mobility&technology=computer_vision&route=turnkey&status=pilot")
    )
    assert fitting
    assert f"{len(fitting)} Fälle" in told


def test_words_are_searched_and_a_search_without_a_result_says_so(browser):
    assert "DonauQuelli" in text_of(browser.get("/cases?text=donauquelli"))
    assert "Kein Fall passt" in text_of(browser.get("/cases?text=gibtesnicht"))


def test_a_filter_that_does_not_exist_and_a_sheet_beyond_the_last_do_no_harm(browser):
    everything = text_of(browser.get("/cases")).split("Fälle")[0]
    assert text_of(browser.get("/cases?field=nonsense")).split("Fälle")[0] == everything
    for sheet in ("999", "0", "-1", "x"):
        assert browser.get(f"/cases?sheet={sheet}").status_code == 200


def test_from_an_assessment_the_closest_come_first(browser):
    place = begin(browser)
    browser.get(place + "applications")
    browser.post(place + "applications", archetype="road_condition", token="t")
    id = place.strip("/").split("/")[-1]
    told = text_of(browser.get(f"/cases?assessment={id}&application=road_condition"))
    assert "Die ähnlichsten für Vlotho zuerst, für Mobilität" in told
    assert "Gleich oder ähnlich" in told
    assert browser.get("/cases?assessment=unknown").status_code == 404


def test_the_european_list_is_apart_and_names_its_source(browser):
    page = browser.get("/cases/europe")
    told = text_of(page)
    assert f"{len(european_cases())} Fälle" in told
    assert " ".join(ATTRIBUTION.split()) in told
    ours = text_of(browser.get("/cases"))
    assert not any(case.name in ours for case in european_cases()[:50])


def test_countries_are_named_in_the_language_of_the_page(app):
    greek = len(european_cases(country="Greece"))
    german = text_of(Browser(app, "de").get("/cases/europe?country=Greece"))
    assert "Griechenland" in german
    assert f"{greek} Fälle" in german
    assert "Bosnien und Herzegowina" in german
    assert "Greece" in text_of(Browser(app, "en").get("/cases/europe?country=Greece"))


def test_every_page_leads_to_the_cases_and_an_application_to_those_like_it(browser):
    assert 'href="/cases"' in browser.get("/").text
    place = begin(browser)
    browser.get(place + "applications")
    browser.post(place + "applications", archetype="road_condition", token="t")
    id = place.strip("/").split("/")[-1]
    assert (
        f"/cases?assessment={id}&amp;application=road_condition"
        in browser.get(place + "result").text
    )
