"""Figures of the bench: mostly costs as ratios to a floor, medians of interleaved rounds."""

import resource
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

ROUNDS = 9


@dataclass(frozen=True)
class Figure:
    """One line of the table: what was measured, against what, and what is to hold."""

    name: str
    floor: str
    value: float
    unit: str
    hold: float
    seconds: Mapping[str, float] = field(default_factory=dict)
    details: Mapping[str, float] = field(default_factory=dict)
    higher_is_better: bool = False

    @property
    def holds(self) -> bool:
        return self.value >= self.hold if self.higher_is_better else self.value <= self.hold


def medians(subjects: Mapping[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, float]:
    """The median CPU seconds of each subject, after one round to warm up.

    The subjects take turns, so that a slow spell of the machine falls on all of them.
    """
    seconds: dict[str, list[float]] = {name: [] for name in subjects}
    for turn in range(rounds + 1):
        for name, act in subjects.items():
            before = time.process_time()
            act()
            spent = time.process_time() - before
            if turn:
                seconds[name].append(spent)
    return {name: median(values) for name, values in seconds.items()}


def medians_of_commands(
    commands: Mapping[str, Sequence[str]], rounds: int = ROUNDS
) -> dict[str, float]:
    """The median CPU seconds of each command, taking turns likewise."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            before = _seconds_of_children()
            subprocess.run(command, check=True, capture_output=True)
            spent = _seconds_of_children() - before
            if turn:
                seconds[name].append(spent)
    return {name: median(values) for name, values in seconds.items()}


def _seconds_of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
