"""A year later: follow on from the assessment, answer anew, and see what has changed."""

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.pages import Officer

VILLAGE = Path("questionnaires/ki-readiness/examples/dorf.yaml").resolve()
A_YEAR_LATER = "2027-11-22"
FIRST, SECOND = "data.inventory", "data.metadata"


def test_an_officer_follows_on_and_sees_the_change_called_real(windows):
    page = windows.open("de")
    officer = Officer(page, "de")
    officer.opens_file(VILLAGE)
    officer.link("Follow on from this assessment").click()
    page.get_by_label("Datum der Erhebung").fill(A_YEAR_LATER)
    officer.button("Begin assessment").click()

    officer.goes_to_topic(1)
    for question in (FIRST, SECOND):
        asked = page.locator(f"[data-question='{question}']")
        expect(asked.get_by_text("2026:", exact=False)).to_be_visible()
        officer.level(question, 4).check()
        officer.sees_saved(question)
    officer.part("Overview").click()
    officer.link("Compare with the one before").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Vergleich: Schweppenhausen")
    topic = page.get_by_role("row", name="Dateninventar und Metadaten")
    expect(topic).to_contain_text("Tatsächliche Veränderung")
    expect(topic).to_contain_text("100,0")
    expect(page.get_by_text("Auf 2 Fragen lautet die Antwort anders.")).to_be_visible()
    page.go_back()
    officer.part("Result").click()
    officer.link("What has changed").click()
    expect(page.get_by_text("Verglichen mit dem Bericht vom 22. November 2026")).to_be_visible()
    changed = page.get_by_role("row", name="Dateninventar und Metadaten")
    expect(changed).to_contain_text("Tatsächliche Veränderung")
    page.goto("/compare")
    page.get_by_label("Erste Erhebung").select_option(index=0)
    officer.button("Compare").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Zwei Erhebungen vergleichen")
