"""A topic's page shown, sent, and saved answer by answer, against the least Flask can do for it."""

import re
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count, islice
from pathlib import Path
from urllib.parse import urlencode

from werkzeug.test import EnvironBuilder, run_wsgi_app

from assessment.app import create_app
from assessment.jobs.queue import InProcess
from assessment.municipality import by_ags
from assessment.questionnaire.model import Questionnaire
from assessment.services import assessments
from assessment.settings import settings_from
from tests.bench.bare import bare_app
from tests.bench.measure import Figure, medians

QUESTIONS = 5
REQUESTS = 20  # in a row: one alone is too short for the processor's clock
HOLD = {"GET": 2.0, "POST": 2.0, "autosave": 2.5}
FLOORS = {
    "GET": "bare Flask: Jinja, one SELECT, CSRF",
    "POST": "bare Flask: WTForms, CSRF, one upsert of 5 rows",
    "autosave": "bare Flask: WTForms, CSRF, one upsert of one row",
}


def figures():
    with _windows() as (ours, bare):
        acts = {f"{name} {of.name}": act for of in (ours, bare) for name, act in of.acts}
        acts["both"] = ours.saves_and_shows
        ms = {name: spent / REQUESTS * 1000 for name, spent in medians(acts).items()}
    details = {name: {which: ms[f"{name} {which}"] for which in ("ours", "bare")} for name in HOLD}
    # The script reads the page anew after each answer: then one question on it is another one.
    details["GET"]["ours after a change"] = ms["both"] - ms["autosave ours"]
    for name, hold in HOLD.items():
        yield Figure(
            name=f"{name}, topic page of {QUESTIONS} questions",
            floor=FLOORS[name],
            value=ms[f"{name} ours"] / ms[f"{name} bare"],
            unit="x",
            hold=hold,
            details={f"ms {which}": spent for which, spent in details[name].items()},
        )


@dataclass
class Window:
    """A page that is open in a browser: sends what the browser would."""

    name: str
    app: Callable
    page: str
    answer: str
    questions: tuple[str, ...]
    cookie: str = ""
    token: str = ""
    versions: dict[str, int] = field(default_factory=dict)
    numbers: count = field(default_factory=count)

    @property
    def acts(self):
        return (("GET", self.shows), ("POST", self.posts), ("autosave", self.autosaves))

    def opens(self):
        text, headers = self.ask("GET", self.page)
        self.cookie = headers.get("Set-Cookie", "").split(";")[0]
        self.token = re.search(r'name="csrf_token" value="([^"]+)"', text).group(1)
        return self

    def shows(self):
        for _ in range(REQUESTS):
            self.ask("GET", self.page)

    def posts(self):
        for number in islice(self.numbers, REQUESTS):
            fields = [pair for id in self.questions for pair in self.fields(id, number)]
            self.ask("POST", self.page, [*fields, ("then", "list")])

    def autosaves(self):
        for number in islice(self.numbers, REQUESTS):
            self.ask("POST", self.answer, self.fields(self.questions[0], number))

    def saves_and_shows(self):
        for number in islice(self.numbers, REQUESTS):
            self.ask("POST", self.answer, self.fields(self.questions[0], number))
            self.ask("GET", self.page)

    def fields(self, id, number):
        version = self.versions.get(id, 0)
        self.versions[id] = version + 1
        yield f"{id}.version", str(version)
        yield f"{id}.choice", str(number % 5)
        yield f"{id}.comment", f"Stand {number}, wie mit der IT besprochen"
        yield f"{id}.evidence", "https://example.org/nachweis"
        yield f"{id}.respondent", "IT"

    def ask(self, method, path, fields=()):
        data = urlencode([("csrf_token", self.token), *fields]).encode() if fields else None
        builder = EnvironBuilder(
            path=path,
            method=method,
            headers={"Cookie": self.cookie, "Accept-Language": "de"},
            input_stream=None,
            data=data,
            content_type="application/x-www-form-urlencoded" if data else None,
        )
        chunks, status, headers = run_wsgi_app(self.app, builder.get_environ())
        text = b"".join(chunks).decode()
        assert status[:3] in {"200", "303"}, (method, path, status, text[:300])
        return text, headers


@contextmanager
def _windows():
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(settings_from({"ASSESSMENT_DATA": folder}))
        pool = app.extensions["desk"].queue
        model = _with_one_long_topic(app.extensions["desk"].model)
        desk = replace(app.extensions["desk"], model=model, queue=InProcess())
        app.extensions["desk"] = desk
        topic = model.questionnaire.topics[0].id
        questions = model.questionnaire.by_topic[topic]
        id = assessments.create(desk, municipality=by_ags("05758036"), date=date(2026, 11, 22))
        page = f"/assessments/{id}/topics/{topic}"
        ids = tuple(question.id for question in questions)
        ours = Window("ours", app, page, f"{page}/answer", ids)
        bare = Window(
            "bare", bare_app(Path(folder) / "bare.db", questions), "/page", "/answer", ids
        )
        yield ours.opens(), bare.opens()
        pool.close()
        desk.database.close()


def _with_one_long_topic(model):
    """The questionnaire, its first topic filled up to five questions with those that follow."""
    asked = model.questionnaire.model_dump(by_alias=True)
    for question in asked["questions"][:QUESTIONS]:
        question["topic"] = model.questionnaire.topics[0].id
    return replace(model, questionnaire=Questionnaire.model_validate(asked))
