"""How firm the advice is, in words: shares of the trials, what flips it, what to find out first."""

from assessment.report.content.firmness.flips import FlipView, FlipViews
from assessment.report.content.firmness.hundred import percent_of_trials
from assessment.report.content.firmness.standing import (
    FirmnessView,
    StandingView,
    Trials,
    firmness_of,
    standing_of,
    trials_of,
)
from assessment.report.content.firmness.tasks import TaskView, tasks_over_all

__all__ = [
    "FirmnessView",
    "FlipView",
    "FlipViews",
    "StandingView",
    "TaskView",
    "Trials",
    "firmness_of",
    "percent_of_trials",
    "standing_of",
    "tasks_over_all",
    "trials_of",
]
