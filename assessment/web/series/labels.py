"""What the two sides of a comparison are called, in full and over a narrow column."""

from collections.abc import Iterable
from dataclasses import dataclass

from babel.dates import format_date

from assessment.comparison import Comparison
from assessment.services.results import Shown
from assessment.services.series.changing import EarlierReport
from assessment.web.setup.languages import language
from assessment.web.setup.templating import clock, day
from assessment.wording import translator

# Longer names do not fit over a column of figures on a phone.
LONGEST_SHORT = 10


@dataclass(frozen=True)
class Label:
    """The name of one side; `short` stands over columns, `key` tells what it stands for."""

    full: str
    short: str

    @property
    def key(self) -> str:
        return self.full if self.short in self.full else f"{self.short}: {self.full}"


@dataclass(frozen=True)
class Labels:
    """The earlier and the later side, or the first and the second body."""

    first: Label
    second: Label


def labels_of(found: Comparison[Shown]) -> Labels:
    """Days for one body over time, names for two bodies; never the same for both sides."""
    full = _days(found) if found.same_body else _names(found)
    short = _short_days(found) if found.same_body else full
    if short is None or max(map(len, short)) > LONGEST_SHORT:
        _ = translator(language()).gettext
        short = _("First"), _("Second")
    return Labels(Label(full[0], short[0]), Label(full[1], short[1]))


def earlier_choices(reports: Iterable[EarlierReport]) -> list[tuple[str, str]]:
    """The reports to look back to, for a drop-down list."""
    return [(one.key, _earlier(one)) for one in reports]


def _earlier(report: EarlierReport) -> str:
    _ = translator(language()).gettext
    values = {"day": day(report.day), "number": report.revision, "time": clock(report.at)}
    if report.followed:
        return _("%(day)s, the assessment before") % values
    if report.revision:
        return _("%(day)s, revision %(number)s") % values
    return _("%(day)s, %(time)s, report of the draft") % values


def _names(found: Comparison[Shown]) -> tuple[str, str]:
    one, other = found.earlier.head.title, found.later.head.title
    return (f"{one} (1)", f"{other} (2)") if one == other else (one, other)


def _days(found: Comparison[Shown]) -> tuple[str, str]:
    one, other = found.earlier.head.date, found.later.head.date
    if one != other:
        return day(one), day(other)
    _ = translator(language()).gettext
    return (
        _("%(day)s, begun first") % {"day": day(one)},
        _("%(day)s, begun later") % {"day": day(one)},
    )


def _short_days(found: Comparison[Shown]) -> tuple[str, str] | None:
    """Years where they tell the sides apart, else days without the year; None for one day."""
    one, other = found.earlier.head.date, found.later.head.date
    if one == other:
        return None
    if one.year != other.year:
        return str(one.year), str(other.year)
    pattern = {"de": "d.M.", "en": "d MMM"}[language()]
    return (
        format_date(one, pattern, locale=language()),
        format_date(other, pattern, locale=language()),
    )
