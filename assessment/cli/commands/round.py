"""`assessment round`: a survey of an association's members, kept in a folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessment.cli.commands.benchmark import show_hidden, show_lines, today
from assessment.cli.commands.rounds.mapping import begin_mapping
from assessment.cli.commands.rounds.notice import notice
from assessment.cli.commands.rounds.publish import publish
from assessment.cli.commands.rounds.trying import audit, dry_run
from assessment.cli.commands.rounds.withdrawing import rejoin, withdraw
from assessment.cli.language import _, day_text
from assessment.cli.options import command as make_command
from assessment.cli.options import format_option, language_option
from assessment.cli.progress import bar

if TYPE_CHECKING:
    from assessment.services.documents.formats import Format

_FOLDER = click.Argument(["folder"], type=click.Path(path_type=Path, file_okay=False))


def _several(name: str, text: str) -> click.Option:
    return click.Option([f"--{name}"], multiple=True, help=text)


@make_command(
    "new",
    _(
        "Begin a round in FOLDER.\n\nMembers are the municipalities of the register that fit every "
        "list given (state, size class, district), and those named one by one or in a list."
    ),
    _FOLDER,
    click.Option(["--name"], required=True, help=_("Name of the round.")),
    _several("state", _("Members from this state, such as NW; may be given several times.")),
    _several("size-class", _("Members of this size class after the BBSR thresholds, such as 30.")),
    _several("district", _("Members from this district, by its five digits.")),
    _several("ags", _("A single member by its key.")),
    click.Option(
        ["--members"],
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help=_("A list of members, CSV or XLSX, with a column ags."),
    ),
    click.Option(
        ["--follows"],
        type=click.Path(path_type=Path, exists=True),
        help=_("The round before, its folder or a file with its release: a time series begins."),
    ),
    click.Option(["--by"], default="size_class,state", show_default=True, help=_("Breakdowns.")),
    click.Option(["--first"], help=_("First day on which answers are collected, as 2026-11-22.")),
    click.Option(["--last"], help=_("Last day on which answers are collected.")),
)
def new(
    folder: Path,
    *,
    name: str,
    by: str,
    members: Path | None,
    follows: Path | None,
    **chosen: Any,
) -> None:
    """Write round.yaml and say how many members there are."""
    from assessment.model import load_model
    from assessment.services.benchmark.following import begin_round, to_follow
    from assessment.services.benchmark.opening import wanted_round

    before = to_follow(follows) if follows else ()
    days = {key: chosen[key] for key in ("first", "last") if chosen[key]}
    wanted = wanted_round(
        name=name,
        questionnaire=load_model().questionnaire.reference,
        by=by,
        **({"period": days} if days else {}),
        members={
            "states": chosen["state"],
            "size_classes": chosen["size_class"],
            "districts": chosen["district"],
            "ags": chosen["ags"],
            **({"file": members.name} if members else {}),
        },
    )
    made = begin_round(folder, wanted, listed=members, before=before)
    click.echo(
        _("%(folder)s: a round with %(count)d members.")
        % {"folder": folder, "count": len(made.members)}
    )
    _show_before(folder)


@make_command(
    "add",
    _(
        "Take contributions over into the round: answer files, workbooks, wide tables, folders."
        "\n\nA wide table (CSV) has a line for each body, and columns ags, date and one for each "
        "question, called by its id. Where columns are called otherwise, a mapping file says what "
        "they hold: assessment round mapping TABLE -o mapping.yaml writes one to fill in."
    ),
    _FOLDER,
    click.Argument(["inputs"], nargs=-1, required=True, type=click.Path(path_type=Path)),
    click.Option(
        ["--mapping"],
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help=_("File that says which questions the columns of a wide table hold."),
    ),
)
def add(folder: Path, inputs: tuple[Path, ...], mapping: Path | None) -> None:
    """Say how many contributions were taken over."""
    from assessment.model import load_model
    from assessment.services.benchmark.contributions.taking import add_contributions
    from assessment.services.benchmark.opening import alone_with, open_round

    model = load_model()
    with alone_with(folder), bar(_("Reading")) as progress:
        opened = open_round(folder, model)
        count = add_contributions(opened, inputs, model=model, mapping=mapping, progress=progress)
    click.echo(_("%(count)d contributions taken over.") % {"count": count})


@make_command("status", _("Who took part so far, what counts, and what was released."), _FOLDER)
def status(folder: Path) -> None:
    """Print the table of contributions in short, the response rate, and the releases."""
    from assessment.model import load_model
    from assessment.services.benchmark.folder import counted
    from assessment.services.benchmark.opening import open_round

    model = load_model()
    opened = open_round(folder, model)
    with bar(_("Reading")) as progress:
        found = counted(opened, model, progress)
    show_lines(found.lines)
    if period := opened.round.period:
        days = {"first": day_text(period.first), "last": day_text(period.last)}
        click.echo(_("Answers are collected from %(first)s to %(last)s.") % days)
        late = [line.entry for line in found.lines if line.entry.date not in period]
        for entry in late:
            values = {"source": entry.source, "day": day_text(entry.date)}
            click.echo(_("%(source)s: is of %(day)s, outside the period of the round.") % values)
    _show_before(folder)
    click.echo(
        _("%(count)d of %(all)d members took part.")
        % {"count": len(found.given), "all": len(found.members)}
    )
    for ags in opened.round.withdrawn:
        reason = opened.round.withdrawn_because.get(ags, "")
        click.echo(_("Withdrawn: %(ags)s %(reason)s") % {"ags": ags, "reason": reason})
    for path in opened.releases:
        click.echo(_("Released: %(file)s") % {"file": path})


def _show_before(folder: Path) -> None:
    from assessment.services.benchmark.following import answered_before

    if day := answered_before(folder):
        told = _("It follows a round released on %(day)s: what was answered by then belongs to it.")
        click.echo(told % {"day": day_text(day)})


@make_command(
    "release",
    _(
        "Freeze the next release of the round.\n\nIt is audited together with the earlier ones; "
        "one from which a hidden number could be worked out is not written."
    ),
    _FOLDER,
)
def release(folder: Path) -> None:
    """Write the release and print its name."""
    from assessment.model import load_model
    from assessment.services.benchmark.folder import make_next_release
    from assessment.services.benchmark.opening import alone_with, open_round

    model = load_model()
    with (
        alone_with(folder),
        bar(_("Reading")) as reading,
        bar(_("Checking what may be shown")) as progress,
    ):
        path, made = make_next_release(
            open_round(folder, model), model, day=today(), reading=reading, progress=progress
        )
    click.echo(_("Written: %(file)s") % {"file": path})
    show_hidden(made)


@make_command(
    "reports",
    _(
        "Write the report of every member that took part, each with its own position.\n\n"
        "They are made from the contributions in the round and compared with its newest release. "
        "What is done is not done again; one that cannot be made stops no other."
    ),
    _FOLDER,
    click.Option(
        ["-o", "--output"],
        required=True,
        type=click.Path(path_type=Path, file_okay=False),
        help=_("Folder to write to."),
    ),
    format_option("pdf", "html", "docx", "pptx", "xlsx", "csv", "json", default="pdf"),
    click.Option(
        ["--short"],
        is_flag=True,
        help=_("The short version of about four pages, for pdf and html."),
    ),
    click.Option(
        ["--jobs"],
        type=click.IntRange(1, 64),
        default=1,
        show_default=True,
        help=_("How many documents are made side by side."),
    ),
)
def reports(folder: Path, output: Path, *, format_: "Format", short: bool, jobs: int) -> int:
    """Write the reports and print each file's name; 1 where one could not be made."""
    from assessment.cli.commands.report import brief_for, make_all
    from assessment.model import load_model
    from assessment.services.documents.formats import Order
    from assessment.services.peers.individual import reports_of_round

    order = Order(format_, brief_for(format_, length="short" if short else "full"))
    with bar(_("Reading")) as progress:
        batch = reports_of_round(folder, output, model=load_model(), order=order, progress=progress)
    return make_all(batch, jobs)


_BEFORE = (new, dry_run, notice)
_MEANWHILE = (begin_mapping, add, withdraw, rejoin, status)
_PUBLISHING = (release, audit, reports, publish)

command = click.Group(
    "round",
    commands=[*_BEFORE, *_MEANWHILE, *_PUBLISHING],
    help=_("A survey of an association's members: collect contributions and publish releases."),
    short_help=_("Surveys of an association's members, kept in a folder."),
    params=[language_option()],
    context_settings={"help_option_names": ["-h", "--help"]},
)
"""The commands of a round."""
