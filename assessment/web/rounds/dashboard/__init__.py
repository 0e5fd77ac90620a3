"""The dashboard of a release: reads only the release, never answers."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from assessment.benchmark.overview import breakdowns_of, keys_of
from assessment.errors import NotFound
from assessment.report.overall.content import bare_chapters, is_bare
from assessment.services.rounds.dashboard import overview
from assessment.services.rounds.published import head_of, release_in
from assessment.services.rounds.seen import ReleaseFile, RoundLine
from assessment.web.rounds.blueprint import opened, pages
from assessment.web.rounds.dashboard.drawing import course, tile_place
from assessment.web.setup.desk import the_desk

Key = dict[str, str]


@pages.get("/<slug>/releases/<int:number>")
def dashboard(slug: str, number: int) -> ResponseReturnValue:
    """Key figures, charts and tables of one release, for everybody or one of its groups."""
    line = opened(slug)
    file = _file(line, number)
    model = the_desk().model
    dimensions = [one.id for one in model.questionnaire.dimensions]
    chosen = request.args.get("dimension", "")
    groups = _groups(release_in(the_desk(), file))
    key = groups.get(request.args.get("group", ""), {})
    found = overview(the_desk(), line, file, key)
    return render_template(
        "pages/rounds/dashboard/show.html",
        line=line,
        file=file,
        head=head_of(the_desk(), file),
        found=found,
        bare=bare_chapters(found),
        nothing=is_bare(found),
        groups=groups,
        group=request.args.get("group", "") if key else "",
        key=key,
        dimension=chosen if chosen in dimensions else dimensions[0],
        questionnaire=model.questionnaire,
        archetypes={one.id: one for one in model.recommendation.archetypes},
        tile_place=tile_place,
        course=course,
    )


def _file(line: RoundLine, number: int) -> ReleaseFile:
    for one in line.releases:
        if one.number == number:
            return one
    raise NotFound(str(number))


def _groups(release: dict[str, object]) -> dict[str, Key]:
    """Every group of the release by the name it has in addresses."""
    keys = [dict(key) for by in breakdowns_of(release) for key in keys_of(release, by)]
    return {",".join(f"{name}:{value}" for name, value in key.items()): key for key in keys}
