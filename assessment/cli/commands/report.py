"""`assessment report`: documents made from answer files."""

from pathlib import Path
from typing import Literal

import click

from assessment.cli.language import _, chosen
from assessment.cli.options import command as make_command
from assessment.cli.options import format_option


@make_command(
    "report",
    _(
        "Write the report of answer files as an accessible PDF, the result as a workbook with live "
        "formulas (xlsx), or as JSON.\n\n"
        "INPUTS are answer files or folders with answer files. One file goes to the FILE given "
        "with -o; several go into a folder, named after their answer files."
    ),
    click.Argument(["inputs"], nargs=-1, required=True, type=click.Path(path_type=Path)),
    click.Option(
        ["-o", "--output"],
        required=True,
        type=click.Path(path_type=Path),
        help=_("File or folder to write to."),
    ),
    format_option("pdf", "xlsx", "json", default="pdf"),
)
def command(
    inputs: tuple[Path, ...], output: Path, format_: Literal["pdf", "xlsx", "json"]
) -> None:
    """Write the documents and print each file's name."""
    from assessment.model import load_model
    from assessment.services.files import report_files

    written = report_files(
        inputs, output, model=load_model(), queue=None, language=chosen(), format=format_
    )
    for path in written:
        click.echo(_("Written: %(file)s") % {"file": path})
