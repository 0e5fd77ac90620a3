"""A brand as a person makes it: typed, seen, and handed over with the report."""

from playwright.sync_api import expect

from tests.browser.pages import Officer
from tests.unit.report.brand.pictures import png


def test_a_brand_is_made_and_says_while_typing_whether_its_colour_can_be_read(windows):
    page = windows.open("de")
    officer = Officer(page, "de")
    page.goto("/")
    page.get_by_role("contentinfo").get_by_role("link", name="Erscheinungsbilder").click()
    page.get_by_role("link", name="Neues Erscheinungsbild").click()
    page.get_by_label("Name der Stelle").fill("Amt für Digitales")
    accent = page.get_by_role("textbox", name="Akzentfarbe (freiwillig)", exact=True)
    accent.fill("#ff8800")
    status = page.locator("[data-contrast]")
    expect(status).to_contain_text("Kontrast 2,39:1 – zu wenig")
    expect(status).to_contain_text("#b56000")
    accent.fill("#b56000")
    expect(status).to_contain_text("gut lesbar")

    officer.presses("Save and add pictures")
    picture = {"name": "logo.png", "mimeType": "image/png", "buffer": png()}
    page.get_by_label("Datei: Logo").set_input_files(picture)
    page.get_by_role("button", name="Dieses Bild verwenden").first.click()
    shown = page.get_by_role("img", name="Logo")
    expect(shown).to_be_visible()
    assert shown.evaluate("image => image.naturalWidth") == 200

    with page.expect_download() as stored:
        page.get_by_role("link", name="Vorschau als PDF").click()
    assert stored.value.suggested_filename == "Vorschau.pdf"
    assert stored.value.path().read_bytes().startswith(b"%PDF")

    page.get_by_role("link", name="Dieses Erscheinungsbild löschen").click()
    officer.presses("Delete for good")
    expect(page.get_by_role("heading", level=1)).to_have_text("Erscheinungsbilder")
