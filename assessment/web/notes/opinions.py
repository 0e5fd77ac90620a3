"""Single opinions of colleagues: noted, replaced and withdrawn."""

from flask import request
from flask.typing import ResponseReturnValue
from wtforms import Form

from assessment.errors import Invalid, NotFound
from assessment.questionnaire.model import Question
from assessment.services.notes import opinions
from assessment.web.answering import form_of
from assessment.web.forms.fields import sent_entries
from assessment.web.forms.topic import problems, sent_answer
from assessment.web.notes.question import in_words, page_of, pages, to_question
from assessment.web.setup.desk import the_desk


@pages.post("/opinions")
def give_opinion(id: str, question_id: str) -> ResponseReturnValue:
    """The opinion is noted, or the page says what is missing."""
    form, question = _form(id, question_id)
    said = sent_entries(form, question)
    form.validate()
    if wrong := problems(form, question):
        return page_of(id, question_id, place="opinion", told=wrong, opinion=said), 422
    try:
        opinions.give(
            the_desk(),
            id,
            question_id,
            respondent=said.respondent,
            answer=sent_answer(form, question),
        )
    except Invalid as refused:
        told = in_words(refused)
        return page_of(id, question_id, place="opinion", told=told, opinion=said), 422
    return to_question(id, question_id, "opinions")


@pages.post("/opinions/delete")
def withdraw_opinion(id: str, question_id: str) -> ResponseReturnValue:
    """The opinion is gone."""
    respondent = request.form.get("respondent", "")
    opinions.withdraw(the_desk(), id, question_id, respondent=respondent)
    return to_question(id, question_id, "opinions")


def _form(id: str, question_id: str) -> tuple[Form, Question]:
    questionnaire = the_desk().model_for(id).questionnaire
    question = questionnaire.by_id.get(question_id)
    if question is None:
        raise NotFound(question_id)
    return form_of(questionnaire, [question]), question
