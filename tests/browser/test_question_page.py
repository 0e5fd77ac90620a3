"""The page of a question as a person uses it: a file, an opinion, an answer taken again."""

from playwright.sync_api import expect

from tests.browser.pages import Officer
from tests.integration.files import a_pdf


def test_a_file_an_opinion_and_an_earlier_answer(windows):
    officer = Officer(windows.open("de"), "de")
    page = officer.page
    officer.begins("oelde", "Oelde")
    officer.goes_to_topic(1)
    for level in (3, 1):
        with page.expect_response("**/answer"):
            officer.level("data.inventory", level).check()
        officer.sees_saved("data.inventory")
    page.locator("[data-question='data.inventory'] .app-question__more a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Wie vollständig sind Ihre Datenbestände in einem Verzeichnis erfasst?"
    )

    file = {"name": "Prüfbericht.pdf", "mimeType": "application/pdf", "buffer": a_pdf()}
    page.get_by_label("Datei als Nachweis anhängen").set_input_files(file)
    officer.button("Attach").click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Prüfbericht.pdf").click()
    assert waiting.value.suggested_filename == "Prüfbericht.pdf"
    assert waiting.value.path().read_bytes() == file["buffer"]

    page.get_by_text("Meinung festhalten").click()
    page.get_by_label("Von wem stammt die Meinung?").fill("IT-Stelle")
    page.get_by_role("group", name="Deren Antwort").get_by_role("radio").nth(2).check()
    officer.button("Note opinion").click()
    expect(page.get_by_text("IT-Stelle:")).to_be_visible()

    page.get_by_role("button", name="Diese Antwort wieder übernehmen").click()
    expect(page.locator("#answer")).to_contain_text("Stufe 3 – ")
    page.get_by_role("link", name="Zurück zur Frage").click()
    expect(officer.level("data.inventory", 3)).to_be_checked()
    expect(page.get_by_role("link", name="Prüfbericht.pdf")).to_be_visible()


def test_a_file_of_another_kind_is_refused_at_its_field(windows):
    officer = Officer(windows.open("en"), "en")
    page = officer.page
    officer.begins("oelde", "Oelde")
    page.goto(f"{page.url}questions/data.inventory")
    file = {"name": "report.pdf", "mimeType": "application/pdf", "buffer": b"MZ\x90\x00"}
    field = page.get_by_label("Attach a file as evidence")
    field.set_input_files(file)
    officer.button("Attach").click()
    expect(field).to_have_accessible_description(
        "PDF, PNG, JPEG, XLSX or DOCX without macros, at most 10 MB; all files of the assessment "
        "together at most 50 MB. A file of this kind cannot be attached. The content counts, not "
        "the name; save the file in one of these formats. Possible are: PDF, PNG, JPEG, XLSX, DOCX."
    )
