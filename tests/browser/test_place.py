"""Another language and another theme: the person stays where they are, and loses nothing typed."""

from playwright.sync_api import expect


def background(page):
    """The colour of the paper."""
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def test_theme_and_language_change_in_place(windows):
    page = windows.open("de", color_scheme="light")
    page.goto("/new/by-hand?from=here")
    page.get_by_label("Name", exact=True).fill("Stadtwerke Beispiel")
    light = background(page)
    page.get_by_text("Darstellung", exact=True).first.click()
    with page.expect_response("**/appearance"):
        page.get_by_role("button", name="Dunkel").click()
    expect(page.locator("html")).to_have_attribute("data-kern-theme", "dark")
    expect(page.get_by_role("button", name="Dunkel")).to_have_attribute("aria-pressed", "true")
    assert background(page) != light
    expect(page.get_by_label("Name", exact=True)).to_have_value("Stadtwerke Beispiel")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Dunkel")).to_be_hidden()
    page.goto("/help?from=here#answer")
    expect(page.locator("html")).to_have_attribute("data-kern-theme", "dark")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/help?from=here&lang=en#answer")
    expect(page.get_by_role("heading", name="Answering", exact=True)).to_be_visible()
    page.goto("/new")
    page.get_by_role("searchbox").press_sequentially("oelde")
    expect(page.get_by_role("link", name="Oelde", exact=True)).to_be_visible()
    page.get_by_role("link", name="Deutsch").click()
    expect(page.get_by_role("searchbox")).to_have_value("oelde")
    page.get_by_role("link", name="English").click()
    page.get_by_text("Appearance", exact=True).first.click()
    with page.expect_response("**/appearance"):
        page.get_by_role("button", name="As the system").click()
    expect(page.locator("html")).not_to_have_attribute("data-kern-theme", "dark")
    page.reload()
    assert background(page) == light


def test_theme_and_language_work_without_javascript(windows):
    page = windows.open("de", java_script_enabled=False, color_scheme="dark")
    page.goto("/cases?text=strasse")
    page.get_by_text("Darstellung", exact=True).first.click()
    page.get_by_role("button", name="Hell").click()
    page.wait_for_url("**/cases?text=strasse")
    expect(page.locator("html")).to_have_attribute("data-kern-theme", "light")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/cases?text=strasse&lang=en")
    expect(page.locator("html")).to_have_attribute("data-kern-theme", "light")


def test_the_cases_are_found_filtered_and_shared_as_a_person_would(windows):
    page = windows.open("de")
    page.goto("/cases")
    page.get_by_label("Wörter", exact=True).fill("straße")
    page.get_by_label("Status", exact=True).select_option("pilot")
    page.get_by_role("button", name="Anzeigen").click()
    page.wait_for_url("**/cases?*text=stra%C3%9Fe*status=pilot*")
    shared = page.url
    heading = page.get_by_role("heading", level=2).first
    expect(heading).to_contain_text("Fälle")
    expect(page.locator("mark").first).to_be_visible()
    page.get_by_text("Die Karte als Tabelle").click()
    place = page.get_by_role("table").get_by_role("link").first
    name = place.inner_text()
    place.click()
    expect(page.get_by_role("list", name="Ausgewählt")).to_contain_text(name)
    other = windows.open("de")
    other.goto(shared)
    expect(other.get_by_label("Status", exact=True)).to_have_value("pilot")
