"""An officer compares a result with the release that the association sent."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import Officer
from tests.browser.test_every_page import VILLAGE
from tests.unit.benchmark.handmade import release_of_governance

KREIS = "Kreis, Veröffentlichung 1 vom 30. Juni 2026"


def test_an_officer_sees_where_the_village_stands_and_takes_it_back(windows):
    page = windows.open("de")
    officer = Officer(page, "de")
    result = officer.opens_file(VILLAGE).rstrip("/") + "/result"
    officer.keeps_release(release_of_governance())
    expect(page.get_by_text("Die Veröffentlichung ist aufgenommen")).to_be_visible()
    page.goto(result)
    page.get_by_role("navigation", name="Auf dieser Seite").get_by_role(
        "link", name="Standort im Vergleich"
    ).click()
    chapter = page.get_by_role("region", name="Standort im Vergleich")
    chapter.get_by_label("Verglichen mit").select_option(label=KREIS)
    officer.presses("Compare")
    expect(chapter).to_contain_text("Vergleichsgruppe: alle Teilnehmenden der Erhebungsrunde.")
    drawing = chapter.get_by_role("img")
    expect(drawing).to_have_accessible_name(re.compile("Governance: "))
    row = chapter.get_by_role("row", name="Governance")
    expect(row).to_contain_text("40,0")
    points = row.get_by_role("cell").first.inner_text()
    _fits_narrow_screens(page, drawing)

    chapter.get_by_label("Verglichen mit").select_option(label="ohne Vergleich")
    officer.presses("Compare")
    expect(chapter).not_to_contain_text("Vergleichsgruppe")
    chapter.get_by_label("Verglichen mit").select_option(label=KREIS)
    officer.presses("Compare")
    expect(row.get_by_role("cell").first).to_have_text(points)

    page.goto(result.removesuffix("result") + "documents")
    page.get_by_label("Dokument", exact=True).select_option("json")
    with page.expect_download() as stored:
        officer.button("Make the document").click()
    assert b'"benchmark"' in stored.value.path().read_bytes()

    chosen = page.get_by_label("Verglichen mit").locator("option:checked").get_attribute("value")
    page.goto(f"/releases/{chosen}/delete")
    officer.presses("Delete for good")
    expect(page.get_by_role("heading", level=1)).to_have_text("Veröffentlichungen zum Vergleichen")
    expect(page.locator(f"a[href='/releases/{chosen}/delete']")).to_have_count(0)


def _fits_narrow_screens(page: Page, drawing: Locator) -> None:
    """Nothing scrolls sideways, and the letters of the drawing stay as large as those beside it."""
    usual = page.viewport_size
    page.set_viewport_size({"width": 320, "height": 800})
    expect(drawing).to_have_accessible_name(re.compile("Governance: "))
    assert drawing.bounding_box()["width"] <= 320
    assert drawing.locator("text").first.bounding_box()["height"] >= 14
    assert drawing.evaluate("it => it.parentElement.scrollWidth <= it.parentElement.clientWidth")
    page.set_viewport_size(usual)
