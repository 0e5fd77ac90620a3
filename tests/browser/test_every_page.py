"""Every page in both languages, light and dark, wide and narrow: no barrier, nothing cut off."""

import json

import pytest

from tests.browser.conftest import AXE

LOOKS = {
    "de": [(1280, "light"), (360, "dark")],
    "en": [(1280, "dark"), (360, "light")],
}
PARTS = (
    "",
    "conditions",
    "applications",
    "applications/own",
    "applications/citizen_chatbot",
    "meeting",
    "open",
    "topics/data.catalogue",
    "topics/governance.participation_transparency",
    "planning",
    "result",
    "result/explain/citizen_chatbot",
    "result/explain/data.catalogue",
    "result/explain/governance",
    "delete",
)
WITHOUT_ASSESSMENT = (
    "/",
    "/new",
    "/new?q=muenster",
    "/new/05515000",
    "/new/by-hand",
    "/cases",
    "/cases/europe",
    "/method",
    "/nowhere",
)
ASK_AXE = """async () => (await axe.run(document, {resultTypes: ["violations"]})).violations.map(
    v => [v.id, v.help, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))])"""


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_page_has_a_barrier_or_scrolls_sideways(windows, language):
    page = windows.open(language)
    page.goto("/")
    example = page.locator("article h3 a").last.get_attribute("href")
    faults = []
    for address in (*WITHOUT_ASSESSMENT, *(example + part for part in PARTS)):
        page.goto(address)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        for width, scheme in LOOKS[language]:
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            found = page.evaluate(ASK_AXE)
            faults += [(address, width, scheme, *violation) for violation in found]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                faults.append((address, width, scheme, "scrolls sideways"))
    assert not faults, json.dumps(faults, ensure_ascii=False).replace("[[", "[\n[")


def test_the_faulty_file_page_and_the_form_with_faults_have_no_barrier(windows):
    page = windows.open("de")
    page.goto("/")
    file = {"name": "x.yaml", "mimeType": "text/yaml", "buffer": b"answers: {no: 1}\nmore: 2\n"}
    page.get_by_label("Antwortdatei", exact=True).set_input_files(file)
    page.get_by_role("button", name="Datei öffnen").click()
    assert page.get_by_role("heading", level=1).inner_text().endswith("wurden gefunden")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(ASK_AXE) == []
    page.goto("/new/by-hand")
    page.get_by_role("button", name="Erhebung beginnen").click()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(ASK_AXE) == []


def test_at_320_pixels_nothing_scrolls_sideways(windows):
    page = windows.open("de", viewport={"width": 320, "height": 256})
    page.goto("/")
    example = page.locator("article h3 a").last.get_attribute("href")
    for part in PARTS:
        page.goto(example + part)
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth"), part
