"""`assessment report`: documents made from answer files."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from assessment.cli.language import _, chosen
from assessment.cli.options import command as make_command
from assessment.cli.options import format_option

if TYPE_CHECKING:
    from assessment.services.documents.formats import Format


@make_command(
    "report",
    _(
        "Write the report of answer files as an accessible PDF, a council paper to be edited "
        "(docx), five slides (pptx), a workbook with live formulas (xlsx), or the result as "
        "JSON.\n\n"
        "INPUTS are answer files or folders with answer files. One file goes to the FILE given "
        "with -o; several go into a folder, named after their answer files. Own texts in a council "
        "paper that is replaced are kept."
    ),
    click.Argument(["inputs"], nargs=-1, required=True, type=click.Path(path_type=Path)),
    click.Option(
        ["-o", "--output"],
        required=True,
        type=click.Path(path_type=Path),
        help=_("File or folder to write to."),
    ),
    format_option("pdf", "docx", "pptx", "xlsx", "json", default="pdf"),
    click.Option(
        ["--template"],
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help=_("Word template of your own for docx; assessment template writes one to start from."),
    ),
)
def command(
    inputs: tuple[Path, ...], output: Path, format_: "Format", template: Path | None
) -> None:
    """Write the documents and print each file's name."""
    from assessment.model import load_model
    from assessment.report.office.given import GivenFile
    from assessment.services.documents.formats import Order
    from assessment.services.files import report_files

    own = GivenFile(str(template), template.read_bytes()) if template else None
    order = Order(format_, chosen(), own)
    written = report_files(inputs, output, model=load_model(), queue=None, order=order)
    for path in written:
        click.echo(_("Written: %(file)s") % {"file": path})
