"""The exit check of all applications as one: each point once, with what to ask for which."""

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.exit_check import Standing
from assessment.report.content.advice import ApplicationView
from assessment.report.content.exits import ExitPointView
from assessment.report.content.shared.numbers import in_few_signs


@dataclass(frozen=True)
class AskView:
    """What to ask; `where` numbers the applications unless it is to be asked for all."""

    text: str
    where: str


@dataclass(frozen=True)
class ExitLine:
    """A point of the check with what one's answers tell of it, and what to ask."""

    title: str
    standing: Standing
    standing_name: str
    asks: tuple[AskView, ...]


def exit_lines_of(applications: Sequence[ApplicationView]) -> tuple[ExitLine, ...]:
    """Every point once; none for applications without an advised route."""
    asked: dict[tuple[str, Standing], list[tuple[int, ExitPointView]]] = {}
    numbers = set()
    for number, application in enumerate(applications, start=1):
        for point in application.exit_check.points:
            numbers.add(number)
            asked.setdefault((point.id, point.standing), []).append((number, point))
    return tuple(_line(points, len(numbers)) for points in asked.values())


def exits_alike(applications: Sequence[ApplicationView]) -> bool:
    """Whether the same points are open for all applications that have a route."""
    checks = [application.exit_check for application in applications]
    return len({check.open_points for check in checks if check.points}) == 1


def _line(points: Sequence[tuple[int, ExitPointView]], of: int) -> ExitLine:
    asks: dict[str, list[int]] = {}
    for number, point in points:
        for text in point.ask:
            asks.setdefault(text, []).append(number)
    first = points[0][1]
    return ExitLine(
        title=first.title,
        standing=first.standing,
        standing_name=first.standing_name,
        asks=tuple(AskView(text, in_few_signs(where, of)) for text, where in asks.items()),
    )
