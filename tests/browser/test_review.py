"""Reviewing, submitting, and reopening for a reason, in a browser."""

from playwright.sync_api import expect

from assessment.services.examples import example_files
from tests.browser.pages import Officer

DORF = next(path for path in example_files() if path.stem == "dorf")


def test_what_was_submitted_stays_while_the_assessment_goes_on(windows):
    officer = Officer(windows.open("de"), "de")
    place = officer.opens_file(DORF)
    colleague = Officer(windows.another(officer.page.context), "de")
    colleague.page.goto(place + "topics/data.catalogue")

    officer.submits("Stabsstelle Digitalisierung")
    line = officer.page.get_by_text("Fassung 1, abgeschlossen")
    expect(line).to_be_visible()
    frozen = content(officer)

    # The other window still shows the form of before: what is chosen there is not taken for kept.
    colleague.level("data.inventory", 4).check()
    expect(colleague.page.locator("[data-status]")).to_contain_text(
        "Nichts wurde gespeichert: Diese Erhebung wurde am"
    )
    colleague.page.goto(place + "topics/data.catalogue")
    expect(colleague.page.get_by_role("radio")).to_have_count(0)

    officer.reopens("Verzeichnis ist seit gestern vollständig", by="IT")
    officer.goes_to_topic(1)
    officer.level("data.inventory", 4).check()
    officer.sees_saved("data.inventory")
    officer.part("Result").click()
    expect(officer.page.get_by_text("nachdem die Erhebung wieder geöffnet wurde")).to_be_visible()
    officer.submits("Stabsstelle Digitalisierung")
    assert content(officer) != frozen

    officer.part("Review").click()
    told = officer.page.locator(".app-revisions > li").filter(has_text="Wieder geöffnet")
    expect(told).to_contain_text("Verzeichnis ist seit gestern vollständig")
    told.get_by_role("link", name="Ergebnis Fassung 1").click()
    expect(line).to_be_visible()
    assert content(officer) == frozen


def content(officer: Officer) -> str:
    """The result itself, below the line that says which one it is."""
    officer.page.wait_for_load_state()  # a long page is shown before its end has come
    return officer.page.locator(".app-stack-huge").inner_text()
