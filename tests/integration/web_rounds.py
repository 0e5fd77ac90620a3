"""A round in the browser, as far as several tests begin it."""

import io

from werkzeug.datastructures import FileStorage, MultiDict

from assessment.benchmark.synthetic import all_municipalities
from tests.integration.web import text_of

MEMBERS = all_municipalities()[3000:4200:60]
KEYS = [one.ags for one in MEMBERS]


def fields(**changed):
    """A sound form of a new round with twenty members."""
    usual = {
        "token": "", "name": "Kreis & Köln <2026>", "first": "", "last": "", "note": "",
        "districts": "", "ags": "\n".join(KEYS), "by": ["size_class", "state"],
        "group": "5", "shares": "10",
    }  # fmt: skip
    return usual | changed


def begun(browser, **changed):
    """Begin a round; its address."""
    browser.get("/rounds/new")
    answer = browser.post("/rounds/new", **fields(**changed))
    assert answer.status_code == 303, text_of(answer)
    return answer.location


def settled(browser):
    """Let all work on rounds be done."""
    browser.app.extensions["rounds"].work_off()


def sends(browser, address, *files, mapping=None):
    """Send files to a round, and let them be taken over; the page then."""
    browser.get(f"{address}/contributions")
    data = MultiDict([("csrf_token", browser.token)])
    for name, content in files:
        data.add("files", FileStorage(io.BytesIO(content), name))
    if mapping is not None:
        data.add("mapping", FileStorage(io.BytesIO(mapping), "mapping.yaml"))
    answer = browser.send(f"{address}/contributions", data=data)
    assert answer.status_code == 303
    settled(browser)
    browser.get(f"{address}/contributions")  # looks through anew
    settled(browser)
    return browser.get(f"{address}/contributions")
