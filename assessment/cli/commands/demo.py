"""`assessment demo`: complete example files with their reports."""

from pathlib import Path

import click

from assessment.cli.language import _, chosen
from assessment.cli.options import command as make_command


@make_command(
    "demo",
    _(
        "Write complete example answer files and their reports.\n\nThe answers are invented, the "
        "municipalities come from the register. FOLDER is made when it does not exist; files that "
        "are there with other content are not written over."
    ),
    click.Argument(
        ["folder"],
        required=False,
        default=Path("ki-readiness-demo"),
        type=click.Path(path_type=Path, file_okay=False),
    ),
)
def command(folder: Path) -> None:
    """Write the examples and print each file's name."""
    from assessment.model import load_model
    from assessment.services.examples import write_demo

    for written in write_demo(folder, load_model(), chosen()):
        click.echo(_("Written: %(file)s") % {"file": written})
