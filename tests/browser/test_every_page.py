"""Every page of the URL map, in several states: no barrier, one headline, nothing cut off.

Each page is looked at in four of the eight looks that language, width and colours make. They are
chosen so that any two of the three meet (an orthogonal array): German wide and light, German narrow
and dark, English wide and dark, English narrow and light. Further states of a page are looked at in
German, where words are longest, and so is the page at 320 pixels, which 1280 come to at 400 % zoom.
Names, roles and structure are asked for in the first look of a language; in the second only what
width and colours decide.
"""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from assessment.app import create_app
from assessment.benchmark.synthetic import all_municipalities
from assessment.model import load_model
from assessment.settings import settings_from
from tests.browser.barriers import bring_axe, violations
from tests.browser.conftest import Windows
from tests.browser.pages import Officer
from tests.synthetic_files import answer_files, packed
from tests.unit.benchmark.handmade import release_of_governance

WIDE, NARROW, ZOOMED = 1280, 360, 320
LOOKS = {
    "de": [(WIDE, "light"), (NARROW, "dark")],
    "en": [(WIDE, "dark"), (NARROW, "light")],
}
VILLAGE = Path("questionnaires/ki-readiness/examples/dorf.yaml").resolve()
UNKNOWN = VILLAGE.with_name("alles-unbekannt.yaml")

MEMBERS = all_municipalities()[3000:4200:60]
# {draft}, {empty}, {unknown} and {submitted} stand for an assessment in that state; {later} follows
# the submitted one.
ADDRESSES = {
    "start.show": ["/"],
    "about.help": ["/help"],
    "about.imprint": ["/imprint"],
    "about.privacy": ["/privacy"],
    "about.accessibility": ["/accessibility"],
    "method.show": ["/method"],
    "catalogue.show": ["/cases", "/cases?text=nothinglikethis", "/cases?assessment={draft}"],
    "catalogue.europe": ["/cases/europe"],
    "catalogue.one": ["/cases/bad-wuennenberg-strassenzustand"],
    "batches.show_all": ["/batches"],
    "batches.choose": ["/batches/new", "/batches/new?q=nothinglikethis"],
    "batches.show": ["{batch}"],
    "batches.ask_to_delete": ["{batch}/delete"],
    "brands.show": ["/brands"],
    "brands.new": ["/brands/new"],
    "brands.edit": ["{brand}"],
    "brands.delete": ["{brand}/delete"],
    "clients.show_all": ["/clients", "/clients?q=nothinglikethis&attention=1"],
    "clients.find": ["/clients/new", "/clients/new?q=muenster"],
    "clients.show": ["{client}"],
    "clients.begin": ["{client}/begin"],
    "clients.delete": ["{client}/delete"],
    "clients.delete_note": ["{client_note}"],
    "clients.give": ["{submitted}/client"],
    "clients.compare": ["/clients/compare?client={client}&client={other_client}"],
    "clients.choose_files": ["/clients/import"],
    "clients.show_import": ["{import}"],
    "beginning.find": ["/new", "/new?q=muenster", "/new?q=nothinglikethis"],
    "beginning.confirm": ["/new/05515000"],
    "beginning.by_hand": ["/new/by-hand"],
    "task_list.show": ["{draft}", "{empty}", "{submitted}"],
    "factors.show": ["{draft}/conditions", "{submitted}/conditions"],
    "applications.show": ["{draft}/applications", "{empty}/applications"],
    "applications.edit": ["{draft}/applications/citizen_chatbot"],
    "applications.add_own": ["{draft}/applications/new/own"],
    "applications.ask_to_remove": ["{draft}/applications/citizen_chatbot/remove"],
    "meeting.show": ["{draft}/meeting"],
    "meeting.show_open": ["{empty}/open", "{draft}/open"],
    "answering.show": [
        "{draft}/topics/data.catalogue",
        "{empty}/topics/governance.participation_transparency",
        "{submitted}/topics/data.catalogue",
    ],
    "notes.history": ["{draft}/questions/data.inventory", "{empty}/questions/data.inventory"],
    "peers.show": ["/releases"],
    "peers.delete": ["{release}/delete"],
    "planning.show": ["{draft}/planning", "{submitted}/planning"],
    "planned.portfolio": ["{draft}/portfolio", "{empty}/portfolio"],
    "planned.what_if": ["{draft}/what-if", "{empty}/what-if"],
    "review.show": ["{draft}/review", "{empty}/review", "{submitted}/review"],
    "results.show": ["{submitted}/result", "{empty}/result", "{unknown}/result"],
    "documents.show": ["{submitted}/documents", "{draft}/documents?length=short&parts=summary"],
    "results.explain": [
        "{draft}/result/explain/citizen_chatbot",
        "{draft}/result/explain/data.catalogue",
        "{draft}/result/explain/governance",
        "{draft}/result/explain/data.inventory",
    ],
    "papers.again": ["{draft}/result/paper"],
    "rounds.show_all": ["/rounds"],
    "rounds.choose": ["/rounds/new"],
    "rounds.show": ["{round}"],
    "rounds.edit": ["{open_round}/edit"],
    "rounds.ask_to_delete": ["{open_round}/delete"],
    "rounds.show_contributions": ["{round}/contributions"],
    "rounds.show_members": ["{round}/members", "{round}/members?q=nothinglikethis"],
    "rounds.dry_run": ["{round}/dry-run", "{open_round}/dry-run"],
    "rounds.published": ["{round}/published"],
    "rounds.show_releases": ["{round}/releases", "{open_round}/releases"],
    "rounds.dashboard": ["{round}/releases/1", "{round}/releases/1?group=size_class:50"],
    "series.follow": ["{submitted}/follow"],
    "series.changes": ["{later}/changes", "{empty}/changes"],
    "series.compare": ["/compare", "/compare?left={submitted}&right={draft}"],
    "start.ask_to_delete": ["{draft}/delete"],
}
FILES = (
    "batches.archive", "batches.document", "rounds.download", "rounds.overall_report",
    "rounds.notice", "rounds.package", "brands.preview", "brands.start_template",
    "brands.template", "results.answer_file", "results.as_json", "documents.file",
    "results.document", "results.report", "task_list.answer_book", "task_list.answer_file",
)  # fmt: skip
NOT_PAGES = {
    **dict.fromkeys(FILES, "a file"),
    "batches.progress": "a part of a page",
    "rounds.back_to_releases": "leads to a page",
    "rounds.progress": "a part of a page",
    "clients.import_progress": "a part of a page",
    "brands.contrast": "a part of a page",
    "brands.picture": "a picture",
    "static": "what pages are made of",
    "notes.attachment": "a file that somebody attached",
}
NOT_FOUND = "/nowhere"

# With target-size, which axe leaves out unless it is asked for.
ALL_RULES = {"rules": {"target-size": {"enabled": True}}}
OF_THE_LOOK = {
    "runOnly": [
        "aria-hidden-focus",
        "color-contrast",
        "empty-heading",
        "link-in-text-block",
        "link-name",
        "scrollable-region-focusable",
        "target-size",
    ]
}
SCROLLS_SIDEWAYS = "document.documentElement.scrollWidth > innerWidth"


def test_every_address_of_the_url_map_is_looked_at(tmp_path):
    app = create_app(settings_from({"ASSESSMENT_DATA": str(tmp_path)}))
    app.extensions["desk"].queue.close()
    app.extensions["desk"].database.close()
    opened = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert sorted(opened) == sorted(ADDRESSES | NOT_PAGES)


@pytest.fixture(scope="module")
def states(chromium, server):
    """The address of an assessment in each state."""
    windows = Windows(chromium, server)
    officer = Officer(windows.open("de"), "de")
    officer.begins("oelde", "Oelde")
    empty = officer.page.url
    unknown = officer.opens_file(UNKNOWN)
    draft = officer.opens_file(VILLAGE)
    submitted = officer.opens_file(VILLAGE)
    officer.submits("Digitalisierung")
    officer.page.goto(submitted.rstrip("/") + "/follow")
    officer.presses("Begin assessment")
    later = officer.page.url
    officer.page.goto("/brands/new")
    officer.page.get_by_label("Name der Stelle").fill("Amt für Digitales")
    officer.page.get_by_label("Akzentfarbe").first.fill("#004b76")
    officer.presses("Save and add pictures")
    brand = officer.page.url.split("#")[0]
    batch = officer.orders_documents("csv")
    release = officer.keeps_release(release_of_governance())
    rounds = _rounds(officer)
    clients = _clients(officer, submitted)
    windows.close()
    found = {
        "empty": empty,
        "unknown": unknown,
        "draft": draft,
        "submitted": submitted,
        "batch": batch,
    }
    found["later"], found["brand"], found["release"] = later, brand, release
    found |= clients | rounds
    return {state: address.removeprefix(server).rstrip("/") for state, address in found.items()}


def _rounds(officer: Officer) -> dict[str, str]:
    """The addresses of a round with a release and a file that was refused, and of an empty one."""
    listed = b"ags\n" + "".join(f"{one.ags}\n" for one in MEMBERS).encode()
    files = answer_files(load_model(), MEMBERS, response=0.9)
    kept = officer.holds_round("Runde", listed, packed(files | {"x.yaml": b"answers: ["}))
    officer.page.goto(f"{kept}/dry-run")
    officer.presses("Work it out")
    officer.releases(kept)
    return {"round": kept, "open_round": officer.holds_round("Offen", listed, packed({}))}


def _clients(officer: Officer, submitted: str) -> dict[str, str]:
    """The addresses of two clients, of a note on one that holds the assessment, of an import."""
    page, found = officer.page, {}
    for name in ("other_client", "client"):
        page.goto("/clients/new")
        page.get_by_label("Name", exact=True).fill(f"Stadtwerke {name}")
        page.locator("#by-hand + p + form").get_by_role("button").click()
        found[name] = page.url
    page.get_by_label("Neue Notiz").fill("Anrufen")
    officer.presses("Add note")
    found["client_note"] = page.url.split("#")[0] + "/notes/{}/delete".format(
        page.locator("a[href*='/notes/']").first.get_attribute("href").split("/")[-2]
    )
    page.goto(submitted.rstrip("/") + "/client")
    page.get_by_label("Mandant").select_option(label="Stadtwerke client")
    officer.presses("Save")
    page.goto("/clients/import")
    faulty = {"name": "x.yaml", "mimeType": "text/yaml", "buffer": b"answers: {no: 1}\n"}
    sound = {"name": "y.yaml", "mimeType": "text/yaml", "buffer": UNKNOWN.read_bytes()}
    page.locator("input[type=file]").set_input_files([faulty, sound])
    officer.presses("Check the files")
    return {**found, "import": page.url}


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_page_has_a_barrier_or_scrolls_sideways(windows, states, language):
    page = windows.open(language)
    faults = []
    shown = slice(None) if language == "de" else slice(1)
    for address in (NOT_FOUND, *(one for group in ADDRESSES.values() for one in group[shown])):
        page.goto(_filled_in(address, states))
        faults += [(address, *fault) for fault in _faults(page, language)]
    assert not faults, _told(faults)


def test_pages_that_refuse_something_have_no_barrier(windows, states):
    page = windows.open("de")
    officer = Officer(page, "de")
    page.goto("/")
    file = {"name": "x.yaml", "mimeType": "text/yaml", "buffer": b"answers: {no: 1}\nmore: 2\n"}
    page.locator("input[type=file]").set_input_files(file)
    officer.presses("Open file")
    assert page.get_by_role("heading", level=1).inner_text().endswith("wurden gefunden")
    faults = [("faulty file", *fault) for fault in _faults(page, "de")]
    page.goto("/new/by-hand")
    officer.presses("Begin assessment")
    faults += [("by hand", *fault) for fault in _faults(page, "de")]
    page.goto(states["draft"] + "/review")
    officer.presses("Submit assessment")
    faults += [("review", *fault) for fault in _faults(page, "de")]
    assert not faults, _told(faults)


def test_one_word_in_a_pale_colour_is_found_among_hundreds(windows):
    page = windows.open("de")
    page.goto("/method")
    bring_axe(page)
    assert violations(page, OF_THE_LOOK) == []
    page.locator("td:visible").nth(200).evaluate("one => one.style.color = '#bbb'")
    ((rule, _, places),) = violations(page, OF_THE_LOOK)
    assert rule == "color-contrast"
    assert len(places) == 1


def _filled_in(address: str, states: dict[str, str]) -> str:
    """In a query an assessment is named by its id, elsewhere by its address."""
    path, _, query = address.partition("?")
    ids = {state: own.rpartition("/")[2] for state, own in states.items()}
    return path.format(**states) + ("?" + query.format(**ids) if query else "")


def _faults(page: Page, language: str) -> list[tuple]:
    """What is wrong with the page that is open, with the width and the colours."""
    bring_axe(page)
    faults = [] if page.locator("h1").count() == 1 else [("not one headline",)]
    for (width, scheme), asked in zip(LOOKS[language], (ALL_RULES, OF_THE_LOOK), strict=True):
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        faults += [(width, scheme, *violation) for violation in violations(page, asked)]
        faults += _sideways(page, width)
    if language == "de":
        page.set_viewport_size({"width": ZOOMED, "height": 256})
        faults += _sideways(page, ZOOMED)
    return faults


def _sideways(page: Page, width: int) -> list[tuple]:
    return [(width, "scrolls sideways")] if page.evaluate(SCROLLS_SIDEWAYS) else []


def _told(faults: list[tuple]) -> str:
    return json.dumps(faults, ensure_ascii=False, indent=1)
