"""What was found in contributions when they were checked, so that it is not worked out again.

A line of `private/checked.jsonl` for each: a checksum of the line, a key, and what was found. The
key is a hash of the file's bytes and of all that it was judged by. A line that does not fit, is
broken or was cut off is as good as none; what no contribution needs any more is removed.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import date
from io import FileIO
from pathlib import Path
from typing import Any

from assessment import __version__
from assessment.benchmark.rounds.contributions import Received, bare_answer
from assessment.benchmark.statistics.panel import Contribution
from assessment.errors import Invalid
from assessment.model import Model
from assessment.municipality import Body, Municipality, UnknownAgs, by_ags
from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.bridge import Bridge
from assessment.services.benchmark.opening import PRIVATE
from assessment.services.files import write_atomically

_FILE = "checked.jsonl"
_FORMAT = "1"
_DIGEST_BYTES = 16


class CheckedBefore:
    """What is known of contributions by their bytes; what is new is kept at once."""

    def __init__(self, file: Path | None, model: Model) -> None:
        self._file, self._basis = file, _basis(model)
        self._ids = [question.id for question in model.questionnaire.questions]
        self._lines = dict(_lines(file)) if file else {}
        self._needed: set[bytes] = set()
        self._stream: FileIO | None = None

    def of(self, data: bytes, source: str) -> Received | None:
        """What was found in these bytes; None where they are new."""
        key = self._key(data)
        if key not in self._lines:
            return None
        self._needed.add(key)
        return self._decoded(json.loads(self._lines[key]), source)

    def has(self, data: bytes) -> bool:
        """Whether these bytes were checked before."""
        key = self._key(data)
        self._needed.add(key)
        return key in self._lines

    def keep(self, data: bytes, received: Received) -> None:
        """Keep what was found in these bytes."""
        key = self._key(data)
        content = json.dumps(self._encoded(received), ensure_ascii=False, separators=(",", ":"))
        self._lines[key] = content.encode()
        self._needed.add(key)
        if self._file is None:
            return
        # What cannot be kept is worked out again the next time.
        with suppress(OSError):
            self._stream = self._stream or self._file.open("ab", buffering=0)
            self._stream.write(_line(key, self._lines[key]))

    def close(self) -> None:
        """Nothing more is kept."""
        if self._stream is not None:
            self._stream.close()

    def remove_others(self) -> None:
        """Forget what was not asked for: contributions that are gone leave no trace here."""
        needed = sorted(self._needed & self._lines.keys())
        wanted = b"".join(_line(key, self._lines[key]) for key in needed)
        if self._file is None or len(wanted) == _size(self._file):
            return
        with suppress(Invalid):
            write_atomically(self._file, wanted)

    def _key(self, data: bytes) -> bytes:
        return (
            hashlib.blake2b(data, key=self._basis, digest_size=_DIGEST_BYTES).hexdigest().encode()
        )

    def _encoded(self, one: Received) -> list[Any]:
        answers = [_said(one.given.answers[id]) for id in self._ids]
        routes, overall = dict(one.given.routes), one.given.overall
        head = [_known(one.body), one.date.isoformat(), one.version, one.answered, one.asked]
        return [*head, answers, routes, overall]

    def _decoded(self, content: list[Any], source: str) -> Received:
        body, day, version, answered, asked, said, routes, overall = content
        answers = {id: _answer(one) for id, one in zip(self._ids, said, strict=True)}
        given = Contribution(answers, routes, overall)
        return Received(
            source, _body(body), date.fromisoformat(day), version, answered, asked, given
        )


@contextmanager
def checked_before(folder: Path | None, model: Model) -> Iterator[CheckedBefore]:
    """What was checked in the round of this folder; without one nothing is known or kept."""
    known = CheckedBefore(folder / PRIVATE / _FILE if folder else None, model)
    try:
        yield known
    finally:
        known.close()


def _basis(model: Model) -> bytes:
    """Stands for all that decides what is found in a contribution."""
    bridges = [_declared(one) for one in model.series.bridges.values()]
    judged_by = [_FORMAT, __version__, model.questionnaire.reference, model.hash, *bridges]
    return hashlib.sha256("\n".join(judged_by).encode()).digest()


def _declared(bridge: Bridge) -> str:
    links = [
        [link.kind.value, [one.id for one in link.was], [one.id for one in link.now]]
        for link in bridge.links
    ]
    return bridge.earlier.model_dump_json() + json.dumps(links)


def _lines(file: Path) -> Iterator[tuple[bytes, bytes]]:
    """Key and content of each line that is as it was written."""
    try:
        content = file.read_bytes()
    except OSError:
        return
    for line in content.split(b"\n"):
        checksum, _, rest = line.partition(b" ")
        key, _, found = rest.partition(b" ")
        if found and checksum == _checksum(rest):
            yield key, found


def _line(key: bytes, content: bytes) -> bytes:
    # Begins anew, so that one that was cut off before it spoils itself alone.
    rest = key + b" " + content
    return b"\n" + _checksum(rest) + b" " + rest


def _checksum(rest: bytes) -> bytes:
    return hashlib.blake2b(rest, digest_size=_DIGEST_BYTES).hexdigest().encode()


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return 0


def _said(answer: Answer) -> Any:
    return [answer.value] if answer.state is State.ANSWERED else answer.state.value


def _answer(said: Any) -> Answer:
    if isinstance(said, str):
        return bare_answer(State(said), None)
    value = said[0]
    return bare_answer(State.ANSWERED, tuple(value) if isinstance(value, list) else value)


def _known(body: Municipality) -> Any:
    """The key of a body that is as the register has it; else all that is said of it."""
    try:
        if body.ags and by_ags(body.ags) == body:
            return body.ags
    except UnknownAgs:
        pass
    return asdict(body)


def _body(known: Any) -> Municipality:
    if isinstance(known, str):
        return by_ags(known)
    return Municipality(**{**known, "body": Body(known["body"])})
