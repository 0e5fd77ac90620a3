"""Options that several commands share."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import click

from assessment.cli.language import _, chosen
from assessment.wording import LANGUAGES


def language_option() -> click.Option:
    """The `--lang` option that every command has; its value is read by `language.choose`."""
    return click.Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        default=chosen(),
        show_default=True,
        expose_value=False,
        help=_("Language of everything that is written."),
    )


def command(
    name: str, summary: str, *parameters: click.Parameter
) -> Callable[[Callable[..., Any]], click.Command]:
    """Make a function a command with this help, these parameters and `--lang`."""

    def decorate(function: Callable[..., Any]) -> click.Command:
        return click.Command(
            name,
            callback=function,
            help=summary,
            short_help=summary.split("\n", 1)[0],
            params=[*parameters, language_option()],
            context_settings={"help_option_names": ["-h", "--help"]},
        )

    return decorate


def ending_of(output: Path, allowed: Collection[str]) -> str:
    """The ending of a file to write. Raises click.BadParameter where it is none of those."""
    ending = output.suffix.lower()
    if ending not in allowed:
        told = _("the file must end in %(endings)s") % {"endings": ", ".join(allowed)}
        raise click.BadParameter(told, param_hint="-o")
    return ending


def format_option(*formats: str, default: str) -> click.Option:
    """The `--format` option with the formats that a command can write."""
    return click.Option(
        ["--format", "format_"],
        type=click.Choice(formats),
        default=default,
        show_default=True,
        help=_("Format of the output."),
    )


def release_option() -> click.Option:
    """The `--release` option of commands that say where a body stands among peers."""
    return click.Option(
        ["--release", "releases"],
        multiple=True,
        metavar="RELEASE",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help=_(
            "Say where the body stands among the members of a round, from this release of it. "
            "Given several times, the newest counts and the others show the course."
        ),
    )
