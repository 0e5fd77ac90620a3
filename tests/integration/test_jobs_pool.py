"""The pool of worker processes: it survives what its tasks do, and ends with its server."""

import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assessment.jobs.pool import LocalPool
from assessment.jobs.queue import TaskFailed
from assessment.jobs.temporary import TemporaryFolder
from tests.conftest import ROOT

TASKS = """
import os, pathlib, tempfile, time

def add(a, b):
    return a + b

def fail():
    raise ValueError("bad layout")

def die():
    os._exit(1)

def die_once(mark):
    if not pathlib.Path(mark).exists():
        pathlib.Path(mark).touch()
        os._exit(1)
    return "done"

def process():
    return os.getpid()

def temporary():
    return tempfile.mkdtemp()

def sleep():
    time.sleep(60)
"""


@pytest.fixture
def pool(tmp_path, monkeypatch):
    """A pool whose workers can do the tasks above."""
    (tmp_path / "pool_tasks.py").write_text(TASKS)
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{ROOT}")
    monkeypatch.syspath_prepend(str(tmp_path))
    pool = LocalPool(workers=1, seconds=20)
    yield pool
    pool.close()


def ended(process):
    """Whether the process ends within ten seconds."""
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_a_task_is_done_in_another_process_that_stays(pool):
    first = pool.run("pool_tasks:process")
    assert pool.run("pool_tasks:add", 1, 2) == 3
    assert first != os.getpid()
    assert pool.run("pool_tasks:process") == first


def test_a_task_that_raises_says_why_and_costs_no_worker(pool):
    worker = pool.run("pool_tasks:process")
    with pytest.raises(TaskFailed, match="bad layout"):
        pool.run("pool_tasks:fail")
    assert pool.run("pool_tasks:process") == worker


def test_a_worker_that_dies_gets_the_task_a_second_try(pool, tmp_path):
    assert pool.run("pool_tasks:die_once", str(tmp_path / "mark")) == "done"


def test_a_task_that_kills_two_workers_fails_and_the_pool_goes_on(pool):
    with pytest.raises(TaskFailed, match="died twice"):
        pool.run("pool_tasks:die")
    assert pool.run("pool_tasks:add", 1, 2) == 3


def test_a_task_that_hangs_is_given_up(pool, monkeypatch):
    monkeypatch.setattr(pool, "_seconds", 2)
    with pytest.raises(TaskFailed, match="no end after 2 s"):
        pool.run("pool_tasks:sleep")


def test_who_waits_behind_a_task_that_hangs_or_dies_gets_what_was_asked_for(pool):
    assert pool.run("pool_tasks:add", 1, 1) == 2
    with ThreadPoolExecutor() as people, pytest.MonkeyPatch.context() as patch:
        patch.setattr(pool, "_seconds", 1)
        hangs = people.submit(pool.run, "pool_tasks:sleep")
        time.sleep(0.2)
        patch.setattr(pool, "_seconds", 20)
        behind = [people.submit(pool.run, "pool_tasks:add", one, 1) for one in range(3)]
        dies = people.submit(pool.run, "pool_tasks:die")
        assert [one.result() for one in behind] == [1, 2, 3]
    assert "no end after" in str(hangs.exception())
    assert "died twice" in str(dies.exception())
    assert pool.run("pool_tasks:add", 1, 2) == 3


def test_a_machine_without_room_for_a_process_fails_the_task_and_not_the_pool(pool):
    pool._running()  # ready, but without a process until the first task
    files, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (3, most))
    try:
        with pytest.raises(TaskFailed, match=r"no worker process can be started: .*open files"):
            pool.run("pool_tasks:add", 1, 2)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (files, most))
    assert pool.run("pool_tasks:add", 1, 2) == 3


def test_a_closed_pool_leaves_no_process_and_nothing_temporary(pool):
    worker, folder = pool.run("pool_tasks:process"), Path(pool.run("pool_tasks:temporary"))
    assert folder.exists()
    pool.close()
    assert ended(worker)
    assert not folder.parent.exists()


def test_a_worker_that_is_killed_leaves_nothing_temporary(pool):
    worker, folder = pool.run("pool_tasks:process"), Path(pool.run("pool_tasks:temporary"))
    os.kill(worker, signal.SIGKILL)
    assert pool.run("pool_tasks:add", 1, 2) == 3
    assert not folder.parent.exists()


def test_workers_end_with_a_server_that_is_killed(pool):
    server = "from assessment.jobs.pool import LocalPool\nimport time\n"
    server += "if __name__ == '__main__':\n    pool = LocalPool()\n"
    server += "    print(pool.run('pool_tasks:process'), pool.run('pool_tasks:temporary'))\n"
    server += "    print(flush=True)\n    time.sleep(60)\n"
    with subprocess.Popen(
        [sys.executable, "-c", server], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        worker, folder = process.stdout.readline().split()
        process.send_signal(signal.SIGKILL)
    assert ended(int(worker))
    assert not Path(folder).parent.exists()


def test_a_command_that_draws_leaves_nothing_temporary_and_removes_what_a_killed_one_left(tmp_path):
    here = {**os.environ, "TMPDIR": str(tmp_path)}
    killed = "import os, tempfile; from assessment.jobs.temporary import kept_together\n"
    killed += "with kept_together(): tempfile.mkdtemp(); os.kill(os.getpid(), 9)\n"
    subprocess.run([sys.executable, "-c", killed], cwd=ROOT, env=here, check=False)
    assert [path.is_dir() for path in tmp_path.glob("*/tmp*")] == [True]
    command = [sys.executable, "-m", "assessment", "benchmark", "--help"]
    subprocess.run(command, cwd=ROOT, env=here, check=True, stdout=subprocess.DEVNULL)
    assert list(tmp_path.iterdir()) == []


def test_what_a_server_and_its_workers_left_when_all_were_killed_goes_at_the_next_start(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    held = TemporaryFolder()
    server = "import os; from assessment.jobs.temporary import TemporaryFolder\n"
    server += "folder = TemporaryFolder(); os.kill(os.getpid(), 9)\n"
    here = {**os.environ, "TMPDIR": str(tmp_path)}
    subprocess.run([sys.executable, "-c", server], cwd=ROOT, env=here, check=False)
    (left,) = set(tmp_path.iterdir()) - {Path(held.name)}
    new = TemporaryFolder()
    assert not left.exists()
    assert set(tmp_path.iterdir()) == {Path(held.name), Path(new.name)}
    held.remove()
    new.remove()
    assert list(tmp_path.iterdir()) == []
