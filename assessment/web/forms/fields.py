"""What a form's fields show: what is chosen or written, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from wtforms import Form

from assessment.questionnaire.answers import Answer
from assessment.questionnaire.model import Question
from assessment.services.answers import AskedQuestion, StoredAnswer
from assessment.web.forms.kinds import chosen_codes, written_text


@dataclass(frozen=True)
class QuestionField:
    """One question as its field shows it.

    `chosen` are the codes that are ticked (levels, option ids or states), `text` is the number or
    free text as it was typed, `theirs` is what another window stored meanwhile.
    """

    question: Question
    asked: bool
    chosen: tuple[str, ...]
    text: str
    comment: str
    evidence: str
    respondent: str
    reason: str
    stored: StoredAnswer
    version: int
    problems: tuple[str, ...] = ()
    theirs: Answer | None = None

    @property
    def has_notes(self) -> bool:
        return bool(self.comment or self.evidence or self.respondent)


def stored_field(asked: AskedQuestion) -> QuestionField:
    """The field as it stands in the database."""
    answer = asked.stored.answer
    return QuestionField(
        question=asked.question,
        asked=asked.asked,
        chosen=chosen_codes(asked.question, answer),
        text=written_text(asked.question, answer),
        comment=answer.comment or "",
        evidence=answer.evidence or "",
        respondent=answer.respondent or "",
        reason=answer.reason or "",
        stored=asked.stored,
        version=asked.stored.version,
    )


def sent_field(
    asked: AskedQuestion,
    form: Form,
    *,
    problems: tuple[str, ...] = (),
    theirs: StoredAnswer | None = None,
) -> QuestionField:
    """The field as it was sent, so that nothing typed is lost when the page comes back."""
    id = asked.question.id
    return QuestionField(
        question=asked.question,
        asked=asked.asked,
        chosen=tuple(_sent(form, id, ".choice")),
        text=next(_sent(form, id, ".text"), ""),
        comment=next(_sent(form, id, ".comment"), ""),
        evidence=next(_sent(form, id, ".evidence"), ""),
        respondent=next(_sent(form, id, ".respondent"), ""),
        reason=next(_sent(form, id, ".reason"), ""),
        stored=asked.stored,
        version=theirs.version if theirs else asked.stored.version,
        problems=problems,
        theirs=theirs.answer if theirs else None,
    )


def _sent(form: Form, id: str, part: str) -> Iterator[str]:
    name = id + part
    if name in form:
        yield from form[name].raw_data or ()
