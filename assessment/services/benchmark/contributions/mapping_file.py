"""A mapping file to begin with: the columns of a foreign table, to be filled in by its owner."""

import json
import re
from collections.abc import Container, Iterator, Sequence

from assessment.benchmark.rounds.wide import ABOUT
from assessment.questionnaire.model import Questionnaire
from assessment.wording import LANGUAGES, translator

_USUAL = {
    "gemeindeschlüssel": "ags",
    "schlüssel": "ags",
    "datum": "date",
    "tag": "date",
    "submitdate": "date",
}
_FEW_WORDS, _LONGEST_WORD = 12, 30
# What these are called in surveys; what may stand for a level as well is left to who asked.
_UNKNOWN = frozenset({"weiß nicht", "weiss nicht", "unbekannt", "don't know", "don’t know"})
_NOT_APPLICABLE = frozenset({"entfällt", "not applicable"})
_MISSING = frozenset({"keine angabe", "k. a.", "k.a.", "no answer", "n/a", "-", "–"})


def mapping_text(rows: Sequence[Sequence[str]], questionnaire: Questionnaire, language: str) -> str:
    """The file as text; what a column holds stands before it where that is a few short words."""
    _ = translator(language).gettext
    words = _words(rows)
    known = _UNKNOWN | _NOT_APPLICABLE | _MISSING
    lines = [
        "# " + _("Which question each column of the table holds. Give this file with --mapping."),
        "# " + _("Enter between the quotation marks one of the ids at the end, or:"),
        "# " + ", ".join(ABOUT),
        "columns:",
        *(_columns(rows, questionnaire) or ["  {}"]),
        "# " + _('Columns to be left out, such as ["IP", "Time"]:'),
        "ignore: []",
        "# " + _("Which level each word is: a number in place of the quotation marks, such as 3:"),
        "values:",
        *([f'  {_quoted(one)}: ""' for one in words if one.lower() not in known] or ["  {}"]),
        "# " + _("Words for “don't know”, for “does not apply”, and for no answer:"),
        f"unknown: {_listed('unknown', words, _UNKNOWN)}",
        f"not_applicable: {_listed('not_applicable', words, _NOT_APPLICABLE)}",
        f"missing: {_listed('', words, _MISSING)}",
        "# " + _("One day for all lines, where no column holds it: remove the hash sign."),
        "# date: 2026-11-22",
        "",
        "# " + _("The ids of the questions:"),
        *(f"# {one.id}: {' '.join(one.text[language].split())}" for one in questionnaire.questions),
    ]
    return "\n".join(lines) + "\n"


def _columns(rows: Sequence[Sequence[str]], questionnaire: Questionnaire) -> list[str]:
    found = _foreign(rows, questionnaire)
    return [
        line
        for at, head in found
        for line in _entry(
            rows, at, head, _USUAL.get(head.lower()) or _question(head, questionnaire)
        )
    ]


def _question(head: str, questionnaire: Questionnaire) -> str:
    """The id of the question that a column is called by, at its beginning, or by its whole text."""
    called = _plain(head)
    fitting = [
        one.id
        for one in questionnaire.questions
        if f"{called} ".startswith(f"{_plain(one.id)} ")
        or called in {_plain(one.text[language]) for language in LANGUAGES}
    ]
    return max(fitting, key=len, default="")


def _plain(text: str) -> str:
    """The words alone: survey tools write data_inventory or [data.inventory]."""
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def _foreign(
    rows: Sequence[Sequence[str]], questionnaire: Questionnaire
) -> Iterator[tuple[int, str]]:
    """The columns that are not called as we call them, each once."""
    seen = {"", *ABOUT, *questionnaire.by_id}
    for at, cell in enumerate(rows[0] if rows else ()):
        head = cell.strip()
        if head not in seen:
            seen.add(head)
            yield at, head


def _entry(rows: Sequence[Sequence[str]], at: int, head: str, held: str) -> Iterator[str]:
    if words := _few_words(rows, at):
        yield "  # " + ", ".join(map(_quoted, words))
    yield f"  {_quoted(head)}: {_quoted(held)}"


def _few_words(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    """What a column holds, where that is a few short words."""
    words = sorted({row[at].strip() for row in rows[1:] if at < len(row)} - {""})
    are_few = len(words) <= _FEW_WORDS and all(len(word) <= _LONGEST_WORD for word in words)
    return words if are_few else []


def _words(rows: Sequence[Sequence[str]]) -> list[str]:
    """The words in columns that hold a few, each once; numbers are levels as they stand."""
    heads = [cell.strip() for cell in rows[0]] if rows else []
    columns = [at for at, head in enumerate(heads) if _USUAL.get(head.lower(), head) not in ABOUT]
    found = {word for at in columns for word in _few_words(rows, at)}
    return sorted(word for word in found if not word[0].isdigit() or any(map(str.isalpha, word)))


def _listed(own: str, words: Sequence[str], known: Container[str]) -> str:
    return f"[{', '.join(map(_quoted, [own, *(one for one in words if one.lower() in known)]))}]"


def _quoted(text: str) -> str:
    """As YAML and JSON quote it: no sign of the table can end the line or the comment."""
    return json.dumps(text, ensure_ascii=False)
