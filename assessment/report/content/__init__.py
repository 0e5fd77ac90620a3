"""What a report says, in the reader's language: view data without markup, for PDF and page."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.model import Model
from assessment.municipality import ATTRIBUTION, Municipality
from assessment.report.brand.view import BrandView, brand_view
from assessment.report.brief import Brief
from assessment.report.charts.chart import Chart
from assessment.report.content.advice import (
    ApplicationView,
    OverallView,
    applications_of,
    overall_of,
)
from assessment.report.content.answers import DimensionAnswers, answers_of, open_questions
from assessment.report.content.benchmark import BenchmarkView, benchmark_of
from assessment.report.content.changes import ChangesView, changes_of
from assessment.report.content.comparables import CaseGroup, CaseView, case_groups_of
from assessment.report.content.figures import day, percent, source_day, whole
from assessment.report.content.firmness import TaskView, Trials, tasks_over_all, trials_of
from assessment.report.content.gates import GateView
from assessment.report.content.portfolio import PortfolioView, portfolio_of
from assessment.report.content.profile import DimensionView, Profile, profile_of
from assessment.report.content.roadmap import RoadmapView, roadmap_of
from assessment.report.content.shared import Shared, shared_of
from assessment.report.parts import Length, Part, parts_of
from assessment.result import Result
from assessment.wording import name

SUMMARY_APPLICATIONS = 7
SUMMARY_CONDITIONS = 3
SUMMARY_FLIPS = 2
ROOMY_APPLICATIONS = 5

__all__ = [
    "About",
    "ApplicationView",
    "CaseGroup",
    "DimensionAnswers",
    "DimensionView",
    "OverallView",
    "Profile",
    "Report",
    "RoadmapView",
    "content_of",
]


@dataclass(frozen=True)
class About:
    """Who was assessed, when and by what.

    `standing` says whether this is a draft or what was submitted; empty where nobody submits, as
    with answer files.
    """

    municipality: str
    place: str
    body: str
    population: str
    ags: str
    date: str
    iso_date: str
    questionnaire: str
    reference: str
    tool_version: str
    model_hash: str
    coverage: str
    note: str
    standing: str


@dataclass(frozen=True)
class Condition:
    """A condition of the advised routes, and for how many applications it counts."""

    name: str
    requirement: str
    applications: int


@dataclass(frozen=True)
class Summary:
    """What matters most: the first applications, conditions most of them share, what is open.

    `least_firm` are the few applications whose nearest flip is told.
    """

    applications: tuple[ApplicationView, ...]
    further_applications: int
    least_firm: tuple[ApplicationView, ...]
    conditions: tuple[Condition, ...]
    further_conditions: int
    to_prepare: tuple[ApplicationView, ...]
    to_clarify: tuple[ApplicationView, ...]


@dataclass(frozen=True)
class Law:
    """A legal ground of the gates, as of its date."""

    gate: str
    law: str
    as_of: str


@dataclass(frozen=True)
class Report:
    """Everything the report says, in its order."""

    language: str
    length: Length
    parts: tuple[Part, ...]
    about: About
    summary: Summary
    profile: Profile
    overall: OverallView
    applications: tuple[ApplicationView, ...]
    shared: Shared
    portfolio: PortfolioView
    find_out: tuple[TaskView, ...]
    roadmap: RoadmapView
    case_groups: tuple[CaseGroup, ...]
    changes: ChangesView | None
    benchmark: BenchmarkView | None
    answers: tuple[DimensionAnswers, ...]
    open_questions: tuple[str, ...]
    laws: tuple[Law, ...]
    readiness_share: str
    nearly_equal: str
    trials: Trials
    model_note: str
    cost_note: str
    evidence_note: str
    attribution: str
    brand: BrandView | None

    def has(self, id: str) -> bool:
        """Whether the report has the part with this id: only then is it referred to."""
        return any(part.id == id for part in self.parts)

    def setbacks_of(self, application: ApplicationView) -> tuple[CaseView, ...]:
        """Comparable cases of an application that were given up or failed."""
        return tuple(
            case
            for group in self.case_groups
            if group.id == application.id
            for case in group.cases
            if case.setback
        )

    @property
    def charts(self) -> tuple[Chart, ...]:
        """Every chart of the report."""
        portfolio = (self.portfolio.wide,) if self.portfolio.placed else ()
        peers = (self.benchmark.chart,) if self.benchmark and self.benchmark.chart else ()
        return (self.profile.chart, *peers, *portfolio, *self.roadmap.charts)


def content_of(result: Result, model: Model, brief: Brief) -> Report:
    """What the report of a result says."""
    language = brief.language
    applications = applications_of(result, model, language)
    recommendation = model.recommendation
    changes = changes_of(result, model, brief)
    benchmark = benchmark_of(result, model, brief)
    without = {id for id, held in (("changes", changes), ("benchmark", benchmark)) if not held}
    return Report(
        language=language,
        length=brief.length,
        parts=tuple(part for part in parts_of(brief.parts) if part.id not in without),
        about=_about(result, model, brief),
        summary=_summary(applications),
        profile=profile_of(result, model, language),
        overall=overall_of(result, model, language),
        applications=applications,
        shared=shared_of(applications),
        portfolio=portfolio_of(result, model, language),
        find_out=tasks_over_all(
            result, {item.id: item.title for item in applications}, model, language
        ),
        roadmap=roadmap_of(result, {item.id: item.title for item in applications}, model, language),
        case_groups=case_groups_of(result, model, language),
        changes=changes,
        benchmark=benchmark,
        answers=answers_of(result, model, language),
        open_questions=open_questions(result, model, language),
        laws=_laws(model, language),
        readiness_share=percent(recommendation.lambda_.value, language),
        nearly_equal=whole(recommendation.nearly_equal, language),
        trials=trials_of(model, language),
        model_note=recommendation.note[language],
        cost_note=recommendation.cost_note[language],
        evidence_note=model.matching.evidence.note[language],
        attribution=ATTRIBUTION,
        brand=_brand(result, brief),
    )


def _about(result: Result, model: Model, brief: Brief) -> About:
    assessment, language = result.assessment, brief.language
    body = assessment.municipality
    return About(
        municipality=body.name,
        place=_place(body, language),
        body=name("body", body.body, language),
        population=whole(body.population, language) if body.population else "",
        ags=body.ags or "",
        date=day(assessment.date, language),
        iso_date=assessment.date.isoformat(),
        questionnaire=model.questionnaire.title[language],
        reference=model.questionnaire.reference,
        tool_version=result.tool_version,
        model_hash=result.model_hash,
        coverage=percent(result.scorecard.coverage, language),
        note=assessment.note or "",
        standing=brief.standing,
    )


def _brand(result: Result, brief: Brief) -> BrandView | None:
    if brief.brand is None:
        return None
    assessment, language = result.assessment, brief.language
    when = day(assessment.date, language)
    return brand_view(brief.brand, assessment.municipality.name, when, language)


def _place(body: Municipality, language: str) -> str:
    parts = (body.district, name("state", body.state, language))
    return ", ".join(part for part in parts if part)


def _summary(applications: tuple[ApplicationView, ...]) -> Summary:
    conditions = _shared_conditions(applications)
    waiting = [application for application in applications if application.advised is None]
    return Summary(
        applications=applications[:SUMMARY_APPLICATIONS],
        further_applications=len(applications[SUMMARY_APPLICATIONS:]),
        least_firm=_least_firm(applications[:SUMMARY_APPLICATIONS]),
        conditions=conditions[:SUMMARY_CONDITIONS],
        further_conditions=len(conditions[SUMMARY_CONDITIONS:]),
        to_prepare=tuple(item for item in waiting if not item.clarify_first),
        to_clarify=tuple(item for item in waiting if item.clarify_first),
    )


def _least_firm(applications: Sequence[ApplicationView]) -> tuple[ApplicationView, ...]:
    """The applications whose advice a single change would flip, the least firm first.

    One where the table is long: all of the summary stands on one page.
    """
    flipping = [item for item in applications if item.firmness.flips.would_change]
    flipping.sort(key=lambda item: item.firmness.standing.share)
    return tuple(flipping[: 1 if len(applications) > ROOMY_APPLICATIONS else SUMMARY_FLIPS])


def _shared_conditions(applications: Iterable[ApplicationView]) -> tuple[Condition, ...]:
    """The conditions of the advised routes, those that most applications share first."""
    counts: Counter[str] = Counter()
    gates: dict[str, GateView] = {}
    for application in applications:
        named = {gate.gate: gate for gate in application.conditions}
        counts.update(named.keys())
        gates.update(named)
    ordered = sorted(counts, key=lambda gate: -counts[gate])
    return tuple(Condition(gates[id].name, gates[id].requirement, counts[id]) for id in ordered)


def _laws(model: Model, language: str) -> tuple[Law, ...]:
    gates = model.recommendation.gates
    return tuple(
        Law(gate.name[language], gate.law[language], source_day(gate.as_of, language) or "")
        for gate in gates
        if gate.basis == "law"
    )
