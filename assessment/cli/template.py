"""`assessment template`: a blank answer file with every question."""

from datetime import date
from pathlib import Path

import click

from assessment.cli.language import _, chosen
from assessment.cli.options import command as make_command


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
    from assessment.model import load_model
    from assessment.municipality import by_ags
    from assessment.questionnaire.template import blank_answers
    from assessment.services.files import write_atomically

    format_ = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}.get(output.suffix.lower())
    if not format_:
        raise click.BadParameter(
            _("the file must end in .yaml, .yml or .json"), param_hint="-o"
        )
    if ags:
        by_ags(ags)
    model = load_model()
    text = blank_answers(
        model.questionnaire, format=format_, language=chosen(), ags=ags, date=date.today()
    )
    write_atomically(output, text.encode())
    click.echo(_("Written: %(file)s") % {"file": output})
