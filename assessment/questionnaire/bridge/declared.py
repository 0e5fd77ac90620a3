"""What `bridges.yaml` may say."""

from typing import Annotated, Any, Literal

from pydantic import Field

from assessment.questionnaire.model import Part, Text


class Reworded(Part):
    """Other words, perhaps another id, but the same meaning and the same scale."""

    kind: Literal["reworded"]
    was: str
    now: str
    because: Text


class Changed(Part):
    """Another meaning or another scale: it is asked again."""

    kind: Literal["changed"]
    was: str
    now: str
    because: Text


class Split(Part):
    """One question became several: they are asked again."""

    kind: Literal["split"]
    was: str
    now: tuple[str, ...] = Field(min_length=2)
    because: Text


class Merged(Part):
    """Several questions became one: it is asked again."""

    kind: Literal["merged"]
    was: tuple[str, ...] = Field(min_length=2)
    now: str
    because: Text


class New(Part):
    """The earlier version asked nothing like it."""

    kind: Literal["new"]
    now: str
    because: Text


class Dropped(Part):
    """It is not asked any more."""

    kind: Literal["dropped"]
    was: str
    because: Text


Step = Annotated[Reworded | Changed | Split | Merged | New | Dropped, Field(discriminator="kind")]

STEPS: dict[str, Any] = {
    "reworded": Reworded,
    "changed": Changed,
    "split": Split,
    "merged": Merged,
    "new": New,
    "dropped": Dropped,
}


class DeclaredBridge(Part):
    """What became of the questions of one earlier version; what is not named is unchanged."""

    from_: str = Field(alias="from", description="The earlier version, such as ki-readiness@2026.1")
    steps: tuple[Step, ...]


class BridgesFile(Part):
    """The file `bridges.yaml`; without it there is no bridge, and the numbers are these."""

    noticeable: float = Field(
        default=2, gt=0, description="From so many points on a part of a difference is named."
    )
    least_common: float = Field(
        default=0.2,
        gt=0,
        le=1,
        description="Below this share of questions in common a difference is not split.",
    )
    bridges: tuple[DeclaredBridge, ...] = ()


def sides(step: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the earlier version and those of the later one that a step is about."""
    return _ids(getattr(step, "was", ())), _ids(getattr(step, "now", ()))


def _ids(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
