"""The `assessment` command and its exit status: 0 done, 1 the input is bad, 2 wrong usage."""

import errno
import importlib
import os
import sys
from contextlib import AbstractContextManager, nullcontext

import click

from assessment import __version__
from assessment.cli.language import _, choose, chosen
from assessment.cli.options import language_option

COMMANDS = (
    "run",
    "demo",
    "check",
    "template",
    "score",
    "report",
    "cases",
    "benchmark",
    "round",
    "doctor",
)


# What draws documents leaves temporary files where it is killed; all else need not look for them.
_DRAWING = frozenset({"report", "benchmark", "round"})
_NOT_WRITABLE = frozenset(
    {errno.EACCES, errno.EDQUOT, errno.EFBIG, errno.ENOSPC, errno.EPERM, errno.EROFS}
)


class _Commands(click.Group):
    """Loads a command's module only when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(
        self,
        ctx: click.Context,  # noqa: ARG002
        name: str,
    ) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"assessment.cli.commands.{name}")
        command: click.Command = module.command
        return command


def main() -> None:
    """Run the command that the arguments name, and exit with its status."""
    arguments = sys.argv[1:]
    choose(arguments)
    with _own_temporary_folder() if _DRAWING.intersection(arguments) else nullcontext():
        sys.exit(run(arguments))


def _own_temporary_folder() -> AbstractContextManager[None]:
    from assessment.jobs.temporary import kept_together

    return kept_together()


def run(arguments: list[str]) -> int:
    """Do what the arguments say and return the exit status; what goes wrong is told on stderr."""
    from assessment.errors import AssessmentError

    try:
        status = _group().main(arguments, prog_name="assessment", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Stopped."), err=True)
        click.echo(_("No file is half-written. The same command takes up what is left."), err=True)
        return 130
    except AssessmentError as error:
        from assessment.cli.output import show_error

        show_error(error, chosen())
        return 1
    except SystemExit:
        return 0  # click leaves where the reader of a pipe has seen enough; nothing is wrong
    except Exception as error:
        if os.environ.get("ASSESSMENT_DEBUG"):
            raise
        if isinstance(error, OSError) and error.errno in _NOT_WRITABLE:
            _show_not_writable(error)
        else:
            click.echo(_unforeseen(error), err=True)
        return 1
    return status if isinstance(status, int) else 0


def _show_not_writable(error: OSError) -> None:
    from assessment.cli.output import show_error
    from assessment.errors import Invalid, Problem

    # A full disk is met in temporary files too; those have no name that would help.
    values = {"reason": error.strerror or ""}
    show_error(
        Invalid([Problem("file_not_writable", "", values, str(error.filename or ""))]), chosen()
    )


def _unforeseen(error: Exception) -> str:
    return _(
        "This should not have happened: %(error)s\nPlease report it with what you did. "
        "ASSESSMENT_DEBUG=1 shows where it happened."
    ) % {"error": f"{type(error).__name__}: {error}"}


def _group() -> click.Group:
    return _Commands(
        name="assessment",
        help=_(
            "Readiness self-assessment for municipalities that plan to use AI: scores, a "
            "recommendation for each planned application, comparable cases and a PDF report."
        ),
        params=[
            language_option(),
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=_show_version,
                help=_("Show the version and exit."),
            ),
        ],
        context_settings={"help_option_names": ["-h", "--help"]},
        no_args_is_help=True,
    )


def _show_version(ctx: click.Context, _parameter: click.Parameter, wanted: bool) -> None:  # noqa: FBT001
    if wanted:
        click.echo(f"assessment {__version__}")
        ctx.exit()
