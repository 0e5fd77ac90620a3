"""`assessment round`: a survey of an association's members, kept in a folder."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.commands.benchmark import show_hidden, today
from assessment.cli.commands.rounds.beginning import new
from assessment.cli.commands.rounds.mapping import begin_mapping
from assessment.cli.commands.rounds.notice import notice
from assessment.cli.commands.rounds.overall import overall
from assessment.cli.commands.rounds.publish import publish
from assessment.cli.commands.rounds.status import status
from assessment.cli.commands.rounds.trying import audit, dry_run, tell_lost_key
from assessment.cli.commands.rounds.withdrawing import rejoin, withdraw
from assessment.cli.language import _, chosen, ngettext
from assessment.cli.options import command as make_command
from assessment.cli.options import format_option, language_option, mapping_option, round_argument
from assessment.cli.progress import bar

if TYPE_CHECKING:
    from assessment.services.benchmark.contributions.taking import Added
    from assessment.services.documents.formats import Format


@make_command(
    "add",
    _(
        "Take contributions over into the round: answer files, workbooks, wide tables, folders."
        " A file that cannot be taken over stops no other; a table is taken whole or not at all."
        "\n\nA wide table (CSV) has a line for each body, and columns ags, date and one for each "
        "question, called by its id. Where columns are called otherwise, a mapping file says what "
        "they hold: assessment round mapping TABLE -o mapping.yaml writes one to fill in."
    ),
    round_argument(),
    click.Argument(["inputs"], nargs=-1, required=True, type=click.Path(path_type=Path)),
    mapping_option(),
)
def add(folder: Path, inputs: tuple[Path, ...], mapping: Path | None) -> int:
    """Say how many contributions were taken over, and which files not; 1 where one was not."""
    from assessment.model import load_model
    from assessment.services.benchmark.contributions.taking import add_contributions
    from assessment.services.benchmark.opening import alone_with, open_round

    model = load_model()
    with alone_with(folder), bar(_("Reading")) as progress:
        opened = open_round(folder, model)
        added = add_contributions(opened, inputs, model=model, mapping=mapping, progress=progress)
    told = ngettext(
        "%(count)d contribution taken over.", "%(count)d contributions taken over.", added.count
    )
    if added.count or not added.refused:
        click.echo(told % {"count": added.count})
    _tell_refused(added)
    if added.count:
        click.echo(_("What of all counts: assessment round status %(folder)s") % {"folder": folder})
    return 1 if added.refused else 0


def _tell_refused(added: "Added") -> None:
    """Say which files were not taken over, why, and that all others were."""
    from assessment.cli.output import show_error
    from assessment.errors import Invalid

    if added.refused:
        show_error(Invalid(added.problems), chosen())
    if added.refused and added.files > 1:
        told = _(
            "%(count)d of %(all)d files were not taken over. Correct them and add them again; "
            "what was taken over stays."
        )
        click.echo(told % {"count": added.refused, "all": added.files}, err=True)


@make_command(
    "release",
    _(
        "Freeze the next release of the round.\n\nIt is audited together with the earlier ones; "
        "one from which a hidden number could be worked out is not written."
    ),
    round_argument(),
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
        opened = open_round(folder, model)
        tell_lost_key(opened)
        path, made = make_next_release(
            opened, model, day=today(), reading=reading, progress=progress
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
    round_argument(),
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


class _InOrder(click.Group):
    """Lists its commands in the order in which an association needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)


_BEFORE = (new, dry_run, notice)
_MEANWHILE = (begin_mapping, add, withdraw, rejoin, status)
_PUBLISHING = (audit, release, overall, reports, publish)

command = _InOrder(
    "round",
    commands=[*_BEFORE, *_MEANWHILE, *_PUBLISHING],
    help=_("A survey of an association's members: collect contributions and publish releases."),
    short_help=_("Surveys of an association's members, kept in a folder."),
    params=[language_option()],
    context_settings={"help_option_names": ["-h", "--help"]},
)
"""The commands of a round."""
