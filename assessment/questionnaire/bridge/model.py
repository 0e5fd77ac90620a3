"""A bridge between two versions of a questionnaire, checked: every question has its place in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from assessment.questionnaire.model import Question, Questionnaire, Text


class Kind(StrEnum):
    """What became of a question."""

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    CHANGED = "changed"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    DROPPED = "dropped"


_SAME_MEANING = frozenset({Kind.UNCHANGED, Kind.REWORDED})


@dataclass(frozen=True)
class Link:
    """Questions that belong together; `was` is empty for a new one, `now` for a dropped one."""

    kind: Kind
    was: tuple[Question, ...]
    now: tuple[Question, ...]
    because: Text | None = None

    @property
    def is_anchor(self) -> bool:
        """Whether both versions ask the same: then the answers can be compared and carry over."""
        return self.kind in _SAME_MEANING


@dataclass(frozen=True)
class Bridge:
    """What became of every question; `links` in the order of the later version, dropped ones last.

    The questions in common are the anchors (Ankerfragen): through them the two versions are linked.
    """

    earlier: Questionnaire
    later: Questionnaire
    links: tuple[Link, ...]

    @cached_property
    def anchors(self) -> dict[str, str]:
        """The earlier id of each question in common, by its later id."""
        return {link.now[0].id: link.was[0].id for link in self.links if link.is_anchor}

    @cached_property
    def by_later(self) -> dict[str, Link]:
        """The link of every question of the later version."""
        return {question.id: link for link in self.links for question in link.now}

    @property
    def is_same_version(self) -> bool:
        """Whether both sides are one version: then nothing but the answers can differ."""
        return self.earlier.reference == self.later.reference

    def of_kind(self, *kinds: Kind) -> tuple[Link, ...]:
        """The links of these kinds."""
        return tuple(link for link in self.links if link.kind in kinds)


@dataclass(frozen=True)
class Jump:
    """From when on a difference is named, and when it is not split into its parts.

    `noticeable` are points. `least_common` is the share of questions in common below which the
    parts say nothing: an anchor of less than a fifth is too short for common-item linking (Kolen
    and Brennan, Test Equating, Scaling, and Linking).
    """

    noticeable: float = 2
    least_common: float = 0.2


@dataclass(frozen=True)
class Series:
    """How a version continues earlier ones: a bridge from each it declares, by reference."""

    questionnaire: Questionnaire
    jump: Jump = field(default_factory=Jump)
    bridges: Mapping[str, Bridge] = field(default_factory=dict)

    def bridge_from(self, reference: str) -> Bridge | None:
        """The bridge from that version; from itself everything is unchanged. None if there is none.

        Versions are not linked over a third one: a version declares a bridge from each version
        whose assessments are to go on under it.
        """
        if reference == self.questionnaire.reference:
            return self._to_itself
        return self.bridges.get(reference)

    @cached_property
    def _to_itself(self) -> Bridge:
        return same_version(self.questionnaire)


def same_version(questionnaire: Questionnaire) -> Bridge:
    """The bridge of a version to itself."""
    links = (Link(Kind.UNCHANGED, (one,), (one,)) for one in questionnaire.questions)
    return Bridge(questionnaire, questionnaire, tuple(links))
