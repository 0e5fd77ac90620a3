"""The council paper (Beschlussvorlage) as an editable Word document."""

import zipfile
from io import BytesIO

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, Undefined
from jinja2.sandbox import SandboxedEnvironment

from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.report.brief import Brief
from assessment.report.characters import in_reading_order
from assessment.report.content import Report, content_of
from assessment.report.office.council_content import council_content
from assessment.report.office.council_template import council_template
from assessment.report.office.given import NOTHING_GIVEN, GivenFile, GivenFiles
from assessment.report.office.marks import pictures_for
from assessment.report.office.own_text import carry_over
from assessment.report.office.packing import repacked
from assessment.result import Result
from assessment.wording import translator


def council_template_docx(language: str) -> bytes:
    """The template of the tool, for an office that wants to change it."""
    return council_template(language)


def council_paper_docx(
    result: Result, model: Model, brief: Brief, given: GivenFiles = NOTHING_GIVEN
) -> bytes:
    """The paper as DOCX, in the office's own template where there is one.

    Texts that somebody wrote into the blocks for own text of the earlier paper are carried over.
    Raises Invalid for a template that cannot be filled, or an earlier file that is no paper.
    """
    report = content_of(result, model, brief)
    template = given.template or GivenFile("template.docx", _own_template(report))
    try:
        document = filled(template, report, result, model=model)
    except TemplateError as error:
        values = {"reason": str(error)}
        problem = Problem("template_not_filled", values=values, file=template.name)
        raise Invalid([problem]) from error
    if given.earlier is not None:
        _ = translator(report.language).gettext
        carry_over(document.docx, given.earlier, _("Own texts without a place in the template"))
    document.docx.core_properties.author = report.brand.office if report.brand else ""
    document.docx.core_properties.last_modified_by = ""
    file = BytesIO()
    document.save(file)
    return repacked(file.getvalue(), result.assessment.date)


def filled(
    template: GivenFile,
    report: Report,
    result: Result,
    *,
    model: Model,
    undefined: type[Undefined] = StrictUndefined,
) -> DocxTemplate:
    """The template with its fields filled in; `undefined` is what stands for names it has wrong.

    Raises Invalid for what is no Word document, and what Jinja raises.
    """
    document = _opened(template)
    values = council_content(report, result, model) | pictures_for(document, report.brand)
    environment = SandboxedEnvironment(
        autoescape=True, undefined=undefined, finalize=_in_reading_order
    )
    document.render(values, jinja_env=environment, autoescape=True)
    return document


def _in_reading_order(value: object) -> object:
    """A text that turns round nothing that stands beside it."""
    return in_reading_order(value) if isinstance(value, str) else value


def _own_template(report: Report) -> bytes:
    return council_template(report.language, report.brand.palette if report.brand else None)


def _opened(template: GivenFile) -> DocxTemplate:
    try:
        document = DocxTemplate(BytesIO(template.data))
        document.init_docx()
    except (KeyError, ValueError, zipfile.BadZipFile) as error:
        raise Invalid([Problem("no_word_document", file=template.name)]) from error
    return document
