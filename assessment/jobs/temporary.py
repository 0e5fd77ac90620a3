"""Temporary folders of processes, which go however these end."""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "assessment-"
_LOCK = ".held"


class TemporaryFolder:
    """A folder that is removed at its end; what killed processes left is removed first."""

    def __init__(self) -> None:
        _remove_left_behind()
        self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
        new = Path(self.name, "new")
        self._lock = new.open("w")
        fcntl.flock(self._lock, fcntl.LOCK_EX)
        new.rename(Path(self.name, _LOCK))  # seen by others only once it is held

    @property
    def name(self) -> str:
        """Its path."""
        return self._folder.name

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        self._folder.cleanup()
        self._lock.close()


@contextmanager
def kept_together() -> Iterator[None]:
    """All that libraries write for themselves meanwhile goes into one such folder.

    Who can write nowhere is not kept from what needs no temporary files.
    """
    try:
        folder = TemporaryFolder()
    except OSError:
        yield
        return
    before, tempfile.tempdir = tempfile.tempdir, folder.name
    try:
        yield
    finally:
        tempfile.tempdir = before
        folder.remove()


def _remove_left_behind() -> None:
    """Remove the folders that no process holds any more: its lock goes with it."""
    for lock in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_LOCK}"):
        with suppress(OSError), lock.open() as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(lock.parent, ignore_errors=True)
