"""Takes answer files out of what somebody sent: files as they are, and archives of them."""

import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath

from assessment.errors import Problem
from assessment.questionnaire.documents import signatures
from assessment.services.files import SUFFIXES

_ENCRYPTED = 0x1


@dataclass(frozen=True)
class Limits:
    """What is taken: how many files, bytes of one and of all unpacked, and with which endings."""

    files: int
    bytes: int
    unpacked: int
    suffixes: frozenset[str] = SUFFIXES


IMPORT = Limits(files=500, bytes=5_000_000, unpacked=200_000_000)


@dataclass(frozen=True)
class SentFile:
    """A file that was sent, by the name that its sender knows it by; `data` None if refused."""

    name: str
    data: bytes | None
    problem: Problem | None = None


def unpacked(sent: Iterable[tuple[str, bytes]], limits: Limits = IMPORT) -> Iterator[SentFile]:
    """Every file of those sent, those in archives too; what is over the limits is refused.

    Nothing is ever written under a name that somebody sent, so no name can lead anywhere.
    """
    size = 0
    for count, file in enumerate(_files(sent, limits)):
        if count == limits.files:
            yield _refused(file.name, "import_too_many", limits.files)
            return
        size += len(file.data or b"")
        if size > limits.unpacked:
            yield _refused(file.name, "import_too_large", limits.unpacked // 1_000_000)
            return
        yield file


def how_many(sent: Iterable[bytes]) -> int:
    """How many files there are, those in archives counted one by one."""
    return sum(1 if (found := _members(data)) is None else len(found) for data in sent)


def _files(sent: Iterable[tuple[str, bytes]], limits: Limits) -> Iterator[SentFile]:
    for name, data in sent:
        members = _members(data)
        if not members and _is_called_archive(name):
            yield SentFile(name, None, Problem(_why_nothing(data), file=name))
        elif members is None:
            yield _sound(name, data, limits)
        else:
            yield from _of_archive(name, data, members, limits)


def _members(data: bytes) -> list[zipfile.ZipInfo] | None:
    """What an archive holds; None for anything else, workbooks included, which are packed too."""
    if not data.startswith(signatures.PACKED):
        return None
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return None
    if any(member.filename == "[Content_Types].xml" for member in members):
        return None
    return [member for member in members if _is_wanted(member)]


def _is_called_archive(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() == ".zip"


def _why_nothing(data: bytes) -> str:
    """The problem with an archive that nothing was found in: damaged, or nothing is in it."""
    return "archive_empty" if zipfile.is_zipfile(BytesIO(data)) else "archive_damaged"


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    """Whether a member is a file that somebody packed, not one that their computer added."""
    path = _path(member)
    hidden = path.name.startswith((".", "~$")) or "__MACOSX" in path.parts
    return not (member.is_dir() or hidden)


def _path(member: zipfile.ZipInfo) -> PurePosixPath:
    return PurePosixPath(member.filename.replace("\\", "/"))


def _of_archive(
    archive_name: str, data: bytes, members: Iterable[zipfile.ZipInfo], limits: Limits
) -> Iterator[SentFile]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for member in members:
            yield _taken_out(archive, member, f"{archive_name}/{_path(member)}", limits)


def _taken_out(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, limits: Limits
) -> SentFile:
    if member.flag_bits & _ENCRYPTED:
        return SentFile(name, None, Problem("import_encrypted", file=name))
    try:
        with archive.open(member) as stream:
            # What the archive says of its sizes may be a lie: no more than this is unpacked.
            data = stream.read(limits.bytes + 1)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError):
        return SentFile(name, None, Problem("import_damaged", file=name))
    return _sound(name, data, limits)


def _sound(name: str, data: bytes, limits: Limits) -> SentFile:
    if PurePosixPath(name).suffix.lower() not in limits.suffixes:
        return SentFile(name, None, Problem("import_kind", file=name))
    if len(data) > limits.bytes:
        return _refused(name, "file_too_large", limits.bytes // 1_000_000)
    return SentFile(name, data)


def _refused(name: str, code: str, limit: int) -> SentFile:
    return SentFile(name, None, Problem(code, values={"limit": limit}, file=name))
