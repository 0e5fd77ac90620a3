"""The catalogue of messages of each language; English is what stands in the code."""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

from assessment.resources import translations_folder

LANGUAGES = ("de", "en")


def N_(message: str) -> str:  # noqa: N802 - the name by which Babel knows a message to collect
    """The message itself, marked for translation where it is shown."""
    return message


@cache
def translator(language: str) -> gettext.NullTranslations:
    """What turns messages into this language; read once per process."""
    if language == "en":
        return gettext.NullTranslations()
    folder = translations_folder() / language / "LC_MESSAGES"
    compiled, source = folder / "messages.mo", folder / "messages.po"
    # In a checkout the source is what people edit: an older compiled file would show stale texts.
    if source.exists() and (not compiled.exists() or _is_newer(source, compiled)):
        return gettext.GNUTranslations(_compiled(source, language))
    with compiled.open("rb") as file:
        return gettext.GNUTranslations(file)


def _is_newer(source: Path, compiled: Path) -> bool:
    return source.stat().st_mtime > compiled.stat().st_mtime


def _compiled(source: Path, language: str) -> BytesIO:
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only a checkout pays for loading it
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with source.open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return compiled
