"""Comparing two results: of one body over time, or of two bodies."""

from typing import TypeVar

from assessment.comparison.answers import asked_again, changed_answers, one_sided
from assessment.comparison.applications import application_pairs
from assessment.comparison.model import Comparison, Side, is_same_body
from assessment.comparison.reached import measures_done, targets_reached
from assessment.comparison.scores import dimension_parts
from assessment.scoring import linking

S = TypeVar("S", bound=Side)


def compare(earlier: S, later: S) -> Comparison[S]:
    """Both side by side, linked through the questions in common where a bridge is declared."""
    bridge = later.model.series.bridge_from(earlier.result.assessment.questionnaire)
    applications = application_pairs(earlier, later)
    if bridge is None:
        found = linking.unlinked(earlier.result.scorecard, later.result.scorecard)
        return Comparison(
            earlier, later, None, dimension_parts(earlier, later, found), applications
        )
    jump = later.model.series.jump
    found = linking.differences(bridge, _linked(earlier), _linked(later), jump)
    bodies = (side.result.assessment.municipality for side in (earlier, later))
    emptied, answered = one_sided(bridge, earlier, later)
    one_body = is_same_body(*bodies)
    return Comparison(
        earlier=earlier,
        later=later,
        bridge=bridge,
        dimensions=dimension_parts(earlier, later, found),
        applications=applications,
        changed=changed_answers(bridge, earlier, later),
        emptied=emptied,
        answered=answered,
        asked_again=asked_again(bridge, earlier, later),
        targets=targets_reached(bridge, earlier, later) if one_body else (),
        measures=measures_done(bridge, earlier, later) if one_body else (),
    )


def _linked(side: Side) -> linking.Side:
    return linking.Side(side.result.answers, side.result.scorecard)
