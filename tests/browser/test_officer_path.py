"""A digital officer's whole way: begin, prepare, answer, see what is open, decide."""

from playwright.sync_api import expect

from tests.browser.pages import Officer

TOPICS = 25


def test_an_officer_gets_from_the_start_page_to_the_report_in_english(windows):
    """In German the tests with a keyboard only and without JavaScript go the whole way."""
    officer = Officer(windows.open("en"), "en")
    officer.begins("muenster", "Münster")
    officer.states_conditions(2)
    officer.adds("Citizen chatbot")
    officer.goes_to_topic(1)
    for _ in range(2):
        officer.answers_topic(2)
    officer.goes_to("Open questions")
    expect(officer.page.get_by_text("Not answered yet").first).to_be_visible()
    officer.goes_to("Result")
    expect(officer.page.get_by_role("heading", name="In brief")).to_be_visible()
    assert officer.downloads_report().startswith(b"%PDF")


def test_a_whole_assessment_is_made_without_javascript(windows):
    officer = Officer(windows.open("de", java_script_enabled=False), "de")
    officer.begins("oelde", "Oelde")
    officer.states_conditions(1)
    officer.adds("KI-Telefonassistent")
    officer.goes_to_topic(1)
    officer.level("data.inventory", 3).check()
    officer.presses("Save")
    expect(officer.level("data.inventory", 3)).to_be_checked()
    officer.page.locator("#data\\.inventory").get_by_role("button").click()
    expect(officer.level("data.inventory", 3)).not_to_be_checked()
    for _ in range(TOPICS):
        officer.answers_topic(4)
    officer.submits("Digitalisierung")
    expect(officer.page.get_by_text("Beantwortet: 100\N{NO-BREAK SPACE}%.")).to_be_visible()
    assert officer.downloads_report().startswith(b"%PDF")


def test_enter_in_a_text_line_saves_and_takes_nothing_back(windows):
    page = windows.open("de")
    officer = Officer(page, "de")
    officer.begins("oelde", "Oelde")
    officer.goes_to_topic(1)
    officer.level("data.inventory", 3).check()
    officer.sees_saved("data.inventory")
    page.get_by_text("Anmerkung und Nachweis").first.click()
    page.locator("[id='data.inventory-evidence']").fill("Liste im DMS")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    expect(officer.level("data.inventory", 3)).to_be_checked()
    expect(page.locator("[id='data.inventory-evidence']")).to_have_value("Liste im DMS")
