"""Documents of several assessments as a person orders, watches and fetches them."""

import io
import zipfile
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.pages import Officer

VILLAGE = Path("questionnaires/ki-readiness/examples/dorf.yaml").resolve()


def test_a_consultant_orders_documents_of_several_clients_and_fetches_them(windows):
    page = windows.open("de")
    officer = Officer(page, "de")
    for _ in range(2):
        officer.opens_file(VILLAGE)
    page.goto("/")
    officer.link("Documents of several assessments").click()
    officer.presses("Make documents of those ticked")
    expect(page.get_by_role("alert")).to_contain_text("Kreuzen Sie mindestens eine Erhebung an")
    for box in page.get_by_role("checkbox", name="Schweppenhausen").all()[:2]:
        box.check()
    page.get_by_label("Dokument", exact=True).select_option("csv")
    officer.presses("Make documents of those ticked")
    # It may be over before anybody looks; the page then shows the end by itself.
    archive = page.get_by_role("link", name="2 Dokumente herunterladen (ZIP)")
    expect(archive).to_be_visible(timeout=60_000)
    expect(page.get_by_role("heading", level=1)).to_have_text("Dokumente sind fertig")
    with page.expect_download() as waiting:
        archive.click()
    packed = zipfile.ZipFile(io.BytesIO(Path(waiting.value.path()).read_bytes()))
    names = sorted(packed.namelist())
    assert names == [
        "07133093_Schweppenhausen_2026-11-22-2.csv",
        "07133093_Schweppenhausen_2026-11-22.csv",
        "manifest.json",
    ]
