"""Where the files lie that come with the tool: questionnaires, templates, translations, assets.

A wheel carries questionnaires and templates inside the package; in a checkout they lie beside it.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_BUNDLED = _PACKAGE / "_bundled"


def questionnaires_folder() -> Path:
    """The folder with one folder per questionnaire."""
    return _bundled_or_checked_out("questionnaires")


def templates_folder() -> Path:
    """The folder of the page and report templates."""
    return _bundled_or_checked_out("templates")


def translations_folder() -> Path:
    """The folder of the message catalogues, `<language>/LC_MESSAGES/messages.mo`."""
    return _PACKAGE / "translations"


def static_folder() -> Path:
    """The folder that the web server hands out as it is."""
    return _PACKAGE / "web" / "static"


def vendor_folder() -> Path:
    """The assets of others, fetched from npm at build time: `kern/`, `chart-fonts/`, `htmx/`."""
    return static_folder() / "vendor"


def data_folder() -> Path:
    """The reference tables: the municipal register and its kind."""
    return _PACKAGE / "data"


def _bundled_or_checked_out(name: str) -> Path:
    bundled = _BUNDLED / name
    return bundled if bundled.is_dir() else _PACKAGE.parent / name
