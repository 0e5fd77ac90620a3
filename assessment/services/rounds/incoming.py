"""What was sent to a round and is not taken over yet: a parcel for each form that was sent."""

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol
from uuid import uuid4

from assessment.errors import Invalid, Problem
from assessment.services.desk import Desk
from assessment.services.rounds import work
from assessment.services.rounds.places import folder_of, private

MOST_FILES = 25_000
INDEX, MAPPING = "index.json", "mapping.yaml"
_FOLDER = "incoming"


class Sent(Protocol):
    """A file on its way from a browser."""

    filename: str | None

    def save(self, dst: Path) -> None:
        """Write it there, piece by piece."""


def send(desk: Desk, slug: str, files: Iterable[Sent], mapping: Sent | None) -> None:
    """Keep what was sent, and order that it is taken over.

    Raises NotFound, and Invalid where no file was sent; then nothing is kept.
    """
    folder = folder_of(desk.folder, slug)
    sent = [file for file in files if file.filename]
    if not sent:
        raise Invalid([Problem("no_file")])
    # Whole before it is seen: a parcel that is still being filled is nobody's yet.
    parcel = private(folder, _FOLDER, f".{uuid4()}")
    parcel.mkdir(parents=True)
    try:
        for number, file in enumerate(sent):
            file.save(parcel / str(number))
        if mapping is not None and mapping.filename:
            mapping.save(parcel / MAPPING)
        (parcel / INDEX).write_text(json.dumps([file.filename for file in sent]), encoding="utf-8")
        parcel.rename(parcel.with_name(parcel.name.lstrip(".")))
    finally:
        shutil.rmtree(parcel, ignore_errors=True)
    work.order(folder, "take_over")


def incoming(folder: Path) -> tuple[Path, ...]:
    """The parcels that are to be taken over, the one that came first at the beginning."""
    place = private(folder, _FOLDER)
    found = place.iterdir() if place.is_dir() else ()
    parcels = [one for one in found if not one.name.startswith(".")]
    return tuple(sorted(parcels, key=lambda one: one.stat().st_mtime_ns))
