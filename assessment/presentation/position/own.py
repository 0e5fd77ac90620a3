"""What of a result can be compared with peers."""

from assessment.benchmark.position.model import Own, OwnLevel, OwnPlan, OwnScore, Position
from assessment.benchmark.position.peers import Peers
from assessment.benchmark.position.whole import position_of
from assessment.model import Model
from assessment.questionnaire.answers import State
from assessment.questionnaire.model import LevelsQuestion
from assessment.result import Result
from assessment.scoring.scorecard import DimensionScore, TopicScore


def position_in(result: Result, model: Model, peers: Peers) -> Position:
    """Where the result stands among these peers."""
    return position_of(own_of(result, model), peers)


def own_of(result: Result, model: Model) -> Own:
    """Scores, stated levels and advised routes of a result, unrounded and as they are."""
    dimensions, topics = result.scorecard.dimensions, result.scorecard.topics
    return Own(
        dimensions={id: _score(one) for id, one in dimensions.items()},
        topics={id: _score(one) for id, one in topics.items()},
        questions=dict(_levels(result, model)),
        plans=tuple(
            OwnPlan(one.id, one.archetype, one.route.value if one.route else None)
            for one in (application.recommendation for application in result.applications)
        ),
        archetypes=tuple(one.id for one in model.recommendation.archetypes),
    )


def _score(of: DimensionScore | TopicScore) -> OwnScore:
    return OwnScore(of.score, of.low, of.high, of.coverage)


def _levels(result: Result, model: Model) -> list[tuple[str, OwnLevel]]:
    return [
        (question.id, OwnLevel(answer.value, len(question.levels) - 1))
        for question in model.questionnaire.questions
        if isinstance(question, LevelsQuestion)
        and (answer := result.answers[question.id]).state is State.ANSWERED
        and isinstance(answer.value, int)
    ]
