"""The roadmap of a result, put into words in its order."""

from collections.abc import Iterator, Mapping, Sequence

from assessment.model import Model
from assessment.questionnaire.model import Dimension
from assessment.recommendation.measures.model import Measure
from assessment.recommendation.roadmap.outcome import Roadmap, Step
from assessment.recommendation.roadmap.outlook import quarter_after
from assessment.report.content.figures import DASH, days, quarter, quarters
from assessment.report.content.roadmap import charts
from assessment.report.content.roadmap.purposes import obstacles_of, plan_in_words, purposes_of
from assessment.report.content.roadmap.view import (
    ApplicationOutlook,
    Link,
    PlanView,
    QuarterView,
    RoadmapView,
    StateView,
    StepGroup,
    StepView,
)
from assessment.result import ApplicationResult, Result
from assessment.wording import name


def roadmap_of(
    result: Result, titles: Mapping[str, str], model: Model, language: str
) -> RoadmapView:
    """What the roadmap of a result says; `titles` are those of the applications."""
    roadmap = result.roadmap
    all_quarters = [one.quarter for one in roadmap.outlook]
    seen = _quarters(roadmap, model, language)
    groups = tuple(_groups(roadmap, all_quarters, titles, model, language=language))
    steps = [step for group in groups for step in group.steps]
    kinds = {purpose.kind: purpose.kind_name for step in steps for purpose in step.purposes[:1]}
    hopeless = {one.goal for one in roadmap.because if one.goal}
    missed = [goal for goal in roadmap.missed if goal not in hopeless]
    return RoadmapView(
        plan=_plan(roadmap, language),
        feasible=roadmap.feasible,
        obstacles=tuple(obstacles_of(roadmap, titles, model, language)),
        would_do=tuple(plan_in_words(plan, language) for plan in roadmap.would_do),
        missed=purposes_of(missed, titles, model, language),
        wanted=purposes_of(roadmap.goals, titles, model, language),
        groups=groups,
        kinds={kind: kinds[kind] for kind in sorted(kinds, key=charts.KINDS.index)},
        quarters=seen,
        applications=tuple(
            _outlook(one, roadmap, titles[one.recommendation.id], model, language=language)
            for one in sorted(result.applications, key=lambda one: -one.recommendation.priority)
        ),
        days=days(roadmap.person_days, language),
        counted_as_zero=len(roadmap.counted_as_zero),
        note=model.measures.note[language],
        as_of=model.measures.as_of,
    )


def _plan(roadmap: Roadmap, language: str) -> PlanView:
    plan = roadmap.plan
    return PlanView(
        start=quarter(plan.start),
        end=quarter(quarter_after(plan.start, plan.quarters - 1)),
        quarters=plan.quarters,
        days=days(plan.person_days_per_quarter, language),
        room=days(plan.person_days_per_quarter * plan.quarters, language),
        stated=roadmap.plan_stated,
    )


def _quarters(roadmap: Roadmap, model: Model, language: str) -> tuple[QuarterView, ...]:
    def done(at: str) -> Iterator[str]:
        for step in roadmap.steps:
            if quarter_after(step.quarter, step.quarters - 1) == at:
                yield model.measures.by_id[step.measure].title[language]

    return tuple(
        QuarterView(
            name=quarter(one.quarter),
            days=days(one.person_days, language),
            share=one.person_days / roadmap.plan.person_days_per_quarter,
            done=tuple(done(one.quarter)),
        )
        for one in roadmap.outlook
    )


def _groups(
    roadmap: Roadmap,
    all_quarters: Sequence[str],
    titles: Mapping[str, str],
    model: Model,
    *,
    language: str,
) -> Iterator[StepGroup]:
    for dimension in model.questionnaire.dimensions:
        steps = [
            _step(step, all_quarters, titles, model, language=language)
            for step in _of_dimension(dimension, roadmap)
        ]
        if steps:
            title = dimension.title[language]
            drawing = charts.gantt_chart(title, steps, all_quarters, language)
            yield StepGroup(dimension.id, title, tuple(steps), drawing)


def _of_dimension(dimension: Dimension, roadmap: Roadmap) -> list[Step]:
    """Its steps by topic, and within a topic from the lowest level up."""
    order = {topic.id: rank for rank, topic in enumerate(dimension.topics)}
    steps = (step for step in roadmap.steps if step.topic in order)
    return sorted(steps, key=lambda step: (order[step.topic], step.to_level))


def _step(
    step: Step,
    all_quarters: Sequence[str],
    titles: Mapping[str, str],
    model: Model,
    *,
    language: str,
) -> StepView:
    measure = model.measures.by_id[step.measure]
    estimate = measure.person_days
    return StepView(
        id=step.measure,
        title=measure.title[language],
        description=measure.description[language],
        topic=model.questionnaire.topic_by_id[step.topic].title[language],
        level=step.to_level,
        first=all_quarters.index(step.quarter),
        length=step.quarters,
        when=quarters(step.quarter, quarter_after(step.quarter, step.quarters - 1)),
        days=days(step.person_days, language),
        estimate=f"{days(estimate.low, language)}–{days(estimate.high, language)}",
        responsible=measure.responsible[language],
        purposes=purposes_of(step.serves, titles, model, language),
        offers=tuple(Link(one.name[language], one.url) for one in measure.help_offers),
        sources=_further_sources(measure),
    )


def _further_sources(measure: Measure) -> tuple[Link, ...]:
    """The sources that are not named as help already."""
    named = {one.url for one in measure.help_offers}
    return tuple(Link("", url) for url in measure.sources if url not in named)


def _outlook(
    application: ApplicationResult,
    roadmap: Roadmap,
    title: str,
    model: Model,
    *,
    language: str,
) -> ApplicationOutlook:
    advice = application.recommendation
    route = roadmap.routes[advice.id]
    if route is None:
        return ApplicationOutlook(advice.id, title, DASH, None, (), ())
    codes = [advice.state[route], *(one.states[advice.id][route] for one in roadmap.outlook)]
    states = [StateView(code, name("route_state", code, language)) for code in codes]
    return ApplicationOutlook(
        id=advice.id,
        title=title,
        route=model.recommendation.route_by_id[route].name[language],
        today=states[0],
        states=tuple(states[1:]),
        changes=tuple(
            (quarter(seen.quarter), state)
            for seen, before, state in zip(roadmap.outlook, states, states[1:], strict=False)
            if state != before
        ),
    )
