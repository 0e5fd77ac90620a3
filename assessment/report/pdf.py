"""The report as PDF/UA-1: WeasyPrint lays it out, then the tags are mended.

Nothing is fetched: the only addresses that are served are our own fonts and charts.
"""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path

from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from assessment.model import Model
from assessment.questionnaire.answer_file import write_answers
from assessment.report.brand.contrast import Palette
from assessment.report.brand.look import recoloured, with_plain_colours
from assessment.report.brand.view import BrandView
from assessment.report.brief import Brief
from assessment.report.characters import printable
from assessment.report.charts.chart import Chart
from assessment.report.content import content_of
from assessment.report.data import data_json
from assessment.report.method import printed_method
from assessment.report.pages import report_html, stylesheet, with_blanks_apart
from assessment.report.tags import mended
from assessment.resources import vendor_folder
from assessment.result import Result
from assessment.wording import translator

VARIANT = "pdf/ua-1"
FONTS = ("FiraSans-Regular.ttf", "FiraSans-SemiBold.ttf", "FiraSans-Bold.ttf")


class OwnFilesOnly(URLFetcher):
    """Serves `font:<file>` from the tool's fonts, `chart:<key>` and `brand:<key>`, nothing else."""

    def __init__(self, charts: Iterable[Chart] = (), brand: BrandView | None = None) -> None:
        super().__init__()
        self._charts = {chart.key: chart for chart in charts}
        self._palette = brand.palette if brand else None
        self._pictures = {one.key: one.picture for one in brand.pictures} if brand else {}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        del headers
        scheme, _, name = url.partition(":")
        if scheme == "chart" and name in self._charts:
            drawing = recoloured(self._charts[name].svg, self._palette).encode()
            return URLFetcherResponse(url, drawing, {"Content-Type": "image/svg+xml"})
        if scheme == "font" and name in FONTS:
            font = (_font_folder() / name).read_bytes()
            return URLFetcherResponse(url, font, {"Content-Type": "font/ttf"})
        if scheme == "brand" and name in self._pictures:
            picture = self._pictures[name]
            return URLFetcherResponse(url, picture.data, {"Content-Type": picture.kind})
        raise ValueError(f"the report fetches nothing but its own fonts and charts: {url[:80]}")


def report_pdf(result: Result, model: Model, brief: Brief) -> bytes:
    """The report of a result; the same result, model and brief give the same bytes."""
    with _uncollected():
        method = printed_method(model.folder, brief.language)
        content = content_of(result, model, brief)
        attached = _attached(result, model, brief)
        page = report_html(content, method)
        return mended(laid_out(page, content.charts, content.brand, attached))


def laid_out(
    text: str,
    charts: Iterable[Chart],
    brand: BrandView | None,
    attached: Sequence[Attachment] = (),
) -> bytes:
    """The pages of an HTML document in our style, tagged as far as WeasyPrint goes."""
    shown = printable(with_blanks_apart(text), _font_folder() / FONTS[0])
    page = HTML(string=shown, url_fetcher=OwnFilesOnly(charts, brand))
    raw = page.write_pdf(
        stylesheets=[_stylesheet(brand.palette if brand else None)],
        font_config=_fonts(),
        pdf_variant=VARIANT,
        pdf_identifier=b"assessment",
        attachments=attached,
        uncompressed_pdf=True,  # what mends the tags compresses all, sooner than it is done here
    )
    return raw or b""


def _attached(result: Result, model: Model, brief: Brief) -> list[Attachment]:
    """Answers and result for programs, so that the report can be worked with in years to come."""
    _ = translator(brief.language).gettext
    day = result.assessment.date
    made = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - WeasyPrint writes it as it is
    return [
        Attachment(string=text, name=name, description=about, created=made, modified=made)
        for name, about, text in (
            ("answers.json", _("The answers as an answer file"), _answers(result)),
            ("result.json", _("The result for programs"), data_json(result, model, brief).decode()),
        )
    ]


def _answers(result: Result) -> str:
    return write_answers(result.assessment, format="json")


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the garbage collector alone meanwhile, then let it collect once.

    Boxes live until the file is written: looking through them time and again costs a sixth of it.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()


@lru_cache(maxsize=8)  # a consultancy's reports come one after the other
def _stylesheet(palette: Palette | None) -> CSS:
    style = with_plain_colours(stylesheet(), palette)
    return CSS(string=style, url_fetcher=OwnFilesOnly())


@cache
def _fonts() -> FontConfiguration:
    """Our typeface, which is named in the stylesheet, read once however many colours there are."""
    fonts = FontConfiguration()
    CSS(string=stylesheet("page"), font_config=fonts, url_fetcher=OwnFilesOnly())
    return fonts


def _font_folder() -> Path:
    return vendor_folder() / "chart-fonts"
