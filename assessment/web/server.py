"""The web server on this machine, one process with a few threads."""

import os

import click
from flask import Flask
from granian.constants import Interfaces
from granian.server import Server

from assessment.app import create_app
from assessment.settings import PREFIX, settings_from


def serve(port: int | None = None) -> None:
    """Serve the pages until Ctrl+C; raises Invalid with every setting that cannot be used."""
    settings = settings_from(port=port)
    # The serving process reads its settings anew; what the command line said must reach it.
    os.environ[f"{PREFIX}PORT"] = str(settings.port)
    click.echo(f"http://{settings.host}:{settings.port}/")
    Server(
        "assessment.web.server:application",
        address=settings.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        factory=True,
        workers=1,
        # Few threads: writers to one SQLite file wait for each other anyway.
        blocking_threads=4,
        log_access=False,
    ).serve()


def application() -> Flask:
    """The application for the serving process."""
    return create_app(settings_from())
