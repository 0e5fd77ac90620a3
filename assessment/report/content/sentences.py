"""The few sentences of the report that Python puts together: what the charts show, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assessment.report.content.figures import day, points, span
from assessment.scoring.scorecard import DimensionScore
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


def carried_over(version: str, given: int, carried: int, language: str) -> str:
    """What stands on a report about answers that were given to an earlier version."""
    _ = translator(language).gettext
    sentence = _(
        "Answered in the earlier version %(version)s; %(carried)d of %(given)d answers mean the "
        "same today and were taken over"
    )
    return sentence % {"version": version, "carried": carried, "given": given}


def no_result(language: str) -> str:
    """What stands where no points can be formed."""
    return translator(language).gettext("no result yet")


def not_asked(language: str) -> str:
    """What stands where nothing was asked."""
    return translator(language).gettext("not asked")


def range_head(language: str) -> tuple[str, ...]:
    """The head of the table beneath a chart of points and ranges."""
    _ = translator(language).gettext
    return (_("Subject"), _("Points"), _("Possible range"), _("Answered"), _("Level"))


def ranges(scores: Sequence[tuple[str, DimensionScore]], language: str) -> str:
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
    parts = [_("%(subject)s, from 0 to 100.") % {"subject": _("Points by dimension")}]
    if told:
        parts.append(_("From high to low: %(list)s.") % {"list": "; ".join(told)})
    if missing:
        parts.append(_("No result yet: %(list)s.") % {"list": "; ".join(missing)})
    return " ".join(parts)


def _open(score: DimensionScore, language: str) -> str:
    if score.low == score.high:
        return ""
    text = translator(language).gettext(" (possible: %(range)s)")
    return text % {"range": span(score.low, score.high, language)}
