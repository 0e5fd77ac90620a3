"""`assessment round status`: who took part so far, and what was released."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.commands.benchmark import show_lines, show_some
from assessment.cli.language import _, day_text
from assessment.cli.options import command as make_command
from assessment.cli.options import round_argument
from assessment.cli.progress import bar

if TYPE_CHECKING:
    from assessment.benchmark.rounds.contributions import Line
    from assessment.benchmark.rounds.model import Round
    from assessment.municipality import Municipality
    from assessment.services.benchmark.releasing import Counted

_MOST_ALIKE = 20


@make_command(
    "status",
    _("Who took part so far, what counts, and what was released."),
    round_argument(),
    click.Option(
        ["--missing"],
        is_flag=True,
        help=_("List the members of whom nothing counts so far, for reminding them."),
    ),
    click.Option(
        ["--all", "every"],
        is_flag=True,
        help=_("List every contribution that does not count; without it, 20 for each reason."),
    ),
)
def status(folder: Path, *, missing: bool, every: bool) -> None:
    """Print the table of contributions in short, the response rate, and the releases."""
    from assessment.model import load_model
    from assessment.services.benchmark.folder import counted
    from assessment.services.benchmark.opening import open_round

    model = load_model()
    opened = open_round(folder, model)
    with bar(_("Reading")) as progress:
        found = counted(opened, model, progress)
    most = None if every else _MOST_ALIKE
    show_lines(found.lines, most)
    _show_period(opened.round, found.lines, most)
    show_before(folder)
    values = {"count": len(found.given), "all": len(found.members)}
    click.echo(_("%(count)d of %(all)d members took part.") % values)
    _show_withdrawn(opened.round, found.members)
    if missing:
        _show_missing(found)
    for path in opened.releases:
        click.echo(_("Released: %(file)s") % {"file": path})


def show_before(folder: Path) -> None:
    """Say which answers belong to the round that this one follows, if it follows one."""
    from assessment.services.benchmark.following import answered_before

    if day := answered_before(folder):
        told = _("It follows a round released on %(day)s: what was answered by then belongs to it.")
        click.echo(told % {"day": day_text(day)})


def _show_period(round_: "Round", lines: Iterable["Line"], most: int | None) -> None:
    if not (period := round_.period):
        return
    days = {"first": day_text(period.first), "last": day_text(period.last)}
    click.echo(_("Answers are collected from %(first)s to %(last)s.") % days)
    outside = (line.entry for line in lines if line.entry.date not in period)
    told = _("%(source)s: is of %(day)s, outside the period of the round.")
    texts = [told % {"source": one.source, "day": day_text(one.date)} for one in outside]
    show_some(texts, most)


def _show_withdrawn(round_: "Round", members: Sequence["Municipality"]) -> None:
    names = {one.ags: _called(one) for one in members}
    for ags in round_.withdrawn:
        told = _("Withdrawn: %(member)s") % {"member": names.get(ags, ags)}
        reason = round_.withdrawn_because.get(ags)
        click.echo(f"{told}: {reason}" if reason else told)


def _show_missing(found: "Counted") -> None:
    out = set(found.round.withdrawn)
    for place, one in enumerate(found.members):
        if place not in found.given and one.ags not in out:
            click.echo(_("Nothing yet: %(member)s") % {"member": _called(one)})


def _called(member: "Municipality") -> str:
    return f"{member.name} ({member.ags})"
