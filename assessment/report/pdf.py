"""The report as PDF/UA-1: WeasyPrint lays it out, then the tags are mended.

Nothing is fetched: the only addresses that are served are our own fonts.
"""

import re
import unicodedata
from functools import cache
from typing import Any

from fontTools.ttLib import TTFont
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from assessment.model import Model
from assessment.report.content import content_of
from assessment.report.pages import report_html
from assessment.report.tags import mended
from assessment.resources import templates_folder, vendor_folder
from assessment.result import Result

VARIANT = "pdf/ua-1"
MISSING_CHARACTER = "\N{LOZENGE}"


class OwnFontsOnly(URLFetcher):
    """Serves `font:<file>` from the fonts that come with the tool and refuses everything else."""

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        scheme, _, file = url.partition(":")
        path = _font_folder() / file
        if scheme != "font" or path.parent != _font_folder() or path.suffix != ".ttf":
            raise ValueError(f"the report fetches nothing but its own fonts, not {url[:80]}")
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/ttf"})


def report_pdf(result: Result, model: Model, language: str) -> bytes:
    """The report of a result; the same result, model and language give the same bytes."""
    page = HTML(
        string=printable(report_html(content_of(result, model, language))),
        url_fetcher=OwnFontsOnly(),
    )
    raw = page.write_pdf(
        stylesheets=[_stylesheet()],
        font_config=_fonts(),
        pdf_variant=VARIANT,
        pdf_identifier=b"assessment",
    )
    assert raw is not None
    return mended(raw)


def printable(text: str) -> str:
    """The text with a placeholder for each character that the fonts lack, such as emoji."""
    return _unprintable().sub(MISSING_CHARACTER, unicodedata.normalize("NFC", text))


@cache
def _stylesheet() -> CSS:
    path = templates_folder() / "report" / "report.css"
    return CSS(
        string=path.read_text(encoding="utf-8"),
        font_config=_fonts(),
        url_fetcher=OwnFontsOnly(),
    )


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@cache
def _unprintable() -> re.Pattern[str]:
    """What the typeface has no shape for, line ends and tabs aside."""
    with TTFont(_font_folder() / "FiraSans-Regular.ttf", lazy=True) as font:
        known = {chr(code) for code in font.getBestCmap()}
    return re.compile(f"[^{re.escape(''.join(sorted(known)))}\n\t]")


def _font_folder() -> Any:
    return vendor_folder() / "chart-fonts"
