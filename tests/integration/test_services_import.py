"""Answer files in bulk: what is unpacked, what is refused, and that nothing is imported twice."""

import io
import threading
import zipfile
from dataclasses import replace

import pytest

from assessment.errors import Invalid, NotFound
from assessment.jobs.queue import QueueEnded, TaskFailed
from assessment.municipality import by_ags
from assessment.questionnaire.answer_file import write_answers
from assessment.services import assessments
from assessment.services.clients import keeping
from assessment.services.clients.bulk import importing, unpacking
from assessment.services.clients.bulk.importing import (
    begin_import,
    confirm,
    import_of,
    work_on,
)
from assessment.services.clients.listing import WantedClients, client_list
from assessment.services.desk import Remembered
from assessment.services.overview.listing import Wanted, listing
from tests.integration.builders import an_assessment, level
from tests.integration.web import text_of

PLACES = ("01001000", "05554004", "05758036")


def answers_of(ags, stated=2):
    told = an_assessment(municipality=by_ags(ags), answers={"data.inventory": level(stated)})
    return write_answers(told, format="yaml").encode()


def a_zip(**files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def outcomes(desk, id):
    return [file.outcome.value for file in import_of(desk, id).files]


def imported(desk, sent):
    id = begin_import(desk, sent)
    work_on(desk, id)
    confirm(desk, id)
    work_on(desk, id)
    return id


def test_good_files_are_imported_for_their_clients_and_bad_ones_change_nothing(desk):
    known = keeping.add_from_register(desk, PLACES[0])
    sent = [("eins.yaml", answers_of(PLACES[0])), ("falsch.yaml", b"answers: {no: 1}")]
    sent.append(("viele.zip", a_zip(**{"b.yaml": answers_of(PLACES[1]), "c.exe": b"x"})))
    id = begin_import(desk, sent)
    work_on(desk, id)
    assert outcomes(desk, id) == ["ready", "bad", "ready", "bad"]
    assert listing(desk, Wanted()).all == 0
    first, faulty, second, _ = import_of(desk, id).files
    assert (first.client, second.client) == (known, None)
    told = {problem.place: problem.values for problem in faulty.problems}
    assert told["answers.no"]["suggestion"] is None
    confirm(desk, id)
    for _ in range(2):
        work_on(desk, id)
    assert outcomes(desk, id) == ["imported", "bad", "imported", "bad"]
    assert listing(desk, Wanted()).all == 2
    assert client_list(desk, WantedClients(), moment()).all == 2


def moment():
    return assessments.datetime.now(assessments.UTC)


def test_what_is_there_already_is_passed_over_also_twice_in_one_import(desk):
    assessments.create_from_file(desk, answers_of(PLACES[0]), file="a.yaml")
    sent = [("a.yaml", answers_of(PLACES[0])), ("b.yaml", answers_of(PLACES[1]))]
    id = imported(desk, [*sent, ("b wieder.yaml", answers_of(PLACES[1]))])
    assert outcomes(desk, id) == ["there", "imported", "same"]
    assert import_of(desk, id).files[2].same_as == "b.yaml"
    again = imported(desk, [*sent, ("anders.yaml", answers_of(PLACES[1], stated=4))])
    assert outcomes(desk, again) == ["there", "there", "imported"]


def test_after_a_killed_process_the_import_goes_on_and_nothing_is_double(desk):
    id = imported(desk, [(f"{ags}.yaml", answers_of(ags)) for ags in PLACES])
    restarted = replace(desk, references=Remembered())
    assert outcomes(restarted, id) == ["imported", "imported", "imported"]
    for path in (desk.folder / importing.FOLDER / id).glob("*.known.json"):
        path.unlink()  # as if it was killed before it could note what came of the files
    assert import_of(restarted, id).running
    work_on(restarted, id)
    assert outcomes(desk, id) == ["there", "there", "there"]
    assert listing(desk, Wanted()).all == len(PLACES)


def test_what_kills_its_worker_is_refused_and_a_server_that_ends_refuses_nothing(desk):
    id = begin_import(desk, [(f"{ags}.yaml", answers_of(ags)) for ags in PLACES[:2]])
    work_on(replace(desk, queue=Failing(QueueEnded("end"))), id)
    assert outcomes(desk, id) == []
    work_on(replace(desk, queue=Failing(TaskFailed("died twice"))), id)
    assert outcomes(desk, id) == ["bad", "bad"]
    assert import_of(desk, id).files[0].problems[0].code == "import_unread"


class Failing:
    """A queue whose every task ends like this."""

    def __init__(self, end):
        self.end = end

    def run(self, _task, *_arguments):
        raise self.end


def test_two_confirmations_at_once_import_each_file_once(desk):
    id = begin_import(desk, [(f"{ags}.yaml", answers_of(ags)) for ags in PLACES])
    confirm(desk, id)
    workers = [threading.Thread(target=work_on, args=(desk, id)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert listing(desk, Wanted()).all == len(PLACES)
    assert client_list(desk, WantedClients(), moment()).all == len(PLACES)


@pytest.mark.parametrize("name", ["../../etc/x.yaml", "/abs.yaml", "C:\\x\\y.yaml"])
def test_a_name_in_an_archive_leads_nowhere(desk, name, tmp_path):
    before = {path for path in tmp_path.rglob("*") if path.is_file()}
    id = begin_import(desk, [("z.zip", a_zip(**{name: answers_of(PLACES[0])}))])
    new = {path for path in tmp_path.rglob("*") if path.is_file()} - before
    assert {path.parent for path in new} == {tmp_path / importing.FOLDER / id}
    for wrong in ("../..", "no", "00000000-0000-0000-0000-000000000000"):
        with pytest.raises(NotFound):
            import_of(desk, wrong)


def test_an_archive_that_cannot_be_opened_or_has_nothing_in_it_is_called_so():
    whole, folder = a_zip(a="b"), a_zip(**{"leer/": ""})
    sent = [("cut.zip", whole[:-30]), ("none.zip", b""), ("empty.ZIP", a_zip()), ("f.zip", folder)]
    assert [file.problem.code for file in unpacking.unpacked(sent)] == [
        "archive_damaged",
        "archive_damaged",
        "archive_empty",
        "archive_empty",
    ]


def test_bombs_archives_in_archives_and_too_many_files_are_refused():
    bomb = a_zip(**{"groß.yaml": b"0" * (unpacking.IMPORT.bytes + 1), "innen.zip": a_zip(a="b")})
    assert [file.problem.code for file in unpacking.unpacked([("z.zip", bomb)])] == [
        "file_too_large",
        "import_kind",
    ]
    sent = ((f"{n}.yaml", b"x") for n in range(unpacking.IMPORT.files + 9))
    many = list(unpacking.unpacked(sent))
    assert len(many) == unpacking.IMPORT.files + 1
    assert many[-1].problem.code == "import_too_many"
    with pytest.raises(Invalid):
        begin_import(None, [])


def test_the_page_shows_what_would_happen_then_what_happened(browser):
    browser.get("/clients/import")
    files = [("falsch.yaml", b"answers: {no: 1}"), ("gut.yaml", answers_of(PLACES[0]))]
    sent = [(io.BytesIO(data), name) for name, data in files]
    data = {"csrf_token": browser.token, "files": sent}
    place = browser.send("/clients/import", data=data).location
    told = text_of(browser.get(place))
    assert "Eine Datei kann nicht importiert werden falsch.yaml" in told
    assert "Zeile 1, answers.no" in told
    assert "gut.yaml Flensburg , 22. November 2026 Ein neuer Mandant wird angelegt" in told
    for _ in range(2):
        assert browser.post(place).status_code == 303
    assert "Eine Datei wurde importiert" in text_of(browser.get(place))
    assert "Flensburg" in text_of(browser.get("/clients"))
    browser.post(place + "/discard")
    assert browser.get(place).status_code == 404
