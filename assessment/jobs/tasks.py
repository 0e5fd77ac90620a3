"""What worker processes do; only they load the libraries for charts and PDF."""

from pathlib import Path

from assessment.model import load_model
from assessment.questionnaire.answers import Assessment
from assessment.report.pdf import report_pdf
from assessment.result import result_of


def render_report(assessment: Assessment, folder: Path, language: str) -> bytes:
    """The report of this assessment under the model in the folder, as PDF."""
    model = load_model(folder)
    return report_pdf(result_of(assessment, model), model, language)
