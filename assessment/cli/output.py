"""What the command line says when something is wrong: every problem with its place and remedy."""

import click

from assessment.cli.language import _, ngettext
from assessment.errors import AssessmentError, Invalid, Problem
from assessment.municipality import UnknownAgs
from assessment.wording import problem_text


def show_error(error: AssessmentError, language: str) -> None:
    """Print everything that is wrong to standard error, each with its place and what to do."""
    if isinstance(error, UnknownAgs):
        values = {"given": error.ags, "suggestion": error.suggestion}
        error = Invalid([Problem("unknown_ags", "--ags", values)])
    if not isinstance(error, Invalid):
        click.echo(str(error), err=True)
        return
    for problem in error.problems:
        click.echo(problem_lines(problem, language), err=True)
    count = len(error.problems)
    click.echo(
        ngettext("%(count)d problem found.", "%(count)d problems found.", count) % {"count": count},
        err=True,
    )


def problem_lines(problem: Problem, language: str) -> str:
    """One problem as two lines: where and what, then the remedy."""
    what, remedy = problem_text(problem, language)
    head = f"{problem.where}: {what}" if problem.where else what
    return f"{head}\n    " + _("What to do:") + f" {remedy}" if remedy else head
