"""Targets and measures that were set before, and where things stand."""

from collections.abc import Mapping
from datetime import date

from assessment.comparison.model import Reached, Side
from assessment.questionnaire.answers import Answer
from assessment.questionnaire.bridge import Bridge, mapped_back
from assessment.questionnaire.model import Questionnaire
from assessment.questionnaire.path import NOT_ASKED
from assessment.recommendation.roadmap.outlook import quarter_after
from assessment.recommendation.roadmap.standing import levels_reached


def targets_reached(bridge: Bridge, earlier: Side, later: Side) -> tuple[Reached, ...]:
    """The levels that the body wanted before, and where they stand."""
    asked = bridge.earlier
    before, now = _levels(asked, earlier.result.answers), _levels_now(bridge, later)
    return tuple(
        Reached(id, asked.titles[id], level, before.get(id), now.get(id))
        for id, level in earlier.result.assessment.targets.items()
        if id in asked.topic_by_id or id in asked.by_id
    )


def measures_done(bridge: Bridge, earlier: Side, later: Side) -> tuple[Reached, ...]:
    """The measures of the earlier roadmap: done as far as their topic has reached their level."""
    asked, measures = bridge.earlier, earlier.model.measures.by_id
    before, now = _levels(asked, earlier.result.answers), _levels_now(bridge, later)
    return tuple(
        Reached(
            step.measure,
            measures[step.measure].title,
            step.to_level,
            before.get(step.topic),
            now.get(step.topic),
            topic=asked.topic_by_id[step.topic].title,
            quarters=(step.quarter, last := quarter_after(step.quarter, step.quarters - 1)),
            due=last < quarter_of(later.result.assessment.date),
        )
        for step in earlier.result.roadmap.steps
        if step.topic in asked.topic_by_id
    )


def quarter_of(day: date) -> str:
    """The quarter that the day lies in, such as 2026-Q4."""
    return f"{day.year}-Q{(day.month + 2) // 3}"


def _levels_now(bridge: Bridge, later: Side) -> dict[str, int]:
    """Where topics and questions of the earlier version stand now, as far as they are asked."""
    asked, said = bridge.earlier, mapped_back(bridge, later.result.answers)
    levels = _levels(asked, dict.fromkeys(asked.by_id, NOT_ASKED) | said)
    in_common = {asked.by_id[id].topic for id in said}
    return {id: level for id, level in levels.items() if id in said or id in in_common}


def _levels(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> dict[str, int]:
    """The levels of topics and of questions with levels."""
    of_questions = {
        id: answer.value for id, answer in answers.items() if isinstance(answer.value, int)
    }
    return of_questions | levels_reached(questionnaire, answers)
