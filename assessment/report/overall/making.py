"""The overall report as PDF/UA and as one HTML file; the same releases give the same bytes."""

from collections.abc import Mapping, Sequence
from typing import Any

from assessment.model import Model
from assessment.report.brand import Brand
from assessment.report.one_file import one_file
from assessment.report.overall.content import OverallReport, overall_content
from assessment.report.pages import page_html
from assessment.report.pdf import laid_out
from assessment.report.tags import mended
from assessment.resources import templates_folder

Releases = Sequence[Mapping[str, Any]]


def overall_pdf(
    releases: Releases,
    model: Model,
    language: str,
    brand: Brand | None = None,
    *,
    before: Releases = (),
) -> bytes:
    """The report of the last of these releases of a round, as PDF.

    `before` holds the last releases of the rounds before.
    """
    content = overall_content(releases, model, language, brand, before=before)
    return mended(laid_out(_page(content), content.charts, content.brand))


def overall_html(
    releases: Releases,
    model: Model,
    language: str,
    brand: Brand | None = None,
    *,
    before: Releases = (),
) -> bytes:
    """The report of the last of these releases of a round, as one HTML file; `before` likewise."""
    content = overall_content(releases, model, language, brand, before=before)
    return one_file(_page(content), content.charts, content.brand)


def _page(content: OverallReport) -> str:
    style = (templates_folder() / "overall" / "overall.css").read_text(encoding="utf-8")
    return page_html("overall/report.html", content.language, report=content, style=style)
