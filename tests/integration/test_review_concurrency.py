"""Submitting beside others who save, and a server that is killed meanwhile."""

import subprocess
import sys
from contextlib import suppress
from dataclasses import replace

from assessment.errors import Submitted
from assessment.jobs.queue import InProcess
from assessment.persistence.database import open_database
from assessment.services import answers, assessments, results
from assessment.services.answers import Change
from assessment.services.review.submitting import (
    ChangedMeanwhile,
    reopen,
    revisions,
    seen,
    submit,
)
from tests.conftest import ROOT
from tests.integration.builders import DAY, UTILITY, level
from tests.integration.test_persistence_concurrency import at_once, url_of


def another(desk):
    """A second server on the same data."""
    return replace(desk, database=open_database(url_of(desk)))


class BusyHouse(InProcess):
    """Works results out like any queue; somebody saves an answer each time it does."""

    def __init__(self, server, id):
        self._server = server
        self._id = id

    def run(self, task, *arguments):
        answers.save_answer(self._server, self._id, Change("data.inventory", level(3)))
        return super().run(task, *arguments)


def test_an_answer_saved_while_the_result_is_worked_out_is_neither_lost_nor_frozen_unseen(desk):
    id = assessments.create(desk, municipality=UTILITY, date=DAY)
    busy = replace(desk, queue=BusyHouse(another(desk), id))
    looked_over = seen(assessments.head(desk, id))

    with suppress(ChangedMeanwhile):
        submit(busy, id, by="IT", seen_as=looked_over)
        raise AssertionError("submitted what nobody has looked over")

    assert assessments.load(desk, id).answers["data.inventory"] == level(3)
    assert not assessments.head(desk, id).submitted
    submit(desk, id, by="IT", seen_as=seen(assessments.head(desk, id)))
    assert results.result(desk, id).answers["data.inventory"] == level(3)


def test_of_saving_and_submitting_at_once_one_goes_through_and_the_other_is_told(desk):
    id = assessments.create(desk, municipality=UTILITY, date=DAY)
    other = another(desk)
    for number in range(1, 7):
        looked_over = seen(assessments.head(desk, id))
        # Worked out before, so that the two really meet.
        results.result(desk, id)
        answer = level(number % 5, comment=str(number))

        def saved(answer=answer):
            try:
                return answers.save_answer(other, id, Change("data.inventory", answer)).changed
            except Submitted:
                return False

        def frozen(looked_over=looked_over):
            try:
                return submit(desk, id, by="IT", seen_as=looked_over)
            except ChangedMeanwhile:
                return False

        was_saved, was_frozen = at_once([saved, frozen])
        assert bool(was_saved) != bool(was_frozen)
        kept = assessments.load(desk, id).answers.get("data.inventory")
        assert (kept == answer) == was_saved
        if was_frozen:
            assert results.result(desk, id).assessment == assessments.load(desk, id)
            reopen(desk, id, by="IT", because="weiter", revision=was_frozen)


def test_two_who_submit_at_once_make_one_revision(desk):
    id = assessments.create(desk, municipality=UTILITY, date=DAY)
    looked_over = seen(assessments.head(desk, id))
    servers = [desk, another(desk), another(desk)]
    made = at_once(
        [lambda s=server: submit(s, id, by="IT", seen_as=looked_over) for server in servers]
    )
    assert made == [1, 1, 1]
    assert len(revisions(desk, id)) == 1


# Submits and reopens one assessment time and again, and says so each time; never ends by itself.
RESTLESS = """
import itertools, sys
from pathlib import Path
from assessment.jobs.queue import InProcess
from assessment.model import load_model
from assessment.persistence.database import open_database
from assessment.services import assessments
from assessment.services.desk import Desk
from assessment.services.review.submitting import reopen, seen, submit

desk = Desk(open_database(sys.argv[1]), load_model(), InProcess(), Path(sys.argv[3]))
id = sys.argv[2]
for _ in itertools.count():
    number = submit(desk, id, by="IT", seen_as=seen(assessments.head(desk, id)))
    print(number, flush=True)
    reopen(desk, id, by="IT", because="weiter", revision=number)
"""


def test_a_server_killed_while_it_submits_leaves_whole_revisions(desk, tmp_path):
    id = assessments.create(desk, municipality=UTILITY, date=DAY)
    command = [sys.executable, "-c", RESTLESS, url_of(desk), id, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
        heard = [int(next(server.stdout)) for _ in range(6)]
        server.kill()
        heard += [int(line) for line in server.stdout if line.endswith("\n")]
    kept, head = revisions(desk, id), assessments.head(desk, id)
    assert heard[-1] <= kept[0].revision
    assert [item.revision for item in kept] == list(range(kept[0].revision, 0, -1))
    assert all(results.shown(desk, id, item.revision).intact for item in kept)
    assert head.revision == kept[0].revision
    assert head.submitted == (kept[0].reopened_at is None)
