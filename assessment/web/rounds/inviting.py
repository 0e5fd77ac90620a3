"""Before members are invited: what would be hidden, and what to tell them."""

from flask import Response, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from assessment.benchmark.rounds.notice import notice_of
from assessment.errors import NotFound
from assessment.report.overall.words import Words
from assessment.services.rounds import work
from assessment.services.rounds.doing.trying import takes_long, whole_hidden_at
from assessment.services.rounds.published import notice_as_pdf
from assessment.web.rounds.blueprint import in_words, opened, pages, wake
from assessment.web.setup.desk import the_desk
from assessment.web.setup.downloads import download as sent
from assessment.web.setup.languages import language
from assessment.wording import translator


@pages.get("/<slug>/dry-run")
def dry_run(slug: str) -> ResponseReturnValue:
    """Which groups would be hidden, by how many of the members take part."""
    line = opened(slug)
    tried = work.work_of(line.folder, "dry_run")
    done = tried if tried and not tried.running else None
    return render_template(
        "pages/rounds/dry_run.html",
        line=line,
        tried=done,
        failed=in_words(done.problems) if done else (),
        stale=bool(done) and done.asked != _asked(slug) if done else False,
        **(_hints(done) if done and done.outcome else {}),
    )


@pages.post("/<slug>/dry-run")
def try_out(slug: str) -> ResponseReturnValue:
    """The dry run is worked out beside the pages."""
    work.order(opened(slug).folder, "dry_run", _asked(slug))
    wake()
    return redirect(url_for("rounds.dry_run", slug=slug), 303)


@pages.get("/<slug>/published")
def published(slug: str) -> ResponseReturnValue:
    """What is published about a member and what never: a page to be handed on."""
    line = opened(slug)
    return render_template(
        "pages/rounds/published.html",
        line=line,
        told=notice_of(line.round),
        words=Words(the_desk().model, language()),
    )


@pages.get("/<slug>/published.pdf")
def notice(slug: str) -> Response:
    """The same as PDF, to be sent along with the invitation."""
    round_ = opened(slug).round
    if round_ is None:
        raise NotFound(slug)
    _ = translator(language()).gettext
    name = _("notice")
    data = notice_as_pdf(the_desk(), round_, language())
    return sent(data, f"{slug}-{name}.pdf", "application/pdf")


def _hints(done: work.Work) -> dict[str, object]:
    """What to think about before inviting: as the settings were when it was tried."""
    least = done.asked["minimums"]["group"]
    return {
        "whole_hidden": whole_hidden_at(done.outcome, least),
        "takes_long": takes_long(done.outcome),
    }


def _asked(slug: str) -> dict[str, object]:
    """The settings that a dry run rests on: with others it is out of date."""
    round_ = opened(slug).round
    if round_ is None:
        return {}
    return {
        "by": round_.by,
        "minimums": round_.minimums.model_dump(),
        "members": round_.members.model_dump(mode="json"),
    }
