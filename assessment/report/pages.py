"""The report as HTML: the content put into the templates of `templates/report/`."""

import re
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assessment.report.content import Report
from assessment.report.method import Method
from assessment.resources import templates_folder
from assessment.wording import translator

# Later ones rule over earlier ones.
_ON_PAPER = ("page", "text", "cover", "tables", "parts", "chapters", "short")
_BEFORE_WORDS = re.compile(r'(?<=[^\s>]) (<(?:strong|span class="(?:note|points|stops)")>)')
_BEFORE_LINK = re.compile(r"(?<=[^\s>]) (?=<a )")


def report_html(report: Report, method: Method) -> str:
    """The whole report as one HTML document without a stylesheet; all texts are escaped.

    A chart stands in it as the picture `chart:<key>`, which is quicker to lay out than the drawing.
    """
    return page_html("report/report.html", report.language, report=report, method=method)


def with_blanks_apart(page: str) -> str:
    """The page without a text that ends in a blank before words set off from it or a link.

    Where such a text fills its line but for the blank, WeasyPrint breaks it after its first word.
    """
    return _BEFORE_LINK.sub("<span> </span>", _BEFORE_WORDS.sub(r"\1 ", page))


def stylesheet(*subjects: str) -> str:
    """The rules of these subjects in their order; all that paper needs if none is named."""
    folder = templates_folder() / "report" / "style"
    files = (folder / f"{subject}.css" for subject in subjects or _ON_PAPER)
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def page_html(template: str, language: str, **values: object) -> str:
    """One of the templates of documents, filled; all texts are escaped."""
    return _environment(language).get_template(template).render(values, language=language)


@cache
def _environment(language: str) -> Environment:
    environment = Environment(
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
        loader=FileSystemLoader(templates_folder()),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    install = getattr(environment, "install_gettext_translations")  # noqa: B009
    install(translator(language), newstyle=True)
    return environment
