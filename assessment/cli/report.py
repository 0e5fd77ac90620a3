"""`assessment report`: documents made from answer files."""

from pathlib import Path

import click

from assessment.cli.language import _, chosen
from assessment.cli.options import command as make_command
from assessment.cli.options import format_option


@make_command(
    "report",
    _(
        "Write the report of answer files as an accessible PDF, or the result as JSON.\n\n"
        "INPUTS are answer files or folders with answer files. One file goes to the FILE given "
        "with -o; several go into a folder, named after their answer files."
    ),
    click.Argument(["inputs"], nargs=-1, required=True, type=click.Path(path_type=Path)),
    click.Option(
        ["-o", "--output"],
        required=True,
        type=click.Path(path_type=Path),
        help=_("File or folder to write to."),
    ),
    format_option("pdf", "json", default="pdf"),
)
def command(inputs: tuple[Path, ...], output: Path, format_: str) -> None:
    from assessment.cli.output import write_whole
    from assessment.model import load_model
    from assessment.result import result_of
    from assessment.services.files import document, read_assessments

    model = load_model()
    assessments = read_assessments(inputs, model)
    one_file = len(assessments) == 1 and inputs[0].is_file() and not output.is_dir()
    targets = [output] if one_file else _targets(assessments, output, format_)
    for number, ((path, assessment), target) in enumerate(
        zip(assessments, targets, strict=True), start=1
    ):
        content = document(result_of(assessment, model), model, format_, chosen())
        write_whole(target, content)
        click.echo(
            _("%(number)d of %(total)d: %(file)s written from %(source)s")
            % {"number": number, "total": len(targets), "file": target, "source": path}
        )


def _targets(assessments: list[tuple[Path, object]], folder: Path, format_: str) -> list[Path]:
    names = [f"{path.stem}.{format_}" for path, _assessment in assessments]
    doubled = sorted({name for name in names if names.count(name) > 1})
    if doubled:
        raise click.UsageError(
            _("Several inputs would be written to the same file: %(names)s")
            % {"names": ", ".join(doubled)}
        )
    return [folder / name for name in names]
