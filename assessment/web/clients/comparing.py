"""Several clients side by side."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from assessment.services.clients.comparing import WEAK_BELOW, clients_beside
from assessment.web.clients.blueprint import pages
from assessment.web.setup.desk import the_desk


@pages.get("/clients/compare")
def compare() -> ResponseReturnValue:
    """The clients of the address beside one another."""
    model = the_desk().model
    return render_template(
        "pages/clients/compare.html",
        found=clients_beside(the_desk(), request.args.getlist("client")),
        dimensions=model.questionnaire.dimensions,
        topics=model.questionnaire.topic_by_id,
        kinds=model.recommendation.archetype_by_id,
        weak_below=WEAK_BELOW,
    )
