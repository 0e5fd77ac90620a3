"""The few sentences of the report that Python puts together: what the charts show, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessment.report.content.figures import DASH, day, points, span
from assessment.scoring.scorecard import DimensionScore, TopicScore
from assessment.wording import translator

SHOWN_DIGITS = 16


@dataclass(frozen=True)
class Submitted:
    """A submission as a report tells of it."""

    revision: int
    on: date
    by: str
    digest: str


def draft(language: str) -> str:
    """What stands on a report that anybody may still change."""
    return translator(language).gettext("Draft, not submitted")


def submitted(submission: Submitted, language: str) -> str:
    """What stands on a report that nobody changes any more."""
    _ = translator(language).gettext
    sentence = _("Revision %(number)s, submitted on %(day)s by %(who)s (checksum %(digest)s)")
    return sentence % {
        "number": submission.revision,
        "day": day(submission.on, language),
        "who": submission.by,
        "digest": submission.digest[:SHOWN_DIGITS],
    }


def no_result(language: str) -> str:
    """What stands where no points can be formed."""
    return translator(language).gettext("no result yet")


def not_asked(language: str) -> str:
    """What stands where nothing was asked."""
    return translator(language).gettext("not asked")


def all_dimensions(language: str) -> str:
    """The subject of the chart over all dimensions."""
    return translator(language).gettext("Points by dimension")


def one_dimension(title: str, language: str) -> str:
    """The subject of the chart over the topics of a dimension."""
    sentence = translator(language).gettext("Points by topic in the dimension %(title)s")
    return sentence % {"title": title}


def range_head(language: str) -> tuple[str, ...]:
    """The head of the table beneath a chart of points and ranges."""
    _ = translator(language).gettext
    return (_("Subject"), _("Points"), _("Possible range"), _("Answered"), _("Level"))


def ranges(
    subject: str, scores: Sequence[tuple[str, DimensionScore | TopicScore]], language: str
) -> str:
    """What a chart of points and ranges shows, from the highest points to the lowest."""
    _ = translator(language).gettext
    known = sorted(
        ((score.score, title, score) for title, score in scores if score.score is not None),
        key=lambda item: -item[0],
    )
    told = [
        f"{title} {points(value, language)}{_open(score, language)}"
        for value, title, score in known
    ]
    missing = [title for title, score in scores if score.score is None]
    parts = [_("%(subject)s, from 0 to 100.") % {"subject": subject}]
    if told:
        parts.append(_("From high to low: %(list)s.") % {"list": "; ".join(told)})
    if missing:
        parts.append(_("No result yet: %(list)s.") % {"list": "; ".join(missing)})
    return " ".join(parts)


def _open(score: DimensionScore | TopicScore, language: str) -> str:
    if score.low == score.high:
        return ""
    text = translator(language).gettext(" (possible: %(range)s)")
    return text % {"range": span(score.low, score.high, language)}


def suitability(
    title: str, routes: Sequence[tuple[str, str, str]], advised: str | None, language: str
) -> str:
    """What a chart of suitability shows: each route with points and state, and which is advised."""
    _ = translator(language).gettext
    told = "; ".join(f"{name} {shown} ({state})" for name, shown, state in routes)
    parts = [_("Suitability of the routes for %(title)s, from 0 to 100: %(list)s.")]
    if advised:
        parts.append(_("Recommended: %(route)s."))
    else:
        parts.append(_("No route is recommended yet."))
    return " ".join(parts) % {"title": title, "list": told, "route": advised}


def suitability_head(language: str) -> tuple[str, ...]:
    """The head of the table beneath a chart of suitability."""
    _ = translator(language).gettext
    return (_("Route"), _("Suitability"), _("State of the route"))


def overall(language: str) -> str:
    """What the overall advice is about."""
    return translator(language).gettext("all applications together")


def bar_note(shown: str, state: str, language: str, *, advised: bool) -> str:
    """What stands beside the bar of a route."""
    _ = translator(language).gettext
    sentence = _("%(points)s · %(state)s · recommended") if advised else "%(points)s · %(state)s"
    points_or_none = no_result(language) if shown == DASH else shown
    return sentence % {"points": points_or_none, "state": state}
