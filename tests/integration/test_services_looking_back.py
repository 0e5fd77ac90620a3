"""Looking back on the command line: the earlier report is an answer file or a PDF of ours."""

import io
import json
import shutil
from dataclasses import replace
from datetime import date

import pikepdf
import pytest

from assessment.errors import Invalid
from assessment.jobs.queue import InProcess
from assessment.model import load_model
from assessment.municipality import Body, Municipality, by_ags
from assessment.questionnaire.answer_file import write_answers
from assessment.report.brief import Brief
from assessment.report.data import data_json
from assessment.result import result_of
from assessment.services.documents.batch import Batch
from assessment.services.documents.formats import Order
from assessment.services.documents.looking_back import EarlierReports
from tests.integration.builders import an_assessment, level
from tests.integration.files import a_pdf
from tests.next_version import BEFORE, NOW, next_version

MODEL = load_model()
LAST_YEAR, TODAY = date(2025, 11, 20), date(2026, 11, 22)
AHAUS, HERE = by_ags("05554004"), Municipality("Musterstadt", Body.MUNICIPALITY)


def said(value, day=TODAY, body=HERE):
    return an_assessment(date=day, municipality=body, answers={"data.inventory": level(value)})


def kept(path, assessment):
    path.parent.mkdir(exist_ok=True)
    path.write_text(write_answers(assessment, format="yaml"))
    return path


def a_report(path, assessment):
    """A PDF that carries its answers, as our reports do."""
    with pikepdf.open(io.BytesIO(a_pdf())) as pdf:
        data = write_answers(assessment, format="json").encode()
        pdf.attachments["answers.json"] = pikepdf.AttachedFileSpec(
            pdf, data, filename="answers.json"
        )
        pdf.save(path)
    return path


def level_before(since):
    return since.source.answers["data.inventory"].value


def test_one_file_is_the_earlier_report_whatever_kind_it_is(tmp_path):
    file = kept(tmp_path / "2025.yaml", said(1, LAST_YEAR))
    report = a_report(tmp_path / "2025.pdf", said(2, LAST_YEAR))
    assert level_before(EarlierReports(file, MODEL).before(said(3))) == 1
    assert level_before(EarlierReports(report, MODEL).before(said(3))) == 2


def test_in_a_folder_it_is_the_last_one_of_the_same_body(tmp_path):
    folder = tmp_path / "earlier"
    kept(folder / "a.yaml", said(0, date(2024, 11, 20), AHAUS))
    kept(folder / "b.yaml", said(1, LAST_YEAR, AHAUS))
    kept(folder / "c.yaml", said(2, date(2028, 1, 1), AHAUS))
    a_report(folder / "d.pdf", said(4, LAST_YEAR))
    earlier = EarlierReports(folder, MODEL)
    assert level_before(earlier.before(said(3, body=AHAUS))) == 1
    assert level_before(earlier.before(said(3))) == 4
    assert earlier.before(said(3, body=by_ags("05554008"))) is None


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("other.pdf", a_pdf(), "pdf_without_answers"),
        ("broken.pdf", b"%PDF-1.7 and nothing", "pdf_without_answers"),
        ("bad.yaml", b"answers: [", "yaml_syntax"),
    ],
)
def test_what_holds_no_answers_is_told(tmp_path, name, data, code):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Invalid) as error:
        EarlierReports(tmp_path / name, MODEL)
    assert [problem.code for problem in error.value.problems] == [code]


def test_an_empty_folder_is_told(tmp_path):
    with pytest.raises(Invalid) as error:
        EarlierReports(tmp_path, MODEL)
    assert [problem.code for problem in error.value.problems] == ["folder_without_earlier"]


def test_many_documents_tell_the_changes_of_their_own_body_and_are_made_anew_for_other_ones(
    tmp_path,
):
    kept(tmp_path / "in" / "ahaus.yaml", said(3, body=AHAUS))
    kept(tmp_path / "in" / "here.yaml", said(3))
    kept(tmp_path / "earlier" / "ahaus.yaml", said(1, LAST_YEAR, AHAUS))

    def run():
        looking_back = EarlierReports(tmp_path / "earlier", MODEL).before
        batch = Batch(
            [tmp_path / "in"],
            tmp_path / "out",
            order=Order("json", Brief("de")),
            model=MODEL,
            looking_back=looking_back,
        )
        assert [path.stem for path in batch.without_earlier] == ["here"]
        return {one.source.stem: one.made for one in batch.run(InProcess())}

    assert run() == {"ahaus": True, "here": True}
    told = json.loads((tmp_path / "out" / "ahaus.json").read_text())["changes"]
    assert told["since"] == {"date": "2025-11-20", "questionnaire": "ki-readiness@2026.1"}
    assert told["answers"] == [{"question": "data.inventory", "from": 1, "to": 3}]
    assert told["dimensions"]["data_infrastructure"]["difference"] == 50.0
    assert "changes" not in json.loads((tmp_path / "out" / "here.json").read_text())

    assert run() == {"ahaus": False, "here": False}
    kept(tmp_path / "earlier" / "ahaus.yaml", said(2, LAST_YEAR, AHAUS))
    assert run() == {"ahaus": True, "here": False}


@pytest.fixture(scope="module")
def next_model(tmp_path_factory):
    """The real questionnaire one version later; of the earlier one only the questions are kept."""
    return load_model(next_version(tmp_path_factory.mktemp("models") / "next"))


def test_a_report_looks_back_across_a_bridge_to_an_earlier_version(tmp_path, next_model):
    file = kept(tmp_path / "2025.yaml", said(1, LAST_YEAR))
    with pytest.raises(Invalid) as refused:
        EarlierReports(file, next_model)
    (problem,) = refused.value.problems
    assert (problem.code, problem.values["given"]) == ("earlier_version_not_whole", BEFORE)

    then = next_model.folder / "earlier" / BEFORE
    shutil.copytree(MODEL.folder, then, dirs_exist_ok=True)
    now = replace(said(3), questionnaire=NOW)
    earlier = EarlierReports(file, next_model).before(now)
    assert earlier.folder == then
    found = data_json(result_of(now, next_model), next_model, Brief("de", since=earlier))
    told = json.loads(found)["changes"]
    assert told["since"] == {"date": "2025-11-20", "questionnaire": BEFORE}
    assert told["answers"] == [{"question": "data.inventory", "from": 1, "to": 3}]


def test_a_version_that_no_bridge_leads_from_is_refused(tmp_path):
    later = kept(tmp_path / "2027.yaml", replace(said(1), questionnaire=NOW))
    with pytest.raises(Invalid) as refused:
        EarlierReports(later, MODEL)
    assert [problem.code for problem in refused.value.problems] == ["other_version"]
