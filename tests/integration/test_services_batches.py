"""Batches: nothing is lost or made twice, one fault stops no other, names suit every system."""

import io
import json
import threading
import zipfile
from dataclasses import replace
from datetime import date

import pytest

from assessment.errors import Invalid, NotFound
from assessment.jobs.queue import InProcess
from assessment.municipality import Body, Municipality, by_ags
from assessment.persistence.documents import batches as stored
from assessment.services import assessments
from assessment.services.batches import packing, seeing
from assessment.services.batches.making import folder_of, problems_of
from assessment.services.batches.ordering import Wish, order_batch
from assessment.services.batches.running import Runner
from assessment.services.documents.manifest import sha256
from assessment.services.documents.of_assessment import document_of
from assessment.services.frame.planning import save_planning

DAY = date(2026, 11, 22)
CSV = Wish("csv", "de")


def begun(desk, *names):
    return [
        assessments.create(desk, municipality=Municipality(name, Body.MUNICIPALITY), date=DAY)
        for name in names
    ]


def ordered(desk, ids, wish=CSV):
    return order_batch(desk, wish, ids)


def worked_off(desk, id):
    Runner(desk).work_off()
    return {item.title: item for item in seeing.batch_items(desk, id)}


def times(desk, id):
    return {path.name: path.stat().st_mtime_ns for path in folder_of(desk, id).iterdir()}


def unpacked(desk, id):
    _, pieces = packing.archive(desk, id)
    with zipfile.ZipFile(io.BytesIO(b"".join(pieces))) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_archive_holds_what_single_downloads_give_and_a_manifest_with_their_hashes(desk):
    ids = begun(desk, "Astadt", "Bstadt")
    id = ordered(desk, ids)
    items = worked_off(desk, id)
    files = unpacked(desk, id)
    manifest = json.loads(files.pop("manifest.json"))
    single = {
        items[title].output: document_of(desk, of, CSV.order)
        for title, of in zip(("Astadt", "Bstadt"), ids, strict=True)
    }
    assert files == single
    assert {one["output"]: one["output_sha256"] for one in manifest["files"]} == {
        name: sha256(data) for name, data in files.items()
    }
    answers = {of: sha256(assessments.export(desk, of, format="yaml").encode()) for of in ids}
    assert {one["input"]: one["input_sha256"] for one in manifest["files"]} == answers
    assert manifest["model_hash"] == manifest["files"][0]["model_hash"] == desk.model.hash


def test_one_that_cannot_be_made_stops_no_other_and_is_told(desk):
    ids = begun(desk, "Astadt", "Bstadt", "Cstadt")
    id = ordered(desk, ids)
    assessments.delete(desk, ids[1])
    items = worked_off(desk, id)
    assert [items[name].state for name in ("Astadt", "Bstadt", "Cstadt")] == [
        "done", "failed", "done",
    ]  # fmt: skip
    assert [problem.code for problem in problems_of(items["Bstadt"])] == ["assessment_gone"]
    line = seeing.batch_line(desk, id)
    assert (line.batch.state, line.tally.done, line.tally.failed) == ("finished", 2, 1)
    assert len(unpacked(desk, id)) == 3


def test_a_task_that_ends_badly_is_told_and_made_at_the_next_try(desk):
    ids = begun(desk, "Astadt", "Bstadt")
    id = ordered(desk, ids)
    items = worked_off(replace(desk, queue=_FailsAt(1)), id)
    assert [problem.values for problem in problems_of(items["Astadt"])] == [{"reason": "no more"}]
    seeing.go_on(desk, id)
    assert {item.state for item in worked_off(desk, id).values()} == {"done"}


@pytest.mark.parametrize(("processes", "together"), [(1, 1), (2, 1), (3, 2)])
def test_as_many_are_made_at_once_as_leave_a_process_for_a_person(desk, processes, together):
    """With two at once each task waits for its neighbour: one at a time would break the barrier."""
    id = ordered(desk, begun(desk, "Astadt", "Bstadt", "Cstadt", "Dstadt"))
    beside = replace(desk, queue=_Together(together))
    Runner(beside, processes).work_off()
    items = seeing.batch_items(desk, id)
    assert [item.state for item in items] == ["done"] * 4
    assert len(unpacked(desk, id)) == 5
    assert beside.queue.most == together


def test_what_a_dying_neighbour_took_with_it_is_made_once_more_alone(desk):
    id = ordered(desk, begun(desk, "Astadt", "Bstadt", "Cstadt", "Dstadt"))
    Runner(replace(desk, queue=_FailsAt(2)), 4).work_off()
    assert {item.state for item in seeing.batch_items(desk, id)} == {"done"}
    assert seeing.batch_line(desk, id).batch.state == "finished"


def test_a_cancelled_batch_begins_nothing_more_side_by_side(desk):
    id = ordered(desk, begun(desk, *(f"Stadt {number}" for number in range(6))))
    Runner(replace(desk, queue=_Then(lambda: seeing.cancel(desk, id))), 3).work_off()
    tally = seeing.batch_line(desk, id).tally
    assert (tally.done <= 2, tally.done + tally.waiting, tally.failed) == (True, 6, 0)


def test_what_is_done_is_not_made_again_and_what_changed_is(desk):
    ids = begun(desk, "Astadt", "Bstadt", "Cstadt")
    id = ordered(desk, ids)
    items = worked_off(desk, id)
    before = times(desk, id)
    seeing.go_on(desk, id)
    worked_off(desk, id)
    assert times(desk, id) == before
    (folder_of(desk, id) / items["Bstadt"].output).write_text("somebody changed this")
    save_planning(desk, ids[2], plan=None, targets={"data.catalogue": 3})
    before = times(desk, id)
    seeing.go_on(desk, id)
    items = worked_off(desk, id)
    again = {name for name, time in times(desk, id).items() if time != before[name]}
    assert again == {items["Bstadt"].output, items["Cstadt"].output}


def test_a_cancelled_batch_keeps_what_is_done_and_goes_on_later(desk):
    id = ordered(desk, begun(desk, "Astadt", "Bstadt", "Cstadt"))
    worked_off(replace(desk, queue=_Then(lambda: seeing.cancel(desk, id))), id)
    line = seeing.batch_line(desk, id)
    assert (line.cancelled, line.tally.done, line.tally.waiting) == (True, 1, 2)
    before = times(desk, id)
    seeing.go_on(desk, id)
    worked_off(desk, id)
    assert seeing.batch_line(desk, id).tally.done == 3
    assert before.items() <= times(desk, id).items()


def test_a_batch_that_is_deleted_while_it_runs_leaves_nothing_behind(desk):
    id = ordered(desk, begun(desk, "Astadt", "Bstadt"))
    Runner(replace(desk, queue=_Then(lambda: seeing.delete(desk, id)))).work_off()
    assert not folder_of(desk, id).exists()
    with pytest.raises(NotFound):
        seeing.batch_line(desk, id)


def test_batches_are_worked_on_one_after_the_other(desk):
    ids = begun(desk, "Astadt")
    first, second = ordered(desk, ids), ordered(desk, ids, Wish("csv", "en"))
    assert [seeing.batch_line(desk, id).ahead for id in (first, second)] == [0, 1]
    with desk.database.reading() as connection:
        assert [one.id for one in stored.running(connection)] == [first, second]


def test_the_same_token_orders_once(desk):
    ids = begun(desk, "Astadt")
    assert order_batch(desk, CSV, ids, token="t") == order_batch(desk, CSV, ids, token="t")
    assert len(seeing.batch_lines(desk)) == 1


@pytest.mark.parametrize("names", ["{name}", "{ags}", "{name}{ags}"])
def test_names_are_told_apart_and_lead_nowhere_else(desk, names):
    hostile = ["../../etc/passwd", "CON", "con", 'a"b\\c:d|e?*', "\u202egpj.exe", "…", "Straße"]
    ids = begun(desk, *hostile)
    ids.append(assessments.create(desk, municipality=by_ags("05515000"), date=DAY))
    id = ordered(desk, ids, Wish("json", "de", names))
    outputs = [item.output for item in seeing.batch_items(desk, id)]
    assert len({name.casefold() for name in outputs}) == len(ids)
    for name in outputs:
        stem, _, ending = name.rpartition(".")
        assert ending == "json"
        assert stem.isascii()
        assert stem.replace("_", "").replace("-", "").isalnum()
        assert stem.casefold() not in {"con", "nul"}


@pytest.mark.parametrize("names", ["{nome}", "../{name}", "{name}:x", "{name}\x00", "x" * 101, " "])
def test_a_pattern_that_cannot_be_orders_nothing(desk, names):
    ids = begun(desk, "Astadt")
    with pytest.raises(Invalid):
        order_batch(desk, Wish("json", "de", names), ids)
    with pytest.raises(Invalid):
        order_batch(desk, CSV, ["no-such-assessment"])
    assert seeing.batch_lines(desk) == ()


class _Then(InProcess):
    """Does something else after each task, as somebody at the pages would meanwhile."""

    def __init__(self, act):
        self._act = act

    def run(self, task, *arguments):
        outcome = super().run(task, *arguments)
        self._act()
        return outcome


class _Together(InProcess):
    """Does a task once so many are there at the same time; `most` is how many ever were."""

    def __init__(self, number):
        self._meeting = threading.Barrier(number, timeout=20)
        self._lock = threading.Lock()
        self._now = self.most = 0

    def run(self, task, *arguments):
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        self._meeting.wait()
        try:
            return super().run(task, *arguments)
        finally:
            with self._lock:
                self._now -= 1


class _FailsAt(InProcess):
    """Raises at the task with this number."""

    def __init__(self, number):
        self._left = number

    def run(self, task, *arguments):
        self._left -= 1
        if self._left == 0:
            raise RuntimeError("no more")
        return super().run(task, *arguments)
