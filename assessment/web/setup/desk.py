"""The desk of services behind the pages: one per application."""

from multiprocessing.util import Finalize
from threading import Thread
from typing import cast

from flask import Flask, current_app

from assessment.jobs.pool import LocalPool
from assessment.jobs.queue import GET_READY
from assessment.model import load_model
from assessment.persistence.database import open_database
from assessment.persistence.migrations import upgrade
from assessment.services.batches.running import Runner
from assessment.services.desk import Desk
from assessment.services.examples import ensure_example
from assessment.services.rounds.running import RoundRunner
from assessment.settings import Settings

# A round of all municipalities takes minutes; one beyond this is stuck.
_SECONDS_FOR_A_ROUND = 3600


def register(app: Flask, settings: Settings) -> None:
    """Open the database, bring it up to date, keep the model in force, and give an example.

    The finished example is put in only when there is nothing else.
    """
    pool = LocalPool(workers=settings.report_processes)
    # Serving processes are children of multiprocessing: they run no atexit, and before they end
    # they wait for children of their own, who would never hear of it.
    Finalize(None, pool.close, exitpriority=1)
    desk = Desk(
        database=open_database(settings.database_url),
        model=load_model(),
        queue=pool,
        folder=settings.data_folder,
    )
    upgrade(desk.database)
    desk.kept.keep(desk.model)
    ensure_example(desk)
    runner = Runner(desk, settings.report_processes)
    Finalize(None, runner.end, exitpriority=2)  # before the workers end, which it would miss
    rounds = RoundRunner(desk, lambda: LocalPool(seconds=_SECONDS_FOR_A_ROUND))
    Finalize(None, rounds.end, exitpriority=2)
    app.extensions.update(desk=desk, batches=runner, rounds=rounds)


def get_ready(app: Flask) -> None:
    """Let a worker process prepare itself meanwhile: the first result then comes at once.

    Batches and work on rounds that a server left unfinished, however it ended, go on.
    """
    desk = cast(Desk, app.extensions["desk"])
    Thread(target=desk.queue.run, args=(GET_READY, desk.model.folder), daemon=True).start()
    cast(Runner, app.extensions["batches"]).wake()
    cast(RoundRunner, app.extensions["rounds"]).wake()


def the_desk() -> Desk:
    """The desk that serves this request."""
    return cast(Desk, current_app.extensions["desk"])


def the_runner() -> Runner:
    """What works on batches beside the requests."""
    return cast(Runner, current_app.extensions["batches"])


def the_round_runner() -> RoundRunner:
    """What works on rounds beside the requests."""
    return cast(RoundRunner, current_app.extensions["rounds"])
