"""The web server on this machine, one process with a few threads."""

import os

from granian.constants import Interfaces
from granian.server import Server

from assessment.settings import PREFIX, Settings

# By name: the serving process imports it; the command line itself knows nothing of pages.
APPLICATION = "assessment.app:application"


def serve(settings: Settings) -> None:
    """Serve the pages at the settings' address until Ctrl+C."""
    # The serving process reads its settings anew; what the command line said must reach it.
    os.environ[f"{PREFIX}HOST"] = settings.host
    os.environ[f"{PREFIX}PORT"] = str(settings.port)
    Server(
        APPLICATION,
        address=settings.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=1,
        # Few threads: writers to one SQLite file wait for each other anyway.
        blocking_threads=4,
        log_access=False,
    ).serve()
