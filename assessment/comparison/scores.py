"""The points of dimensions and topics on both sides."""

from assessment.comparison.model import DimensionPart, Side, TopicPart
from assessment.questionnaire.model import Questionnaire
from assessment.scoring.linking import Differences
from assessment.scoring.scorecard import DimensionScore, TopicScore


def dimension_parts(earlier: Side, later: Side, found: Differences) -> tuple[DimensionPart, ...]:
    """The dimensions of both sides, those of the later version first, each with its topics."""
    asked, asked_before = later.model.questionnaire, earlier.model.questionnaire
    titles = asked_before.titles | asked.titles
    homes = _homes(asked_before) | _homes(asked)
    then, now = earlier.result.scorecard, later.result.scorecard
    return tuple(
        DimensionPart(
            id,
            titles[id],
            difference,
            (_coverage(then.dimensions.get(id)), _coverage(now.dimensions.get(id))),
            tuple(
                TopicPart(
                    topic,
                    titles[topic],
                    one,
                    (_coverage(then.topics.get(topic)), _coverage(now.topics.get(topic))),
                )
                for topic, one in found.topics.items()
                if homes[topic] == id
            ),
        )
        for id, difference in found.dimensions.items()
    )


def _coverage(score: DimensionScore | TopicScore | None) -> float | None:
    return score.coverage if score else None


def _homes(questionnaire: Questionnaire) -> dict[str, str]:
    """The dimension of every topic."""
    return {
        topic.id: dimension.id
        for dimension in questionnaire.dimensions
        for topic in dimension.topics
    }
