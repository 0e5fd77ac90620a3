"""What changes would do: two results side by side, and their differences in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.model import Model
from assessment.recommendation.model import Route
from assessment.recommendation.portfolio import readiness_gap
from assessment.recommendation.robustness.model import Firmness
from assessment.report.content.advice import title_of
from assessment.report.content.figures import DASH, days, points, signed_points
from assessment.report.content.firmness.hundred import percent_of_trials
from assessment.report.planned import words
from assessment.result import ApplicationResult, Result
from assessment.wording import name, translator

# What is shown with one decimal is alike when it differs by less.
_SHOWN_AS_ALIKE = 0.05


@dataclass(frozen=True)
class Figure:
    """A figure before and after, with the difference in words; `rises` None: it stays the same."""

    title: str
    before: str
    after: str
    difference: str
    rises: bool | None


@dataclass(frozen=True)
class Stand:
    """The advice for an application on one side."""

    advice: str
    suitability: str
    firmness: Firmness
    firmness_name: str
    share: str
    conditions: str
    gap: str


@dataclass(frozen=True)
class ApplicationEffect:
    """An application on both sides; `changed` says that the advice is another."""

    id: str
    title: str
    before: Stand
    after: Stand
    changed: bool
    sentences: tuple[str, ...]

    @property
    def touched(self) -> bool:
        """Whether anything that is shown of it differs."""
        return self.before != self.after


@dataclass(frozen=True)
class Effects:
    """All differences between two results; topics only where they differ."""

    in_short: tuple[str, ...]
    dimensions: tuple[Figure, ...]
    topics: tuple[Figure, ...]
    applications: tuple[ApplicationEffect, ...]
    overall_before: str
    overall_after: str
    roadmap: tuple[Figure, ...]
    roadmap_notes: tuple[str, ...]

    @property
    def touched(self) -> tuple[ApplicationEffect, ...]:
        """The applications for which something differs, another recommendation first."""
        found = (one for one in self.applications if one.touched)
        return tuple(sorted(found, key=lambda one: not one.changed))

    @property
    def untouched(self) -> tuple[ApplicationEffect, ...]:
        """The applications for which nothing differs."""
        return tuple(one for one in self.applications if not one.touched)

    @property
    def overall_changed(self) -> bool:
        """Whether the stance over all applications is another."""
        return self.overall_before != self.overall_after


def effects_of(before: Result, after: Result, model: Model, language: str) -> Effects:
    """What differs between two results of one assessment, in the language."""
    applications = tuple(
        _application(was, becomes, model, language)
        for was, becomes in zip(before.applications, after.applications, strict=True)
    )
    dimensions, topics = _scores(before, after, model, language)
    return Effects(
        in_short=tuple(words.in_short(applications, topics, dimensions, language)),
        dimensions=dimensions,
        topics=tuple(topic for topic in topics if topic.before != topic.after),
        applications=applications,
        overall_before=_overall(before, language),
        overall_after=_overall(after, language),
        roadmap=tuple(_roadmap(before, after, language)),
        roadmap_notes=tuple(_roadmap_notes(before, after, language)),
    )


def _scores(
    before: Result, after: Result, model: Model, language: str
) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """The dimensions, and all topics in their order."""
    dimensions, topics = [], []
    for dimension in model.questionnaire.dimensions:
        was = before.scorecard.dimensions[dimension.id]
        becomes = after.scorecard.dimensions[dimension.id]
        title = dimension.title[language]
        dimensions.append(_points(title, was.score, becomes.score, language))
        for topic in dimension.topics:
            scores = was.topics[topic.id].score, becomes.topics[topic.id].score
            topics.append(_points(topic.title[language], *scores, language=language))
    return tuple(dimensions), tuple(topics)


def _points(title: str, before: float | None, after: float | None, language: str) -> Figure:
    shown = points(before, language), points(after, language)
    if before is None or after is None or abs(after - before) < _SHOWN_AS_ALIKE:
        difference = words.unchanged(language) if shown[0] == shown[1] else words.new(language)
        return Figure(title, *shown, difference, rises=None)
    return Figure(title, *shown, signed_points(after - before, language), rises=after > before)


def _application(
    before: ApplicationResult, after: ApplicationResult, model: Model, language: str
) -> ApplicationEffect:
    was, becomes = _stand(before, language), _stand(after, language)
    changed = before.recommendation.route != after.recommendation.route
    return ApplicationEffect(
        id=before.recommendation.id,
        title=title_of(before.recommendation, model, language),
        before=was,
        after=becomes,
        changed=changed,
        sentences=tuple(words.application(before, after, language)),
    )


def _stand(item: ApplicationResult, language: str) -> Stand:
    advice, firmness = item.recommendation, item.robustness.firmness
    gap = readiness_gap(advice)
    unmet = {gate.gate for gate in advice.gates[advice.route]} if advice.route else None
    return Stand(
        advice=words.advised(item, language),
        suitability=points(advice.suitability[advice.route], language) if advice.route else DASH,
        firmness=firmness,
        firmness_name=name("firmness", firmness, language),
        share=percent_of_trials(item.robustness.shares[advice.route], language),
        conditions=DASH if unmet is None else str(len(unmet)),
        gap=DASH if gap is None else f"{points(gap, language)}\N{NO-BREAK SPACE}%",
    )


def _overall(result: Result, language: str) -> str:
    route: Route | None = result.overall.route
    if route is None:
        return translator(language).gettext("No single route yet")
    return name("route", route, language)


def _roadmap(before: Result, after: Result, language: str) -> Iterator[Figure]:
    _ = translator(language).gettext
    was, becomes = before.roadmap, after.roadmap
    counts: Mapping[str, tuple[float, float]] = {
        _("Measures"): (len(was.steps), len(becomes.steps)),
        _("Person-days"): (was.person_days, becomes.person_days),
    }
    for title, (earlier, later) in counts.items():
        shown = days(earlier, language), days(later, language)
        if shown[0] == shown[1]:
            yield Figure(title, *shown, words.unchanged(language), rises=None)
        else:
            sign = "+" if later > earlier else "−"
            apart = f"{sign}{days(abs(later - earlier), language)}"
            yield Figure(title, *shown, apart, rises=later > earlier)


def _roadmap_notes(before: Result, after: Result, language: str) -> Iterator[str]:
    _ = translator(language).gettext
    if before.roadmap.feasible and not after.roadmap.feasible:
        yield _("All that is then wanted no longer fits into the plan.")
    if after.roadmap.feasible and not before.roadmap.feasible:
        yield _("Everything that is wanted then fits into the plan.")
    done = {step.measure for step in before.roadmap.steps}
    more = {step.measure for step in after.roadmap.steps} - done
    fewer = done - {step.measure for step in after.roadmap.steps}
    ngettext = translator(language).ngettext
    if fewer:
        told = ngettext("One measure falls away.", "%(num)s measures fall away.", len(fewer))
        yield told % {"num": len(fewer)}
    if more:
        told = ngettext("One measure is added.", "%(num)s measures are added.", len(more))
        yield told % {"num": len(more)}
