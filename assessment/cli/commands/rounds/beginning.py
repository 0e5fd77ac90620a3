"""`assessment round new`: a round is begun."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessment.cli.commands.rounds.status import show_before
from assessment.cli.language import _, ngettext
from assessment.cli.options import DAY, ROUND_OR_RELEASE, by_option, ending_of
from assessment.cli.options import command as make_command

if TYPE_CHECKING:
    from assessment.benchmark.rounds.model import Round
    from assessment.errors import Problem

_LETTERS = 2  # of a state's code
_OPTIONS = {
    "name": "--name",
    "by": "--by",
    "members": "",
    "members.states": "--state",
    "members.size_classes": "--size-class",
    "members.districts": "--district",
    "members.ags": "--ags",
}


def _several(name: str, text: str) -> click.Option:
    return click.Option([f"--{name}"], multiple=True, help=text)


@make_command(
    "new",
    _(
        "Begin a round in FOLDER.\n\nMembers are the municipalities of the register that fit every "
        "list given (state, size class, district), and those named one by one or in a list."
    ),
    click.Argument(["folder"], type=click.Path(path_type=Path, file_okay=False)),
    click.Option(["--name"], required=True, help=_("Name of the round.")),
    _several("state", _("Members from this state, such as NW; may be given several times.")),
    _several(
        "size-class",
        _(
            "Members of this size class after the BBSR thresholds: 50 (under 5,000 inhabitants), "
            "40 (from 5,000), 30 (from 10,000), 22 (from 20,000), 21 (from 50,000), 12 (from "
            "100,000), 11 (from 500,000)."
        ),
    ),
    _several("district", _("Members from this district, by its name or its five digits.")),
    _several("ags", _("A single member by its key or its name.")),
    click.Option(
        ["--members"],
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help=_("A list of members, CSV or XLSX, with a column ags."),
    ),
    click.Option(
        ["--follows"],
        type=ROUND_OR_RELEASE,
        help=_("The round before, its folder or a file with its release: a time series begins."),
    ),
    by_option(),
    click.Option(
        ["--first"],
        type=DAY,
        help=_("First day on which answers are collected, as 2026-11-22; together with --last."),
    ),
    click.Option(["--last"], type=DAY, help=_("Last day on which answers are collected.")),
)
def new(folder: Path, *, members: Path | None, follows: Path | None, **said: Any) -> None:
    """Write round.yaml and say how many members there are."""
    from assessment.errors import Invalid
    from assessment.municipality.naming import with_similar
    from assessment.services.benchmark.following import begin_round, to_follow

    if members:
        ending_of(members, (".csv", ".xlsx", ".txt"), "--members")
    days = _days(said.pop("first"), said.pop("last"))
    before = to_follow(follows) if follows else ()
    try:
        wanted = _wanted(folder, members, {**said, **days})
        made = begin_round(folder, wanted, listed=members, before=before)
    except Invalid as error:
        raise Invalid(_as_given(with_similar(one)) for one in error.problems) from error
    count = len(made.members)
    told = ngettext(
        "%(folder)s: a round with %(count)d member.",
        "%(folder)s: a round with %(count)d members.",
        count,
    )
    click.echo(told % {"folder": folder, "count": count})
    show_before(folder)


def _as_given(problem: "Problem") -> "Problem":
    """The problem with its place called by the option that it was given with."""
    place, _, _ = problem.place.partition("[")
    return replace(problem, place=_OPTIONS.get(place, problem.place))


def _days(first: date | None, last: date | None) -> dict[str, Any]:
    """The period as round.yaml has it; none without days."""
    if first is None and last is None:
        return {}
    if first is None or last is None:
        raise click.UsageError(_("Give --first and --last together."))
    if last < first:
        raise click.UsageError(_("--last is before --first."))
    return {"period": {"first": first, "last": last}}


def _wanted(folder: Path, listed: Path | None, said: dict[str, Any]) -> "Round":
    """The round as it was said. Raises Invalid with what is wrong of settings and of members."""
    from assessment.errors import Invalid
    from assessment.model import load_model
    from assessment.municipality.naming import district_key, member_key
    from assessment.services.benchmark.opening import refuse_other_than_new, wanted_round

    members = {
        "states": [one.upper() if len(one) == _LETTERS else one for one in said.pop("state")],
        "size_classes": said.pop("size_class"),
        "districts": [district_key(one) for one in said.pop("district")],
        "ags": [member_key(one) for one in said.pop("ags")],
        **({"file": listed.name} if listed else {}),
    }
    fixed = {"questionnaire": load_model().questionnaire.reference, "members": members}
    try:
        return wanted_round(**fixed, **said)
    except Invalid as error:
        # With settings that cannot be, members are looked for all the same.
        probe = wanted_round(**fixed, name="-", by="")
        try:
            refuse_other_than_new(folder, probe, listed)
        except Invalid as further:
            raise Invalid([*error.problems, *further.problems]) from error
        raise
