"""A blank answer file: every question with null, in YAML with its text and levels as comments."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from textwrap import wrap
from typing import Any, Literal, Protocol

from assessment.questionnaire.draft.reachability import questions_of
from assessment.questionnaire.model import (
    LevelsQuestion,
    NumberQuestion,
    Questionnaire,
    SeveralQuestion,
    Text,
    Topic,
)
from assessment.wording import codes
from assessment.wording.blank import blank_comment

_WIDTH = 98


class AskedFactor(Protocol):
    """What the template shows of a factor."""

    @property
    def id(self) -> str: ...
    @property
    def question(self) -> Text: ...
    @property
    def levels(self) -> Sequence[Text]: ...


def blank_answers(
    questionnaire: Questionnaire,
    *,
    format: Literal["yaml", "json"],
    language: str,
    date: dt.date,
    ags: str | None = None,
    factors: Iterable[AskedFactor] = (),
    archetypes: Mapping[str, Text] | None = None,
) -> str:
    """The text of an answer file without answers; valid as soon as it holds an AGS.

    `factors` are those of the body, `archetypes` the names of what may be planned; both come from
    the recommendation, which lies above this package.
    """
    factors = tuple(factors)
    if format == "json":
        return _json(questionnaire, date, ags, factors)
    lines = chain(
        _head(questionnaire, language, date, ags),
        _answers(questionnaire, language),
        _factors(factors, language),
        _plans(questionnaire, archetypes or {}, language),
    )
    return "\n".join(lines) + "\n"


def _json(
    questionnaire: Questionnaire,
    date: dt.date,
    ags: str | None,
    factors: Sequence[AskedFactor],
) -> str:
    data: dict[str, Any] = {
        "questionnaire": questionnaire.reference,
        "municipality": {"ags": ags or ""},
        "date": date.isoformat(),
        "answers": dict.fromkeys(questionnaire.by_id),
        "factors": dict.fromkeys(factor.id for factor in factors),
        "applications": [],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _head(
    questionnaire: Questionnaire, language: str, date: dt.date, ags: str | None
) -> Iterator[str]:
    yield from _comment(questionnaire.title[language])
    yield from _comment(questionnaire.description[language])
    yield "#"
    yield from _comment(questionnaire.answer_rule[language])
    yield from _comment(blank_comment("how", language))
    yield from _comment(blank_comment("long", language))
    yield from ("", f"questionnaire: {questionnaire.reference}", "")
    bodies = ", ".join(codes("asker_body"))
    yield from _comment(blank_comment("municipality", language, bodies=bodies))
    yield from (f'municipality: {{ags: "{ags or ""}"}}', "")
    yield from _comment(blank_comment("date", language))
    yield f"date: {date.isoformat()}"


def _answers(questionnaire: Questionnaire, language: str) -> Iterator[str]:
    yield from ("", "answers:")
    for dimension in questionnaire.dimensions:
        yield from ("", f"  # {'=' * 10} {dimension.title[language]}")
        for topic in dimension.topics:
            yield from _topic(questionnaire, topic, language)


def _topic(questionnaire: Questionnaire, topic: Topic, language: str) -> Iterator[str]:
    yield from ("", f"  # {'-' * 5} {topic.title[language]}")
    roles = {role.id: role.title[language] for role in questionnaire.roles}
    for question in questionnaire.by_topic[topic.id]:
        yield ""
        yield from _comment(question.text[language], indent=2)
        yield from _comment(question.help[language], indent=2)
        for line in _scale(question, language):
            yield from _comment(line, indent=2, hanging=4)
        for line in _hints(question, roles, language):
            yield from _comment(line, indent=2, hanging=4)
        yield f"  {question.id}: null"


def _scale(question: Any, language: str) -> Iterator[str]:
    """What may be answered, line by line."""
    match question:
        case LevelsQuestion(levels=levels):
            yield from _numbered(levels, language)
        case NumberQuestion():
            yield _number(question, language)
        case SeveralQuestion(options=options):
            example = ", ".join(option.id for option in options[:2])
            yield blank_comment("several", language, example=example)
            yield from (f"  {option.id}: {option.text[language]}" for option in options)
        case _ if question.options:
            yield blank_comment("choice", language)
            yield from (f"  {option.id}: {option.text[language]}" for option in question.options)
        case _:
            yield blank_comment("words", language)


def _number(question: NumberQuestion, language: str) -> str:
    limits = {"minimum": question.minimum, "maximum": question.maximum}
    given = {key: f"{value:g}" for key, value in limits.items() if value is not None}
    keys = {(): "number", ("minimum",): "number_from", ("maximum",): "number_to"}
    line = blank_comment(keys.get(tuple(given), "number_between"), language, **given)
    return f"{line} ({question.unit[language]})" if question.unit else line


def _numbered(levels: Sequence[Text], language: str) -> Iterator[str]:
    return (f"  {number}: {text[language]}" for number, text in enumerate(levels))


def _hints(question: Any, roles: Mapping[str, str], language: str) -> Iterator[str]:
    if question.not_applicable:
        yield f"  not_applicable: {question.not_applicable[language]}"
    if question.evidence:
        yield blank_comment("evidence", language, text=question.evidence[language])
    if question.answerable_by:
        named = ", ".join(roles.get(role, role) for role in question.answerable_by)
        yield blank_comment("who", language, roles=named)
    if question.show_if:
        leaning = ", ".join(questions_of(question.show_if))
        yield blank_comment("show_if", language, questions=leaning)


def _factors(factors: Sequence[AskedFactor], language: str) -> Iterator[str]:
    if not factors:
        return
    yield ""
    yield from _comment(blank_comment("factors", language))
    yield "factors:"
    for factor in factors:
        yield ""
        yield from _comment(factor.question[language], indent=2)
        for line in _numbered(factor.levels, language):
            yield from _comment(line, indent=2, hanging=4)
        yield f"  {factor.id}: null"


def _plans(
    questionnaire: Questionnaire, archetypes: Mapping[str, Text], language: str
) -> Iterator[str]:
    """Parts that may be left out, as comments to be adapted."""
    if archetypes:
        yield ""
        yield from _comment(blank_comment("applications", language))
        yield from (f"#   {id_}: {title[language]}" for id_, title in archetypes.items())
        example = next(iter(archetypes))
        yield from (
            "# applications:",
            f"#   - {{id: {example}, archetype: {example}, priority: 2, benefit: 3}}",
        )
    yield ""
    yield from _comment(blank_comment("plan", language))
    yield "# plan: {start: 2027-Q1, quarters: 8, person_days_per_quarter: 20}"
    yield ""
    yield from _comment(blank_comment("targets", language))
    yield f"# targets: {{{questionnaire.topics[0].id}: 3}}"


def _comment(text: str, *, indent: int = 0, hanging: int = 0) -> list[str]:
    """The text as comment lines; further lines stand in as far as `hanging` says."""
    start = f"{' ' * indent}# "
    lines = wrap(
        text,
        _WIDTH,
        initial_indent=start,
        subsequent_indent=start + " " * hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    # wrap() would eat the spaces that set a level apart from the question above it.
    lead = text[: len(text) - len(text.lstrip())]
    return [start + lead + lines[0].removeprefix(start).lstrip(), *lines[1:]] if lines else []
