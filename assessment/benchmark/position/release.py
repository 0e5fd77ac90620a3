"""A release as it is read for positions: checked in every part that is used, and indexed.

A release may come from elsewhere. That its digest fits only says that it arrived whole.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assessment.errors import Invalid, Problem

Key = Mapping[str, str]
_Place = frozenset[tuple[str, str]]
Score = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Part = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Name = Annotated[str, Field(max_length=200)]
Count = Annotated[int, Field(ge=0)]


_PLACES = ("district", "state")


class _Read(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Hidden(_Read):
    suppressed: Name


class Share(_Read):
    """The share of those who gave one of these answers."""

    classes: tuple[Name, ...] = Field(min_length=1)
    share: Part


class _Cell(_Read):
    key: dict[Name, Name]
    suppressed: Name | None = None
    n: Count | None = None
    median: Score | _Hidden | None = None
    quartiles: tuple[Score, Score] | _Hidden | None = None
    distribution: tuple[Share, ...] | _Hidden | None = None
    as_of: date | None = None


class _Table(_Read):
    kind: Name
    subject: Name
    cells: tuple[_Cell, ...]


class _Taking(_Read):
    key: dict[Name, Name]
    suppressed: Name | None = None
    n: Count | None = None
    members: Count
    registered: Count


class _Participation(_Read):
    cells: tuple[_Taking, ...]


class _Release(_Read):
    round: Name
    number: Count = 1
    date: date
    questionnaire: Name
    digest: Name
    note: Name | None = None
    participation: tuple[_Participation, ...]
    tables: tuple[_Table, ...]


class Cell(NamedTuple):
    """What a release says of a subject in a group; what it hides is None, and `hidden` all of it.

    `as_of` is the day of the earlier release whose figures these are, where not of this one.
    """

    hidden: bool
    n: int | None
    median: float | None
    quartiles: tuple[float, float] | None
    distribution: tuple[tuple[tuple[str, ...], float], ...] | None
    as_of: date | None


class Taking(NamedTuple):
    """How many of a group took part, None where hidden, and how many members it has."""

    n: int | None
    members: int
    registered: int


class Origin(NamedTuple):
    """Where figures come from; `places` are the states and districts that it tells of by name."""

    round: str
    number: int
    date: date
    questionnaire: str
    digest: str
    note: str
    taking: Taking | None
    places: frozenset[tuple[str, str]] = frozenset()

    def nearness(self, attributes: Key) -> int:
        """The higher, the surer a body with these attributes is of those that were asked.

        Its district is named, its state is, no place is named at all, or only other ones.
        """
        named = {name for name, _ in self.places}
        for name, near in (("district", 3), ("state", 2)):
            if (name, attributes.get(name)) in self.places:
                return near
        return 0 if named else 1


class Released:
    """The cells of a release by subject and group."""

    def __init__(self, release: Mapping[str, Any], file: str = "") -> None:
        """Read and check it. Raises Invalid where it has not the shape of a release."""
        try:
            read = _Release.model_validate(release)
        except ValidationError as error:
            place = ".".join(str(one) for one in error.errors()[0]["loc"])
            raise Invalid([Problem("no_release", place, file=file)]) from error
        self._cells: dict[_Place, dict[tuple[str, str], Cell]] = {}
        for table in read.tables:
            for cell in table.cells:
                of_group = self._cells.setdefault(_place(cell.key), {})
                of_group[table.kind, table.subject] = _cell(cell)
        self._taking = {
            _place(cell.key): Taking(cell.n, cell.members, cell.registered)
            for table in read.participation
            for cell in table.cells
        }
        self.subjects = tuple(dict.fromkeys((one.kind, one.subject) for one in read.tables))
        self.origin = Origin(
            read.round,
            read.number,
            read.date,
            read.questionnaire,
            read.digest,
            read.note or "",
            self._taking.get(_place({})),
            frozenset(
                part
                for place in self._taking
                if len(place) == 1
                for part in place
                if part[0] in _PLACES
            ),
        )

    def has(self, key: Key) -> bool:
        """Whether a table tells of the group with this key, hidden or not."""
        return _place(key) in self._taking

    def taking(self, key: Key) -> Taking:
        """Who took part in a group that there is."""
        return self._taking[_place(key)]

    def cells(self, key: Key) -> Mapping[tuple[str, str], Cell]:
        """The figures of each subject in the group, as far as there are tables."""
        return self._cells.get(_place(key), {})


def _place(key: Key) -> _Place:
    return frozenset(key.items())


def _cell(read: _Cell) -> Cell:
    shares = read.distribution
    return Cell(
        hidden=read.suppressed is not None,
        n=read.n,
        median=read.median if isinstance(read.median, float) else None,
        quartiles=read.quartiles if isinstance(read.quartiles, tuple) else None,
        distribution=tuple((one.classes, one.share) for one in shares)
        if isinstance(shares, tuple)
        else None,
        as_of=read.as_of,
    )
