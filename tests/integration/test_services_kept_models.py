"""Every model that was in force is kept: old assessments go on under theirs, frozen ones too."""

from dataclasses import replace

import pytest

from assessment.errors import Damaged, Invalid, QuestionnaireNotKept
from assessment.model import load_model
from assessment.report.brief import Brief
from assessment.services import answers, assessments, results
from assessment.services.answers import Change
from assessment.services.desk import Remembered
from assessment.services.documents.formats import Order
from assessment.services.documents.of_assessment import document_of
from assessment.services.review.packing import Packed, pack, unpack
from assessment.services.review.submitting import seen, submit
from assessment.services.task_list import task_list
from tests.integration.builders import DAY, UTILITY, a_full_assessment, level
from tests.integration.other_models import (
    OTHER_VERSION,
    OTHER_WEIGHT,
    OTHER_WORDS,
    changed_model,
)


def a_newer_server(desk, model):
    """A server on the same data with another model in force; it has kept that one too."""
    newer = replace(desk, model=model)
    newer.kept.keep(model)
    return newer


@pytest.fixture
def last_year(desk, tmp_path):
    """A server of the year before, with one question in other words."""
    return a_newer_server(
        desk, load_model(changed_model(tmp_path / "2025", OTHER_VERSION, OTHER_WORDS))
    )


def forgetful(desk):
    """The same server after a restart: what was worked out is not remembered."""
    return replace(desk, remembered=Remembered())


def submitted(desk, id):
    return submit(desk, id, by="IT", seen_as=seen(assessments.head(desk, id)))


def test_the_same_content_is_the_same_key_wherever_it_lies(tmp_path):
    here, there = changed_model(tmp_path / "a"), changed_model(tmp_path / "b")
    (there / "notes.txt").write_text("not part of the questionnaire", encoding="utf-8")
    assert pack(here) == pack(there)
    other = changed_model(tmp_path / "c", OTHER_WEIGHT)
    assert pack(other).key != pack(here).key


def test_what_was_packed_is_unpacked_as_it_was(tmp_path):
    packed = pack(changed_model(tmp_path / "a"))
    folder = unpack(packed, tmp_path / "models")
    assert pack(folder) == packed
    assert load_model(folder).hash == load_model().hash


def test_an_unpacked_folder_that_was_changed_is_unpacked_anew(tmp_path):
    packed = pack(changed_model(tmp_path / "a"))
    folder = unpack(packed, tmp_path / "models")
    (folder / "recommendation.yaml").write_text("lambda: 1", encoding="utf-8")
    assert pack(unpack(packed, tmp_path / "models")) == packed
    assert [path.name for path in (tmp_path / "models").iterdir()] == [packed.key]


@pytest.mark.parametrize("damage", [lambda data: data[:100], lambda _: b"", lambda d: d[::-1]])
def test_a_damaged_archive_is_noticed_and_leaves_nothing(tmp_path, damage):
    packed = pack(changed_model(tmp_path / "a"))
    with pytest.raises(Damaged):
        unpack(Packed(packed.key, damage(packed.archive)), tmp_path / "models")
    assert list((tmp_path / "models").iterdir()) == []


def test_an_open_assessment_goes_on_under_its_own_version(desk, last_year):
    id = assessments.create(last_year, municipality=UTILITY, date=DAY)
    answers.save_answer(desk, id, Change("data.inventory", level(3)))

    page = answers.topic_page(desk, id, "data.catalogue")

    assert page.questions[0].question.text["en"] == "Is there a list of your data holdings?"
    assert task_list(desk, id).questionnaire.reference == "ki-readiness@2025.1"
    assert results.result(desk, id).model_hash == last_year.model.hash
    shown = results.shown(desk, id)
    assert results.report_content(desk, shown, "en").about.reference == "ki-readiness@2025.1"
    new = assessments.create(desk, municipality=UTILITY, date=DAY)
    assert answers.topic_page(desk, new, "data.catalogue").questions[0].question.text["en"] == (
        "How completely are your data holdings recorded in an inventory?"
    )


def test_a_file_of_an_earlier_version_is_opened_under_that_version(desk, last_year):
    id = assessments.create(last_year, municipality=UTILITY, date=DAY)
    answers.save_answer(desk, id, Change("data.inventory", level(3)))
    backup = assessments.export(desk, id, format="yaml").encode()
    opened = assessments.create_from_file(desk, backup, file="backup.yaml")
    assert assessments.load(desk, opened) == assessments.load(desk, id)
    assert assessments.head(desk, opened).questionnaire == "ki-readiness@2025.1"
    faulty = backup.replace(b"ki-readiness@2025.1", b"ki-readiness@2019.1")
    with pytest.raises(Invalid) as refused:
        assessments.create_from_file(desk, faulty, file="backup.yaml")
    assert [problem.code for problem in refused.value.problems] == ["other_version"]


def test_a_version_that_was_never_in_use_here_is_named(desk):
    id = assessments.keep(desk, replace(a_full_assessment(), questionnaire="ki-readiness@2019.1"))
    for ask in (
        lambda: answers.topic_page(desk, id, "data.catalogue"),
        lambda: results.result(desk, id),
        lambda: desk.model_of("ki-readiness@2019.1"),
    ):
        with pytest.raises(QuestionnaireNotKept):
            ask()


def test_the_newest_of_a_version_is_the_one_an_open_assessment_goes_on_with(desk, tmp_path):
    for name, change in (("first", OTHER_WORDS), ("corrected", OTHER_WEIGHT)):
        folder = changed_model(tmp_path / name, OTHER_VERSION, change)
        a_newer_server(desk, load_model(folder))
    assert desk.model_of("ki-readiness@2025.1").recommendation.lambda_.value == 0.6


def test_a_frozen_result_stays_when_the_model_changes(desk, tmp_path):
    frozen, open_one = (assessments.keep(desk, a_full_assessment()) for _ in range(2))
    submitted(desk, frozen)

    def shown(server, id):
        explained = results.explanation(server, id, "chatbot", "de")
        return document_of(server, id, Order("json", Brief("de"))), explained

    before, printed = shown(desk, frozen), document_of(desk, frozen, Order("pdf", Brief("de")))
    assert shown(desk, open_one) == before

    newer = a_newer_server(desk, load_model(changed_model(tmp_path / "new", OTHER_WEIGHT)))
    # Even when what was unpacked of the old model is damaged.
    (tmp_path / "models" / pack(desk.model.folder).key / "questionnaire.yaml").unlink()

    assert shown(newer, frozen) == before
    assert document_of(forgetful(newer), frozen, Order("pdf", Brief("de"))) == printed
    changed = shown(newer, open_one)
    assert all(now != then for now, then in zip(changed, before, strict=True))
