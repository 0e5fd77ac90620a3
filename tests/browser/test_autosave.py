"""Every answer saves itself; reloads, a second window and a server that is away lose nothing."""

import re

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
    second.button("Store my answer").click()
    second.sees_saved("data.inventory")
    first.page.reload()
    expect(first.level("data.inventory", 1)).to_be_checked()


def test_two_windows_change_different_parts_of_one_answer(windows):
    first = _at_first_topic(windows)
    second = Officer(windows.another(first.page.context), "de")
    second.page.goto(first.page.url)
    first.level("data.inventory", 3).check()
    first.sees_saved("data.inventory")
    second.comments("data.inventory", "seit 2025")
    second.sees_saved("data.inventory")
    expect(second.level("data.inventory", 3)).to_be_checked()
    first.page.reload()
    expect(first.level("data.inventory", 3)).to_be_checked()
    expect(first.comment("data.inventory")).to_have_value("seit 2025")


def test_the_other_answer_is_kept_when_the_person_says_so(windows):
    first = _at_first_topic(windows)
    second = Officer(windows.another(first.page.context), "de")
    second.page.goto(first.page.url)
    first.level("data.inventory", 3).check()
    first.sees_saved("data.inventory")
    second.level("data.inventory", 1).check()
    second.button("Keep the other answer").click()
    expect(second.level("data.inventory", 3)).to_be_checked()
    assert second.kept_in_browser() == 0


def test_an_answer_is_undone_step_by_step(windows):
    officer = _at_first_topic(windows)
    undo = officer.page.locator("[data-question='data.inventory'] [data-undo]")
    expect(undo).to_be_hidden()
    for level in (3, 1):
        with officer.page.expect_response("**/answer"):
            officer.level("data.inventory", level).check()
        officer.sees_saved("data.inventory")
    undo.click()
    expect(officer.level("data.inventory", 3)).to_be_checked()
    undo.click()
    expect(officer.page.locator("[name='data.inventory.choice']:checked")).to_have_count(0)
    expect(undo).to_be_hidden()
    officer.sees_saved("data.inventory")
    officer.page.reload()
    expect(officer.page.locator("[name='data.inventory.choice']:checked")).to_have_count(0)


def test_an_answer_is_taken_back(windows):
    officer = _at_first_topic(windows)
    officer.level("data.inventory", 3).check()
    officer.sees_saved("data.inventory")
    with officer.page.expect_response("**/answer"):
        officer.page.locator("[data-question='data.inventory'] [data-clear]").click()
    officer.page.reload()
    expect(officer.level("data.inventory", 3)).not_to_be_checked()


def test_what_cannot_be_sent_is_kept_and_arrives_from_any_page(windows):
    officer = _at_first_topic(windows)
    topic, context = officer.page.url, officer.page.context
    context.set_offline(True)
    officer.level("data.inventory", 3).check()
    officer.comments("data.inventory", "ohne Netz")
    expect(officer.page.get_by_role("status").last).to_contain_text("im Browser aufbewahrt")
    assert officer.kept_in_browser() == 1
    officer.page.close()
    context.set_offline(False)

    back = Officer(windows.another(context), "de")
    back.page.goto(topic.split("topics/")[0])
    expect(back.page.get_by_text("sind jetzt gespeichert")).to_be_visible()
    assert back.kept_in_browser() == 0
    back.page.goto(topic)
    expect(back.level("data.inventory", 3)).to_be_checked()
    expect(back.comment("data.inventory")).to_have_value("ohne Netz")
    assert any("INTERNET_DISCONNECTED" in text for text in windows.complaints)
    windows.complaints.clear()


def test_what_is_sent_when_the_net_is_back_needs_no_click(windows):
    officer = _at_first_topic(windows)
    officer.page.context.set_offline(True)
    officer.level("data.inventory", 3).check()
    expect(officer.page.get_by_role("status").last).to_contain_text("im Browser aufbewahrt")
    officer.page.context.set_offline(False)
    officer.sees_saved("data.inventory")
    assert officer.kept_in_browser() == 0
    windows.complaints.clear()


def test_text_that_is_still_being_typed_survives_the_closing_of_the_tab(windows):
    officer = _at_first_topic(windows)
    topic, context = officer.page.url, officer.page.context
    officer.opens_notes("data.inventory")
    officer.comment("data.inventory").press_sequentially("noch nicht fer")
    officer.page.close()
    back = Officer(windows.another(context), "de")
    back.page.goto(topic)
    expect(back.comment("data.inventory")).to_have_value("noch nicht fer")
    back.page.wait_for_function("!Object.keys(localStorage).some(key => key.startsWith('kept'))")


def test_a_session_that_is_gone_is_renewed_without_a_word(windows):
    officer = _at_first_topic(windows)
    officer.page.context.clear_cookies()
    officer.level("data.inventory", 3).check()
    officer.sees_saved("data.inventory")


def test_an_answer_kept_in_the_browser_that_clashes_is_asked_about(windows):
    officer = _at_first_topic(windows)
    topic, context = officer.page.url, officer.page.context
    context.set_offline(True)
    officer.level("data.inventory", 1).check()
    expect(officer.page.get_by_role("status").last).to_contain_text("im Browser aufbewahrt")
    officer.page.close()
    context.set_offline(False)
    colleague = Officer(windows.open("de"), "de")
    colleague.page.goto(topic)
    colleague.level("data.inventory", 3).check()
    colleague.sees_saved("data.inventory")

    back = Officer(windows.another(context), "de")
    back.page.goto(topic.split("topics/")[0])
    back.page.get_by_role("link", name=re.compile("^Wie vollständig")).click()
    back.button("Store my answer").click()
    back.sees_saved("data.inventory")
    assert back.kept_in_browser() == 0
    colleague.page.reload()
    expect(colleague.level("data.inventory", 1)).to_be_checked()
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
        officer.goes_to(part)
        assert page.locator("img[src='x']").count() == 0
