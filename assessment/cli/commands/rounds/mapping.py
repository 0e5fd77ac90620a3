"""`assessment round mapping`: a mapping file to begin with, for a table of another tool."""

from pathlib import Path

import click

from assessment.cli.language import _, chosen
from assessment.cli.options import command as make_command
from assessment.cli.options import ending_of


@make_command(
    "mapping",
    _(
        "Write a mapping file to begin with.\n\nTABLE is what a survey tool exported, CSV with a "
        "line for each body. The file names its columns: enter which question each holds, and "
        "give it to round add or benchmark with --mapping."
    ),
    click.Argument(["table"], type=click.Path(path_type=Path, exists=True, dir_okay=False)),
    click.Option(
        ["-o", "--output"],
        required=True,
        type=click.Path(path_type=Path, dir_okay=False),
        help=_("File to write, ending in .yaml."),
    ),
)
def begin_mapping(table: Path, output: Path) -> None:
    """Write the mapping file, never over one that is there, and print its name."""
    from assessment.errors import Invalid, Problem
    from assessment.model import load_model
    from assessment.services.benchmark.contributions.mapping_file import mapping_text
    from assessment.services.benchmark.contributions.tables import table_rows
    from assessment.services.files import write_atomically

    ending_of(output, (".yaml", ".yml"))
    ending_of(table, (".csv",), "TABLE")
    if output.exists():
        raise Invalid([Problem("mapping_exists", file=str(output))])
    text = mapping_text(table_rows(table), load_model().questionnaire, chosen())
    write_atomically(output, text.encode())
    click.echo(_("Written: %(file)s") % {"file": output})
