"""An association holds a round of sixty members, from the invitation to the dashboard."""

from playwright.sync_api import Page, expect

from assessment.benchmark.synthetic import all_municipalities
from assessment.model import load_model
from tests.browser.pages import Officer
from tests.synthetic_files import answer_files, packed

SIXTY = all_municipalities()[3000:4200:20]
LISTED = b"ags;name\n" + "".join(f"{one.ags};{one.name}\n" for one in SIXTY).encode()


def test_an_association_tries_out_collects_releases_and_reads_the_dashboard(windows):
    page = windows.open("de")
    officer = Officer(page, "de")
    faulty = {"kaputt.yaml": b"questionnaire: ["}
    answers = packed(answer_files(load_model(), SIXTY, response=0.8) | faulty)

    address = officer.holds_round("Sechzig 2026", LISTED, answers)
    expect(page.get_by_text("48 Beiträge wurden übernommen")).to_be_visible()
    expect(page.get_by_text("antworten.zip/kaputt.yaml", exact=True)).to_be_visible()

    page.goto(f"{address}/dry-run")
    officer.presses("Work it out")
    expect(page.get_by_role("row", name="Alle Mitglieder")).to_contain_text("60", timeout=60_000)

    page.goto(f"{address}/members")
    expect(page.get_by_role("progressbar")).to_have_count(0)
    line = page.get_by_role("row", name=SIXTY[40].ags)
    line.get_by_role("button").press("Enter")
    back = line.get_by_role("button", name="Rückzug aufheben")
    expect(back).to_be_focused()  # among sixty, whoever has only a keyboard would begin at the top
    back.press("Enter")
    expect(line.get_by_role("button", name="Rückzug vermerken")).to_be_focused()
    expect(page.get_by_role("progressbar")).to_have_count(0)

    dashboard = officer.releases(address)
    page.goto(dashboard)
    expect(page.get_by_role("definition").first).to_have_text("48")
    _fits_paper(page)
    page.get_by_label("Gruppe", exact=True).select_option(index=1)
    page.get_by_label("Dimension", exact=True).select_option(label="Expertise")
    officer.presses("Show")
    expect(page.get_by_role("heading", name="Antworten auf jede Frage: Expertise")).to_be_visible()
    expect(page.get_by_role("table").first).to_be_attached()

    page.goto(f"{address}/releases")
    expect(page.get_by_text("Mindestens 5 Mitglieder sind seit jeder früheren")).to_contain_text(
        "zurückgezogen: 0"
    )
    expect(page.get_by_role("button", name="Veröffentlichung 2 erstellen")).to_have_count(0)


def _fits_paper(page: Page) -> None:
    """Browsers print a page smaller until its widest table fits."""
    usual = page.viewport_size
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 between usual margins
    assert page.evaluate("document.documentElement.scrollWidth") <= 718
    cell = page.locator("#heat ~ * td").first
    assert cell.evaluate("it => getComputedStyle(it).fontSize").startswith("10.6")  # 8 pt
    page.emulate_media(media="screen")
    page.set_viewport_size(usual)
