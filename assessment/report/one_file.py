"""The report as one HTML file that needs nothing else: the same content as the PDF, for screens."""

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import cache

from assessment.model import Model
from assessment.report.brand.look import recoloured, variables
from assessment.report.brand.view import BrandView
from assessment.report.brief import Brief
from assessment.report.characters import in_reading_order
from assessment.report.charts.chart import Chart
from assessment.report.content import content_of
from assessment.report.method import printed_method
from assessment.report.pages import report_html, stylesheet
from assessment.result import Result

# Whatever a text holds: the file fetches nothing, runs nothing and sends nothing.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
_ON_PAPER = re.compile(r"@font-face \{[^}]*\}|@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}")
# On a phone a wide table or drawing is moved in a frame of its own, with the keyboard too.
_WIDE = re.compile(r'<table(?! class="facts").*?</table>|<img class="panels"[^>]*>', re.DOTALL)
_ROOM = r'<div class="room" tabindex="0">\g<0></div>'
_DRAWN = re.compile(r'src="(chart|brand):([^"]+)"')


def report_file_html(result: Result, model: Model, brief: Brief) -> bytes:
    """The report of a result as HTML; the same result, model and brief give the same bytes."""
    content = content_of(result, model, brief)
    page = report_html(content, printed_method(model.folder, brief.language))
    return one_file(page, content.charts, content.brand)


def one_file(page: str, charts: Iterable[Chart], brand: BrandView | None) -> bytes:
    """A document as one file: its style and pictures within, what is wide in frames of its own."""
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_stylesheet(brand)}</style></head>"
    )
    page = _WIDE.sub(_ROOM, page).replace("</head>", head, 1)
    page = page.replace("<body>", "<body><main>", 1).replace("</body>", "</main></body>")
    return _with_pictures(in_reading_order(page), charts, brand).encode()


def _with_pictures(page: str, charts: Iterable[Chart], brand: BrandView | None) -> str:
    palette = brand.palette if brand else None
    pictures = {
        ("chart", chart.key): ("image/svg+xml", recoloured(chart.svg, palette).encode())
        for chart in charts
    }
    for one in brand.pictures if brand else ():
        pictures["brand", one.key] = (one.picture.kind, one.picture.data)

    def drawn(found: re.Match[str]) -> str:
        kind, data = pictures[found[1], found[2]]
        return f'src="data:{kind};base64,{b64encode(data).decode()}"'

    return _DRAWN.sub(drawn, page)


def _stylesheet(brand: BrandView | None) -> str:
    """Ours with the colours of the office; what screens need comes last, dark mode included."""
    paper, screen = _stylesheets()
    return paper + variables(brand.palette if brand else None) + screen


@cache
def _stylesheets() -> tuple[str, str]:
    """The stylesheet of the PDF without what only paper has, and what screens need beside it."""
    return _ON_PAPER.sub("", stylesheet()), stylesheet("screen")
