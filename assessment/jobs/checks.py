"""What worker processes check of files that somebody sent, and how a brand would look.

A failure would come back as text only: what is wrong is given back as problems.
"""

from collections.abc import Sequence
from pathlib import Path

from assessment.errors import Invalid, Problem
from assessment.model import load_model
from assessment.questionnaire.answers import Assessment
from assessment.report.brand import Brand, Picture
from assessment.result import result_of

Problems = tuple[Problem, ...]


def check_picture(data: bytes) -> Picture | Problems:
    """The picture, saved anew; else everything that stands against it."""
    from assessment.report.brand.pictures import picture_of  # noqa: PLC0415

    try:
        return picture_of(data)
    except Invalid as refused:
        return refused.problems


def check_word_template(
    data: bytes, sources: Sequence[Assessment], folder: Path, language: str
) -> Problems:
    """What is wrong with a Word template, tried out on these assessments."""
    from assessment.report.brand.tryout.template import problems_of_template  # noqa: PLC0415

    model = load_model(folder)
    results = (result_of(source, model) for source in sources)
    return problems_of_template(data, results, model, language)


def render_brand(brand: Brand, folder: Path, language: str) -> bytes:
    """Cover, introduction and last page of a report with this brand, as PDF."""
    from assessment.report.brand.tryout.preview import preview_pdf  # noqa: PLC0415

    return preview_pdf(brand, load_model(folder), language)


def word_template(language: str) -> bytes:
    """The Word template of the tool."""
    from assessment.report.office.council_paper import council_template_docx  # noqa: PLC0415

    return council_template_docx(language)
