"""An officer plans applications, compares them and tries out changes, without any script."""

import re

from playwright.sync_api import expect

from tests.browser.pages import Officer


def adds_an_own_application(officer):
    """Describe one, change it, copy it, put the copy first and remove it again."""
    page = officer.page
    officer.link("Add your own application").click()
    page.get_by_label("Name der Anwendung").fill("Friedhofspläne")
    page.get_by_label("Groß: Mehrere Ämter").check()
    officer.button("Add application").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Friedhofspläne")

    # Everything can be changed later, one of the factors with the keyboard alone.
    page.get_by_label("Aufgabenbereich").select_option("Mobilität")
    page.locator("#market summary").focus()
    page.keyboard.press("Enter")
    page.locator("#market").get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    planned = page.locator(".app-planned__item")
    expect(planned.nth(1)).to_contain_text("eigene Anwendung · Mobilität")
    expect(planned.nth(1)).to_contain_text("eine eigene Angabe")

    planned.nth(1).get_by_role("button", name="Kopieren").click()
    expect(page.get_by_label("Name der Anwendung")).to_have_value("Friedhofspläne (Kopie)")
    officer.button("Save application").click()
    planned.nth(2).get_by_role("button", name="Nach oben").focus()
    page.keyboard.press("Enter")
    expect(planned.nth(1)).to_contain_text("(Kopie)")
    planned.nth(1).get_by_role("link", name="Entfernen").click()
    officer.button("Remove application").click()
    expect(planned).to_have_count(2)


def looks_at_the_portfolio(officer):
    """See both applications, and go where the missing benefit is stated."""
    page = officer.page
    officer.link("Show the portfolio").click()
    drawing = page.get_by_role("img", name=re.compile("Portfolio nach erwartetem Nutzen"))
    expect(drawing).to_have_count(1)
    expect(page.get_by_role("row", name=re.compile("Friedhofspläne"))).to_contain_text("groß (3)")
    page.get_by_role("link", name="KI-Telefonassistent").first.click()
    expect(page).to_have_url(re.compile("#benefit$"))


def tries_out_a_level(officer):
    """Try a level of a question, go back and forth, and keep it as a target."""
    page = officer.page
    officer.part("AI applications").click()
    officer.link("Try out changes: what if").click()
    page.get_by_label("Frage oder Angabe").select_option("data.inventory")
    officer.button("Choose").click()
    page.get_by_role("group").get_by_role("radio").nth(4).check()
    officer.button("Show what happens").click()
    expect(page.get_by_role("heading", name="Was anders wäre")).to_be_visible()
    expect(page).to_have_url(re.compile(r"change=data\.inventory(:|%3A)4"))
    page.go_back()
    expect(page.get_by_role("heading", name="Was anders wäre")).to_have_count(0)
    page.go_forward()
    officer.button("Keep these as targets").click()
    expect(page).to_have_url(re.compile("/planning"))


def test_applications_are_described_ordered_compared_and_tried_out(windows):
    page = windows.open("de", java_script_enabled=False)
    officer = Officer(page, "de")
    officer.begins("oelde", "Oelde")
    officer.goes_to_topic(1)
    officer.answers_topic(1)
    officer.part("AI applications").click()

    page.get_by_role("searchbox").fill("Telefon")
    page.get_by_role("search").get_by_role("button", name="Suchen").click()
    officer.adds("KI-Telefonassistent")
    adds_an_own_application(officer)
    looks_at_the_portfolio(officer)
    tries_out_a_level(officer)
    officer.goes_to_topic(1)
    expect(officer.level("data.inventory", 1)).to_be_checked()
