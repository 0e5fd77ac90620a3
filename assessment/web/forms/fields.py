"""What a form's fields show: what is chosen or written, and what is wrong with it."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass

from wtforms import Form

from assessment.questionnaire.answers import Answer
from assessment.questionnaire.model import Question
from assessment.services.answers import NOTHING_NOTED, AskedQuestion, Noted, Stale, StoredAnswer
from assessment.services.series.earlier import EarlierAnswer
from assessment.web.forms.kinds import chosen_codes, written_text


@dataclass(frozen=True)
class Entries:
    """What is ticked and written.

    `choice` are levels, option ids or states, `text` is a number or free text as it was typed.
    """

    choice: tuple[str, ...] = ()
    text: str = ""
    comment: str = ""
    evidence: str = ""
    respondent: str = ""
    reason: str = ""


@dataclass(frozen=True)
class QuestionField:
    """One question as its field shows it.

    `version` is the one that the person has seen, `stale` what another window stored meanwhile.
    """

    question: Question
    asked: bool
    entries: Entries
    stored: StoredAnswer
    version: int
    earlier: EarlierAnswer | None = None
    noted: Noted = NOTHING_NOTED
    problems: tuple[str, ...] = ()
    stale: Stale | None = None

    @property
    def shows(self) -> Hashable:
        """All that tells this field from others of the question; None where it is one of a kind."""
        if self.problems or self.stale:
            return None
        earlier = self.earlier and self.earlier.key
        saved = self.stored.saved_at
        return self.version, saved, self.asked, self.entries, earlier, self.noted

    @property
    def has_notes(self) -> bool:
        said = self.entries
        return bool(said.comment or said.evidence or said.respondent or self.noted.attachments)


def entries_of(question: Question, answer: Answer) -> Entries:
    """What is ticked and written for an answer."""
    return Entries(
        choice=chosen_codes(question, answer),
        text=written_text(question, answer),
        comment=answer.comment or "",
        evidence=answer.evidence or "",
        respondent=answer.respondent or "",
        reason=answer.reason or "",
    )


def sent_entries(form: Form, question: Question) -> Entries:
    """What was ticked and written as it was sent, right or wrong."""
    id = question.id
    return Entries(
        choice=tuple(_sent(form, id, ".choice")),
        text=next(_sent(form, id, ".text"), ""),
        comment=next(_sent(form, id, ".comment"), ""),
        evidence=next(_sent(form, id, ".evidence"), ""),
        respondent=next(_sent(form, id, ".respondent"), ""),
        reason=next(_sent(form, id, ".reason"), ""),
    )


def stored_field(asked: AskedQuestion) -> QuestionField:
    """The field as it stands in the database."""
    entries = entries_of(asked.question, asked.stored.answer)
    return _field(asked, entries, version=asked.stored.version)


def sent_field(
    asked: AskedQuestion,
    form: Form,
    *,
    seen: int,
    problems: tuple[str, ...] = (),
    stale: Stale | None = None,
) -> QuestionField:
    """The field as it was sent, so that nothing typed is lost when the page comes back.

    Until the person has decided between two answers, it keeps the version that they had seen:
    sending the page as it is asks again.
    """
    entries = sent_entries(form, asked.question)
    version = seen if problems or stale else asked.stored.version
    if stale:
        entries = entries_of(asked.question, stale.yours)
    return _field(asked, entries, version=version, problems=problems, stale=stale)


def _field(
    asked: AskedQuestion,
    entries: Entries,
    *,
    version: int,
    problems: tuple[str, ...] = (),
    stale: Stale | None = None,
) -> QuestionField:
    return QuestionField(
        question=asked.question,
        asked=asked.asked,
        entries=entries,
        stored=asked.stored,
        version=version,
        earlier=asked.earlier,
        noted=asked.noted,
        problems=problems,
        stale=stale,
    )


def _sent(form: Form, id: str, part: str) -> Iterator[str]:
    name = id + part
    if name in form:
        yield from form[name].raw_data or ()
