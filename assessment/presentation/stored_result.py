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
    """The overall route of a submitted result and how firm it is."""

    route: str | None
    firmness: str | None
    standard_set: bool


@dataclass(frozen=True)
class StoredSummary:
    """What lists show of a submitted result; kept beside it, for results are large.

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


def summary_of_stored(data: bytes) -> dict[str, Any]:
    """What lists show of the result, as data to be kept beside it."""
    result = json.loads(zlib.decompress(data))["result"]
    dimensions = result["scorecard"]["dimensions"].values()
    standing = result["standing"]
    return {
        "route": result["overall"]["route"],
        "firmness": standing["firmness"] if standing else None,
        "standard_set": result["overall"]["standard_set"],
        "scores": {one["id"]: one["score"] for one in dimensions},
        "topics": {id: topic["score"] for one in dimensions for id, topic in one["topics"].items()},
        "applications": [_advice(one) for one in result["applications"]],
    }


def read_summary(kept: Mapping[str, Any]) -> StoredSummary:
    """The summary that was kept."""
    return StoredSummary(
        StoredStance(kept["route"], kept["firmness"], kept["standard_set"]),
        kept["scores"],
        kept["topics"],
        tuple((kind, route, firmness) for kind, route, firmness in kept["applications"]),
    )


def _advice(application: Mapping[str, Any]) -> list[str | None]:
    advice = application["recommendation"]
    kind = advice["archetype"] or advice["title"] or advice["id"]
    return [kind, advice["route"], application["robustness"]["firmness"]]


@cache
def _codec() -> TypeAdapter[_Stored]:
    return TypeAdapter(_Stored)
