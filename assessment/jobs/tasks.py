"""What worker processes do; only they load the libraries for draws, programmes, charts and PDF."""

from pathlib import Path

from assessment.model import load_model
from assessment.presentation.stored_result import result_of_stored
from assessment.questionnaire.answers import Assessment
from assessment.report.office.given import GivenFiles
from assessment.result import Result, result_of


def work_out(assessment: Assessment, folder: Path) -> Result:
    """The result of this assessment under the model in the folder."""
    return result_of(assessment, load_model(folder))


def render_report(assessment: Assessment, folder: Path, language: str, standing: str = "") -> bytes:
    """The report of this assessment under the model in the folder, as PDF."""
    return _printed(work_out(assessment, folder), folder, language, standing)


def render_stored(stored: bytes, folder: Path, language: str, standing: str) -> bytes:
    """The report of a result that was kept, and of the model that was kept with it, as PDF."""
    return _printed(result_of_stored(stored), folder, language, standing)


def render_workbook(assessment: Assessment, folder: Path, language: str) -> bytes:
    """The result of this assessment under the model in the folder, as XLSX."""
    from assessment.report.workbook import workbook_xlsx  # noqa: PLC0415

    return workbook_xlsx(work_out(assessment, folder), load_model(folder), language)


def render_council_paper(
    assessment: Assessment, folder: Path, language: str, given: GivenFiles
) -> bytes:
    """The council paper of this assessment as DOCX; own texts of an earlier one are kept."""
    from assessment.report.office.council_paper import council_paper_docx  # noqa: PLC0415

    return council_paper_docx(work_out(assessment, folder), load_model(folder), language, given)


def render_slides(assessment: Assessment, folder: Path, language: str) -> bytes:
    """The slides about the result of this assessment as PPTX."""
    from assessment.report.office.slides import slides_pptx  # noqa: PLC0415

    return slides_pptx(work_out(assessment, folder), load_model(folder), language)


def _printed(result: Result, folder: Path, language: str, standing: str) -> bytes:
    # A process that only works out results does not pay for the libraries that print.
    from assessment.report.pdf import report_pdf  # noqa: PLC0415

    return report_pdf(result, load_model(folder), language, standing)


def check_pdf(data: bytes) -> str:
    """The code of what is wrong with a PDF that somebody sent; empty when it can be read."""
    from assessment.report.foreign_pdf import fault_of  # noqa: PLC0415

    return fault_of(data)


def get_ready(folder: Path) -> None:
    """Read the model and make its draws, so that the first to ask does not wait for it."""
    load_model(folder).draws  # noqa: B018 - made once per process, and kept
