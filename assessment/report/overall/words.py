"""How figures and groups of a release are written; what is hidden is written as the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from babel.numbers import format_decimal

from assessment.benchmark.overview import Figure, Hidden
from assessment.benchmark.overview.figure import Key
from assessment.benchmark.overview.history import Moment
from assessment.model import Model
from assessment.municipality.register import size_range
from assessment.report.content.figures import day, percent, points, signed_points, whole
from assessment.wording import group_name, name, translator

_TO = "–"
EARLIER = "*"
"""Marks a figure of an earlier release, which stands for one that is protected now."""


@dataclass(frozen=True)
class Words:
    """Writes a release in one language; titles are those of the model."""

    model: Model
    language: str

    def points(self, figure: Figure) -> str:
        """Points with one decimal, or the reason."""
        return self._or_reason(figure, points(figure.value, self.language))

    def change(self, figure: Figure) -> str:
        """Points with their sign, or the reason."""
        value = figure.value or 0
        write = signed_points if round(value, 1) else points
        return self._or_reason(figure, write(value, self.language))

    def share(self, figure: Figure) -> str:
        """Whole percent, of less than one with a decimal, or the reason."""
        return self._or_reason(figure, _percent(figure.value, self.language))

    def small_share(self, figure: Figure) -> str:
        """Percent with one decimal: coverage of a large register is often below one."""
        return self._or_reason(figure, _exact_percent(figure.value or 0, self.language))

    def count(self, figure: Figure | int) -> str:
        """A whole number, or the reason."""
        if isinstance(figure, int):
            return whole(figure, self.language)
        return self._or_reason(figure, whole(figure.value, self.language))

    def interval(self, figure: Figure, *, shares: bool = False) -> str:
        """The interval of a sample; empty where everybody was asked or nothing is shown."""
        if figure.low is None or figure.high is None:
            return ""
        write = _percent if shares else points
        low, high = (write(one, self.language) for one in (figure.low, figure.high))
        return f"{low}{_TO}{high}"

    def quartiles(self, lower: Figure, upper: Figure) -> str:
        """From the lower to the upper quartile, or the reason."""
        if not (lower.is_shown and upper.is_shown):
            return self.reason(lower.hidden or upper.hidden)
        return f"{points(lower.value, self.language)}{_TO}{points(upper.value, self.language)}"

    def reason(self, hidden: Hidden | None) -> str:
        """A word or two that stand in place of a figure."""
        return self._reasons[hidden] if hidden else ""

    def group(self, key: Key) -> str:
        """What a group of members is called."""
        return group_name(key, self.language)

    def short(self, key: Key) -> str:
        """A size class by its thresholds in inhabitants, for the head of a narrow column."""
        _ = translator(self.language).gettext
        if not key["size_class"]:
            return _("no class")
        low, high = size_range(key["size_class"])
        if high is None:
            return _("from %(count)s") % {"count": whole(low, self.language)}
        return f"{whole(low, self.language)}{_TO}{whole(high - 1, self.language)}"

    def need(self, need: float | None) -> str:
        """How much a topic is needed, from 0 to 1; a word where no plans are published."""
        if need is None:
            return self.reason(Hidden.PROTECTED)
        return format_decimal(need, "0.00", locale=self.language)

    def breakdown(self, by: tuple[str, ...]) -> str:
        """What members are grouped by."""
        _ = translator(self.language).gettext
        names = {
            "size_class": _("size class"),
            "state": _("federal state"),
            "kind": _("kind of municipality"),
            "district": _("district"),
        }
        return " × ".join(names[one] for one in by)

    def title(self, kind: str, id: str) -> str:
        """What a dimension, topic, question or kind of application is called."""
        if kind in {"route", "application"}:
            return self._archetypes.get(id, id)
        if kind == "question":
            return str(self.model.questionnaire.by_id[id].text[self.language])
        return str(self.model.questionnaire.titles[id][self.language])

    def dimension_of(self, topic: str) -> str:
        """What the dimension of a topic is called."""
        for dimension in self.model.questionnaire.dimensions:
            if any(one.id == topic for one in dimension.topics):
                return dimension.title[self.language]
        return topic

    def classes(self, kind: str, classes: tuple[str, ...]) -> str:
        """The levels or routes that are shown together."""
        if kind == "route":
            return ", ".join(name("advised", one, self.language) for one in classes)
        if len(classes) > 1 and all(one.isdigit() for one in classes):
            return f"{classes[0]}{_TO}{classes[-1]}"
        return ", ".join(classes)

    def day(self, iso: str) -> str:
        """A date such as 22. November 2026."""
        return day(date.fromisoformat(iso), self.language)

    def moment_of_round(self, one: Moment) -> str:
        """The round and the day of its release."""
        told = translator(self.language).gettext("%(round)s, %(day)s")
        return told % {"round": one.round, "day": self.day(one.date)}

    def moment(self, one: Moment, among: Sequence[Moment]) -> str:
        """The day of a release, with its number where several are of that day."""
        day = self.day(one.date)
        if [other.date for other in among].count(one.date) == 1:
            return day
        told = translator(self.language).gettext("%(day)s, release %(number)s")
        return told % {"day": day, "number": one.number}

    def _or_reason(self, figure: Figure, text: str) -> str:
        if not figure.is_shown:
            return self.reason(figure.hidden)
        return f"{text}{EARLIER}" if figure.as_of else text

    @property
    def _archetypes(self) -> Mapping[str, str]:
        kinds = self.model.recommendation.archetypes
        return {one.id: one.name[self.language] for one in kinds}

    @property
    def _reasons(self) -> Mapping[Hidden, str]:
        _ = translator(self.language).gettext
        return {
            Hidden.PROTECTED: _("protected"),
            Hidden.TOO_FEW: _("too few"),
            Hidden.NO_MEMBERS: _("no members"),
            Hidden.MERGED: _("levels joined"),
            Hidden.NOT_COMPARED: _("not asked"),
            Hidden.NO_EARLIER: _("first time"),
            Hidden.OTHER_VERSION: _("break in the series"),
        }


def _percent(value: float | None, language: str) -> str:
    """Whole percent; of less than one with a decimal, as most would be none otherwise."""
    if value and value < 0.01:
        return _exact_percent(value, language)
    return percent(value, language)


def _exact_percent(value: float, language: str) -> str:
    return f"{format_decimal(value * 100, '0.0', locale=language)} %"
