"""The scores of one assessment, unrounded, with their ranges; None where nothing can be formed."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class TopicScore:
    """Points 0-100; `low` and `high` are what the open answers could still make of it."""

    id: str
    score: float | None
    low: float | None
    high: float | None
    coverage: float | None


@dataclass(frozen=True)
class DimensionScore:
    """A dimension's points and its level 0-4 (None without a score), with its topics by id."""

    id: str
    score: float | None
    low: float | None
    high: float | None
    coverage: float | None
    level: int | None
    topics: Mapping[str, TopicScore]


@dataclass(frozen=True)
class Scorecard:
    """All dimensions by id, and the share of asked questions (by weight) that are answered."""

    coverage: float | None
    dimensions: Mapping[str, DimensionScore]
