"""The least that Flask can do for a topic's page: the floor that our pages are measured against."""

from functools import cache

from flask import Flask, jsonify, redirect, render_template, request
from flask_wtf.csrf import CSRFProtect
from jinja2 import DictLoader
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, event, select
from sqlalchemy.dialects.sqlite import insert
from wtforms import Form, RadioField, StringField
from wtforms.validators import Length, Optional

PAGE = """<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body>
<h1>{{ title }}</h1>
<form method="post">
<input type="hidden" name="csrf_token" value="{{ csrf_token() }}">
{% for question in questions %}{% set answer = answers.get(question.id) %}
<fieldset id="{{ question.id }}">
<legend>{{ question.text.de }}</legend>
<p>{{ question.help.de }}</p>
{% for level in question.levels %}
<label><input type="radio" name="{{ question.id }}.choice" value="{{ loop.index0 }}"
{% if answer and answer.value == loop.index0 %} checked{% endif %}> {{ level.de }}</label>
{% endfor %}
<label><input type="radio" name="{{ question.id }}.choice" value="unknown"> Weiß nicht</label>
{% for text in ("comment", "evidence", "respondent") %}
<label>{{ text }} <input name="{{ question.id }}.{{ text }}" maxlength="5000"
 value="{{ answer[text] or "" if answer else "" }}"></label>
{% endfor %}
</fieldset>
{% endfor %}
<button>Speichern</button>
</form>
</body>
</html>
"""
TEXTS = ("comment", "evidence", "respondent")

_ANSWER = Table(
    "answer",
    MetaData(),
    Column("question", String, primary_key=True),
    Column("value", Integer),
    *(Column(name, String) for name in TEXTS),
)
_UPSERT = insert(_ANSWER)
_UPSERT = _UPSERT.on_conflict_do_update(
    index_elements=["question"],
    set_={name: _UPSERT.excluded[name] for name in ("value", *TEXTS)},
)


def bare_app(file, questions):
    """One page with these questions, kept in a table of its own."""
    engine = _engine(file)
    app = Flask("bare")
    app.config.update(SECRET_KEY="bare", WTF_CSRF_TIME_LIMIT=None)
    app.jinja_loader = DictLoader({"page.html": PAGE})
    CSRFProtect(app)

    @app.get("/page")
    def show():
        with engine.connect() as connection:
            rows = connection.execute(select(_ANSWER)).mappings()
            answers = {row["question"]: row for row in rows}
        return render_template(
            "page.html", title="Datenbestand", questions=questions, answers=answers
        )

    @app.post("/page")
    def save():
        if not _kept(engine, questions):
            return "?", 422
        return redirect("/page", 303)

    @app.post("/answer")
    def save_one():
        return jsonify(
            saved=_kept(engine, [q for q in questions if f"{q.id}.choice" in request.form])
        )

    return app


def _engine(file):
    """A database that is as careful as ours."""
    engine = create_engine(f"sqlite:///{file}")

    @event.listens_for(engine, "connect")
    def prepare(connection, _record):
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")

    _ANSWER.metadata.create_all(engine)
    return engine


def _kept(engine, questions):
    form = _form_class(tuple(q.id for q in questions))(request.form)
    if not form.validate():
        return False
    rows = [
        {
            "question": question.id,
            "value": int(form[f"{question.id}.choice"].data),
            **{name: form[f"{question.id}.{name}"].data for name in TEXTS},
        }
        for question in questions
    ]
    with engine.begin() as connection:
        connection.execute(_UPSERT, rows)
    return True


@cache
def _form_class(questions):
    fields = {}
    for id in questions:
        codes = [*map(str, range(5)), "unknown"]
        fields[f"{id}.choice"] = RadioField(choices=codes, validators=[Optional()])
        for name in TEXTS:
            fields[f"{id}.{name}"] = StringField(validators=[Length(max=5000)])
    return type("PageForm", (Form,), fields)
