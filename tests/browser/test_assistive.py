"""People who use no mouse and no eyes: a keyboard is enough, and everything says what it is."""

import pytest
from playwright.sync_api import Locator, Page, expect

from assessment.services.examples import example_files
from tests.browser.pages import Officer

TOPICS = 25
VILLAGE = next(path for path in example_files() if path.stem == "dorf")

# What has the focus must be seen: neither outside the window nor under a bar that stays in place.
IN_SIGHT = """e => {
    const box = (e.checkVisibility({opacityProperty: true}) ? e : e.labels[0]).getClientRects()[0];
    const spot = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return spot !== null && (e.contains(spot) || spot.contains(e) || e.labels?.[0].contains(spot));
}"""
IS_MARKED = """e => [e, e.labels?.[0], e.parentElement].some(one => one
    && [null, "::before", "::after"].map(part => getComputedStyle(one, part))
    .some(style => parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== "none"
        || style.boxShadow !== "none"))"""
HAS_FOCUS = "e => e === document.activeElement"
HOLDS_FOCUSED_RADIO = """e => e.contains(document.activeElement)
    && document.activeElement.type === "radio" """


class Typist:
    """Works with Tab, arrows, Space, Enter and letters; never clicks, never sets the focus."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reaches(self, target: Locator, arrived: str = HAS_FOCUS) -> None:
        """Press Tab until the focus is there, where it can be seen."""
        for _ in range(250):
            if target.evaluate(arrived):
                assert self.page.locator("*:focus").evaluate(IN_SIGHT), target
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not lead to {target}")

    def follows(self, target: Locator) -> None:
        """Press Enter on a link or button, and wait for the page it leads to."""
        self.reaches(target)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def writes(self, target: Locator, text: str) -> None:
        self.reaches(target)
        self.page.keyboard.type(text)

    def chooses(self, group: Locator, number: int) -> None:
        """Choose the radio button of this number in a group, with the arrows."""
        self.reaches(group, HOLDS_FOCUSED_RADIO)
        wanted = group.get_by_role("radio").nth(number)
        for _ in range(group.get_by_role("radio").count()):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"the arrows do not lead to choice {number} of {group}")

    def skips_to_content(self) -> None:
        """Use the link that is the first on every page."""
        self.page.keyboard.press("Tab")
        expect(self.page.get_by_role("link", name="Zum Inhalt springen")).to_be_focused()
        self.page.keyboard.press("Enter")


@pytest.fixture
def officer(windows):
    """With animations off: what has the focus is where it is, not on its way there."""
    return Officer(windows.open("de", reduced_motion="reduce"), "de")


def test_a_keyboard_is_enough_from_the_start_page_to_the_report(officer):
    page, typist = officer.page, Typist(officer.page)
    page.goto("/")
    typist.follows(officer.link("Begin a new assessment"))
    typist.writes(page.get_by_role("searchbox"), "oelde")
    found = page.get_by_role("link", name="Oelde", exact=True)
    expect(found).to_be_visible()
    typist.follows(found)
    typist.follows(officer.button("Begin assessment"))
    typist.follows(officer.part("Conditions"))
    for factor in page.locator("fieldset.app-question").all():
        typist.chooses(factor, 3)
    typist.follows(officer.button("Save and choose applications"))
    card = page.get_by_role("article", name="Bürger-Chatbot", exact=True)
    typist.follows(card.get_by_role("button"))
    typist.follows(officer.button("Save application"))
    typist.follows(officer.part("Overview"))
    typist.follows(page.locator("main ol a[href*='/topics/']").first)
    typist.skips_to_content()  # the next pages begin there by themselves
    for _ in range(TOPICS):
        _answers_topic(typist)
    typist.follows(officer.part("Review"))
    typist.writes(page.locator("#by"), "Digitalisierung")
    typist.reaches(page.locator("#confirmed"))
    page.keyboard.press("Space")
    typist.follows(officer.button("Submit assessment"))
    expect(page.get_by_text("Beantwortet: 100\N{NO-BREAK SPACE}%.")).to_be_visible()
    typist.reaches(officer.link("Report as PDF"))
    with page.expect_download(timeout=120_000) as report:
        page.keyboard.press("Enter")
    assert report.value.path().read_bytes().startswith(b"%PDF")


def _answers_topic(typist: Typist) -> None:
    for question in typist.page.locator("fieldset[data-question]:not([hidden])").all():
        typist.chooses(question, 2)
    typist.follows(typist.page.locator(".app-savebar button.kern-btn--primary"))


def test_the_focus_is_seen_wherever_it_goes_on_the_longest_page(officer):
    """The list of parts stays in place there: it must not cover what has the focus."""
    page = officer.page
    officer.opens_file(VILLAGE)
    officer.goes_to("Result")
    hidden, unmarked = [], []
    for _ in range(120):
        page.keyboard.press("Tab")
        focused = page.locator("*:focus")
        if focused.count():
            told = focused.evaluate("e => e.outerHTML.slice(0, 200)")
            hidden += [] if focused.evaluate(IN_SIGHT) else [told]
            unmarked += [] if focused.evaluate(IS_MARKED) else [told]
    assert (hidden, unmarked) == ([], [])


def test_every_control_says_its_name_and_role(officer):
    page = officer.page
    place = officer.opens_file(VILLAGE)
    for part, where, told in CONTROLS:
        page.goto(place + part)
        expect(page.locator(where).first).to_match_aria_snapshot(told)


CONTROLS = (
    (
        "",
        "header",
        """
        - banner:
          - link "KI-Readiness-Check für Kommunen"
          - link "Hilfe"
          - group: Darstellung
          - link "English"
        """,
    ),
    (
        "",
        ".app-tabs",
        """
        - navigation "Bereiche dieser Erhebung":
          - list:
            - listitem:
              - link "Übersicht"
        """,
    ),
    (
        "topics/data.catalogue",
        "fieldset[data-question]",
        """
        - group /Frage 1 Wie vollständig sind Ihre Datenbestände/:
          - radio "0 Es gibt keine Liste der Datenbestände."
          - radio /1 Listen gibt es nur in einzelnen Fachbereichen/ [checked]
          - radio "Weiß nicht"
          - group: Anmerkung und Nachweis
          - paragraph:
            - link /Verlauf, Dateien und Meinungen/
          - button /Antwort zurücknehmen/
        """,
    ),
    (
        "topics/data.catalogue",
        ".app-savebar",
        """
        - status
        - button "Speichern"
        - button "Speichern und weiter"
        """,
    ),
    (
        "conditions",
        "fieldset.app-question",
        """
        - group /Partner zur Hand/:
          - radio "0 Niemand bekannt."
          - radio /4 Vereinbarung liegt vor/ [checked]
        """,
    ),
    (
        "applications/citizen_chatbot",
        "main form",
        """
        - textbox "Name in Ihrem Haus (freiwillig)"
        - combobox "Priorität"
        - group "Welchen Nutzen erwarten Sie, wenn die Anwendung läuft?":
          - radio /0 Keiner erkennbar/
        """,
    ),
    (
        "planning",
        "main form",
        """
        - region "Zeit und Arbeitskraft":
          - combobox "Erstes Quartal"
          - textbox "Zahl der Quartale"
          - textbox "Personentage je Quartal"
        - region "Stufen, die Sie erreichen wollen":
          - group "Dateninfrastruktur":
            - combobox "Dateninventar und Metadaten"
        """,
    ),
    (
        "review",
        "section[aria-labelledby=submit]",
        """
        - region "Abschließen":
          - heading "Abschließen" [level=2]
          - combobox "Wer schließt ab?"
          - group "Bestätigung":
            - checkbox /Wir haben alle Antworten/
          - button "Erhebung abschließen"
          - link "Entwurf des Ergebnisses ansehen"
        """,
    ),
    (
        "result",
        "main article",
        """
        - article "Bürger-Chatbot":
          - heading "Bürger-Chatbot" [level=3]
          - list "Die vier Umsetzungswege"
          - paragraph:
            - link /Wie die Eignung zustande kommt/
          - table /Wie fest ist das/:
            - rowgroup:
              - row:
                - columnheader "Ergebnis"
                - columnheader "Anteil der Durchrechnungen"
        """,
    ),
    (
        "result",
        ".app-gantt-frame",
        """
        - region /Maßnahmen, Personentage und Stand/:
          - table /Maßnahmen, Personentage und Stand/
        """,
    ),
)
