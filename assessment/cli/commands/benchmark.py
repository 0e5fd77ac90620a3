"""`assessment benchmark`: publishable statistics of many answer files."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessment.cli.language import _, chosen, ngettext
from assessment.cli.options import by_option, ending_of, mapping_option
from assessment.cli.options import command as make_command
from assessment.cli.progress import bar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assessment.benchmark.rounds.contributions import Line

_ENDINGS = (".json", ".csv", ".xlsx", ".parquet", ".pdf", ".html")


@make_command(
    "benchmark",
    _(
        "Compare many bodies without telling anybody's answers.\n\nINPUTS are answer files, wide "
        "tables (CSV, one line for each body) or folders with them. Written is what may be "
        "published: figures that rest on too few, or from which others could be worked out, are "
        "hidden and marked so.\n\nPublish only one comparison of the same answers: two could be "
        "subtracted from each other. In a round several are audited together."
    ),
    click.Argument(["inputs"], nargs=-1, required=True, type=click.Path(path_type=Path)),
    click.Option(
        ["-o", "--output"],
        required=True,
        type=click.Path(path_type=Path, dir_okay=False),
        help=_(
            "File to write, ending in .json, .csv, .xlsx, .parquet, or as overall report in .pdf "
            "or .html."
        ),
    ),
    by_option(),
    mapping_option(),
    click.Option(["--name"], default="", help=_("Name of the comparison.")),
)
def command(
    inputs: tuple[Path, ...], output: Path, *, by: str, mapping: Path | None, name: str
) -> None:
    """Write the release and say what counted."""
    from assessment.benchmark.rounds.contributions import bodies_of
    from assessment.model import load_model
    from assessment.services.benchmark.contributions.checked import checked_before
    from assessment.services.benchmark.contributions.reading import (
        columns_of,
        contributed_paths,
        read_all,
    )
    from assessment.services.benchmark.opening import wanted_round
    from assessment.services.benchmark.releasing import count_entries, release_of
    from assessment.services.files import write_atomically
    from assessment.services.package.formats import one_release_file

    ending = ending_of(output, _ENDINGS)
    model = load_model()
    reference = model.questionnaire.reference
    round_ = wanted_round(name=name or output.stem, questionnaire=reference, by=by)
    files, columns = contributed_paths(inputs), columns_of(mapping)
    with bar(_("Reading")) as progress, checked_before(None, model) as known:
        entries = read_all(files, model, columns, known=known, progress=progress)
    counted = count_entries(round_, bodies_of(entries), entries)
    show_lines(counted.lines)
    with bar(_("Checking what may be shown")) as progress:
        release = release_of(counted, model, day=today(), progress=progress)
    write_atomically(output, one_release_file(release, ending, model, chosen()))
    click.echo(_("Written: %(file)s") % {"file": output})
    show_hidden(release)


def today() -> date:
    """The day on the clock of this machine."""
    return datetime.now(UTC).astimezone().date()


def show_lines(lines: "Iterable[Line]", most: int | None = None) -> None:
    """Print what was handed in but does not count, or counts in part, and how many count.

    What is so for the same reason stands together, `most` of each.
    """
    told = list(lines)
    if not told:
        click.echo(_("No contributions yet."))
        return
    for standing in dict.fromkeys(
        line.standing for line in told if line.standing.value != "counts"
    ):
        alike = (line for line in told if line.standing == standing)
        show_some([f"{line.entry.source}: {_reason(line)}" for line in alike], most)
    count = sum(line.standing.is_counted for line in told)
    click.echo(_("%(count)d of %(all)d contributions count.") % {"count": count, "all": len(told)})


def show_some(texts: "Sequence[str]", most: int | None) -> None:
    """Print so many of these lines, all without a number, and how many more there are."""
    for text in texts[:most]:
        click.echo(text)
    if most is not None and (more := len(texts) - most) > 0:
        told = ngettext(
            "… and %(count)d more like this; --all lists it.",
            "… and %(count)d more like this; --all lists them.",
            more,
        )
        click.echo(told % {"count": more})


def show_hidden(release: dict[str, Any]) -> None:
    """Print how many cells are hidden."""
    cells = [cell for table in release["participation"] for cell in table["cells"]]
    hidden = sum("suppressed" in cell for cell in cells)
    click.echo(
        _("%(hidden)d of %(all)d groups are hidden so that nobody's answers can be told.")
        % {"hidden": hidden, "all": len(cells)}
    )


def _reason(line: "Line") -> str:
    values = {"answered": line.entry.answered, "asked": line.entry.asked, "later": line.replaced_by}
    sentences = {
        "incomplete": _("counts, but only %(answered)d of %(asked)d questions are answered."),
        "empty": _("does not count: no question is answered."),
        "replaced": _("does not count: %(later)s counts instead."),
        "withdrawn": _("does not count: it was withdrawn."),
        "not_a_member": _("does not count: the body is not a member."),
        "of_earlier_round": _("does not count: answered before the last round was released."),
    }
    return sentences[line.standing.value] % values
