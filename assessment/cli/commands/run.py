"""`assessment run`: the tool in the browser, on this machine only."""

import click

from assessment.cli.language import _
from assessment.cli.options import command as make_command


@make_command(
    "run",
    _(
        "Serve the tool on this machine, with a finished example.\n\n"
        "Open the address in a browser. Answers are kept in the data folder (ASSESSMENT_DATA). "
        "Ctrl+C stops the server."
    ),
    click.Option(
        ["--port"],
        type=click.IntRange(1, 65535),
        help=_("Port to listen on; ASSESSMENT_PORT or 8000 without it."),
    ),
)
def command(port: int | None) -> None:
    """Serve until interrupted."""
    from assessment.cli.server import serve
    from assessment.settings import settings_from

    settings = settings_from(port=port)
    click.echo(
        _("Open http://%(host)s:%(port)d/ in a browser. Ctrl+C stops the server.")
        % {"host": settings.host, "port": settings.port}
    )
    click.echo(_("Answers are kept in %(folder)s") % {"folder": settings.data_folder})
    serve(settings)
