"""What changed in at most three lines."""

from collections.abc import Iterator, Sequence

from assessment.report.content.changes.view import AdviceChange, DimensionChange
from assessment.report.content.figures import DASH
from assessment.wording import translator

SHOWN_APPLICATIONS = 3
LONGEST_TITLE = 60


def short_lines(
    answers: int,
    dimensions: Sequence[DimensionChange],
    applications: Sequence[AdviceChange],
    language: str,
) -> tuple[str, ...]:
    """One line each about answers, points and recommendations."""
    return (
        _answers(answers, language),
        _points(dimensions, language),
        _recommendations(applications, language),
    )


def _answers(count: int, language: str) -> str:
    if not count:
        return translator(language).gettext("No answer is different.")
    sentence = translator(language).ngettext(
        "One answer is different.", "%(num)s answers are different.", count
    )
    return sentence % {"num": count}


def _points(dimensions: Sequence[DimensionChange], language: str) -> str:
    told = (
        f"{one.title} {one.after} ({one.difference})"
        for one in dimensions
        if one.difference != DASH
    )
    sentence = translator(language).gettext("Points: %(list)s.")
    return sentence % {"list": "; ".join(told) or DASH}


def _recommendations(applications: Sequence[AdviceChange], language: str) -> str:
    _ = translator(language).gettext
    told = list(_moves(applications, language))
    if not told:
        return _("No recommended route has changed.")
    further = len(told) - SHOWN_APPLICATIONS
    shown = "; ".join(told[:SHOWN_APPLICATIONS])
    if further > 0:
        sentence = translator(language).ngettext(
            "Recommendations: %(list)s; and one more.",
            "Recommendations: %(list)s; and %(num)s more.",
            further,
        )
        return sentence % {"list": shown, "num": further}
    return _("Recommendations: %(list)s.") % {"list": shown}


def _moves(applications: Sequence[AdviceChange], language: str) -> Iterator[str]:
    _ = translator(language).gettext
    for one in applications:
        title = _cut(one.title)
        if one.before is None and one.after:
            yield _("%(title)s new (%(route)s)") % {"title": title, "route": one.after.route}
        elif one.after is None:
            yield _("%(title)s given up") % {"title": title}
        elif one.before and one.route_changed:
            values = {"title": title, "before": one.before.route, "after": one.after.route}
            yield _("%(title)s: %(before)s → %(after)s") % values


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1] + "…"
