"""The result as bytes that read back as the very same result, years later too.

Other forms of the result round it for people; this one keeps every digit, because pages, PDF and
JSON of a submitted assessment are made from it alone.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from assessment.errors import Damaged
from assessment.result import Result


@dataclass(frozen=True)
class _Stored:
    """What is kept, for good.

    A part that results gain later needs a default; one that means something else from then on, a
    new format beside this one.
    """

    format: Literal[1]
    result: Result


def stored_result(result: Result) -> bytes:
    """The result, ready to be kept. Raises Damaged rather than keep what would read otherwise."""
    data = zlib.compress(_codec().dump_json(_Stored(1, result), by_alias=True), level=9)
    if result_of_stored(data) != result:
        raise Damaged("result")
    return data


def result_of_stored(data: bytes) -> Result:
    """The result that was kept; raises Damaged where it cannot be read any more."""
    try:
        return _codec().validate_json(zlib.decompress(data)).result
    except (zlib.error, ValidationError) as error:
        raise Damaged("result") from error


@dataclass(frozen=True)
class StoredStance:
    """What a list shows of a kept result: the overall route and how firm it is."""

    route: str | None
    firmness: str | None
    standard_set: bool


def stance_of_stored(data: bytes) -> StoredStance:
    """The stance alone, without reading the rest; raises Damaged where it cannot be read."""
    try:
        result = json.loads(zlib.decompress(data))["result"]
        overall, standing = result["overall"], result["standing"]
        firmness = standing["firmness"] if standing else None
        return StoredStance(overall["route"], firmness, overall["standard_set"])
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise Damaged("result") from error


@dataclass(frozen=True)
class StoredSummary:
    """What a list of clients shows of a kept result.

    `scores` are those of the dimensions; `applications` has for each application its kind, the
    route that is advised and how firm that is.
    """

    stance: StoredStance
    scores: Mapping[str, float | None]
    topics: Mapping[str, float | None]
    applications: tuple[tuple[str, str | None, str], ...]

    @property
    def undecided(self) -> int:
        """For how many applications the advice is undecided."""
        return sum(firmness == "undecided" for _, _, firmness in self.applications)


def summary_of_stored(data: bytes) -> StoredSummary:
    """The summary alone, without checking the rest; raises Damaged where it cannot be read."""
    try:
        result = json.loads(zlib.decompress(data))["result"]
        overall, standing = result["overall"], result["standing"]
        firmness = standing["firmness"] if standing else None
        dimensions = result["scorecard"]["dimensions"].values()
        return StoredSummary(
            StoredStance(overall["route"], firmness, overall["standard_set"]),
            {one["id"]: one["score"] for one in dimensions},
            {id: topic["score"] for one in dimensions for id, topic in one["topics"].items()},
            tuple(_advice(one) for one in result["applications"]),
        )
    except (zlib.error, ValueError, KeyError, TypeError) as error:
        raise Damaged("result") from error


def _advice(application: dict[str, Any]) -> tuple[str, str | None, str]:
    advice = application["recommendation"]
    kind = advice["archetype"] or advice["title"] or advice["id"]
    return kind, advice["route"], application["robustness"]["firmness"]


@cache
def _codec() -> TypeAdapter[_Stored]:
    return TypeAdapter(_Stored)
