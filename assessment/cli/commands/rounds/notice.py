"""`assessment round notice`: what members are told before they are invited."""

from pathlib import Path

import click

from assessment.cli.language import _, chosen
from assessment.cli.options import command as make_command
from assessment.cli.options import ending_of, round_argument


@make_command(
    "notice",
    _(
        "Write for the members what is published about them and what never.\n\nIn words that need "
        "no statistics, with the rules of this very round; to be sent along with the invitation."
    ),
    round_argument(),
    click.Option(
        ["-o", "--output"],
        required=True,
        type=click.Path(path_type=Path, dir_okay=False),
        help=_("File to write, ending in .pdf or .html."),
    ),
)
def notice(folder: Path, output: Path) -> None:
    """Write the notice and print its name."""
    from assessment.model import load_model
    from assessment.report.overall.notice import notice_html, notice_pdf
    from assessment.services.benchmark.opening import open_round
    from assessment.services.files import write_atomically

    makers = {".pdf": notice_pdf, ".html": notice_html}
    make = makers[ending_of(output, makers)]
    model = load_model()
    write_atomically(output, make(open_round(folder, model).round, model, chosen()))
    click.echo(_("Written: %(file)s") % {"file": output})
