"""A mapping file to begin with: the columns of a foreign table, to be filled in by its owner."""

import json
from collections.abc import Iterator, Sequence

from assessment.benchmark.rounds.wide import ABOUT
from assessment.questionnaire.model import Questionnaire
from assessment.wording import translator

_USUAL = {
    "gemeindeschlüssel": "ags",
    "schlüssel": "ags",
    "datum": "date",
    "tag": "date",
    "submitdate": "date",
}
_FEW_WORDS, _LONGEST_WORD = 8, 30


def mapping_text(rows: Sequence[Sequence[str]], questionnaire: Questionnaire, language: str) -> str:
    """The file as text; what a column holds stands before it where that is a few short words."""
    _ = translator(language).gettext
    lines = [
        "# " + _("Which question each column of the table holds. Give this file with --mapping."),
        "# " + _("Enter between the quotation marks one of the ids at the end, or:"),
        "# " + ", ".join(ABOUT),
        "columns:",
        *(_columns(rows, questionnaire) or ["  {}"]),
        "# " + _('Columns to be left out, such as ["IP", "Time"]:'),
        "ignore: []",
        "# " + _('What words mean as a level, between the braces, such as "yes": 3, "in part": 1'),
        "values: {}",
        "# " + _("Words for “don't know”, for “does not apply”, and for no answer:"),
        'unknown: ["unknown"]',
        'not_applicable: ["not_applicable"]',
        'missing: [""]',
        "# " + _("One day for all lines, where no column holds it: remove the hash sign."),
        "# date: 2026-11-22",
        "",
        "# " + _("The ids of the questions:"),
        *(f"# {one.id}: {' '.join(one.text[language].split())}" for one in questionnaire.questions),
    ]
    return "\n".join(lines) + "\n"


def _columns(rows: Sequence[Sequence[str]], questionnaire: Questionnaire) -> list[str]:
    return [line for at, head in _foreign(rows, questionnaire) for line in _entry(rows, at, head)]


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


def _entry(rows: Sequence[Sequence[str]], at: int, head: str) -> Iterator[str]:
    words = sorted({row[at].strip() for row in rows[1:] if at < len(row)} - {""})
    if len(words) <= _FEW_WORDS and all(len(word) <= _LONGEST_WORD for word in words):
        yield "  # " + ", ".join(map(_quoted, words))
    yield f"  {_quoted(head)}: {_quoted(_USUAL.get(head.lower(), ''))}"


def _quoted(text: str) -> str:
    """As YAML and JSON quote it: no sign of the table can end the line or the comment."""
    return json.dumps(text, ensure_ascii=False)
