"""Which routes the gates stop, for many answers and factor levels at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from assessment.questionnaire.answers import UNANSWERED
from assessment.questionnaire.conditions import All, FactorIs, Not, holds
from assessment.questionnaire.conditions import Any as AnyOf
from assessment.recommendation.applications import Application
from assessment.recommendation.gates import counted_level
from assessment.recommendation.model import Gate, GateCondition, RecommendationModel, Route
from assessment.recommendation.outcome import FactorLevel
from assessment.recommendation.variants.sheets import Levels, Said
from assessment.scoring.points import Flags

ROUTES = tuple(Route)

Value = TypeVar("Value", bound=np.generic)

# The levels of the ruling factors, in their order.
Setting = tuple[int, ...]


@dataclass(frozen=True)
class Conditions:
    """Every condition of every gate in order (c), with its minimum per route (c, r) as stated.

    `ruling` are the factors, by place, on whose levels it depends whether a gate applies and
    whether a minimum is raised.
    """

    factors: tuple[str, ...]
    each: tuple[tuple[Gate, GateCondition], ...]
    minimum: Levels
    ruling: tuple[int, ...]


def conditions_of(model: RecommendationModel) -> Conditions:
    """The model's conditions, ready for comparison."""
    each = tuple((gate, condition) for gate in model.gates for condition in gate.conditions)
    minimum = [[condition.minimum[route] for route in ROUTES] for _, condition in each]
    rules = [gate.applies_if for gate in model.gates]
    rules += [more.if_ for _, condition in each for more in condition.raises]
    named = {name for rule in rules for name in _factors_in(rule)}
    factors = tuple(factor.id for factor in model.factors)
    return Conditions(
        factors=factors,
        each=each,
        minimum=np.array(minimum, dtype=np.int64).reshape(-1, len(ROUTES)),
        ruling=tuple(place for place, factor in enumerate(factors) if factor in named),
    )


def levels_that_count(conditions: Conditions, said: Mapping[str, Said]) -> list[Levels | None]:
    """The level that counts for each condition in each variant; None for those about factors."""
    return [
        None if condition.factor else _counted(condition, said.get(condition.question or ""))
        for _, condition in conditions.each
    ]


@dataclass(frozen=True)
class Minimums:
    """The minimums of all conditions for one application, worked out once for each setting."""

    conditions: Conditions
    application: Application
    worked_out: dict[Setting, Levels] = field(default_factory=dict, compare=False, repr=False)

    def at(self, setting: Setting) -> Levels:
        """The minimums (c, r) at these levels of the ruling factors; 0 asks nothing."""
        if setting not in self.worked_out:
            names = [self.conditions.factors[place] for place in self.conditions.ruling]
            levels = {
                name: FactorLevel(level, given=True)
                for name, level in zip(names, setting, strict=True)
            }
            factors = {**self.application.factors, **levels}
            stated = replace(self.application, factors=factors)
            self.worked_out[setting] = _minimum(self.conditions, stated)
        return self.worked_out[setting]


def stopped(minimums: Minimums, counted: Sequence[Levels | None], factor_levels: Levels) -> Flags:
    """Which routes are stopped (n, r), for levels that count (n, or 1) and factor levels (n, f)."""
    every = range(len(minimums.conditions.each))
    return _stopped_by(minimums, counted, factor_levels, every)


def stopped_by_gate(
    minimums: Minimums, counted: Sequence[Levels | None], factor_levels: Levels
) -> dict[str, Flags]:
    """The same for each gate by itself."""
    places: dict[str, list[int]] = {}
    for place, (gate, _) in enumerate(minimums.conditions.each):
        places.setdefault(gate.id, []).append(place)
    return {
        gate: _stopped_by(minimums, counted, factor_levels, own) for gate, own in places.items()
    }


def _stopped_by(
    minimums: Minimums,
    counted: Sequence[Levels | None],
    factor_levels: Levels,
    places: Iterable[int],
) -> Flags:
    """The same for the conditions at these places only."""
    conditions = minimums.conditions
    settings, group = _settings(factor_levels[:, list(conditions.ruling)])
    asked = np.stack([minimums.at(tuple(setting)) for setting in settings.tolist()])
    highest = asked.max(axis=0)
    count = max([len(factor_levels), *(levels.size for levels in counted if levels is not None)])
    found = np.zeros((count, len(ROUTES)), dtype=bool, order="F")
    in_setting: Flags = np.zeros((len(settings), len(ROUTES)), dtype=bool)
    for place in places:
        levels = counted[place]
        if levels is None:
            name = conditions.each[place][1].factor or ""
            levels = factor_levels[:, conditions.factors.index(name)]
        if levels.size == 1:  # nothing was drawn for it: each setting is compared once
            in_setting |= levels < asked[:, place]
            continue
        for route in np.flatnonzero(highest[place]):
            found[:, route] |= levels < _in_rows(asked[:, place, route], group)
    for route in np.flatnonzero(in_setting.any(axis=0)):
        found[:, route] |= _in_rows(in_setting[:, route], group)
    return found


def _in_rows(of_settings: npt.NDArray[Value], group: Levels) -> npt.NDArray[Value]:
    """What holds in each row, or a single value where all rows have the same setting."""
    return of_settings if len(of_settings) == 1 else of_settings[group]


def _settings(levels: Levels) -> tuple[Levels, Levels]:
    """The settings of factors that occur, and which of them each row has."""
    if (levels == levels[0]).all():
        return levels[:1], np.zeros(len(levels), dtype=np.int64)
    # One number for each setting: rows as such take far longer to compare.
    codes = levels @ (1 + levels.max()) ** np.arange(levels.shape[1])
    _, first, group = np.unique(codes, return_index=True, return_inverse=True)
    return levels[first], group


def _counted(condition: GateCondition, said: Said | None) -> Levels:
    answers, row = (said.answers, said.row) if said else ((UNANSWERED,), np.zeros(1, dtype=int))
    levels = np.array([counted_level(condition, answer) for answer in answers])
    return levels[row]


def _minimum(conditions: Conditions, application: Application) -> Levels:
    """The minimums (c, r) for the application with the factors it has."""
    applies = {gate.id: holds(gate.applies_if, application.is_true) for gate, _ in conditions.each}
    minimum = conditions.minimum.copy()
    for place, (gate, condition) in enumerate(conditions.each):
        if not applies[gate.id]:
            minimum[place] = 0
            continue
        for more in condition.raises:
            if holds(more.if_, application.is_true):
                raised = [more.minimum[route] for route in ROUTES]
                minimum[place] = np.maximum(minimum[place], raised)
    return minimum


def _factors_in(rule: Any) -> Iterable[str]:
    match rule:
        case All(all=parts) | AnyOf(any=parts):
            return {name for part in parts for name in _factors_in(part)}
        case Not(not_=part):
            return _factors_in(part)
        case FactorIs(factor=factor):
            return {factor}
    return ()
