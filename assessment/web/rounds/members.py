"""The members of a round, for the eyes of the association: who took part, who withdrew."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from assessment.services.rounds import editing, seen
from assessment.web.rounds.blueprint import opened, pages, sheet, text
from assessment.web.setup.desk import the_desk
from assessment.web.setup.places import local


@pages.get("/<slug>/members")
def show_members(slug: str) -> ResponseReturnValue:
    """A sheet of the members."""
    line = opened(slug)
    took_part = request.args.get("took_part", "")
    found = seen.members(the_desk(), slug, took_part=took_part, text=text(), sheet=sheet())
    return render_template(
        "pages/rounds/members.html",
        line=line,
        found=found,
        text=text(),
        took_part=took_part,
        withdrawn=frozenset(line.round.withdrawn if line.round else ()),
    )


@pages.post("/<slug>/members/<ags>/withdraw")
def withdraw(slug: str, ags: str) -> ResponseReturnValue:
    """What the member handed in does not count from the next release on."""
    editing.withdraw(the_desk(), slug, ags)
    return _back(slug)


@pages.post("/<slug>/members/<ags>/take-part")
def take_part_again(slug: str, ags: str) -> ResponseReturnValue:
    """The withdrawal is taken back."""
    editing.take_part_again(the_desk(), slug, ags)
    return _back(slug)


def _back(slug: str) -> ResponseReturnValue:
    wanted = request.form.get("next")
    return redirect(local(wanted) if wanted else url_for("rounds.show_members", slug=slug), 303)
