"""The pages of real cases: what is listed, in which order, and that the European list is apart."""

import re

from markupsafe import escape

from assessment.cases.european import ATTRIBUTION, european_cases
from assessment.model import load_model
from assessment.municipality import size_class
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


def test_filters_by_state_body_and_size_class_leave_only_what_fits(browser):
    fitting = {
        case.project
        for case in load_model().cases
        if (case.state, case.body) == ("BW", "town_or_municipality")
        and size_class(case.inhabitants) == "40"
    }
    told = text_of(browser.get("/cases?state=BW&body=town_or_municipality&size=40"))
    assert fitting
    assert f"{len(fitting)} Fälle" in told


def test_a_list_of_choices_holds_only_what_leads_to_a_case_and_says_to_how_many(browser):
    page = browser.get("/cases?field=public_safety").text
    pilots = {
        case.project
        for case in load_model().cases
        if (case.field, case.status) == ("public_safety", "pilot")
    }
    assert f"Pilotbetrieb ({len(pilots)})" in page
    assert 'value="chatbot_rule_or_nlp"' not in page


def test_words_that_were_found_are_marked_and_hostile_ones_stay_text(browser):
    page = browser.get("/cases?text=strasse").text
    assert "<mark>Straßenzustand" in page
    for hostile in (
        "<script>alert(1)</script>",
        "%(x)s {{7*7}}",
        "ß" * 400,
        "\x00\x07",
        "((",
        "\\",
    ):
        page = browser.get("/cases", query_string={"text": hostile, "state": hostile})
        assert page.status_code == 200
        assert "<script>alert" not in page.text
        assert browser.get("/cases/europe", query_string={"text": hostile}).status_code == 200


def test_the_best_match_comes_first_unless_another_order_is_asked_for(browser):
    by_words = browser.get("/cases?text=sprachassistent").text
    by_date = browser.get("/cases?text=sprachassistent&order=date").text
    assert "Die besten Treffer zuerst." in by_words
    assert "Die neuesten Quellen zuerst." in by_date
    assert "Die neuesten Quellen zuerst." in browser.get("/cases?order=relevance").text


def test_a_place_of_the_map_leads_to_its_cases_and_its_table_says_the_same(browser):
    page = browser.get("/cases?field=mobility")
    places = re.findall(r'href="/cases\?field=mobility&amp;place=(\d+)#found"', page.text)
    assert len(places) == 2 * len(set(places))
    of_place = text_of(browser.get(f"/cases?field=mobility&place={places[0]}"))
    assert "Ort:" in of_place
    assert re.search(r"Ein Fall|\d+ Fälle", of_place)
    assert browser.get("/cases?place=nonsense").status_code == 200


def test_the_map_counts_every_case_once_and_names_what_it_leaves_out(browser):
    told = text_of(browser.get("/cases"))
    total = len({case.project for case in load_model().cases})
    shown = int(re.search(r"Karte von Deutschland: (\d+) Fälle", told).group(1))
    abroad = int(re.search(r"(\d+) Fälle in Österreich oder der Schweiz", told).group(1))
    nowhere = int(re.search(r"(\d+) von Organisationen ohne festen Ort", told).group(1))
    assert shown + abroad + nowhere == total


def test_from_an_assessment_its_place_is_on_the_map(browser):
    id = begin(browser).strip("/").split("/")[-1]
    told = text_of(browser.get(f"/cases?assessment={id}"))
    assert "Ihr Ort: Vlotho" in told


def test_own_cases_are_left_out_and_this_is_said(browser):
    id = begin(browser, "05515000").strip("/").split("/")[-1]
    assert "von Münster selbst" in text_of(browser.get(f"/cases?assessment={id}&text=stadtwerke"))


def test_every_case_has_a_page_of_its_own_with_source_date_status_and_what_went_wrong(app):
    german, english = Browser(app, "de"), Browser(app, "en")
    for case in load_model().cases[::12]:
        told = text_of(german.get(f"/cases/{case.id}"))
        assert " ".join(case.title.de.split()) in told
        assert f'href="{escape(case.source_url)}"' in german.get(f"/cases/{case.id}").text
        assert "Stand" in told or "Datum der Quelle unbekannt" in told
        if case.setback:
            assert " ".join(case.setback.de.split()) in told
        assert " ".join(case.summary.en.split()) in text_of(english.get(f"/cases/{case.id}"))
    assert german.get("/cases/gibtesnicht").status_code == 404


def test_a_further_record_of_a_project_leads_to_the_others(browser):
    further = next(case for case in load_model().cases if case.same_as)
    assert f'href="/cases/{further.same_as}"' in browser.get(f"/cases/{further.id}").text


def test_nothing_found_says_which_word_is_to_blame(browser):
    told = text_of(browser.get("/cases?text=chatbot+gibtesnicht"))
    assert "„gibtesnicht“ kommt in keinem Fall vor" in told
    assert "„chatbot“ kommt in" in told


def test_a_slip_in_a_word_leads_to_the_word_probably_meant(browser):
    page = browser.get("/cases?field=mobility&text=strasenzustand+ki")
    assert "Meinten Sie" in text_of(page)
    assert 'href="/cases?field=mobility&amp;text=Stra%C3%9Fenzustand' in page.text


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
