"""Scoring in bulk against NumPy's weighted means of the same size."""

import numpy as np

from assessment.model import load_model
from assessment.scoring.dimensions import dimension_scores
from assessment.scoring.points import Points, scored_questions
from assessment.scoring.topics import topic_scores, topic_sums
from tests.bench.measure import Figure, medians

ASSESSMENTS = 100_000
OPEN_SHARE = 0.1


def figures():
    questionnaire = load_model().questionnaire
    answers = _answers(len(scored_questions(questionnaire)))

    def scored():
        sums = topic_sums(questionnaire, answers)
        return dimension_scores(questionnaire, topic_scores(sums), sums)

    seconds = medians(
        {"scoring": scored, "floor": lambda: _weighted_means(questionnaire, answers.values)}
    )
    yield Figure(
        name=f"scoring {ASSESSMENTS:,} assessments",
        floor="NumPy's weighted means of topics and dimensions",
        value=seconds["scoring"] / seconds["floor"],
        unit="x",
        hold=3.0,
        seconds=seconds,
    )
    yield Figure(
        name="scoring, microseconds for each assessment",
        floor="1.5 million a second",
        value=seconds["scoring"] / ASSESSMENTS * 1e6,
        unit="us",
        hold=1 / 1.5,
        seconds=seconds,
    )


def _answers(questions):
    random = np.random.default_rng(1)
    values = np.asfortranarray(random.integers(0, 5, (ASSESSMENTS, questions)) / 4)
    still_open = np.asfortranarray(random.random(values.shape) < OPEN_SHARE)
    values[still_open] = np.nan
    return Points(values, still_open)


def _weighted_means(questionnaire, values):
    """The bare means, without ranges, coverage and levels, that any scoring needs."""
    questions = scored_questions(questionnaire)
    topics = np.column_stack(
        [
            _mean(
                values[:, [n for n, q in enumerate(questions) if q.topic == topic.id]],
                [q.weight for q in questions if q.topic == topic.id],
            )
            for topic in questionnaire.topics
        ]
    )
    ends = np.cumsum([len(dimension.topics) for dimension in questionnaire.dimensions])
    return [
        _mean(columns, [topic.weight for topic in dimension.topics])
        for columns, dimension in zip(
            np.split(topics, ends[:-1], axis=1), questionnaire.dimensions, strict=True
        )
    ]


def _mean(values, weights):
    known = ~np.isnan(values)
    with np.errstate(invalid="ignore"):
        return np.where(known, values, 0) @ weights / (known @ weights)
