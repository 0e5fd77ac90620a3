"""The pages as a person sees them: found by role and visible name, in the person's language."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from assessment.wording import translator


class Officer:
    """A digital officer with a window; says what is done, not how."""

    def __init__(self, page: Page, language: str) -> None:
        self.page = page
        self._ = translator(language).gettext

    def begins(self, search: str, name: str) -> None:
        """Find the body in the register and begin an assessment of it."""
        self.page.goto("/")
        self.link("Begin a new assessment").click()
        self.page.get_by_role("searchbox").fill(search)
        self.button("Search").click()
        self.page.get_by_role("link", name=name, exact=True).first.click()
        self.button("Begin assessment").click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(name)

    def states_conditions(self, level: int) -> None:
        """Choose this level for the four conditions of the house; applications come next."""
        self.goes_to("Conditions")
        for factor in self.page.locator("fieldset.app-question").all():
            factor.get_by_role("radio").nth(level).check()
        self.button("Save and choose applications").click()

    def adds(self, archetype: str) -> None:
        """Add an application of this kind, leave its defaults, and be back at the list."""
        card = self.page.get_by_role("article", name=archetype, exact=True)
        card.get_by_role("button").click()
        self.button("Save application").click()
        expect(self.page.get_by_role("link", name=archetype, exact=True)).to_be_visible()

    def answers_topic(self, level: int) -> None:
        """Choose this level for every question of the open topic and go on."""
        for question in self.page.locator("fieldset[data-question]").all():
            question.get_by_role("radio").nth(level).check()
        with self.page.expect_navigation():
            self.page.locator(".app-savebar button.kern-btn--primary").click()

    def keeps_release(self, data: bytes) -> str:
        """Send a release to compare with; the address of it."""
        self.page.goto("/releases")
        file = {"name": "kreis.json", "mimeType": "application/json", "buffer": data}
        self.page.locator("input[type=file]").set_input_files(file)
        self.presses("Keep the release")
        delete = self.page.locator("main a[href$='/delete']").first
        return (delete.get_attribute("href") or "").removesuffix("/delete")

    def holds_round(self, name: str, members: bytes, answers: bytes) -> str:
        """Begin a round of these members, take their answers over; the address of the round."""
        self.page.goto("/rounds/new")
        self.page.locator("#name").fill(name)
        listed = {"name": "mitglieder.csv", "mimeType": "text/csv", "buffer": members}
        self.page.locator("#list").set_input_files(listed)
        self.presses("Begin the round")
        address = self.page.url
        self.page.goto(f"{address}/contributions")
        sent = {"name": "antworten.zip", "mimeType": "application/zip", "buffer": answers}
        self.page.locator("#files").set_input_files(sent)
        self.presses("Send files")
        expect(self.page.get_by_role("progressbar")).to_have_count(0, timeout=60_000)
        return address

    def releases(self, round_address: str) -> str:
        """Make the first release of a round; the address of its dashboard."""
        self.page.goto(f"{round_address}/releases")
        self.button(self._("Make release %(number)s") % {"number": 1}).click()
        dashboard = self.page.locator("main a[href$='/releases/1']").first
        expect(dashboard).to_be_visible(timeout=60_000)
        return round_address + "/releases/1"

    def goes_to_topic(self, number: int) -> None:
        """Open a topic of the task list, counted from 1."""
        self.goes_to("Overview")
        self.page.locator("main ol a[href*='/topics/']").nth(number - 1).click()
        self.page.wait_for_url("**/topics/**")

    def goes_to(self, part: str) -> None:
        """Open a part of the assessment and wait for it; what is counted next is counted there."""
        with self.page.expect_navigation():
            self.part(part).click()

    def part(self, name: str) -> Locator:
        """The link to a part of the assessment."""
        parts = self.page.get_by_role("navigation", name=self._("Parts of this assessment"))
        return parts.get_by_role("link", name=self._(name), exact=True)

    def link(self, name: str) -> Locator:
        return self.page.get_by_role("link", name=self._(name), exact=True)

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=self._(name), exact=True)

    def presses(self, name: str) -> None:
        """Press the button and wait for the page it leads to."""
        with self.page.expect_navigation():
            self.button(name).click()

    def level(self, question: str, level: int) -> Locator:
        """The radio button of a level of a question."""
        return self.page.locator(f"[id='{question}-{level}']")

    def comment(self, question: str) -> Locator:
        """The comment to a question."""
        return self.page.locator(f"[id='{question}-comment']")

    def opens_notes(self, question: str) -> None:
        """Open comment and evidence of a question."""
        self.page.locator(f"[data-question='{question}'] summary").first.click()

    def comments(self, question: str, text: str) -> None:
        """Write a comment to a question and go on."""
        self.opens_notes(question)
        self.comment(question).fill(text)
        self.comment(question).blur()

    def kept_in_browser(self) -> int:
        """How many changes the browser keeps because they are not acknowledged."""
        return self.page.evaluate(
            "Object.keys(localStorage).filter(key => key.startsWith('kept')).length"
        )

    def sees_saved(self, question: str) -> None:
        """The question's own line says when it was saved."""
        said = self._("saved %(time)s") % {"time": r"\d\d:\d\d"}
        line = self.page.locator(f"[data-question='{question}'] [data-saved]")
        expect(line).to_have_text(re.compile(f"^{said}$"))

    def opens_file(self, file: Path) -> str:
        """Open an answer file from the start page; the address of its assessment."""
        self.page.goto("/")
        self.page.locator("input[type=file]").set_input_files(file)
        self.presses("Open file")
        return self.page.url

    def orders_documents(self, format: str) -> str:
        """Order documents of the first assessment, wait for them; the address of the batch."""
        self.page.goto("/batches/new")
        self.page.locator("[name=assessments]").first.check()
        self.page.locator("#format").select_option(format)
        self.presses("Make documents of those ticked")
        expect(self.page.locator("a[href$='documents.zip']")).to_be_visible(timeout=60_000)
        return self.page.url

    def submits(self, by: str) -> None:
        """Review and submit, confirming that everything was looked over."""
        self.goes_to("Review")
        self.page.locator("#by").fill(by)
        self.page.locator("#confirmed").check()
        self.presses("Submit assessment")

    def reopens(self, because: str, *, by: str) -> None:
        """Reopen what is submitted, for this reason."""
        self.goes_to("Review")
        self.page.locator("#because").fill(because)
        self.page.locator("#by").fill(by)
        self.presses("Reopen assessment")

    def downloads_report(self) -> bytes:
        """The report as it lands in the person's folder."""
        with self.page.expect_download(timeout=120_000) as waiting:
            self.link("Report as PDF").click()
        return waiting.value.path().read_bytes()
