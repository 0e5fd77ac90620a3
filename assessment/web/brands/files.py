"""The pictures and Word templates of a brand: sent, fetched and removed."""

from flask import Response, redirect, url_for
from flask.typing import ResponseReturnValue

from assessment.errors import Invalid
from assessment.services.brands import keeping
from assessment.services.documents.formats import MEDIA_TYPES
from assessment.web.brands.forms import told
from assessment.web.brands.pages import page_of, pages
from assessment.web.setup.desk import the_desk
from assessment.web.setup.downloads import download
from assessment.web.setup.uploads import uploaded

# A picture may bring its own style, and must neither fetch nor run anything wherever it is opened.
_ONLY_SEEN = "default-src 'none'; style-src 'unsafe-inline'; sandbox"


@pages.get("/<id>/pictures/<slot>")
def picture(id: str, slot: str) -> Response:
    """The picture as documents show it."""
    found = keeping.picture(the_desk(), id, slot)
    response = Response(bytes(found.data), mimetype=found.media_type)
    response.headers["Content-Security-Policy"] = _ONLY_SEEN
    return response


@pages.post("/<id>/pictures/<slot>")
def put_picture(id: str, slot: str) -> ResponseReturnValue:
    """The picture is kept, or the page says why not."""
    try:
        data, name = uploaded("file")
        keeping.put_picture(the_desk(), id, slot, data=data, name=name)
    except Invalid as refused:
        return _refused(id, f"file-{slot}", refused)
    return _back(id, "pictures")


@pages.post("/<id>/pictures/<slot>/delete")
def remove_picture(id: str, slot: str) -> ResponseReturnValue:
    """The picture is gone."""
    keeping.remove_picture(the_desk(), id, slot)
    return _back(id, "pictures")


@pages.get("/<id>/templates/<code>")
def template(id: str, code: str) -> Response:
    """The Word template that is kept."""
    name, data = keeping.template(the_desk(), id, code)
    return download(data, name, MEDIA_TYPES["docx"])


@pages.post("/<id>/templates/<code>")
def put_template(id: str, code: str) -> ResponseReturnValue:
    """The Word template is tried out and kept, or the page says all that is wrong with it."""
    try:
        data, name = uploaded("file")
        keeping.put_template(the_desk(), id, code, data=data, name=name)
    except Invalid as refused:
        return _refused(id, f"template-{code}", refused)
    return _back(id, "templates")


@pages.post("/<id>/templates/<code>/delete")
def remove_template(id: str, code: str) -> ResponseReturnValue:
    """The Word template of the tool counts again."""
    keeping.remove_template(the_desk(), id, code)
    return _back(id, "templates")


@pages.get("/templates/start-<any(de, en):code>.docx")
def start_template(code: str) -> Response:
    """The Word template of the tool, to be changed and sent back."""
    data = keeping.start_template(the_desk(), code)
    return download(data, f"template-{code}.docx", MEDIA_TYPES["docx"])


def _refused(id: str, field: str, refused: Invalid) -> ResponseReturnValue:
    """The page of the brand with all that is wrong with the file beside its field."""
    told_at_field = [(field, told(problem)) for problem in refused.problems]
    return page_of(id, {}, told_at_field), 422


def _back(id: str, part: str) -> ResponseReturnValue:
    return redirect(url_for("brands.edit", id=id, _anchor=part), 303)
