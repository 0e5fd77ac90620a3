"""The catalogue of messages of each language; English is what stands in the code."""

import gettext
import os
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import NamedTemporaryFile

from assessment.resources import translations_folder

LANGUAGES = ("de", "en")
# Readers of the English texts sit in Europe: 22 November 2026, not November 22, 2026.
DATES = {"de": "de", "en": "en_GB"}


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
    if source.exists() and (not compiled.exists() or _time(source) > _time(compiled)):
        return gettext.GNUTranslations(BytesIO(_compiled(source, compiled, language)))
    with compiled.open("rb") as file:
        return gettext.GNUTranslations(file)


def _time(file: Path) -> int:
    return file.stat().st_mtime_ns


def _compiled(source: Path, target: Path, language: str) -> bytes:
    """The catalogue compiled; kept for the next process where the folder can be written to."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - only a checkout pays for loading it
    from babel.messages.pofile import read_po  # noqa: PLC0415

    edited = _time(source)
    with source.open("rb") as file:
        catalogue = read_po(file, locale=language)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    with suppress(OSError):
        _keep(compiled.getvalue(), target, edited)
    return compiled.getvalue()


def _keep(data: bytes, target: Path, time_ns: int) -> None:
    """Put the file in its place as a whole, as old as its source: what is edited later is newer."""
    with NamedTemporaryFile(dir=target.parent, suffix=".mo", delete=False) as file:
        file.write(data)
    Path(file.name).chmod(0o644)
    os.utime(file.name, ns=(time_ns, time_ns))
    Path(file.name).replace(target)
