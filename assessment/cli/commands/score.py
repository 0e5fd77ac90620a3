"""`assessment score`: the result of answer files, for people or for programs."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assessment.cli.language import _, chosen
from assessment.cli.options import command as make_command
from assessment.cli.options import format_option, release_option

if TYPE_CHECKING:
    from assessment.model import Model
    from assessment.services.files import FileResult
    from assessment.services.peers.comparing import Offered


@make_command(
    "score",
    _(
        "Score answer files: dimensions, topics and the recommendation per application.\n\n"
        "With --format json one file gives one result and several give a list, each with its file."
    ),
    click.Argument(["files"], nargs=-1, required=True, type=click.Path(path_type=Path)),
    format_option("text", "json", default="text"),
    click.Option(
        ["--explain"],
        metavar="ID",
        help=_("Show how the figures of this question, topic, dimension or application arose."),
    ),
    release_option(),
)
def command(
    files: tuple[Path, ...], format_: str, explain: str | None, releases: tuple[Path, ...]
) -> None:
    """Print the results, or how one of their figures arose."""
    from assessment.model import load_model
    from assessment.services.files import score_files
    from assessment.services.peers.comparing import compared_with

    model = load_model()
    compared = compared_with(releases, model) if releases else None
    scored = score_files(files, model)
    if format_ == "text":
        texts = _texts(scored, model, explain)
        if compared and explain is None:
            told = [_position(one, model, compared) for one in scored]
            texts = [f"{text}\n\n{place}" for text, place in zip(texts, told, strict=True)]
        click.echo("\n\n".join(texts))
        return
    listed = _contents(scored, model, explain)
    if compared and explain is None:
        listed = [
            {**content, "benchmark": _position_json(one, model, compared)}
            for content, one in zip(listed, scored, strict=True)
        ]
    if len(listed) > 1:
        listed = [{"file": str(item.path), **one} for item, one in zip(scored, listed, strict=True)]
    content = listed if len(listed) > 1 else listed[0]
    click.echo(json.dumps(content, ensure_ascii=False, indent=2))


def _texts(scored: "Sequence[FileResult]", model: "Model", wanted: str | None) -> list[str]:
    from assessment.cli.explanation_text import explanations_text
    from assessment.cli.result_text import result_text
    from assessment.explain import explain

    if wanted is None:
        return [result_text(item.result, model, chosen()) for item in scored]
    return [
        explanations_text(explain(item.result, model, wanted), item.result, model, chosen())
        for item in scored
    ]


def _contents(
    scored: "Sequence[FileResult]", model: "Model", wanted: str | None
) -> list[dict[str, Any]]:
    from assessment.explain import explain
    from assessment.presentation import explanation_json, to_json

    if wanted is None:
        return [to_json(item.result, model, chosen()) for item in scored]
    return [
        {
            "id": wanted,
            "explanations": [explanation_json(one) for one in explain(item.result, model, wanted)],
        }
        for item in scored
    ]


def _position(one: "FileResult", model: "Model", compared: "Offered") -> str:
    """Where the body stands, in a few lines."""
    from assessment.presentation.position import position_in
    from assessment.report.content.benchmark import benchmark_view

    peers = compared.peers(one.result.assessment.municipality)
    position = position_in(one.result, model, peers)
    view = benchmark_view(position, one.result, model, chosen())
    median, middle = _("Median"), _("Middle half")
    places = (
        f"  {place.title}: {place.own} ({median} {place.median}, "
        f"{middle} {place.middle}) – {place.position}" + (f"; {place.note}" if place.note else "")
        for place in view.dimensions
    )
    head = filter(None, (_("Position among peers"), view.warning, view.group, *view.passed))
    return "\n".join((*head, *places, view.source))


def _position_json(one: "FileResult", model: "Model", compared: "Offered") -> dict[str, Any]:
    from assessment.presentation.position import position_in, position_json

    peers = compared.peers(one.result.assessment.municipality)
    return position_json(position_in(one.result, model, peers))
