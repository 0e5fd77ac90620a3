"""What a round publishes about a member and what never, to be handed to mayors before they join."""

from assessment.benchmark.rounds.model import Round
from assessment.benchmark.rounds.notice import notice_of
from assessment.model import Model
from assessment.report.one_file import one_file
from assessment.report.overall.words import Words
from assessment.report.pages import page_html
from assessment.report.pdf import laid_out
from assessment.report.tags import mended
from assessment.resources import templates_folder


def notice_pdf(round_: Round, model: Model, language: str) -> bytes:
    """The notice of a round as PDF; the same round gives the same bytes."""
    return mended(laid_out(_page(round_, model, language), (), None))


def notice_html(round_: Round, model: Model, language: str) -> bytes:
    """The notice of a round as one HTML file."""
    return one_file(_page(round_, model, language), (), None)


def _page(round_: Round, model: Model, language: str) -> str:
    style = (templates_folder() / "overall" / "notice.css").read_text(encoding="utf-8")
    told, words = notice_of(round_), Words(model, language)
    return page_html(
        "overall/notice.html", language, round=round_, told=told, words=words, style=style
    )
