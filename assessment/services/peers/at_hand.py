"""The releases at hand in the browser: those of rounds kept here, and those that were sent."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessment.benchmark.attributes import attributes_of
from assessment.benchmark.position.peers import Peers
from assessment.benchmark.position.release import Origin, Released
from assessment.benchmark.release.document import opened
from assessment.errors import Damaged, Invalid, NotFound, Problem, QuestionnaireNotKept
from assessment.municipality import Municipality
from assessment.services.desk import Desk, Remembered
from assessment.services.files import write_atomically
from assessment.services.peers.comparing import Compared, checked_release, in_order, read_whole

SENT = "releases"
LARGEST_MB = 50

_ROUNDS = "rounds"
# A release of a state with all breakdowns is some megabytes as objects; a few are looked at a day.
_indexed = Remembered(4)
_origins = Remembered(500)


@dataclass(frozen=True)
class AtHand:
    """A release that can be compared with; `sent` says that it may be deleted here."""

    origin: Origin
    path: Path
    sent: bool

    @property
    def key(self) -> str:
        """What names it in addresses: its digest."""
        return self.origin.digest


def releases_at_hand(desk: Desk, questionnaire: str | None = None) -> tuple[AtHand, ...]:
    """All that can be read, or those of this questionnaire; the newest first, each once."""
    found: dict[str, AtHand] = {}
    for path, sent in _files(desk.folder):
        origin = _origin(path)
        if origin and questionnaire in (None, origin.questionnaire):
            found.setdefault(origin.digest, AtHand(origin, path, sent))
    newest = sorted(found.values(), key=lambda one: (one.origin.date, one.origin.number))
    return tuple(reversed(newest))


def nearest(offered: Sequence[AtHand], body: Municipality) -> AtHand | None:
    """The newest release of where a body lies, else the newest of all; None where there is none."""
    attributes = attributes_of(body)
    return max(offered, key=lambda one: one.origin.nearness(attributes), default=None)


def peers_for(desk: Desk, key: str, body: Municipality, questionnaire: str) -> Peers | None:
    """The peers of a body in the release with this digest; None where it cannot be compared."""
    offered = releases_at_hand(desk, questionnaire)
    chosen = next((one for one in offered if one.key == key), None)
    return _compared(chosen, offered).peers(body) if chosen else None


def keep_release(desk: Desk, data: bytes, name: str) -> str:
    """Keep a release that was sent; its digest. The same one again changes nothing.

    Raises Invalid where it is none, was changed, is too large, or is of a questionnaire that
    nobody has here.
    """
    if len(data) > LARGEST_MB * 1024 * 1024:
        raise Invalid([Problem("release_too_large", values={"limit": LARGEST_MB}, file=name)])
    try:
        content = opened(json.loads(data))
        model = desk.model_of(str(content.get("questionnaire", "")))
    except Damaged as error:
        raise Invalid([Problem("release_damaged", file=name)]) from error
    except QuestionnaireNotKept:
        model = desk.model
    except (ValueError, AttributeError, RecursionError) as error:
        raise Invalid([Problem("no_release", file=name)]) from error
    digest = checked_release(content, model, file=name).origin.digest
    write_atomically(desk.folder / SENT / f"{digest}.json", data)
    return digest


def sent_release(desk: Desk, key: str) -> AtHand:
    """The release with this digest, if it was sent; NotFound."""
    for one in releases_at_hand(desk):
        if one.key == key and one.sent:
            return one
    raise NotFound(key)


def delete_release(desk: Desk, key: str) -> None:
    """The release is gone; those of rounds kept here stay. NotFound."""
    sent_release(desk, key).path.unlink(missing_ok=True)


def _files(folder: Path) -> Iterator[tuple[Path, bool]]:
    yield from ((path, False) for path in sorted(folder.glob(f"{_ROUNDS}/*/releases/*.json")))
    yield from ((path, True) for path in sorted((folder / SENT).glob("*.json")))


def _origin(path: Path) -> Origin | None:
    """Where a release comes from; None for one that cannot be read. Read once while unchanged."""
    try:
        state = path.stat()
    except OSError:
        return None
    return _origins.of((path, state.st_mtime_ns, state.st_size), lambda: _origin_now(path))


def _origin_now(path: Path) -> Origin | None:
    try:
        read = Released(read_whole(path))
    except Invalid:
        return None
    _indexed.put(read.origin.digest, read)
    return read.origin


def _released(one: AtHand) -> Released:
    return _indexed.of(one.key, lambda: Released(read_whole(one.path)))


def _compared(chosen: AtHand, offered: tuple[AtHand, ...]) -> Compared:
    """The chosen release with those before it of the same round."""
    when = (chosen.origin.date, chosen.origin.number)
    before = [
        one
        for one in offered
        if one.origin.round == chosen.origin.round and (one.origin.date, one.origin.number) < when
    ]
    return Compared(_released(chosen), tuple(in_order(map(_released, before))))
