"""`assessment round overall`: the overall report of a round by itself."""

from pathlib import Path

import click

from assessment.cli.commands.rounds.publish import brands_option
from assessment.cli.language import _, chosen
from assessment.cli.options import ROUND_OR_RELEASE, ending_of
from assessment.cli.options import command as make_command


@make_command(
    "overall",
    _(
        "Write the overall report of a round.\n\nSOURCE is the folder of a round with at least one "
        "release, or a release as JSON. It is made from releases alone, in the language that "
        "--lang says; the package of open data (round publish) has it in both."
    ),
    click.Argument(["source"], type=ROUND_OR_RELEASE),
    click.Option(
        ["-o", "--output"],
        required=True,
        type=click.Path(path_type=Path, dir_okay=False),
        help=_("File to write, ending in .pdf or .html."),
    ),
    brands_option(),
)
def overall(source: Path, output: Path, *, brands: tuple[Path, ...]) -> None:
    """Write the report of the newest release and print its name."""
    from assessment.model import load_model
    from assessment.report.brand import merged_of
    from assessment.report.brand.file import read_brands
    from assessment.report.overall.making import overall_html, overall_pdf
    from assessment.services.files import write_atomically
    from assessment.services.package.sources import releases_at

    makers = {".pdf": overall_pdf, ".html": overall_html}
    make = makers[ending_of(output, makers)]
    model = load_model()
    found = releases_at(source, model)
    brand = merged_of(read_brands(brands)) if brands else None
    data = make(found.releases, model, chosen(), brand, before=found.before)
    write_atomically(output, data)
    click.echo(_("Written: %(file)s") % {"file": output})
