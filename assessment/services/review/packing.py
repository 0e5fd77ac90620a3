"""A questionnaire folder as one piece that can be kept, and back; the same content, one key."""

import hashlib
import io
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assessment.errors import Damaged

# An archive of the same files must not differ by when it was made.
_SOME_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Packed:
    """The files of a questionnaire folder in one archive; `key` is the SHA-256 of their content."""

    key: str
    archive: bytes


def pack(folder: Path) -> Packed:
    """All that the questionnaire says: its YAML files with their places."""
    files = _files(folder)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _SOME_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return Packed(_key(files), packed.getvalue())


def unpack(packed: Packed, parent: Path) -> Path:
    """The folder with these files, named after the key; one that is there and whole stays.

    Raises Damaged when the archive does not hold what its key says.
    """
    target = parent / packed.key
    if target.is_dir() and content_key(target) == packed.key:
        return target
    parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=parent, prefix=".unpacking-"))
    try:
        _extract(packed, fresh)
        _put_in_place(fresh, target, packed.key)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return target


def _extract(packed: Packed, folder: Path) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(packed.archive)) as archive:
            archive.extractall(folder)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise Damaged(packed.key) from error
    if content_key(folder) != packed.key:
        raise Damaged(packed.key)


def _put_in_place(fresh: Path, target: Path, key: str) -> None:
    """Two processes may unpack at once: who comes second finds the folder there, and whole."""
    try:
        fresh.rename(target)
    except OSError:
        if content_key(target) == key:
            return
        shutil.rmtree(target)
        fresh.rename(target)


def content_key(folder: Path) -> str:
    """The key of a questionnaire folder: another one as soon as a number or a word changes."""
    return _key(_files(folder))


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.yaml")
    }


def _key(files: Mapping[str, bytes]) -> str:
    content = hashlib.sha256()
    for name, data in sorted(files.items()):
        for part in (name.encode(), data):
            content.update(len(part).to_bytes(8))
            content.update(part)
    return content.hexdigest()
