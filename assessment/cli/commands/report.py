"""`assessment report`: documents made from answer files."""

import sys
from math import ceil
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from assessment.cli.language import _, chosen
from assessment.cli.options import command as make_command
from assessment.cli.options import format_option, release_option
from assessment.cli.output import show_error
from assessment.cli.progress import bar
from assessment.errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assessment.model import Model
    from assessment.report.brand import Brand
    from assessment.report.brief import Brief
    from assessment.report.office.given import GivenFile
    from assessment.report.parts import Length
    from assessment.services.documents.batch import Batch, Finished
    from assessment.services.documents.formats import FindingPeers, Format

_SOON = 30


@make_command(
    "report",
    _(
        "Write the report of answer files as an accessible PDF or one HTML file, a council paper "
        "to be edited (docx), five slides (pptx), a workbook with live formulas (xlsx), or the "
        "result as a long table (csv) or as JSON.\n\n"
        "INPUTS are answer files or folders with answer files. One file goes to the FILE given "
        "with -o; several go into a folder with a manifest, in which what is done is not "
        "done again, and one that cannot be made stops no other. Own texts in a council paper that "
        "is replaced are kept."
    ),
    click.Argument(["inputs"], nargs=-1, required=True, type=click.Path(path_type=Path)),
    click.Option(
        ["-o", "--output"],
        required=True,
        type=click.Path(path_type=Path),
        help=_("File or folder to write to."),
    ),
    format_option("pdf", "html", "docx", "pptx", "xlsx", "csv", "json", default="pdf"),
    click.Option(
        ["--template"],
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help=_("Word template of your own for docx; assessment template writes one to start from."),
    ),
    click.Option(
        ["--brand", "brands"],
        multiple=True,
        metavar="FILE",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help=_(
            "Brand of your office: logo, colours, contact and texts; assessment template writes a "
            "brand.yaml to start from. Given twice, the second is that of a client."
        ),
    ),
    click.Option(
        ["--short"],
        is_flag=True,
        help=_("The short version of about four pages, for pdf and html."),
    ),
    click.Option(
        ["--parts"],
        default="",
        metavar="PARTS",
        help=_(
            "Only these parts, for pdf and html, with commas between them: summary, profile, "
            "benchmark, applications, roadmap, cases, changes, answers, method, numbers, sources."
        ),
    ),
    click.Option(
        ["--since", "earlier"],
        metavar="EARLIER",
        type=click.Path(path_type=Path, exists=True),
        help=_(
            "Say what changed since this earlier answer file or PDF report of ours, or since the "
            "last one of the same body in this folder."
        ),
    ),
    release_option(),
    click.Option(
        ["--jobs"],
        type=click.IntRange(1, 64),
        default=1,
        show_default=True,
        help=_("How many documents are made side by side."),
    ),
    click.Option(
        ["--names"],
        default="{file}",
        show_default=True,
        help=_("Names of several documents, from {file}, {ags}, {name} and {date}."),
    ),
)
def command(
    inputs: tuple[Path, ...],
    output: Path,
    *,
    format_: "Format",
    template: Path | None,
    brands: tuple[Path, ...],
    short: bool,
    parts: str,
    earlier: Path | None,
    releases: tuple[Path, ...],
    jobs: int,
    names: str,
) -> int:
    """Write the documents and print each file's name; 1 where one could not be made."""
    from assessment.model import load_model
    from assessment.services.documents.batch import Batch
    from assessment.services.documents.formats import Order, no_earlier
    from assessment.services.documents.looking_back import EarlierReports
    from assessment.services.files import report_file

    _refuse_empty_parts(parts, {"changes": bool(earlier), "benchmark": bool(releases)})
    brief = brief_for(format_, brands, parts, "short" if short else "full")
    order, model = Order(format_, brief, _own(template)), load_model()
    since = EarlierReports(earlier, model).before if earlier else no_earlier
    peers = _peers(releases, model)
    if _is_one(inputs, output):
        report_file(
            inputs[0], output, model=model, queue=None, order=order, looking_back=since, peers=peers
        )
        click.echo(_("Written: %(file)s") % {"file": output})
        _tell_without_place(output, format_)
        return 0
    with bar(_("Reading")) as progress:
        batch = Batch(
            inputs,
            output,
            order=order,
            model=model,
            names=names,
            looking_back=since,
            peers=peers,
            progress=progress,
        )
    _tell_without_earlier(batch if earlier else None)
    return make_all(batch, jobs)


def _refuse_empty_parts(parts: str, said: "Mapping[str, bool]") -> None:
    """UsageError where a part is asked for without that which it is about."""
    options = {"changes": "--since", "benchmark": "--release"}
    for part in (one.strip() for one in parts.split(",")):
        if not said.get(part, True):
            values = {"part": part, "option": options[part]}
            raise click.UsageError(_("The part %(part)s needs %(option)s as well.") % values)


def _own(template: Path | None) -> "GivenFile | None":
    """The Word template of one's own, if there is one."""
    from assessment.report.office.given import GivenFile

    return GivenFile(str(template), template.read_bytes()) if template else None


def _is_one(inputs: tuple[Path, ...], output: Path) -> bool:
    """Whether one file is to become one document."""
    return len(inputs) == 1 and not inputs[0].is_dir() and not output.is_dir()


def _tell_without_earlier(batch: "Batch | None") -> None:
    """Say which documents tell no changes, because no earlier report is there."""
    if batch and (first := batch.without_earlier):
        files = ", ".join(path.name for path in first)
        click.echo(_("Without an earlier report to compare with: %(files)s") % {"files": files})


def _tell_without_place(written: Path, format_: str) -> None:
    """Say which own texts stand at the end of a council paper, as its template has no block."""
    if format_ != "docx":
        return
    from assessment.report.office.own_text import without_place

    if titles := without_place(written.read_bytes()):
        told = _(
            "Own texts without a block in the template are kept at the end of %(file)s: %(titles)s"
        )
        click.echo(told % {"file": written.name, "titles": ", ".join(titles)})


def _peers(releases: tuple[Path, ...], model: "Model") -> "FindingPeers":
    """What finds the peers of an assessment in these releases; nobody without any."""
    from assessment.services.documents.formats import no_peers
    from assessment.services.peers.comparing import compared_with

    if not releases:
        return no_peers
    compared = compared_with(releases, model)
    return lambda assessment: compared.peers(assessment.municipality)


def brief_for(
    format_: "Format",
    brands: tuple[Path, ...] = (),
    parts: str = "",
    length: "Length" = "full",
) -> "Brief":
    """How the documents are to be; UsageError where a format has no parts, Invalid for unknown."""
    from assessment.report.brief import Brief
    from assessment.report.parts import chosen_parts

    if (parts or length == "short") and format_ not in ("pdf", "html"):
        raise click.UsageError(_("--short and --parts are for pdf and html."))
    held = chosen_parts(parts.split(","), length)
    return Brief(chosen(), brand=_brand(brands), parts=held, length=length)


def _brand(paths: tuple[Path, ...]) -> "Brand | None":
    """The brands in these files as one; Invalid with the problems of all of them."""
    from assessment.report.brand import merged_of
    from assessment.report.brand.file import read_brands

    return merged_of(read_brands(paths)) if paths else None


def make_all(batch: "Batch", jobs: int) -> int:
    """Make all documents of a batch, telling how far it is; 1 where one could not be made."""
    from assessment.jobs.pool import LocalPool
    from assessment.services.documents.batch import Failed

    pool = LocalPool(jobs)
    failed: list[Failed] = []
    start, made, number = monotonic(), 0, 0
    if sys.stderr.isatty():
        click.echo(_("%(all)d documents. Ctrl+C stops.") % {"all": len(batch)}, err=True)
    try:
        for number, outcome in enumerate(batch.run(pool, jobs), start=1):
            if isinstance(outcome, Failed):
                failed.append(outcome)
                continue
            made += outcome.made
            left = (monotonic() - start) / made * (len(batch) - number) if made else 0
            click.echo(_line(outcome, f"{number}/{len(batch)}", left))
            if outcome.made:
                _tell_without_place(outcome.target, outcome.target.suffix.removeprefix("."))
    except KeyboardInterrupt:
        values = {"done": number, "all": len(batch)}
        click.echo(_("Stopped at %(done)d of %(all)d. The same command goes on there.") % values)
        return 130
    finally:
        pool.close()
    if failed:
        show_error(Invalid(problem for one in failed for problem in one.problems), chosen())
        values = {"count": len(failed), "all": len(batch)}
        click.echo(_("%(count)d of %(all)d documents could not be made.") % values, err=True)
    return 1 if failed else 0


def _line(outcome: "Finished", place: str, seconds: float) -> str:
    values = {"file": outcome.target, "place": place, "minutes": ceil(seconds / 60)}
    if not outcome.made:
        return _("There already (%(place)s): %(file)s") % values
    if seconds < _SOON:
        return _("Written (%(place)s): %(file)s") % values
    return _("Written (%(place)s, about %(minutes)d min left): %(file)s") % values
