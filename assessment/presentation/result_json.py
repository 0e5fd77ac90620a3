"""The whole result as plain values with stable keys."""

from assessment.model import Model
from assessment.municipality import Municipality
from assessment.presentation.advice import application_json, overall_json
from assessment.presentation.cases import case_json
from assessment.presentation.roadmap import roadmap_json
from assessment.presentation.rounding import Json, points, points_by_route, share
from assessment.result import Result
from assessment.scoring.scorecard import DimensionScore, TopicScore


def to_json(result: Result, model: Model, language: str) -> Json:
    """The result as plain values with stable keys; null is what cannot be formed, never 0.

    Titles are in the language, all else are codes and numbers.
    """
    assessment = result.assessment
    benefits = {one.id: one.benefit for one in assessment.applications}
    return {
        "questionnaire": assessment.questionnaire,
        "model_hash": result.model_hash,
        "tool_version": result.tool_version,
        "date": assessment.date.isoformat(),
        "municipality": _municipality(assessment.municipality),
        "coverage": share(result.scorecard.coverage),
        "dimensions": {
            name: _dimension(dimension, result)
            for name, dimension in result.scorecard.dimensions.items()
        },
        "applications": [
            application_json(one, benefits[one.recommendation.id], model, language)
            for one in result.applications
        ],
        "overall": overall_json(result.overall, result.standing),
        "roadmap": roadmap_json(result.roadmap),
        "cases": [case_json(match, language) for match in result.cases],
    }


def _municipality(body: Municipality) -> Json:
    return {
        "ags": body.ags,
        "name": body.name,
        "body": body.body.value,
        "kind": body.kind,
        "state": body.state,
        "population": body.population,
        "size_class": body.size_class,
        "district": body.district,
        "association": body.association,
        "postal_code": body.postal_code,
    }


def _dimension(dimension: DimensionScore, result: Result) -> Json:
    stance = result.stances[dimension.id]
    return {
        **_score(dimension),
        "level": dimension.level,
        "readiness_fit": {route.value: share(of.fit) for route, of in stance.items()},
        "topics": {
            name: {**_score(topic), "gap": points_by_route(result.gaps[name])}
            for name, topic in dimension.topics.items()
        },
    }


def _score(score: DimensionScore | TopicScore) -> Json:
    return {
        "score": points(score.score),
        "low": points(score.low),
        "high": points(score.high),
        "coverage": share(score.coverage),
    }
