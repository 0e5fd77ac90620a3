"""`assessment check`: the faults of a questionnaire or an answer file."""

from pathlib import Path

import click

from assessment.cli.language import _
from assessment.cli.options import command as make_command


@make_command(
    "check",
    _(
        "Check a questionnaire folder, an answer file or a brand file.\n\nNames every fault with "
        "its place and the remedy. Without a PATH the questionnaire that comes with the tool is "
        "checked."
    ),
    click.Argument(["path"], required=False, type=click.Path(path_type=Path)),
)
def command(path: Path | None) -> None:
    """Print that there is no problem; Invalid tells the others."""
    from assessment.model import load_model

    if path and not path.is_dir():
        if _is_brand(path):
            _check_brand(path)
            return
        from assessment.services.files import read_files

        (read,) = read_files([path], load_model())
        assessment = read.assessment
        click.echo(
            _("%(file)s: no problems; %(name)s, %(count)d answers.")
            % {
                "file": path,
                "name": assessment.municipality.name,
                "count": len(assessment.answers),
            }
        )
        return
    model = load_model(path.resolve() if path else None)
    click.echo(
        _("%(folder)s: no problems; %(questions)d questions, %(cases)d cases.")
        % {
            "folder": model.folder,
            "questions": len(model.questionnaire.questions),
            "cases": len(model.cases),
        }
    )


def _is_brand(path: Path) -> bool:
    """Whether the file is meant to be a brand; the name does not matter, nor whether it is good."""
    if path.suffix.lower() not in {".yaml", ".yml", ".json"}:
        return False
    from assessment.errors import Invalid
    from assessment.questionnaire.documents import read_document
    from assessment.report.brand.entries import is_brand

    try:
        return is_brand(read_document(path))
    except Invalid:
        return False


def _check_brand(path: Path) -> None:
    from assessment.report.brand.file import read_brand

    brand = read_brand(path)
    values = {"file": path, "name": brand.name, "count": len(brand.pictures)}
    click.echo(_("%(file)s: no problems; brand %(name)s, %(count)d pictures.") % values)
