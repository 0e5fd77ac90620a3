"""What all applications rest on alike: levels of factors, and answers that carry every advice."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.report.content.advice import ApplicationView
from assessment.report.content.firmness import FlipView
from assessment.report.content.grounds import FactorView
from assessment.report.content.shared.conditions import ConditionLine, conditions_of
from assessment.report.content.shared.exits import ExitLine, exit_lines_of, exits_alike
from assessment.report.content.shared.requirements import Requirement, requirements_of


@dataclass(frozen=True)
class Shared:
    """What is told once for all applications, so that each tells only what is its own."""

    factors: tuple[FactorView, ...]
    rests_on: tuple[FlipView, ...]
    conditions: tuple[ConditionLine, ...]
    requirements: tuple[Requirement, ...]
    exits: tuple[ExitLine, ...]
    exits_alike: bool

    def own_factors(self, application: ApplicationView) -> tuple[FactorView, ...]:
        """The levels that are not the same for every application."""
        return tuple(factor for factor in application.factors if factor not in self.factors)

    def own_rests_on(self, application: ApplicationView) -> tuple[FlipView, ...]:
        """What this advice rests on, and not every other one too."""
        told = {flip.text for flip in self.rests_on}
        flips = application.firmness.flips.rests_on
        return tuple(flip for flip in flips if flip.text not in told)


def shared_of(applications: Sequence[ApplicationView]) -> Shared:
    """What holds for all applications; of a single one nothing is told apart from it."""
    first, *others = applications if len(applications) > 1 else (None,)
    return Shared(
        factors=_the_same_factors(first, others) if first else (),
        rests_on=_the_same_flips(first, others) if first else (),
        conditions=conditions_of(applications),
        requirements=requirements_of(applications),
        exits=exit_lines_of(applications),
        exits_alike=len(applications) > 1 and exits_alike(applications),
    )


def _the_same_factors(
    first: ApplicationView, others: Sequence[ApplicationView]
) -> tuple[FactorView, ...]:
    return tuple(
        factor for factor in first.factors if all(factor in other.factors for other in others)
    )


def _the_same_flips(
    first: ApplicationView, others: Sequence[ApplicationView]
) -> tuple[FlipView, ...]:
    texts = [{flip.text for flip in other.firmness.flips.rests_on} for other in others]
    flips = first.firmness.flips.rests_on
    return tuple(flip for flip in flips if all(flip.text in known for known in texts))
