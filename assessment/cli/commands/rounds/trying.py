"""`assessment round dry-run` and `audit`: what would be hidden, before anything is released."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessment.cli.language import _, chosen, ngettext
from assessment.cli.options import command as make_command
from assessment.cli.options import round_argument
from assessment.cli.progress import bar
from assessment.wording import group_name

if TYPE_CHECKING:
    from assessment.services.benchmark.opening import RoundFolder


@make_command(
    "audit",
    _(
        "Try what would be hidden if the next release were made now.\n\nNothing is written. Each "
        "hidden group is named with the range an attacker could narrow its number down to: the "
        "output is for the association alone."
    ),
    round_argument(),
)
def audit(folder: Path) -> None:
    """Print every group that would be hidden, and why."""
    from assessment.model import load_model
    from assessment.services.benchmark.dry_run import hidden_groups
    from assessment.services.benchmark.opening import open_round

    model = load_model()
    opened = open_round(folder, model)
    tell_lost_key(opened)
    with bar(_("Reading")) as progress:
        groups = hidden_groups(opened, model, progress)
    click.echo(_("Not for publication: this says which groups are small."))
    for group in groups:
        values = {"key": _group(group.by, group.key), "why": _why(group.why)}
        high = "∞" if group.high == float("inf") else str(int(group.high))
        values |= {"low": str(int(group.low)), "high": high}
        click.echo(_("%(key)s: %(why)s; between %(low)s and %(high)s") % values)
    count = len(groups)
    click.echo(
        ngettext("%(count)d group would be hidden.", "%(count)d groups would be hidden.", count)
        % {"count": count}
    )


def tell_lost_key(opened: "RoundFolder") -> None:
    """Say that the key of the marks of earlier releases is gone, where it is, and what to do."""
    from assessment.cli.output import problem_lines
    from assessment.errors import Problem
    from assessment.services.benchmark.marks import is_key_lost
    from assessment.services.benchmark.opening import key_file

    if is_key_lost(opened.path, opened.releases):
        lost = Problem("key_lost", file=str(key_file(opened.path)))
        click.echo(problem_lines(lost, chosen()), err=True)


def _group(by: Sequence[str], key: Sequence[str]) -> str:
    return group_name(dict(zip(by, key, strict=True)), chosen())


def _why(reason: str) -> str:
    return {
        "threshold": _("too few members"),
        "secondary": _("protects another group"),
        "difference": _("too few are new, changed or withdrawn since an earlier release"),
    }[reason]


@make_command(
    "dry-run",
    _(
        "Try before inviting which groups would show no figures.\n\nFor each response rate it is "
        "drawn several times by lot who takes part. No answers are needed."
    ),
    round_argument(),
    click.Option(["--rates"], default="30,60,100", show_default=True, help=_("Rates in per cent.")),
)
def dry_run(folder: Path, rates: str) -> None:
    """Print for each group in how many of the draws it would be hidden."""
    from assessment.model import load_model
    from assessment.services.benchmark.opening import open_round
    from assessment.services.rounds.doing.trying import (
        takes_long,
        try_out,
        whole_hidden_at,
    )

    model = load_model()
    wanted = _rates(rates)
    opened = open_round(folder, model)
    with bar(_("Trying")) as progress:
        tried = try_out(opened, model, {"rates": wanted}, progress)
    click.echo(
        _(
            "Which groups would be hidden, by response rate "
            "(%(draws)d times drawn by lot who answers):"
        )
        % {"draws": tried["draws"]}
    )
    for group in tried["groups"]:
        click.echo(_head(group) + " " + _times(wanted, group["hidden"], tried["draws"]))
    if never := sum(min(group["hidden"]) == tried["draws"] for group in tried["groups"]):
        click.echo(_advice(never))
    if rate := whole_hidden_at(tried, opened.round.minimums.group):
        click.echo(_whole_hidden(rate))
    if takes_long(tried):
        click.echo(_long(tried["combinations"]))


def _head(group: dict[str, Any]) -> str:
    count = group["members"]
    sentence = ngettext("%(group)s, %(count)d member:", "%(group)s, %(count)d members:", count)
    return sentence % {"group": _group(group["by"], group["key"]), "count": count}


def _times(rates: Sequence[int], hidden: Sequence[int], draws: int) -> str:
    """What happens to a group at each rate: shown, hidden, or hidden in some of the draws."""
    if min(hidden) == draws:
        return _("hidden in all draws")
    told = []
    for rate, times in zip(rates, hidden, strict=True):
        sentence = _("hidden in %(times)s of %(draws)s draws") if times else _("shown")
        if times == draws:
            sentence = _("hidden in all draws")
        said = sentence % {"times": times, "draws": draws}
        told.append(_("at %(rate)d %% %(said)s") % {"rate": rate, "said": said})
    return "; ".join(told)


def _advice(never: int) -> str:
    sentence = ngettext(
        "%(count)d group is hidden in all draws at every rate: choose a coarser breakdown (in "
        "round.yaml, such as by: state), or invite more members.",
        "%(count)d groups are hidden in all draws at every rate: choose a coarser breakdown (in "
        "round.yaml, such as by: state), or invite more members.",
        never,
    )
    return sentence % {"count": never}


def _whole_hidden(rate: int) -> str:
    sentence = _(
        "This happens up to a response rate of %(rate)s %%, because of the breakdowns. If you "
        "expect no higher one, leave breakdowns out."
    )
    head = _("Even the figures of all members together can be hidden")
    return f"{head}. {sentence % {'rate': rate}}"


def _long(combinations: int) -> str:
    sentence = _(
        "The breakdowns tell %(count)s groups apart when taken together. With fewer breakdowns a "
        "release takes minutes."
    )
    head = _("A release may take more than an hour")
    return f"{head}. {sentence % {'count': combinations}}"


def _rates(text: str) -> list[int]:
    """Response rates in per cent. Raises Invalid."""
    from assessment.errors import Invalid, Problem

    parts = [part.strip() for part in text.split(",")]
    bad = [part for part in parts if not (part.isdecimal() and 1 <= int(part) <= 100)]
    if bad:
        raise Invalid(Problem("rate_not_percent", "--rates", {"given": part}) for part in bad)
    return [int(part) for part in parts]
