"""The council paper made anew, with the texts that an office wrote into the one before."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from assessment.errors import Invalid
from assessment.report.brief import Brief
from assessment.report.office.given import GivenFile
from assessment.services import assessments, results
from assessment.services.documents.formats import MEDIA_TYPES
from assessment.services.documents.of_assessment import paper_again
from assessment.web.results import asked_revision
from assessment.web.setup.desk import the_desk
from assessment.web.setup.downloads import download
from assessment.web.setup.languages import language, problem_words
from assessment.web.setup.uploads import uploaded

pages = Blueprint("papers", __name__, url_prefix="/assessments/<id>/result/paper")


@pages.route("", methods=["GET", "POST"])
def again(id: str) -> ResponseReturnValue:
    """The form for the paper before; sent, the new one comes with its own texts."""
    head = assessments.head(the_desk(), id)
    told: list[str] = []
    if request.method == "POST":
        try:
            data, name = uploaded("file")
            earlier = GivenFile(name, data)
            brief, number = Brief(language()), asked_revision()
            paper = paper_again(the_desk(), id, brief, earlier, revision=number)
        except Invalid as refused:
            told = [" ".join(problem_words(one)) for one in refused.problems]
        else:
            named = results.report_name(head, language(), number)
            return download(paper, named.removesuffix("pdf") + "docx", MEDIA_TYPES["docx"])
    page = render_template("pages/papers/again.html", head=head, told=told)
    return page, 422 if told else 200
