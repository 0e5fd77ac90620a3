"""A client of the real application that fills in forms as a browser does."""

import re
from html.parser import HTMLParser

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

GERMAN = {"Accept-Language": "de"}


class Browser:
    """Opens pages and sends their forms, with the token that was on the page."""

    def __init__(self, app: Flask, language: str = "de") -> None:
        self.app = app
        self._client: FlaskClient = app.test_client()
        self._headers = {"Accept-Language": language}
        self.page = ""

    def get(self, address: str, **more: object) -> TestResponse:
        """Open a page, in this browser's language."""
        headers = {**self._headers, **more.pop("headers", {})}
        answer = self._client.get(address, headers=headers, **more)
        self._keep(answer)
        return answer

    def post(self, address: str, **fields: object) -> TestResponse:
        """Send fields with the token of the page that is open, and do not follow the answer."""
        answer = self._client.post(
            address, data={"csrf_token": self.token, **fields}, headers=self._headers
        )
        self._keep(answer)
        return answer

    def post_json(self, address: str, **fields: object) -> TestResponse:
        """Send fields as the page's script does."""
        headers = {**self._headers, "Accept": "application/json"}
        return self._client.post(
            address, data={"csrf_token": self.token, **fields}, headers=headers
        )

    def cookies(self) -> set[str]:
        """The names of the cookies that this browser keeps."""
        return {cookie.key for cookie in self._client._cookies.values()}

    def send(self, address: str, **request: object) -> TestResponse:
        """Send a request that was put together by hand."""
        return self._client.post(address, headers=self._headers, **request)

    @property
    def token(self) -> str:
        """The token that protects the forms of the page that is open."""
        return value_of(self.page, "csrf_token")

    def _keep(self, answer: TestResponse) -> None:
        if answer.mimetype == "text/html" and "csrf_token" in answer.text:
            self.page = answer.text


def value_of(page: str, name: str) -> str:
    """The value of the first field with this name."""
    found = re.search(rf'name="{re.escape(name)}" value="([^"]*)"', page)
    return found.group(1) if found else ""


def begin(browser: Browser, ags: str = "05758036") -> str:
    """The address of a new assessment of a municipality of the register."""
    browser.get(f"/new/{ags}")
    answer = browser.post(f"/new/{ags}", date="2026-11-22")
    assert answer.status_code == 303, answer.text
    return answer.location


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def text_of(answer: TestResponse) -> str:
    """What a person reads on the page, with single blanks."""
    reader = _Text()
    reader.feed(answer.text)
    return " ".join(" ".join(reader.parts).split())
