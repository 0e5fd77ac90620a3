"""The start page: what stands there, in which order, how it is searched, and the ways to begin."""

import re

import pytest

from assessment.model import load_model
from assessment.municipality import by_ags
from assessment.services import assessments, examples
from assessment.services.overview.listing import Wanted, listing
from assessment.services.review.submitting import reopen, seen, submit
from tests.integration.builders import DAY, a_full_assessment
from tests.integration.statements import counted
from tests.integration.web import Browser, begin, text_of, value_of

PLACES = ("01001000", "05554004", "05758036", "05515000", "09162000", "14625250", "03157007")


def seven_assessments(desk):
    """One of each of seven places, the last one changed last."""
    for ags in PLACES:
        assessments.create(desk, municipality=by_ags(ags), date=DAY)


def titles(page):
    """The names of the bodies in the order in which they stand."""
    return re.findall(r'<h3 class="kern-title" id="card-[^"]*"><a [^>]*>([^<]*)</a>', page.text)


def test_an_empty_list_says_what_to_do_next(browser):
    example = browser.get("/").text
    place = re.search(r"/assessments/[0-9a-f-]+/delete", example).group()
    browser.get(place)
    browser.post(place)
    told = text_of(browser.get("/"))
    assert "Es gibt noch keine Erhebung." in told
    assert "Neue Erhebung beginnen" in told
    assert "Beispiel laden" in told


def test_a_line_tells_progress_and_the_points_so_far(browser):
    told = text_of(browser.get("/"))
    assert "51 von 51 Fragen" in told
    assert re.search(r"Dateninfrastruktur \d+,\d Governance \d+,\d Expertise \d+,\d", told)


def test_a_submitted_assessment_tells_when_and_what_it_came_to(desk):
    id = assessments.keep(desk, a_full_assessment())
    submit(desk, id, by="Amt", seen_as=seen(assessments.head(desk, id)))
    (line,) = listing(desk, Wanted()).items
    assert line.head.submitted
    assert line.stance.firmness in {"firm", "likely", "undecided"}
    assert listing(desk, Wanted(state="open")).items == ()
    reopen(desk, id, because="Tippfehler", by="Amt", revision=1)
    (again,) = listing(desk, Wanted(state="open")).items
    assert again.stance == line.stance


@pytest.mark.parametrize("order", ["", "changed", "nonsense"])
def test_the_assessment_changed_last_comes_first_and_examples_last(app, browser, order):
    seven_assessments(app.extensions["desk"])
    found = titles(browser.get(f"/?order={order}"))
    assert len(found) == len(PLACES) + 1
    assert found[0] == by_ags(PLACES[-1]).name
    assert found[-1] == "Schorndorf"


def test_names_stand_in_alphabetical_order_where_asked_for(app, browser):
    seven_assessments(app.extensions["desk"])
    found = titles(browser.get("/?order=name"))
    assert found[:2] == ["Ahaus", "Flensburg"]
    assert found[-1] == "Schorndorf"


def test_words_find_names_states_and_years_without_umlauts(app, browser):
    seven_assessments(app.extensions["desk"])
    assert titles(browser.get("/?q=muenster")) == ["Münster"]
    assert titles(browser.get("/?q=schleswig")) == ["Flensburg"]
    assert titles(browser.get("/?q=09162000")) == ["München"]
    assert "Keine Erhebung passt" in text_of(browser.get("/?q=gibtesnicht"))


def test_a_long_list_has_sheets_and_its_statements_stay_few(desk):
    for number in range(30):
        token = f"assessment {number}"
        assessments.create(desk, municipality=by_ags(PLACES[number % 7]), date=DAY, token=token)
    with counted(desk.database) as sent:
        sheet = listing(desk, Wanted(sheet=2))
    assert len(sent) == 2
    assert (sheet.total, sheet.number, sheet.last, len(sheet.items)) == (30, 2, 3, 12)
    assert listing(desk, Wanted(sheet=99)).number == 3


def test_every_example_can_be_loaded_and_a_double_click_loads_one(browser):
    names = {path.stem for path in examples.example_files()}
    page = browser.get("/").text
    assert set(re.findall(r'<option value="([a-z-]+)"', page)) >= names
    token = value_of(page, "token")
    places = {
        browser.post("/assessments/from-example", example="dorf", token=token).location
        for _ in range(2)
    }
    assert len(places) == 1
    assert browser.get(places.pop()).status_code == 200
    assert browser.post("/assessments/from-example", example="../secret").status_code == 404


def test_every_example_has_a_name_in_words(app):
    page = text_of(Browser(app, "en").get("/"))
    assert "Village of 900, administered by its joint administration" in page


def test_who_has_been_assessed_before_is_led_to_the_year_before(browser):
    assert "schon eine Erhebung" not in text_of(browser.get("/new/05758036"))
    place = begin(browser)
    page = browser.get("/new/05758036")
    assert "schon eine Erhebung" in text_of(page)
    assert f'href="{place}follow"' in page.text


def test_a_shared_postal_code_says_how_many_share_it(browser):
    told = text_of(browser.get("/new?q=54636"))
    assert "39 Gemeinden haben ihre Verwaltung unter der Postleitzahl 54636" in told
    assert told.count("PLZ 54636") == 39
    near = text_of(browser.get("/new?q=48147"))
    assert "Keine Verwaltung hat die Postleitzahl 48147" in near
    assert "PLZ 48143" in near


def test_the_task_list_says_how_long_the_rest_takes_and_how_that_was_said(app, browser):
    place = begin(browser)
    told = text_of(browser.get(place))
    assert re.search(r"noch etwa 2 Std\. (15|30) Min\.", told)
    assert "200 Wörter je Minute" in text_of(browser.get("/help"))
    assert load_model().questionnaire.pace.words_per_minute == 200
    finished = re.search(r"/assessments/[0-9a-f-]+/(?=\")", browser.get("/?q=schorndorf").text)
    assert "noch etwa" not in text_of(browser.get(finished.group()))
