"""All documents of a batch as one ZIP archive, sent while it is made."""

import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from assessment.persistence.documents import batches as stored
from assessment.persistence.documents.batches import DONE, StoredBatch
from assessment.services.batches.making import folder_of
from assessment.services.batches.ordering import Wish, wish_of
from assessment.services.desk import Desk
from assessment.services.documents.manifest import (
    Entry,
    head_of,
    manifest_bytes,
    origin,
    sha256,
)
from assessment.services.files import MANIFEST

# The others are archives themselves, or packed inside.
_WORTH_PACKING = frozenset({"html", "csv", "json"})


def archive(desk: Desk, id: str) -> tuple[str, Iterator[bytes]]:
    """The archive's name and its bytes, piece by piece; NotFound before the first one.

    It holds the documents that are there as they were made, and a manifest that tells them.
    """
    with desk.database.reading() as connection:
        batch = stored.batch(connection, id)
        items = stored.items(connection, id)
    made = [Entry(**item.entry) for item in items if item.state == DONE and item.entry]
    name = f"batch_{batch.created_at.astimezone():%Y-%m-%d_%H%M}.zip"
    return name, _pieces(desk, batch, made)


def _pieces(desk: Desk, batch: StoredBatch, made: list[Entry]) -> Iterator[bytes]:
    sink, wish = _Sink(), wish_of(batch.order)
    at = batch.created_at.astimezone()
    packed: list[Entry] = []
    with zipfile.ZipFile(sink, "w") as target:
        for entry in made:
            data = _content(folder_of(desk, batch.id) / entry.output)
            if sha256(data) == entry.output_sha256:
                target.writestr(_member(entry.output, at, wish.format), data)
                packed.append(entry)
                yield sink.taken()
        target.writestr(_member(MANIFEST, at, "json"), _manifest(desk, wish, packed))
    yield sink.taken()


def _manifest(desk: Desk, wish: Wish, packed: list[Entry]) -> bytes:
    in_force = origin("", wish.order, desk.model, desk.kept.keep(desk.model))
    return manifest_bytes(head_of(wish.order, in_force), packed)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _member(name: str, at: datetime, format: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, at.timetuple()[:6])
    member.external_attr = 0o644 << 16
    packs = format in _WORTH_PACKING
    member.compress_type = zipfile.ZIP_DEFLATED if packs else zipfile.ZIP_STORED
    return member


class _Sink:
    """Takes what the archive writes, and gives it away piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, data: bytes, /) -> int:
        self._pieces.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """There is nothing to be flushed."""

    def close(self) -> None:
        """There is nothing to be closed."""

    def taken(self) -> bytes:
        """All that was written since the last time."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)
