"""The charts of the roadmap, each with its text alternative and its figures as a table."""

from collections.abc import Sequence
from functools import partial

from assessment.recommendation.roadmap.outcome import GoalKind
from assessment.report.charts.chart import Chart
from assessment.report.charts.gantt import GanttRow, gantt_svg
from assessment.report.content.roadmap.view import StepView
from assessment.wording import translator

KINDS = tuple(GoalKind)


def gantt_chart(
    title: str, steps: Sequence[StepView], quarters: Sequence[str], language: str
) -> Chart:
    """The measures of a dimension as bars over the quarters."""
    _ = translator(language).gettext
    rows = [
        GanttRow(step.title, step.first, step.length, step.kind.value, step.days) for step in steps
    ]
    told = "; ".join(f"{step.title}: {step.when}" for step in steps)
    return Chart(
        draw=partial(gantt_svg, rows, quarters),
        alternative=_("Measures in the dimension %(title)s by quarter. %(list)s.")
        % {"title": title, "list": told},
        head=(_("Measure"), _("Period"), _("Person-days")),
        rows=tuple((step.title, step.when, step.days) for step in steps),
    )
