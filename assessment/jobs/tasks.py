"""What worker processes do; only they load the libraries for draws, programmes, charts and PDF."""

from pathlib import Path

from assessment.answer_book import read_any
from assessment.errors import Invalid, Problem
from assessment.model import load_model
from assessment.questionnaire.answers import Assessment
from assessment.report.brief import Brief
from assessment.report.data import data_csv, data_json
from assessment.report.office.given import NOTHING_GIVEN, GivenFiles
from assessment.report.since import Source, result_from
from assessment.result import Result, result_of


def work_out(assessment: Assessment, folder: Path) -> Result:
    """The result of this assessment under the model in the folder."""
    return result_of(assessment, load_model(folder))


def render_report(source: Source, folder: Path, brief: Brief) -> bytes:
    """The report under the model in the folder, as PDF."""
    # A process that only works out results does not pay for the libraries that print.
    from assessment.report.pdf import report_pdf  # noqa: PLC0415

    return report_pdf(result_from(source, folder), load_model(folder), brief)


def render_page(source: Source, folder: Path, brief: Brief) -> bytes:
    """The report under the model in the folder, as one HTML file."""
    from assessment.report.one_file import report_file_html  # noqa: PLC0415

    return report_file_html(result_from(source, folder), load_model(folder), brief)


def render_workbook(source: Source, folder: Path, brief: Brief) -> bytes:
    """The result under the model in the folder, as XLSX."""
    from assessment.report.workbook import workbook_xlsx  # noqa: PLC0415

    return workbook_xlsx(result_from(source, folder), load_model(folder), brief)


def render_council_paper(
    source: Source, folder: Path, brief: Brief, given: GivenFiles = NOTHING_GIVEN
) -> bytes:
    """The council paper as DOCX; own texts of an earlier one are kept."""
    from assessment.report.office.council_paper import council_paper_docx  # noqa: PLC0415

    return council_paper_docx(result_from(source, folder), load_model(folder), brief, given)


def render_slides(source: Source, folder: Path, brief: Brief) -> bytes:
    """The slides about the result as PPTX."""
    from assessment.report.office.slides import slides_pptx  # noqa: PLC0415

    return slides_pptx(result_from(source, folder), load_model(folder), brief)


def render_table(source: Source, folder: Path, brief: Brief) -> bytes:
    """The result under the model in the folder, as CSV."""
    return data_csv(result_from(source, folder), load_model(folder), brief)


def render_json(source: Source, folder: Path, brief: Brief) -> bytes:
    """The result under the model in the folder, for programs."""
    return data_json(result_from(source, folder), load_model(folder), brief)


def read_answers(data: bytes, file: str, folder: Path) -> Assessment | tuple[Problem, ...]:
    """What an answer file holds under the model in the folder, or all that is wrong with it."""
    try:
        return read_any(data, file=file, model=load_model(folder))
    except Invalid as error:
        return tuple(error.problems)


def check_pdf(data: bytes) -> str:
    """The code of what is wrong with a PDF that somebody sent; empty when it can be read."""
    from assessment.report.foreign_pdf import fault_of  # noqa: PLC0415

    return fault_of(data)


def get_ready(folder: Path) -> None:
    """Read the model and make its draws, so that the first to ask does not wait for it."""
    load_model(folder).draws  # noqa: B018 - made once per process, and kept
