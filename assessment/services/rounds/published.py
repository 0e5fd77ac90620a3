"""Releases and the notice as pages hand them out: made or read once, then remembered."""

import zipfile
from pathlib import Path
from typing import Any

from assessment.benchmark.rounds.model import Round
from assessment.errors import NotFound
from assessment.jobs.queue import RELEASE_FILE, RENDER_NOTICE
from assessment.services.benchmark.opening import read_release
from assessment.services.desk import Desk
from assessment.services.rounds.seen import ReleaseFile

Json = dict[str, Any]

MEDIA_TYPES = {
    "json": "application/json",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_ABOUT = ("round", "date", "number", "questionnaire", "model_hash", "digest", "rules", "note")


def package_of(folder: Path, number: int) -> Path:
    """Where the package of a release is, or will be."""
    return folder / "packages" / f"{number:03d}.zip"


def from_package(folder: Path, number: int, name: str) -> bytes:
    """A file of the package of a release. Raises NotFound where one or the other is missing."""
    try:
        with zipfile.ZipFile(package_of(folder, number)) as archive:
            return archive.read(name)
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise NotFound(name) from error


def release_in(desk: Desk, file: ReleaseFile) -> Json:
    """The release as it was sealed. Raises Invalid where it is none, Damaged where changed."""
    key = ("release", str(file.path), file.path.stat().st_mtime_ns)
    return desk.remembered.of(key, lambda: read_release(file.path))


def head_of(desk: Desk, file: ReleaseFile) -> Json:
    """What a release says about itself, and how many of its groups there are and are hidden.

    Raises Invalid where it is none, Damaged where it was changed.
    """
    key = ("release head", str(file.path), file.path.stat().st_mtime_ns)
    return desk.references.of(key, lambda: _head(read_release(file.path)))


def as_file(desk: Desk, file: ReleaseFile, format: str) -> bytes:
    """The release in this format; tables of large rounds are written by a worker.

    Raises Invalid where it is no release, Damaged where it was changed, TaskFailed where the worker
    came to no end.
    """
    if format == "json":
        return file.path.read_bytes()
    release = release_in(desk, file)
    key = ("release file", release["digest"], format)

    def made() -> bytes:
        data: bytes = desk.queue.run(RELEASE_FILE, file.path, f".{format}")
        return data

    return desk.remembered.of(key, made)


def notice_as_pdf(desk: Desk, round_: Round, language: str) -> bytes:
    """What the round publishes about a member and what never, for those who are invited.

    A worker draws it. Raises TaskFailed where that came to no end.
    """
    key = ("notice", round_.model_dump_json(), desk.model.hash, language)

    def made() -> bytes:
        data: bytes = desk.queue.run(RENDER_NOTICE, round_, desk.model.folder, language)
        return data

    return desk.remembered.of(key, made)


def _head(release: Json) -> Json:
    cells = [cell for table in release["participation"] for cell in table["cells"]]
    hidden = sum("suppressed" in cell for cell in cells)
    total = release["participation"][0]["cells"][0]
    about = {key: release[key] for key in _ABOUT if key in release}
    return {**about, "hidden": hidden, "groups": len(cells), "total": total}
