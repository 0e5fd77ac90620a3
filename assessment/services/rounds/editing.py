"""Rounds begun, changed while nothing is released, and removed."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from assessment.benchmark.rounds.model import Round
from assessment.errors import Conflict, Invalid, NotFound, Problem
from assessment.questionnaire.documents import signatures
from assessment.services.benchmark import withdrawing
from assessment.services.benchmark.following import follow, to_follow
from assessment.services.benchmark.opening import (
    alone_with,
    new_round,
    read_round,
    save_round,
)
from assessment.services.desk import Desk
from assessment.services.files import write_atomically
from assessment.services.rounds import work
from assessment.services.rounds.places import ROUNDS, folder_of, free_name, private, rounds_in

_BEGUN_WITH = "begun-with"


@dataclass(frozen=True)
class MemberList:
    """A list of members that was sent, by the name that its sender knows it by."""

    name: str
    data: bytes

    @property
    def stored_name(self) -> str:
        """The name that it is kept under: its ending follows from what it is."""
        return "members.xlsx" if self.data.startswith(signatures.PACKED) else "members.csv"


def begin_round(
    desk: Desk, wanted: Round, listed: MemberList | None, *, follows: str = "", token: str | None
) -> str:
    """The name in addresses of the round that is begun; the same token gives the same round.

    `follows` is the name of the round before. Raises Invalid with everything that is wrong with
    its members, or where nothing was released in the round before; then no folder is left.
    """
    for folder in rounds_in(desk.folder):
        if token and _begun_with(folder) == token:
            return folder.name
    begun = desk.folder / ROUNDS / f".new-{uuid4()}"
    begun.mkdir(parents=True)
    try:
        new_round(begun, _with_list(begun, wanted, listed))
        if before := _releases_of(desk, follows):
            follow(begun, before)
        write_atomically(private(begun, _BEGUN_WITH), (token or "").encode())
        return _moved_in(desk, begun, wanted.name)
    except Invalid as error:
        raise _named(error, listed) from error
    finally:
        shutil.rmtree(begun, ignore_errors=True)


def change_round(
    desk: Desk, slug: str, wanted: Round, listed: MemberList | None, *, follows: str | None = None
) -> None:
    """Give a round of which nothing is released these settings and members.

    Its list of members stays unless another was sent, who has withdrawn stays so, and it follows
    the same rounds as before where `follows` is None. Raises NotFound; Conflict where something is
    released, Busy while work goes on; Invalid, and then the settings are those of before.
    """
    folder = folder_of(desk.folder, slug)
    work.refuse_while_busy(folder)
    with alone_with(folder):
        if any((folder / "releases").glob("*.json")):
            raise Conflict(slug)
        now = read_round(folder, desk.model)
        gone = {"withdrawn": now.withdrawn, "withdrawn_because": now.withdrawn_because}
        kept = wanted.model_copy(update=gone)
        try:
            before = None if follows is None else _releases_of(desk, follows)
            save_round(folder, _with_list(folder, kept, listed))
        except Invalid as error:
            raise _named(error, listed) from error
        if before is not None:
            follow(folder, before)


def delete_round(desk: Desk, slug: str) -> None:
    """Remove a round with its contributions and releases, for good.

    Raises NotFound, and Busy while work on it goes on.
    """
    folder = folder_of(desk.folder, slug)
    work.refuse_while_busy(folder)
    work.remove_round(folder)


def withdraw(desk: Desk, slug: str, ags: str) -> None:
    """Let what a member handed in count no more from the next release on.

    Raises NotFound, Invalid for who is no member, and Busy while work on the round goes on.
    """
    folder = folder_of(desk.folder, slug)
    work.refuse_while_busy(folder)
    withdrawing.withdraw(folder, desk.model, ags, "")


def take_part_again(desk: Desk, slug: str, ags: str) -> None:
    """Let what a member handed in count again from the next release on.

    Raises NotFound, Invalid for who is no member, and Busy while work on the round goes on.
    """
    folder = folder_of(desk.folder, slug)
    work.refuse_while_busy(folder)
    withdrawing.rejoin(folder, desk.model, ags)


def remove_contribution(desk: Desk, slug: str, name: str) -> None:
    """Delete a file from the contributions of a round; nothing happens where it is gone already.

    Raises NotFound, and Busy while work on the round goes on.
    """
    folder = folder_of(desk.folder, slug)
    work.refuse_while_busy(folder)
    with alone_with(folder):
        for path in (folder / "contributions").iterdir():
            if path.name == name:
                path.unlink()


def _releases_of(desk: Desk, slug: str) -> tuple[Path, ...]:
    """What a round takes over from the one before it; nothing where there is none."""
    if not slug:
        return ()
    try:
        return to_follow(folder_of(desk.folder, slug))
    except NotFound as error:
        raise Invalid([Problem("nothing_to_follow", "follows")]) from error


def _with_list(folder: Path, wanted: Round, listed: MemberList | None) -> Round:
    """The round with the list beside it, the one that was there unless another was sent."""
    if listed is None:
        return wanted
    # A new list beside the old one: the old one counts until round.yaml names the other.
    name = f"{uuid4().hex[:8]}-{listed.stored_name}"
    write_atomically(folder / name, listed.data)
    members = wanted.members.model_copy(update={"file": name})
    return wanted.model_copy(update={"members": members})


def _moved_in(desk: Desk, begun: Path, title: str) -> str:
    while True:
        name = free_name(desk.folder, title)
        place = desk.folder / ROUNDS / name
        try:
            begun.rename(place)
        except OSError:
            if not place.exists():
                raise
            continue  # somebody took the name meanwhile: the next one is free
        return name


def _named(error: Invalid, listed: MemberList | None) -> Invalid:
    """The problems with the list called as its sender calls it, and no place of this machine."""
    name = listed.name if listed else ""
    return Invalid(replace(one, file=name if one.file else "") for one in error.problems)


def _begun_with(folder: Path) -> str:
    try:
        return private(folder, _BEGUN_WITH).read_text()
    except OSError:
        return ""
