"""Every answer saves itself; reloads, a second window and a sleeping server lose nothing."""

from playwright.sync_api import expect

from tests.browser.pages import Officer


def _at_first_topic(windows) -> Officer:
    officer = Officer(windows.open("de"), "de")
    officer.begins("oelde", "Oelde")
    officer.goes_to_topic(1)
    return officer


def test_an_answer_and_its_comment_survive_a_reload(windows):
    officer = _at_first_topic(windows)
    officer.level("data.inventory", 3).check()
    officer.sees_saved("data.inventory")
    expect(officer.page.get_by_text("Dieses Themenfeld: 1 von 2")).to_be_visible()
    officer.page.get_by_text("Anmerkung und Nachweis").first.click()
    comment = officer.page.locator("[id='data.inventory-comment']")
    comment.fill("seit 2025")
    with officer.page.expect_response("**/answer"):
        comment.blur()
    officer.page.reload()
    expect(officer.level("data.inventory", 3)).to_be_checked()
    expect(officer.page.locator("[id='data.inventory-comment']")).to_have_value("seit 2025")


def test_a_second_window_is_told_and_asked(windows):
    first = _at_first_topic(windows)
    second = Officer(windows.another(first.page.context), "de")
    second.page.goto(first.page.url)
    first.level("data.inventory", 3).check()
    first.sees_saved("data.inventory")
    second.level("data.inventory", 1).check()
    expect(second.page.get_by_text("inzwischen anderswo beantwortet").first).to_be_visible()
    expect(second.page.locator("[data-conflict]").first).to_contain_text("Eine gemeinsame Liste")
    first.page.reload()
    expect(first.level("data.inventory", 3)).to_be_checked()
    second.button("Meine Antwort speichern").click()
    second.sees_saved("data.inventory")
    first.page.reload()
    expect(first.level("data.inventory", 1)).to_be_checked()


def test_an_answer_is_taken_back(windows):
    officer = _at_first_topic(windows)
    officer.level("data.inventory", 3).check()
    officer.sees_saved("data.inventory")
    with officer.page.expect_response("**/answer"):
        officer.page.locator("#data\\.inventory").get_by_role("button").click()
    officer.page.reload()
    expect(officer.level("data.inventory", 3)).not_to_be_checked()


def test_a_server_that_does_not_answer_is_said(windows):
    officer = _at_first_topic(windows)
    officer.page.route("**/answer", lambda route: route.abort())
    officer.level("data.inventory", 3).check()
    expect(officer.page.get_by_role("status")).to_contain_text("Das Programm antwortet nicht")
    officer.page.unroute("**/answer")
    officer.level("data.inventory", 4).check()
    officer.sees_saved("data.inventory")
    assert windows.complaints
    windows.complaints.clear()


def test_hostile_text_stays_text(windows):
    officer = Officer(windows.open("de"), "de")
    page = officer.page
    hostile = "<img src=x onerror=alert(1)>\"'{{7*7}}"
    page.goto("/new/by-hand")
    page.get_by_label("Name").fill(hostile)
    officer.button("Begin assessment").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(hostile)
    officer.goes_to_topic(1)
    page.get_by_text("Anmerkung und Nachweis").first.click()
    for part in ("comment", "evidence", "respondent"):
        page.locator(f"[id='data.inventory-{part}']").fill(hostile)
    officer.level("data.inventory", 1).check()
    officer.sees_saved("data.inventory")
    officer.part("AI applications").click()
    officer.link("Add your own application").click()
    page.get_by_label("Name der Anwendung").fill(hostile)
    officer.button("Add application").click()
    for part in ("AI applications", "Who answers?", "Open questions", "Result"):
        officer.part(part).click()
        assert page.locator("img[src='x']").count() == 0
