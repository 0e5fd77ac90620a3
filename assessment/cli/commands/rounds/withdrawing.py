"""`assessment round withdraw` and `rejoin`: what a member handed in counts no more, or again."""

from pathlib import Path

import click

from assessment.cli.language import _
from assessment.cli.options import command as make_command
from assessment.cli.options import round_argument


@make_command(
    "withdraw",
    _(
        "Count no more what a member handed in, from the next release on.\n\nIt stays recorded as "
        "withdrawn, and what it sent stays in the folder, so that it can be taken back; delete it "
        "there where the member asks for it. What was released before stays as it is."
    ),
    round_argument(),
    click.Argument(["ags"]),
    click.Option(["--reason"], default="", help=_("Why, for the association's own records.")),
)
def withdraw(folder: Path, ags: str, reason: str) -> None:
    """Say whose contribution does not count any more."""
    from assessment.model import load_model
    from assessment.municipality.naming import member_key
    from assessment.services.benchmark.withdrawing import withdraw as take_out

    body = take_out(folder, load_model(), member_key(ags), reason)
    click.echo(_("%(name)s (%(ags)s) is withdrawn.") % {"name": body.name, "ags": body.ags})


@make_command(
    "rejoin",
    _("Take a withdrawal back: what the member handed in counts again from the next release on."),
    round_argument(),
    click.Argument(["ags"]),
)
def rejoin(folder: Path, ags: str) -> None:
    """Say whose contribution counts again."""
    from assessment.model import load_model
    from assessment.municipality.naming import member_key
    from assessment.services.benchmark.withdrawing import rejoin as take_back

    body = take_back(folder, load_model(), member_key(ags))
    click.echo(_("%(name)s (%(ags)s) takes part again.") % {"name": body.name, "ags": body.ags})
