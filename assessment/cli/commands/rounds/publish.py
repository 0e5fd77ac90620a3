"""`assessment round publish`: the releases of a round as a package of open data."""

from dataclasses import replace
from pathlib import Path

import click

from assessment.cli.language import _
from assessment.cli.options import ROUND_OR_RELEASE
from assessment.cli.options import command as make_command
from assessment.cli.progress import bar

_LICENCES = ("dl-de/by-2-0", "dl-de/zero-2-0", "cc-by-4.0")


def brands_option() -> click.Option:
    """The `--brand` option of commands that write the overall report."""
    return click.Option(
        ["--brand", "brands"],
        multiple=True,
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help=_("Brand file for the overall report."),
    )


@make_command(
    "publish",
    _(
        "Write the open-data package of a round.\n\nSOURCE is the folder of a round with at least "
        "one release, or a release as JSON. The package holds the figures as CSV, XLSX, Parquet "
        "and JSON, a data dictionary, metadata after DCAT-AP.de, the licence, and the overall "
        "report in both languages. It is made from releases alone; the same releases give the "
        "same bytes."
    ),
    click.Argument(["source"], type=ROUND_OR_RELEASE),
    click.Option(
        ["-o", "--output"],
        required=True,
        type=click.Path(path_type=Path),
        help=_("Folder to write, or a file ending in .zip."),
    ),
    click.Option(["--publisher"], required=True, help=_("Who publishes, as it is to be named.")),
    click.Option(
        ["--licence"],
        type=click.Choice(_LICENCES),
        default=_LICENCES[0],
        show_default=True,
        help=_("Licence of the data."),
    ),
    click.Option(["--address"], default="", help=_("Web address where the files will lie.")),
    click.Option(["--email"], default="", help=_("E-mail address for questions.")),
    click.Option(
        ["--data-only"], is_flag=True, help=_("Without the overall report, which takes longest.")
    ),
    brands_option(),
)
def publish(
    source: Path,
    output: Path,
    *,
    publisher: str,
    licence: str,
    address: str,
    email: str,
    data_only: bool,
    brands: tuple[Path, ...],
) -> None:
    """Write the package and print its place."""
    if output.suffix.lower() in {".pdf", ".html"}:
        told = _("a package is a folder or ends in .zip; round overall writes the report alone")
        raise click.BadParameter(told, param_hint="-o")
    from assessment.errors import Invalid, Problem
    from assessment.model import load_model
    from assessment.report.brand import merged_of
    from assessment.report.brand.file import read_brands
    from assessment.services.benchmark.opening import ROUND
    from assessment.services.package.licences import LICENCES
    from assessment.services.package.making import REPORTS, data_files, report_files, write_package
    from assessment.services.package.settings import Publication, publication_faults
    from assessment.services.package.sources import releases_at

    said = publication_faults(publisher, address, email)
    faults = [replace(one, place=f"--{one.place}") for one in said]
    if (output / ROUND).is_file():
        faults.append(Problem("package_into_round", "-o", file=str(output)))
    if faults:
        raise Invalid(faults)
    model = load_model()
    found = releases_at(source, model)
    brand = merged_of(read_brands(brands)) if brands else None
    publication = Publication(publisher, LICENCES[licence], address, email, found.period)
    with bar(_("Writing the data")) as progress:
        beside = () if data_only else REPORTS
        files = data_files(found.all, model, publication, progress, beside=beside)
    if not data_only:
        with bar(_("Writing the reports")) as progress:
            files |= report_files(found, model, brand, progress)
    write_package(files, output.resolve(), found.last["date"])
    for name in sorted(files):
        click.echo(name)
    click.echo(_("Written: %(file)s") % {"file": output})
