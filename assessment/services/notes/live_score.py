"""The score while answering, for those who want to see it then."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from assessment.persistence import assessments as stored_assessments
from assessment.questionnaire.answers import Answer
from assessment.questionnaire.model import Questionnaire
from assessment.scoring.scorecard import DimensionScore, TopicScore, scorecard
from assessment.services.desk import Desk


@dataclass(frozen=True)
class LiveScore:
    """Where the topic and its dimension stand with the answers so far."""

    topic: TopicScore
    dimension: DimensionScore

    @property
    def figures(self) -> tuple[float | None, ...]:
        """The figures that are shown."""
        return tuple(
            figure
            for score in (self.topic, self.dimension)
            for figure in (score.score, score.low, score.high)
        )


def live_score(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], topic_id: str
) -> LiveScore:
    """The scores of a topic and its dimension under these effective answers."""
    card = scorecard(questionnaire, answers)
    dimension = next(d for d in card.dimensions.values() if topic_id in d.topics)
    return LiveScore(dimension.topics[topic_id], dimension)


def show_live_score(desk: Desk, id: str, *, shown: bool) -> None:
    """From now on the score is shown while answering, or no longer; NotFound, Submitted."""
    with desk.database.transaction() as connection:
        stored_assessments.set_live_score(connection, id, shown=shown, at=datetime.now(UTC))
