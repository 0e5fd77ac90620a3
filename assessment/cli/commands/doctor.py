"""`assessment doctor`: what is missing on this machine, and how to get it."""

import importlib
from collections.abc import Iterator
from dataclasses import dataclass

import click

from assessment.cli.language import _
from assessment.cli.options import command as make_command


@dataclass(frozen=True)
class _Finding:
    name: str
    missing: str = ""
    remedy: str = ""


@make_command(
    "doctor",
    _("Tell what is missing on this machine and how to get it."),
)
def command() -> None:
    """Print what is there and what is missing; exit status 1 if anything is."""
    findings = list(_findings())
    for finding in findings:
        click.echo(f"{'–' if finding.missing else '✓'} {finding.name}", nl=False)
        click.echo(f": {finding.missing}\n    {finding.remedy}" if finding.missing else "")
    if any(finding.missing for finding in findings):
        click.get_current_context().exit(1)
    click.echo(_("Everything needed is there."))


def _findings() -> Iterator[_Finding]:
    yield _pdf()
    yield _vector_pictures()
    yield _assets()
    yield _catalogues()
    yield _content()
    yield _data_folder()


def _pdf() -> _Finding:
    name = _("PDF reports (WeasyPrint with Pango)")
    try:
        importlib.import_module("weasyprint")
    except (ImportError, OSError) as error:
        return _Finding(
            name,
            str(error).splitlines()[0],
            _("On Debian or Ubuntu: %(command)s")
            % {"command": "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"},
        )
    return _Finding(name)


def _vector_pictures() -> _Finding:
    name = _("Pictures as SVG (vl-convert)")
    try:
        importlib.import_module("vl_convert")
    except ImportError as error:
        return _Finding(name, str(error), _("Install the tool again."))
    return _Finding(name)


def _assets() -> _Finding:
    from assessment.resources import vendor_folder

    name = _("Look and fonts (KERN)")
    missing = [part for part in ("kern", "htmx") if not (vendor_folder() / part).is_dir()]
    if missing:
        return _Finding(name, ", ".join(missing), _("Install the tool again, or run: make run"))
    return _Finding(name)


def _catalogues() -> _Finding:
    from assessment.wording import translator

    name = _("German texts")
    if translator("de").gettext("Stopped.") == "Stopped.":
        return _Finding(name, _("not found"), _("Install the tool again, or run: make messages"))
    return _Finding(name)


def _content() -> _Finding:
    from assessment.errors import Invalid
    from assessment.model import load_model

    name = _("Questionnaire, cases and recommendation model")
    try:
        load_model()
    except Invalid as error:
        return _Finding(
            name,
            _("%(count)d problems") % {"count": len(error.problems)},
            _("See: assessment check"),
        )
    return _Finding(name)


def _data_folder() -> _Finding:
    from assessment.settings import settings_from

    try:
        folder = settings_from().data_folder
    except OSError as error:
        return _Finding(
            _("Data folder %(folder)s") % {"folder": error.filename},
            _("cannot be written to"),
            _("Set ASSESSMENT_DATA to a folder you may write to."),
        )
    return _Finding(_("Data folder %(folder)s") % {"folder": folder})
