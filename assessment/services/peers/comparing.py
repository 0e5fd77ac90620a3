"""The releases that a body is compared with: read, checked and indexed."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from assessment.benchmark.attributes import attributes_of
from assessment.benchmark.position.peers import Peers, peers_of
from assessment.benchmark.position.release import Released
from assessment.errors import Damaged, Invalid, Problem
from assessment.model import Model
from assessment.municipality import Municipality
from assessment.services.benchmark.opening import Json, read_release


@dataclass(frozen=True)
class Compared:
    """The release in force with those before it, oldest first."""

    release: Released
    earlier: tuple[Released, ...] = ()

    def peers(self, body: Municipality) -> Peers:
        """What the releases say of the groups that a body belongs to."""
        return peers_of(self.release, attributes_of(body), self.earlier)


@dataclass(frozen=True)
class Offered:
    """Releases, oldest first, of which each body is compared with the one that fits it."""

    releases: tuple[Released, ...]

    def peers(self, body: Municipality) -> Peers:
        """The groups of a body in the newest release of its place; earlier ones give the course.

        One that names only other states or districts is taken where there is no better one.
        """
        attributes = attributes_of(body)
        near = [one.origin.nearness(attributes) for one in self.releases]
        *earlier, newest = (
            one for one, how in zip(self.releases, near, strict=True) if how == max(near)
        )
        return Compared(newest, tuple(earlier)).peers(body)


def compared_with(paths: Iterable[Path], model: Model) -> Offered:
    """These releases, ready to be compared with.

    Raises Invalid with the problems of all: no release, changed since, or of another questionnaire.
    """
    problems: list[Problem] = []
    read: list[Released] = []
    for path in paths:
        try:
            read.append(checked_release(read_whole(path), model, file=str(path)))
        except Invalid as error:
            problems += error.problems
    if problems:
        raise Invalid(problems)
    return Offered(tuple(in_order({one.origin.digest: one for one in read}.values())))


def in_order(releases: Iterable[Released]) -> list[Released]:
    """Oldest first."""
    return sorted(releases, key=lambda one: (one.origin.date, one.origin.number))


def checked_release(release: Json, model: Model, *, file: str) -> Released:
    """The release, ready to be compared with. Raises Invalid where it cannot be."""
    read = Released(release, file)
    asked = model.questionnaire.reference
    if read.origin.questionnaire != asked:
        values = {"given": read.origin.questionnaire, "allowed": asked}
        raise Invalid([Problem("release_of_other_questionnaire", "questionnaire", values, file)])
    return read


def read_whole(path: Path) -> Json:
    """The release as it was made. Raises Invalid where it is none, or was changed since."""
    try:
        return read_release(path)
    except Damaged as error:
        raise Invalid([Problem("release_damaged", file=str(path))]) from error
    except RecursionError as error:
        raise Invalid([Problem("no_release", file=str(path))]) from error
