"""A release as one file of each format, for who wants no package."""

from collections.abc import Callable, Mapping
from typing import Any

from assessment.model import Model
from assessment.services.benchmark.output import release_file
from assessment.services.package.tables import figures_parquet

Json = dict[str, Any]
_TABLES = (".json", ".csv", ".xlsx")
ENDINGS = (*_TABLES, ".parquet", ".pdf", ".html")


def one_release_file(release: Json, ending: str, model: Model, language: str) -> bytes:
    """The release in the format of this ending; PDF and HTML are the overall report."""
    if ending in _TABLES:
        return release_file(release, ending)
    makers: Mapping[str, Callable[[], bytes]] = {
        ".parquet": lambda: figures_parquet([release]),
        ".pdf": lambda: _printed(release, model, language),
        ".html": lambda: _shown(release, model, language),
    }
    return makers[ending]()


def _printed(release: Json, model: Model, language: str) -> bytes:
    from assessment.report.overall.making import overall_pdf  # noqa: PLC0415 - heavy

    return overall_pdf([release], model, language)


def _shown(release: Json, model: Model, language: str) -> bytes:
    from assessment.report.overall.making import overall_html  # noqa: PLC0415 - heavy

    return overall_html([release], model, language)
