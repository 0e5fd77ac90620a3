"""Which release a person compares with; the browser remembers it."""

from flask import request, session

from assessment.municipality import Municipality
from assessment.services.peers.at_hand import releases_at_hand
from assessment.services.peers.showing import NONE, chosen_release
from assessment.web.setup.desk import the_desk
from assessment.web.setup.languages import language
from assessment.web.setup.templating import day
from assessment.wording import translator

_KEY = "release"


def wanted_release() -> str | None:
    """The digest in the address, else what was chosen last; None where nothing ever was."""
    asked = request.args.get(_KEY)
    if asked is not None:
        session.permanent = True
        session[_KEY] = asked[:64]
    remembered: str | None = asked if asked is not None else session.get(_KEY)
    return remembered


def release_for(questionnaire: str, body: Municipality) -> str:
    """The digest of the release for a document; empty for none."""
    key = chosen_release(the_desk(), questionnaire, body, wanted_release())
    return "" if key == NONE else key


def release_choices(questionnaire: str | None = None) -> list[tuple[str, str]]:
    """The releases at hand, for a drop-down list; empty where there is none."""
    _ = translator(language()).gettext
    offered = releases_at_hand(the_desk(), questionnaire)
    sentence = _("%(round)s, release %(number)s of %(day)s")
    found = [
        (
            one.key,
            sentence
            % {
                "round": one.origin.round,
                "number": one.origin.number,
                "day": day(one.origin.date),
            },
        )
        for one in offered
    ]
    return [*found, (NONE, _("without comparison"))] if found else []
