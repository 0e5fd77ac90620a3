"""What the command line says when something is wrong: every problem with its place and remedy."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import click

from assessment.cli.language import _, ngettext
from assessment.errors import AssessmentError, Damaged, Invalid, Problem
from assessment.municipality import UnknownAgs
from assessment.wording import problem_text


def show_error(error: AssessmentError, language: str) -> None:
    """Print everything that is wrong to standard error, each with its place and what to do."""
    if isinstance(error, UnknownAgs):
        values = {"given": error.ags, "suggestion": error.suggestion}
        error = Invalid([Problem("unknown_ags", "--ags", values)])
    if isinstance(error, Damaged):
        # What commands read that carries a seal are the releases of a round.
        error = Invalid([Problem("kept_release_changed", file=str(error))])
    if not isinstance(error, Invalid):
        click.echo(str(error), err=True)
        return
    for problem, lines in _by_line(error.problems):
        click.echo(problem_lines(problem, language, lines), err=True)
    count = len(error.problems)
    click.echo(
        ngettext("%(count)d problem found.", "%(count)d problems found.", count) % {"count": count},
        err=True,
    )


def problem_lines(problem: Problem, language: str, lines: Sequence[int] = ()) -> str:
    """One problem as two lines: where and what, then the remedy; `lines` where it is in several."""
    what, remedy = problem_text(problem, language)
    where = problem.where
    if len(lines) > 1:
        told = _("lines %(lines)s") % {"lines": _ranges(lines)}
        where = f"{replace(problem, line=None).where} ({told})"
    head = f"{where}: {what}" if where else what
    return f"{head}\n    " + _("What to do:") + f" {remedy}" if remedy else head


def _by_line(problems: Iterable[Problem]) -> list[tuple[Problem, list[int]]]:
    """What is wrong in the same way in many lines, once with all of them."""
    found: dict[tuple[object, ...], tuple[Problem, list[int]]] = {}
    for one in problems:
        key = (one.code, one.place, repr(one.values), one.file)
        found.setdefault(key, (one, []))[1].extend([one.line] if one.line else [])
    return list(found.values())


def _ranges(lines: Iterable[int]) -> str:
    """Numbers as people write them: 2-5, 9."""
    parts: list[list[int]] = []
    for line in sorted(set(lines)):
        if parts and parts[-1][-1] == line - 1:
            parts[-1][1:] = [line]
        else:
            parts.append([line])
    return ", ".join("–".join(map(str, part)) for part in parts)
