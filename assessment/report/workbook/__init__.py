"""The workbook: answers and model as cells, everything worked out from them as live formulas."""

from assessment.model import Model
from assessment.recommendation.recommend import advise
from assessment.report.brief import Brief
from assessment.report.content import content_of
from assessment.report.workbook.book import Book
from assessment.report.workbook.sheets.advice import AdviceSheets
from assessment.report.workbook.sheets.answers import AnswerSheet
from assessment.report.workbook.sheets.beside import write_changes, write_position
from assessment.report.workbook.sheets.factors import FactorSheet
from assessment.report.workbook.sheets.gates import GateSheet
from assessment.report.workbook.sheets.needs import NeedSheet
from assessment.report.workbook.sheets.scores import ScoreSheets
from assessment.report.workbook.sheets.values import write_about, write_values
from assessment.report.workbook.subject import subject_of
from assessment.result import Result


def workbook_xlsx(result: Result, model: Model, brief: Brief) -> bytes:
    """The result as an XLSX file; the same result gives the same bytes.

    Scores, ranges, coverage, levels, gaps, fits, suitability, states and routes are formulas over
    the answers and the model's numbers; what rests on trials, programmes and cases are values.
    """
    report = content_of(result, model, brief)
    subject = subject_of(result, model, brief.language)
    palette = report.brand.palette if report.brand else None
    book = Book(report.about.questionnaire, result.assessment.date, palette)
    write_about(book, report)
    answers = AnswerSheet(book, subject)
    scores = ScoreSheets(book, subject, answers)
    factors = FactorSheet(book, subject)
    needs = NeedSheet(book, subject, scores)
    gates = GateSheet(book, subject, answers, factors)
    AdviceSheets(book, subject, needs, factors, gates=gates).write(
        advise(subject.applications, result.answers, result.scorecard, model.recommendation)
    )
    write_values(book, report)
    write_changes(book, report)
    write_position(book, report)
    return book.bytes()
