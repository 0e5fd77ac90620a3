"""Options that several commands share."""

from collections.abc import Callable, Collection
from datetime import date
from os import PathLike
from pathlib import Path
from typing import Any

import click

from assessment.cli.language import _, chosen
from assessment.wording import LANGUAGES


class _Day(click.ParamType[date]):
    """A day, as 2026-11-22 or as Germans write it, 22.11.2026."""

    name = "day"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        day, month, year = (*value.split("."), "", "")[:3]
        iso = f"{year}-{month:0>2}-{day:0>2}" if "." in value else value
        try:
            return date.fromisoformat(iso)
        except ValueError:
            told = _("“%(given)s” is no day; write it as 2026-11-22 or 22.11.2026.")
            self.fail(told % {"given": value}, param, ctx)


DAY = _Day()


class _Round(click.Path):
    """The folder of a round; Invalid where a folder holds none."""

    def convert(
        self,
        value: str | PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Path:
        from assessment.errors import Invalid, Problem
        from assessment.services.benchmark.opening import ROUND

        path = Path(str(super().convert(value, param, ctx)))
        if not (path.is_file() or (path / ROUND).is_file()):
            raise Invalid([Problem("no_round", file=str(path))])
        return path


ROUND = _Round(file_okay=False)
ROUND_OR_RELEASE = _Round(exists=True)


def round_argument() -> click.Argument:
    """The argument FOLDER of commands that work on a round."""
    return click.Argument(["folder"], type=ROUND)


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


def ending_of(path: Path, allowed: Collection[str], param: str = "-o") -> str:
    """The ending of a file, to be written or read; click.BadParameter where it is none of those."""
    ending = path.suffix.lower()
    if ending not in allowed:
        told = _("the file must end in %(endings)s") % {"endings": ", ".join(allowed)}
        raise click.BadParameter(told, param_hint=param)
    return ending


def by_option() -> click.Option:
    """The `--by` option of commands that break figures down."""
    return click.Option(
        ["--by"],
        default="size_class,state",
        show_default=True,
        help=_(
            "Breakdowns: size_class (BBSR thresholds), state, kind, district; a comma separates "
            "them, * crosses them."
        ),
    )


def mapping_option() -> click.Option:
    """The `--mapping` option of commands that read wide tables."""
    return click.Option(
        ["--mapping"],
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help=_("File that says which questions the columns of a wide table hold."),
    )


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
