"""How a brand looks: the cover of a report about nobody, and the pages with the office's texts."""

from dataclasses import dataclass
from datetime import date

from assessment.model import Model
from assessment.report.brand.model import Brand
from assessment.report.brand.view import BrandView, brand_view
from assessment.report.content import About
from assessment.report.content.figures import DASH, day
from assessment.report.pages import page_html
from assessment.report.pdf import laid_out
from assessment.report.tags import mended
from assessment.wording import name, translator

_ANY_DAY = date(2026, 1, 1)


@dataclass(frozen=True)
class Preview:
    """As much of a report as the pages with a brand show."""

    language: str
    about: About
    brand: BrandView
    applications: tuple[()] = ()


def preview_pdf(brand: Brand, model: Model, language: str) -> bytes:
    """Cover, introduction and last page as PDF; a town that does not exist stands in for others."""
    about = _about(model, language)
    view = brand_view(brand, about.municipality, about.date, language)
    text = page_html("report/brand_preview.html", language, report=Preview(language, about, view))
    return mended(laid_out(text, (), view))


def _about(model: Model, language: str) -> About:
    _ = translator(language).gettext
    return About(
        municipality=_("Sampletown"),
        place="",
        body=name("body", "municipality", language),
        population="",
        ags="",
        date=day(_ANY_DAY, language),
        iso_date=_ANY_DAY.isoformat(),
        questionnaire=model.questionnaire.title[language],
        reference=model.questionnaire.reference,
        tool_version="",
        model_hash=model.hash,
        coverage=DASH,
        note="",
        standing=_("Preview"),
    )
