"""`assessment template`: a blank answer file with every question."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

import click

from assessment.cli.language import _, chosen
from assessment.cli.options import command as make_command

_FORMATS: Final[dict[str, Literal["yaml", "json"]]] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
}


@make_command(
    "template",
    _(
        "Write a blank answer file with every question.\n\nThe ending of the file decides the "
        "format: .yaml shows each question with its levels as comments, .json holds the ids only."
    ),
    click.Option(
        ["-o", "--output"],
        required=True,
        type=click.Path(path_type=Path, dir_okay=False),
        help=_("File to write, ending in .yaml, .yml or .json."),
    ),
    click.Option(["--ags"], help=_("Municipality key (8 digits, 5 for a county) to fill in.")),
)
def command(output: Path, ags: str | None) -> None:
    """Write the blank answer file and print its name."""
    from assessment.model import load_model
    from assessment.municipality import by_ags
    from assessment.questionnaire.template import blank_answers
    from assessment.services.files import write_atomically

    format_ = _FORMATS.get(output.suffix.lower())
    if not format_:
        raise click.BadParameter(_("the file must end in .yaml, .yml or .json"), param_hint="-o")
    if ags:
        by_ags(ags)
    model, today = load_model(), datetime.now(UTC).astimezone().date()
    text = blank_answers(
        model.questionnaire,
        format=format_,
        language=chosen(),
        ags=ags,
        date=today,
        factors=[factor for factor in model.recommendation.factors if factor.of == "body"],
        archetypes={one.id: one.name for one in model.recommendation.archetypes},
    )
    write_atomically(output, text.encode())
    click.echo(_("Written: %(file)s") % {"file": output})
