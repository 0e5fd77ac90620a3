"""The language of the command line, settled before any help text is built."""

import gettext
import os
from collections.abc import Sequence

from assessment.resources import translations_folder

LANGUAGES = ("de", "en")
_chosen = "de"


def choose(arguments: Sequence[str]) -> str:
    """The language asked for by `--lang`, else by ASSESSMENT_LANG, else German.

    Help texts are made when a command's module is loaded, so this looks at the arguments before
    click does. An unknown language is left for click to refuse.
    """
    global _chosen
    wanted = _after_option(arguments, "--lang") or os.environ.get("ASSESSMENT_LANG", "de")
    _chosen = wanted if wanted in LANGUAGES else "de"
    os.environ["LANGUAGE"] = _chosen  # click's own messages ask gettext, which asks this
    gettext.bindtextdomain("messages", str(translations_folder()))
    return _chosen


def chosen() -> str:
    """The language of this run."""
    return _chosen


def _(message: str) -> str:
    """The message in the language of this run."""
    from assessment.wording import translator

    return translator(_chosen).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """The message in the language of this run, in the right number."""
    from assessment.wording import translator

    return translator(_chosen).ngettext(singular, plural, number)


def _after_option(arguments: Sequence[str], option: str) -> str | None:
    for position, argument in enumerate(arguments):
        if argument == option and position + 1 < len(arguments):
            return arguments[position + 1]
        if argument.startswith(option + "="):
            return argument.removeprefix(option + "=")
    return None

