"""The roadmap as lines of text for a terminal."""

from collections.abc import Iterator, Mapping

from assessment.cli.language import _
from assessment.model import Model
from assessment.report.content.roadmap import RoadmapView, roadmap_of
from assessment.result import Result


def roadmap_lines(
    result: Result, titles: Mapping[str, str], model: Model, language: str
) -> Iterator[str]:
    """The frame, what stands in the way, measures in the order of their quarters, applications."""
    roadmap = roadmap_of(result, titles, model, language)
    plan = roadmap.plan
    values = {"days": roadmap.days, "room": plan.room, "start": plan.start, "end": plan.end}
    frame = _("%(days)s of %(room)s person-days, %(start)s to %(end)s") % values
    yield _("Roadmap: %(frame)s") % {"frame": frame} + (
        "" if plan.stated else " " + _("(assumed frame)")
    )
    for text in (*roadmap.obstacles, *roadmap.would_do):
        yield f"  {text}"
    for step in sorted(roadmap.steps, key=lambda step: step.first):
        yield f"  {step.when:16} {step.days:>6}  {step.title} – {step.kind_name}"
    if not roadmap.steps and roadmap.feasible:
        yield "  " + _("No measure is needed for what is advised and aimed for.")
    yield from _states(roadmap)


def _states(roadmap: RoadmapView) -> Iterator[str]:
    """When the route of each application changes its state."""
    for one in roadmap.applications:
        if one.today is None:
            yield "  " + _("%(title)s: no measure opens a route") % {"title": one.title}
            continue
        changes = ", ".join(f"{quarter}: {state.name}" for quarter, state in one.changes)
        now = _("%(state)s (today)") % {"state": one.today.name}
        yield f"  {one.title}, {one.route}: {now}, " + (changes or _("no change"))
