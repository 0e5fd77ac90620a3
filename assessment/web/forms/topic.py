"""Forms of questions: one WTForms class for those sent together and a language, kept once made."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from wtforms import Form, SelectMultipleField, StringField, ValidationError
from wtforms.validators import Length

from assessment.questionnaire.answers import Answer, State, Value
from assessment.questionnaire.model import Question
from assessment.services.answers import Change
from assessment.web.forms.kinds import KINDS, offered, states
from assessment.web.forms.links import is_broken_address
from assessment.wording import translator

PARTS = (".choice", ".text", ".comment", ".evidence", ".respondent", ".reason")
LONGEST_TEXT = 5_000  # as in answer files, so that what was read from one can be saved again


class QuestionForms:
    """The form classes of one questionnaire."""

    def __init__(self) -> None:
        self._classes: dict[tuple[str, ...], type[Form]] = {}

    def of(self, questions: Sequence[Question], language: str) -> type[Form]:
        """The class that checks answers to these questions, complaining in this language."""
        key = (language, *(question.id for question in questions))
        if key not in self._classes:
            self._classes[key] = _form_class(questions, language)
        return self._classes[key]


@dataclass(frozen=True)
class Circumstances:
    """What came with the answers: which version of each the person had seen, and what was pressed.

    `clear`, `mine` and `theirs` are the id of the question of which that button was pressed;
    `other` is the version of the other answer that was seen when somebody decided for their own.
    """

    seen: Mapping[str, int]
    clear: str | None = None
    mine: str | None = None
    theirs: str | None = None
    other: int | None = None


def changes(form: Form, questions: Sequence[Question], sent: Circumstances) -> list[Change]:
    """What the form wants stored.

    A person who decides for their own answer has seen the other one.
    """
    return [
        Change(
            question=question.id,
            answer=_kept_answer(form, question, sent),
            version=_seen(question, sent),
            gives_way=question.id == sent.theirs,
        )
        for question in questions
    ]


def sent_answer(form: Form, question: Question) -> Answer:
    """The answer that the form's fields make up, without what is beside it."""
    codes = form[f"{question.id}.choice"].data
    state = next((State(code) for code in codes if code in states(question)), None)
    value = None if state else _value(form, question)
    return Answer(
        state=state or (State.UNANSWERED if value is None else State.ANSWERED),
        value=value,
        comment=_text(form, question, "comment"),
        evidence=_text(form, question, "evidence"),
        respondent=_text(form, question, "respondent"),
        reason=_text(form, question, "reason") if state == State.NOT_APPLICABLE else None,
    )


def problems(form: Form, question: Question) -> tuple[str, ...]:
    """What is wrong with the question's fields, in words."""
    return tuple(
        str(message) for part in PARTS for message in form.errors.get(question.id + part, ())
    )


def _kept_answer(form: Form, question: Question, sent: Circumstances) -> Answer:
    answer = sent_answer(form, question)
    if question.id == sent.clear:
        return replace(answer, state=State.UNANSWERED, value=None, reason=None)
    return answer


def _seen(question: Question, sent: Circumstances) -> int:
    if question.id == sent.mine and sent.other is not None:
        return sent.other
    return sent.seen[question.id]


def _value(form: Form, question: Question) -> Value | None:
    codes = form[f"{question.id}.choice"].data
    return KINDS[question.kind].value(question, codes, _typed(form, question, "text"))


def _text(form: Form, question: Question, part: str) -> str | None:
    # Browsers send line ends as CR LF; files and comparisons here know LF only.
    return _typed(form, question, part).replace("\r\n", "\n").strip() or None


def _typed(form: Form, question: Question, part: str) -> str:
    name = f"{question.id}.{part}"
    return (form[name].data or "") if name in form else ""


def _form_class(questions: Sequence[Question], language: str) -> type[Form]:
    fields = {
        name: field for q in questions for name, field in _question_fields(q, language).items()
    }
    return type("TopicForm", (Form,), fields)


def _question_fields(question: Question, language: str) -> dict[str, Any]:
    _ = translator(language).gettext
    codes = (*KINDS[question.kind].codes(question), *states(question))
    short = Length(max=LONGEST_TEXT, message=_("This text is too long."))
    checks = {"evidence": [short, _linkable(language)]}
    fields: dict[str, Any] = {
        f"{question.id}.{part}": StringField(validators=checks.get(part, [short]))
        for part in _texts(question)
    }
    choice = SelectMultipleField(choices=offered(codes), validators=[_readable(question, language)])
    return fields | {f"{question.id}.choice": choice}


def _texts(question: Question) -> Iterator[str]:
    """The parts that the question's field has text lines for."""
    if KINDS[question.kind].written(question):
        yield "text"
    yield from ("comment", "evidence", "respondent")
    if question.not_applicable:
        yield "reason"


def _linkable(language: str) -> Any:
    """A check that evidence which begins as a web address is a whole one."""
    _ = translator(language).gettext

    def check(_form: Form, field: Any) -> None:
        if is_broken_address(field.data or ""):
            raise ValidationError(
                _("This is not a whole web address; it looks like https://example.org/file.")
            )

    return check


def _readable(question: Question, language: str) -> Any:
    """A check that what was ticked and written is one answer, and a possible one."""
    _ = translator(language).gettext
    kind = KINDS[question.kind]

    def check(form: Form, field: Any) -> None:
        codes = field.data or []
        text = _typed(form, question, "text")
        chosen_states = [code for code in codes if code in states(question)]
        if chosen_states and (len(codes) > 1 or text.strip()):
            raise ValidationError(_("Please choose either an answer or one of the other options."))
        if len(codes) > 1 and not kind.several:
            raise ValidationError(_("Please choose one answer only."))
        try:
            kind.value(question, [code for code in codes if code not in chosen_states], text)
        except ValueError:
            raise ValidationError(_wrong_value(question, language)) from None

    return check


def _wrong_value(question: Question, language: str) -> str:
    _ = translator(language).gettext
    if question.kind == "several":
        return _("“None of these” cannot be chosen together with other options.")
    return _("Please enter a number within the stated limits.")
