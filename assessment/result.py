"""The result: the one object that page, PDF, workbook and API are made from, and its making."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment import __version__
from assessment.cases.evidence import Evidence, evidence_for
from assessment.cases.matching import Asker, Match, closest_cases
from assessment.cases.reuse import reusable_cases
from assessment.exit_check import ExitPoint, exit_points
from assessment.model import Model
from assessment.questionnaire.answers import Answer, Assessment, PlannedApplication
from assessment.questionnaire.path import effective_answers
from assessment.recommendation.model import Route
from assessment.recommendation.outcome import (
    ApplicationRecommendation,
    OverallRecommendation,
    RouteState,
)
from assessment.recommendation.recommend import recommend
from assessment.recommendation.roadmap.outcome import Roadmap
from assessment.recommendation.roadmap.planning import plan_roadmap
from assessment.recommendation.robustness.assess import robustness
from assessment.recommendation.robustness.model import Robustness, Standing
from assessment.recommendation.suitability import DimensionStance, gap, stance_by_dimension
from assessment.scoring.scorecard import Scorecard, scorecard

SHOWN_CASES = 10
SHOWN_REUSE = 3


@dataclass(frozen=True)
class ApplicationResult:
    """The advice for one application, how firm it is, and what the cases add beside it.

    `evidence` and `reuse` are counted and found without the advice. `exit_check` is for the advised
    route, and empty without one.
    """

    recommendation: ApplicationRecommendation
    robustness: Robustness
    field: str
    technology: str
    cases: tuple[Match, ...]
    evidence: Evidence
    reuse: tuple[Match, ...]
    exit_check: tuple[ExitPoint, ...]


@dataclass(frozen=True)
class Result:
    """What one assessment comes to, unrounded; `presentation.to_json` rounds it for people.

    `answers` has every question of the questionnaire, the hidden and open ones too; `gaps` are the
    points that each topic lacks for each route, None without a score; `stances` say the same of the
    dimensions as a whole; `standing` is how firm the overall stance is, None without any.
    """

    assessment: Assessment
    model_hash: str
    tool_version: str
    answers: Mapping[str, Answer]
    scorecard: Scorecard
    gaps: Mapping[str, Mapping[Route, float | None]]
    stances: Mapping[str, Mapping[Route, DimensionStance]]
    applications: tuple[ApplicationResult, ...]
    overall: OverallRecommendation
    standing: Standing | None
    roadmap: Roadmap
    cases: tuple[Match, ...]


def result_of(assessment: Assessment, model: Model) -> Result:
    """The result of an assessment under a model; the same input gives the same output for ever."""
    answers = effective_answers(model.questionnaire, assessment.answers)
    scores = scorecard(model.questionnaire, answers)
    recommendations, overall = recommend(assessment, answers, scores, model.recommendation)
    tried, standing = robustness(
        assessment,
        overall,
        questionnaire=model.questionnaire,
        model=model.recommendation,
        draws=model.draws,
    )
    return Result(
        assessment=assessment,
        model_hash=model.hash,
        tool_version=__version__,
        answers=answers,
        scorecard=scores,
        gaps=gap(scores, model.recommendation),
        stances=stance_by_dimension(scores, model.recommendation),
        applications=tuple(
            _with_cases(advice, firmness, assessment, model, answers=answers)
            for advice, firmness in zip(recommendations, tried, strict=True)
        ),
        overall=overall,
        standing=standing,
        roadmap=plan_roadmap(
            assessment,
            answers,
            recommendations,
            questionnaire=model.questionnaire,
            model=model.recommendation,
            measures=model.measures,
        ),
        cases=closest_cases(
            model.cases,
            Asker.of(assessment.municipality, routes=_within_reach(overall.state)),
            limit=SHOWN_CASES,
            diverse=True,
            matching=model.matching,
        ),
    )


def _with_cases(
    advice: ApplicationRecommendation,
    firmness: Robustness,
    assessment: Assessment,
    model: Model,
    *,
    answers: Mapping[str, Answer],
) -> ApplicationResult:
    planned = next(item for item in assessment.applications if item.id == advice.id)
    archetype = model.recommendation.archetype_by_id.get(advice.archetype or "")
    field, technology = kind_of(planned, model)
    asker = Asker.of(
        assessment.municipality,
        field=field,
        technology=technology,
        routes=_within_reach(advice.state),
    )
    cases, numbers = model.cases, model.matching
    return ApplicationResult(
        recommendation=advice,
        robustness=firmness,
        field=field,
        technology=technology,
        cases=closest_cases(cases, asker, limit=SHOWN_CASES, diverse=True, matching=numbers),
        evidence=evidence_for(cases, asker, numbers),
        reuse=reusable_cases(cases, asker, archetype, limit=SHOWN_REUSE, matching=numbers),
        exit_check=exit_points(model.exit_check, advice.route, answers) if advice.route else (),
    )


def kind_of(planned: PlannedApplication, model: Model) -> tuple[str, str]:
    """Field and technology of an application: those of its archetype, else its own."""
    archetype = model.recommendation.archetype_by_id.get(planned.archetype or "")
    if archetype:
        return archetype.field, archetype.technology
    return planned.field or "other", planned.technology or "other"


def _within_reach(state: Mapping[Route, RouteState]) -> frozenset[Route]:
    return frozenset(route for route, value in state.items() if value != RouteState.STOPPED)
