"""What templates may ask for beside their page's own values: words, numbers, dates, addresses."""

from datetime import date, datetime
from functools import cache
from math import ceil
from uuid import uuid4

from babel.dates import format_time
from babel.numbers import format_decimal
from flask import Flask, url_for
from markupsafe import Markup
from wtforms import Form

from assessment import __version__
from assessment.municipality import ATTRIBUTION
from assessment.presentation import points as rounded_points
from assessment.report.content.figures import day as day_in
from assessment.resources import static_folder
from assessment.settings import MEBIBYTE, Settings
from assessment.web.setup.languages import language
from assessment.web.setup.places import here, way_back
from assessment.wording import LANGUAGES, codes, name, translator

DASH = "–"


def register(app: Flask, settings: Settings) -> None:
    """Make the filters and globals of all page templates."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters.update(
        day=day,
        clock=clock,
        number=number,
        points=points,
        percent=percent,
        decimal=decimal,
        duration=duration,
        lines=lines,
        apart=apart,
    )
    app.jinja_env.globals.update(
        asset=asset,
        choices=choices,
        form_errors=form_errors,
        attribution=ATTRIBUTION,
        name=_name,
        as_it_is=lambda text: text,
        new_token=lambda: str(uuid4()),
        here=here,
        max_upload_mb=settings.max_upload_bytes // MEBIBYTE,
        operator=settings.operator,
        other_language=_other_language,
        tool_version=__version__,
        way_back=way_back,
    )
    app.context_processor(lambda: {"language": language()})


def choices(kind: str) -> list[tuple[str, str]]:
    """Every code of a kind with its name, for a drop-down list."""
    return [(code, name(kind, code, language())) for code in codes(kind)]


def form_errors(form: Form) -> list[tuple[str, str]]:
    """Everything wrong with a form: the field's id and what is wrong with it."""
    return [(str(field), str(text)) for field, texts in form.errors.items() for text in texts]


def day(value: date) -> str:
    """The date as it is written in the language, such as 22. November 2026."""
    return day_in(value, language())


def clock(value: datetime) -> str:
    """The time of day on this machine's clock, such as 10:42."""
    return format_time(value.astimezone(), "HH:mm", locale=language())


def number(value: float | None) -> str:
    """A whole number with the thousands set apart, a dash for none."""
    return DASH if value is None else format_decimal(value, "#,##0", locale=language())


def decimal(value: float) -> str:
    """A number as it is, with the decimal sign of the language."""
    return format_decimal(value, "#,##0.###", locale=language())


def points(value: float | None) -> str:
    """Points with one decimal, a dash where there are none."""
    shown = rounded_points(value)
    return DASH if shown is None else format_decimal(shown, "0.0", locale=language())


def percent(value: float | None) -> str:
    """A share as whole percent, a dash where there is none."""
    return DASH if value is None else f"{format_decimal(value * 100, '0', locale=language())} %"


def lines(text: str) -> Markup:
    """A text of several lines as it was written; empty where there is none."""
    return Markup("<br>").join(text.splitlines())


def apart(text: str) -> Markup:
    """The text in its own direction of writing, whatever stands beside it in a sentence."""
    return Markup("<bdi>{}</bdi>").format(text)


def duration(minutes: float) -> str:
    """An estimated time as people say it, rounded up to 5 minutes, from an hour on to 15."""
    step = 5 if minutes <= 60 else 15
    hours, rest = divmod(step * ceil(minutes / step), 60)
    _ = translator(language()).gettext
    if not hours:
        return _("%(minutes)s min") % {"minutes": rest}
    if not rest:
        return _("%(hours)s h") % {"hours": hours}
    return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": rest}


@cache
def asset(filename: str) -> str:
    """The address of a static file; it changes with the file, so that browsers may keep it."""
    return url_for("static", filename=filename, v=_changed_at(filename))


def _changed_at(filename: str) -> str:
    return format((static_folder() / filename).stat().st_mtime_ns // 10**6, "x")


def _name(kind: str, code: str) -> str:
    return name(kind, code, language())


def _other_language() -> tuple[str, str]:
    """The other language's code and the address of this very place in it."""
    other = next(code for code in LANGUAGES if code != language())
    return other, here(lang=other)
