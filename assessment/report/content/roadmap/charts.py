"""The charts of the roadmap, each with its text alternative and its figures as a table."""

from collections.abc import Sequence
from functools import partial

from assessment.questionnaire.answers import Plan
from assessment.recommendation.roadmap.outcome import GoalKind
from assessment.report.charts import Chart
from assessment.report.content.figures import days
from assessment.report.content.roadmap.view import QuarterView, StepView
from assessment.report.gantt import Column, GanttRow, gantt_svg, load_svg
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


def load_chart(quarters: Sequence[QuarterView], plan: Plan, language: str) -> Chart:
    """The person-days of each quarter under what there is."""
    _ = translator(language).gettext
    given = days(plan.person_days_per_quarter, language)
    sentence = _("Person-days per quarter, of %(days)s each: %(list)s.")
    told = "; ".join(f"{one.name} {one.days}" for one in quarters)
    columns = [Column(one.share, one.days) for one in quarters]
    years = [f"{one.name[3:]}-{one.name[:2]}" for one in quarters]
    limit = _("%(days)s person-days a quarter") % {"days": given}
    return Chart(
        draw=partial(load_svg, columns, years, limit),
        alternative=sentence % {"days": given, "list": told},
        head=(_("Quarter"), _("Person-days")),
        rows=tuple((one.name, one.days) for one in quarters),
    )
