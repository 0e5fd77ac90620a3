"""The web server on this machine, one process with a few threads."""

import contextlib
import ctypes
import os
import socket

from granian.constants import Interfaces
from granian.log import LogLevels
from granian.server import Server

from assessment.errors import Invalid, Problem
from assessment.persistence.database import open_database
from assessment.persistence.migrations import upgrade
from assessment.settings import MEBIBYTE, PREFIX, Settings

# By name: the serving process imports it; the command line itself knows nothing of pages.
APPLICATION = "assessment.app:application"
_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h
_SECONDS_TO_END = 8


def serve(settings: Settings) -> None:
    """Serve the pages at the settings' address until Ctrl+C.

    Raises Invalid, before anything is served, when the port is taken or the database unusable.
    """
    _refuse_taken_port(settings)
    upgrade(open_database(settings.database_url))
    # The serving process reads its settings anew; what the command line said must reach it.
    os.environ[f"{PREFIX}HOST"] = settings.host
    os.environ[f"{PREFIX}PORT"] = str(settings.port)
    _give_large_rooms_back()
    Server(
        APPLICATION,
        address=settings.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=1,
        # Few threads: writers to one SQLite file wait for each other anyway.
        blocking_threads=4,
        respawn_failed_workers=True,
        # Two signals at once still stop it now and then; nothing is lost where a process is killed.
        workers_kill_timeout=_SECONDS_TO_END,
        log_access=False,
        log_level=LogLevels.warning,
        websockets=False,
    ).serve()


def _give_large_rooms_back() -> None:
    """Room for large files goes back to the system; glibc would keep it, for each thread."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, MEBIBYTE)


def _refuse_taken_port(settings: Settings) -> None:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise Invalid([Problem("port_taken", values={"port": settings.port})]) from error
