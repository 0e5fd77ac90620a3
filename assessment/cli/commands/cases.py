"""`assessment cases`: real cases, ordered by how close they are to the asker."""

import json
from typing import Any

import click

from assessment.cli.language import _, chosen
from assessment.cli.options import command as make_command
from assessment.cli.options import format_option
from assessment.wording import codes


@make_command(
    "cases",
    _(
        "Show real cases of municipal AI, the most similar first.\n\n--ags, --field, --technology "
        "and --body describe who asks and order the list; --text and --route filter it."
    ),
    click.Option(["--ags"], help=_("Municipality key of the asker.")),
    click.Option(
        ["--field"], type=click.Choice(codes("field")), help=_("Field of the planned use.")
    ),
    click.Option(
        ["--technology"], type=click.Choice(codes("technology")), help=_("Technology planned.")
    ),
    click.Option(["--body"], type=click.Choice(codes("body")), help=_("Kind of organisation.")),
    click.Option(["--text"], help=_("Only cases that contain all of these words.")),
    click.Option(
        ["--route"], type=click.Choice(codes("approach")), help=_("Only cases done in this way.")
    ),
    click.Option(
        ["--diverse"],
        is_flag=True,
        help=_("Mix vendors and fields instead of plain order of similarity."),
    ),
    click.Option(
        ["--limit"],
        type=click.IntRange(1, 1000),
        default=10,
        show_default=True,
        help=_("How many cases at most."),
    ),
    format_option("text", "json", default="text"),
)
def command(format_: str, **wanted: Any) -> None:
    """Print the closest cases."""
    from assessment.model import load_model
    from assessment.presentation import case_json
    from assessment.services.cases import find_cases

    matches = find_cases(load_model(), **wanted)
    if format_ == "json":
        listed = [case_json(match, chosen()) for match in matches]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
        return
    from assessment.cli.result_text import case_text

    click.echo("\n\n".join(case_text(match, chosen()) for match in matches) or _("No case found."))
