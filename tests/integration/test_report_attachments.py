"""What is attached to the PDF, so that programs can work with it."""

import io
import json

import pikepdf

from assessment.model import load_model
from assessment.presentation import to_json
from assessment.questionnaire.answer_file import parse_answers
from assessment.report.brief import Brief
from assessment.report.foreign_pdf import attached_answers
from assessment.report.pdf import report_pdf
from assessment.result import result_of
from tests.integration.builders import a_full_assessment


def test_answers_and_result_are_attached_for_programs():
    model, assessment = load_model(), a_full_assessment()
    result = result_of(assessment, model)
    report = report_pdf(result, model, Brief("de"))
    with pikepdf.open(io.BytesIO(report)) as pdf:
        attached = {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}
    assert attached_answers(report) == attached["answers.json"]
    assert sorted(attached) == ["answers.json", "result.json"]
    read = parse_answers(attached["answers.json"], file="x.json", vocabulary=model.vocabulary)
    assert read == assessment
    assert json.loads(attached["result.json"]) == to_json(result, model, "de")
