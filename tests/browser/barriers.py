"""Asks axe what bars people from the page that is open.

More than half of its time goes into contrast, of every text again. It is asked of one text for each
way in which text is painted on the page: colour, size and weight, and all that lies behind it.
"""

from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import AXE

_MARKED = "data-painted-so"
_ONE_OF_EACH_PAINT = """(mark) => {
    const PLAIN = "rgba(0, 0, 0, 0),none,1,static,none,normal"
    const known = new Map([[null, ""]])
    const behind = (element) => {
        if (!known.has(element)) {
            const is = getComputedStyle(element)
            const own = [is.backgroundColor, is.backgroundImage, is.opacity, is.position, is.filter,
                is.mixBlendMode].join()
            known.set(element, behind(element.parentElement) + (own === PLAIN ? "" : "/" + own))
        }
        return known.get(element)
    }
    const isText = (node) => node.nodeType === Node.TEXT_NODE && node.data.trim()
    const paints = new Set()
    for (const element of document.body.querySelectorAll("*")) {
        element.removeAttribute(mark)
        if (!element.matches("input, select, textarea") && ![...element.childNodes].some(isText))
            continue
        const is = getComputedStyle(element)
        const paint = [element.checkVisibility({ visibilityProperty: true }), is.color, is.fontSize,
            is.fontWeight, is.textShadow, behind(element)].join(";")
        if (!paints.has(paint)) element.setAttribute(mark, "")
        paints.add(paint)
    }
}"""
_OF_THESE = f"axe.configure({{rules: [{{id: 'color-contrast', selector: '[{_MARKED}]'}}]}})"
_ASK = """async (asked) =>
    (await axe.run(document, {...asked, resultTypes: ["violations"]})).violations.map(
        v => [v.id, v.help, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))])"""


def bring_axe(page: Page) -> None:
    """Let the page that is open answer `violations`."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.evaluate(_OF_THESE)


def violations(page: Page, asked: dict[str, Any]) -> list[list]:
    """The rules that the page breaks as it looks now, with places; `asked` are options of axe."""
    page.evaluate(_ONE_OF_EACH_PAINT, _MARKED)
    return page.evaluate(_ASK, asked)
