"""`assessment score`: the result of answer files, for people or for programs."""

import json
from pathlib import Path

import click

from assessment.cli.language import _, chosen
from assessment.cli.options import command as make_command
from assessment.cli.options import format_option


@make_command(
    "score",
    _(
        "Score answer files: dimensions, topics and the recommendation per application.\n\n"
        "With --format json one file gives one result and several give a list, each with its file."
    ),
    click.Argument(["files"], nargs=-1, required=True, type=click.Path(path_type=Path)),
    format_option("text", "json", default="text"),
)
def command(files: tuple[Path, ...], format_: str) -> None:
    """Print the results."""
    from assessment.model import load_model
    from assessment.presentation import to_json
    from assessment.services.files import score_files

    model = load_model()
    scored = score_files(files, model)
    if format_ == "text":
        from assessment.cli.result_text import result_text

        click.echo("\n\n".join(result_text(item.result, model, chosen()) for item in scored))
        return
    listed = [to_json(item.result, model, chosen()) for item in scored]
    if len(listed) > 1:
        listed = [{"file": str(item.path), **one} for item, one in zip(scored, listed, strict=True)]
    content = listed if len(listed) > 1 else listed[0]
    click.echo(json.dumps(content, ensure_ascii=False, indent=2))
