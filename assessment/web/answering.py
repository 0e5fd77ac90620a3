"""Answering the questions of a topic: a page that is saved as a whole, or answer by answer."""

from collections.abc import Sequence
from dataclasses import asdict

from flask import Blueprint, current_app, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import Form

from assessment.errors import NotFound
from assessment.questionnaire.model import Question, Questionnaire
from assessment.services import answers
from assessment.services.answers import Saved, Stale, StaleAnswers, TopicPage
from assessment.services.notes.live_score import show_live_score
from assessment.web.forms.fields import QuestionField, entries_of, sent_field, stored_field
from assessment.web.forms.topic import Pressed, TopicForms, changes, is_sent, problems
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language
from assessment.web.setup.templating import clock

_BUTTONS = ("clear", "mine", "theirs")

pages = Blueprint("answering", __name__, url_prefix="/assessments/<id>/topics/<topic_id>")


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
    form, questions = topic_form(id, topic_id)
    if not form.validate():
        return _again(id, topic_id, form), 422
    try:
        answers.save_answers(the_desk(), id, changes(form, questions, _pressed()))
    except StaleAnswers as error:
        return _again(id, topic_id, form, error.stale), 409
    return redirect(_next_place(id, topic_id), 303)


@pages.post("/answer")
def save_one(id: str, topic_id: str) -> ResponseReturnValue:
    """What the page's script sends when something was changed: one question of the same form."""
    form, questions = topic_form(id, topic_id)
    if not form.validate():
        return jsonify(
            problems={q.id: problems(form, q) for q in questions if is_sent(form, q)}
        ), 422
    try:
        saved = answers.save_answers(the_desk(), id, changes(form, questions, _pressed()))
    except StaleAnswers as error:
        return jsonify(stale=[_stale(id, item) for item in error.stale]), 409
    return jsonify(saved=[_saved(id, item) for item in saved])


@pages.post("/live-score")
def switch_live_score(id: str, topic_id: str) -> ResponseReturnValue:
    """The score is shown while answering, or no longer."""
    show_live_score(the_desk(), id, shown=request.form.get("shown") == "yes")
    place = url_for("answering.show", id=id, topic_id=topic_id, _anchor="live-score")
    return redirect(place, 303)


def _pressed() -> Pressed:
    pressed = {name: request.form.get(name) for name in _BUTTONS}
    return Pressed(**pressed, other=request.form.get(f"{pressed['mine']}.other", type=int))


def topic_form(id: str, topic_id: str) -> tuple[Form, Sequence[Question]]:
    """What was sent, in the form of the topic's questions; NotFound."""
    questionnaire = _questionnaire(id)
    if topic_id not in questionnaire.by_topic:
        raise NotFound(topic_id)
    known = current_app.extensions.setdefault("topic_forms", {})
    forms = known.setdefault(questionnaire.reference, TopicForms(questionnaire))
    return forms.of(topic_id, language())(request.form), questionnaire.by_topic[topic_id]


def _questionnaire(id: str) -> Questionnaire:
    return the_desk().model_for(id).questionnaire


def _again(id: str, topic_id: str, form: Form, stale: Sequence[Stale] = ()) -> str:
    """The page as it was sent, with what is wrong and what others stored meanwhile."""
    page = answers.topic_page(the_desk(), id, topic_id)
    clashing = {item.question: item for item in stale}
    fields = [
        sent_field(
            asked,
            form,
            problems=problems(form, asked.question),
            stale=clashing.get(asked.question.id),
        )
        if is_sent(form, asked.question)
        else stored_field(asked)
        for asked in page.questions
    ]
    return _page(page, fields)


def _page(page: TopicPage, fields: Sequence[QuestionField]) -> str:
    return render_template(
        "pages/answering/show.html",
        page=page,
        head=page.head,
        fields=fields,
        errors=[(field.question.id, text) for field in fields for text in field.problems],
        questionnaire=the_desk().model_of(page.head.questionnaire).questionnaire,
    )


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
