"""`assessment template`: a blank answer file with every question."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

import click

from assessment.cli.language import _, chosen
from assessment.cli.options import command as make_command

if TYPE_CHECKING:
    from assessment.model import Model

_FORMATS: Final[dict[str, Literal["yaml", "json", "xlsx", "docx"]]] = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".xlsx": "xlsx",
    ".docx": "docx",
}
_BRANDS: Final = ("brand", "marke")


@make_command(
    "template",
    _(
        "Write a blank answer file with every question.\n\nThe ending of the file decides the "
        "format: .yaml shows each question with its levels as comments, .json holds the ids only, "
        ".xlsx is a workbook with lists and help to be filled in offline. .docx is the Word "
        "template of the council paper. A .yaml whose name begins with “brand” is a brand file: "
        "logo, colours, contact and texts for reports."
    ),
    click.Option(
        ["-o", "--output"],
        required=True,
        type=click.Path(path_type=Path, dir_okay=False),
        help=_("File to write, ending in .xlsx, .yaml, .yml, .json or .docx."),
    ),
    click.Option(["--ags"], help=_("Municipality key (8 digits, 5 for a county) to fill in.")),
)
def command(output: Path, ags: str | None) -> None:
    """Write the blank answer file and print its name."""
    from assessment.services.files import write_atomically

    format_ = _FORMATS.get(output.suffix.lower())
    if format_ == "yaml" and output.name.lower().startswith(_BRANDS):
        write_atomically(output, _brand())
        click.echo(_("Written: %(file)s") % {"file": output})
        return
    if not format_:
        raise click.BadParameter(
            _("the file must end in .xlsx, .yaml, .yml, .json or .docx"), param_hint="-o"
        )
    from assessment.model import load_model
    from assessment.municipality import by_ags

    if ags:
        by_ags(ags)
    today = datetime.now(UTC).astimezone().date()
    make: Any = {"xlsx": _workbook, "docx": _word_template}.get(format_, _text)
    write_atomically(output, make(load_model(), ags, today, format_))
    click.echo(_("Written: %(file)s") % {"file": output})


def _brand() -> bytes:
    from assessment.report.brand.start_file import blank_brand

    return blank_brand(chosen()).encode()


def _workbook(model: "Model", ags: str | None, today: date, _format: str) -> bytes:
    from assessment.answer_book import write_book
    from assessment.municipality import Body, Municipality, by_ags
    from assessment.questionnaire.answers import Assessment

    body = by_ags(ags) if ags else Municipality("", Body.MUNICIPALITY)
    blank = Assessment(model.questionnaire.reference, body, today, {})
    return write_book(blank, model, chosen())


def _word_template(*_: object) -> bytes:
    from assessment.report.office.council_paper import council_template_docx

    return council_template_docx(chosen())


def _text(model: "Model", ags: str | None, today: date, format_: Literal["yaml", "json"]) -> bytes:
    from assessment.questionnaire.template import blank_answers

    text = blank_answers(
        model.questionnaire,
        format=format_,
        language=chosen(),
        ags=ags,
        date=today,
        factors=[factor for factor in model.recommendation.factors if factor.of == "body"],
        archetypes={one.id: one.name for one in model.recommendation.archetypes},
    )
    return text.encode()
