"""Answering the questions of a topic: a page that is saved as a whole, or answer by answer."""

import secrets
from collections.abc import Hashable, Sequence
from dataclasses import asdict
from datetime import datetime

from babel.dates import format_date
from flask import Blueprint, current_app, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from wtforms import Form

from assessment.errors import NotFound
from assessment.questionnaire.model import Question, Questionnaire
from assessment.services import answers
from assessment.services.answers import Saved, Stale, StaleAnswers, TopicPage
from assessment.services.notes.live_score import show_live_score
from assessment.web.forms.fields import QuestionField, entries_of, sent_field, stored_field
from assessment.web.forms.topic import Circumstances, QuestionForms, changes, problems
from assessment.web.fragments import fragment, where
from assessment.web.setup.clock import today
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language
from assessment.web.setup.templating import clock

# Stands in the kept page for its questions; nobody can guess and write it.
_FIELDS = secrets.token_hex(16)
_NO_VERSION = 2**31  # more than any answer is ever changed, and what a database can compare
_BUTTONS = ("clear", "mine", "theirs")

pages = Blueprint("answering", __name__, url_prefix="/assessments/<id>/topics/<topic_id>")


@pages.app_template_filter("moment")
def moment(value: datetime) -> str:
    """The time of day on this machine's clock, with the date unless it is today's."""
    day = value.astimezone().date()
    if day == today():
        return clock(value)
    return f"{format_date(day, 'medium', locale=language())}, {clock(value)}"


@pages.get("")
def show(id: str, topic_id: str) -> ResponseReturnValue:
    """The questions of a topic."""
    page = answers.topic_page(the_desk(), id, topic_id)
    if page.head.submitted:
        return render_template("pages/review/topic.html", page=page, head=page.head)
    return _page(page, [stored_field(asked) for asked in page.questions])


@pages.post("")
def save(id: str, topic_id: str) -> ResponseReturnValue:
    """The whole page is kept; then the page that was asked for comes."""
    form, questions, sent = _sent_form(id, topic_id)
    if not form.validate():
        return _again(id, topic_id, form, sent), 422
    try:
        answers.save_answers(the_desk(), id, changes(form, questions, sent))
    except StaleAnswers as error:
        return _again(id, topic_id, form, sent, stale=error.stale), 409
    return redirect(_next_place(id, topic_id), 303)


@pages.post("/answer")
def save_one(id: str, topic_id: str) -> ResponseReturnValue:
    """What the page's script sends when something was changed: one question of the same form."""
    form, questions, sent = _sent_form(id, topic_id)
    if not form.validate():
        return jsonify(
            problems={question.id: problems(form, question) for question in questions}
        ), 422
    try:
        saved = answers.save_answers(the_desk(), id, changes(form, questions, sent))
    except StaleAnswers as error:
        return jsonify(stale=[_stale(id, item) for item in error.stale]), 409
    return jsonify(saved=[_saved(id, item) for item in saved])


@pages.post("/live-score")
def switch_live_score(id: str, topic_id: str) -> ResponseReturnValue:
    """The score is shown while answering, or no longer."""
    show_live_score(the_desk(), id, shown=request.form.get("shown") == "yes")
    place = url_for("answering.show", id=id, topic_id=topic_id, _anchor="live-score")
    return redirect(place, 303)


def form_of(questionnaire: Questionnaire, questions: Sequence[Question]) -> Form:
    """What was sent, in a form of these questions."""
    known = current_app.extensions.setdefault("question_forms", {})
    forms: QuestionForms = known.setdefault(questionnaire.reference, QuestionForms())
    return forms.of(questions, language())(request.form)


def _sent_form(id: str, topic_id: str) -> tuple[Form, Sequence[Question], Circumstances]:
    questionnaire = _questionnaire(id)
    if topic_id not in questionnaire.by_topic:
        raise NotFound(topic_id)
    asked = questionnaire.by_topic[topic_id]
    seen = {
        question.id: version
        for question in asked
        if (version := request.form.get(f"{question.id}.version", type=version_number)) is not None
    }
    # What was not on the page that was sent has no version, and stays as it is.
    questions = [question for question in asked if question.id in seen]
    pressed = {name: request.form.get(name) for name in _BUTTONS}
    other = request.form.get(f"{pressed['mine']}.other", type=version_number)
    return form_of(questionnaire, questions), questions, Circumstances(seen, **pressed, other=other)


def version_number(text: str) -> int:
    """The version of an answer that a form says; ValueError where it can be none."""
    version = int(text)
    if not 0 <= version < _NO_VERSION:
        raise ValueError(text)
    return version


def _questionnaire(id: str) -> Questionnaire:
    return the_desk().model_for(id).questionnaire


def _again(
    id: str, topic_id: str, form: Form, sent: Circumstances, *, stale: Sequence[Stale] = ()
) -> str:
    """The page as it was sent, with what is wrong and what others stored meanwhile."""
    page = answers.topic_page(the_desk(), id, topic_id)
    clashing = {item.question: item for item in stale}
    fields = [
        sent_field(
            asked,
            form,
            seen=sent.seen[asked.question.id],
            problems=problems(form, asked.question),
            stale=clashing.get(asked.question.id),
        )
        if asked.question.id in sent.seen
        else stored_field(asked)
        for asked in page.questions
    ]
    return _page(page, fields)


def _page(page: TopicPage, fields: Sequence[QuestionField]) -> str:
    """The page around its questions changes seldom, and so does each question."""
    questionnaire = the_desk().model_under(page.head).questionnaire
    errors = tuple((field.question.id, text) for field in fields for text in field.problems)
    frame = fragment(
        "pages/answering/show.html",
        of=(*where(), today(), page.frame, errors),
        page=page,
        head=page.head,
        errors=errors,
        questionnaire=questionnaire,
        fields=_FIELDS,
    )
    shown = Markup("").join(
        fragment(
            "pages/answering/field.html",
            of=_kept_as(page, number, field),
            field=field,
            number=number,
            head=page.head,
            questionnaire=questionnaire,
        )
        for number, field in enumerate(fields, 1)
    )
    return frame.replace(_FIELDS, shown)


def _kept_as(page: TopicPage, number: int, field: QuestionField) -> Hashable | None:
    if field.shows is None:
        return None
    return page.head.id, today(), field.question.id, number, field.shows


def _next_place(id: str, topic_id: str) -> str:
    then = request.form.get("then", topic_id)
    for button in _BUTTONS:
        if about := request.form.get(button):
            return url_for("answering.show", id=id, topic_id=topic_id, _anchor=about)
    if then in _questionnaire(id).by_topic:
        return url_for("answering.show", id=id, topic_id=then)
    return url_for("task_list.show", id=id)


def _saved(id: str, item: Saved) -> dict[str, object]:
    question = _questionnaire(id).by_id[item.question]
    return {
        "question": item.question,
        "version": item.version,
        "at": clock(item.saved_at),
        "changed": item.changed,
        "entries": asdict(entries_of(question, item.answer)),
    }


def _stale(id: str, item: Stale) -> dict[str, object]:
    question = _questionnaire(id).by_id[item.question]
    shown = render_template("pages/answering/conflict.html", question=question, stale=item)
    return {
        "question": item.question,
        "version": item.theirs.version,
        "html": shown,
        "entries": asdict(entries_of(question, item.yours)),
    }
