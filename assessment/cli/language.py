"""The language of the command line, settled before any help text is built."""

import gettext
import os
from collections.abc import Sequence
from datetime import date

from assessment.resources import translations_folder
from assessment.wording import DATES, LANGUAGES, translator


def choose(arguments: Sequence[str]) -> str:
    """The language asked for by `--lang`, else by ASSESSMENT_LANG, else German.

    Help texts are made when a command's module is loaded, so this looks at the arguments before
    click does. An unknown language is left for click to refuse.
    """
    wanted = _after_option(arguments, "--lang") or os.environ.get("ASSESSMENT_LANG", "de")
    # click's own messages come from gettext, which asks the environment; so does `chosen`.
    os.environ["LANGUAGE"] = wanted if wanted in LANGUAGES else "de"
    gettext.bindtextdomain("messages", str(translations_folder()))
    return chosen()


def chosen() -> str:
    """The language of this run."""
    return os.environ["LANGUAGE"]


def _(message: str) -> str:
    """The message in the language of this run."""
    return translator(chosen()).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The message in the language of this run, in the right number."""
    return translator(chosen()).ngettext(singular, plural, number)


def day_text(day: date) -> str:
    """The day as it is written in the language of this run: 01.09.2026, 1 Sept 2026."""
    from babel.dates import format_date

    return format_date(day, "medium", locale=DATES[chosen()])


def _after_option(arguments: Sequence[str], option: str) -> str | None:
    for position, argument in enumerate(arguments):
        if argument == option and position + 1 < len(arguments):
            return arguments[position + 1]
        if argument.startswith(option + "="):
            return argument.removeprefix(option + "=")
    return None
