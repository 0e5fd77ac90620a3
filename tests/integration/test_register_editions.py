"""The register gets a new edition between two releases of a round: who was counted stays put."""

import csv
import shutil
from datetime import date

import pytest

from assessment.benchmark.rounds.model import Round, Selection
from assessment.benchmark.synthetic import all_municipalities
from assessment.errors import Invalid
from assessment.model import load_model
from assessment.municipality import UnknownAgs, by_ags, register
from assessment.report.brief import Brief
from assessment.services.benchmark.contributions.taking import add_contributions
from assessment.services.benchmark.folder import make_next_release
from assessment.services.benchmark.opening import new_round, open_round
from assessment.services.documents.formats import Order
from assessment.services.peers.individual import reports_of_round
from tests.synthetic_files import answer_files

DISTRICT, VILLAGE, TOWN = "09171", "50", "40"
_ALL = all_municipalities()
VILLAGES = [one for one in _ALL if one.ags[:5] == DISTRICT and one.size_class == VILLAGE]
TOWNS = [one for one in _ALL if one.state == "BY" and one.size_class == TOWN][:20]
GROWN, MERGED = VILLAGES[0], VILLAGES[-1]  # the one takes part from the beginning, the other never
AT_FIRST, LATER = (*VILLAGES[:6], *TOWNS[:6]), TOWNS[6:12]
MEMBERS = Selection(
    districts=(DISTRICT,), size_classes=(VILLAGE,), ags=tuple(one.ags for one in TOWNS)
)
REGISTERED = sum(one.size_class == VILLAGE for one in _ALL)


@pytest.fixture
def next_edition(tmp_path, monkeypatch):
    """Brings in a register in which GROWN is a town and MERGED is no more."""

    def bring():
        data = shutil.copytree(register._DATA, tmp_path / "data")
        _write_edition(data / "municipalities.csv")
        monkeypatch.setattr(register, "_DATA", data)
        register.municipality_rows.cache_clear()

    yield bring
    monkeypatch.undo()
    register.municipality_rows.cache_clear()


def _write_edition(path):
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["ags"] != MERGED.ags]
    (grown,) = [row for row in rows if row["ags"] == GROWN.ags]
    grown["population"] = TOWNS[0].population
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(grown))
        writer.writeheader()
        writer.writerows(rows)


def test_a_member_that_the_register_moved_is_counted_where_it_was(tmp_path, next_edition):
    path = tmp_path / "round"
    model = load_model()
    _begin(path, model)
    first = _release(path, model, AT_FIRST)
    next_edition()
    assert by_ags(GROWN.ags).size_class == TOWN
    second = _release(path, model, LATER)
    # No village is new: set off against each other, the releases tell nothing of a single one.
    assert _counts(second)[VILLAGE] == _counts(first)[VILLAGE] == (REGISTERED, len(VILLAGES), 6)
    assert _counts(second)[TOWN][1:] == (len(TOWNS), 6 + len(LATER))
    assert {GROWN, MERGED} <= set(open_round(path, model).members)


def test_what_a_merged_member_handed_in_is_read_anew_by_a_new_version_of_the_tool(
    tmp_path, next_edition
):
    path = tmp_path / "round"
    model = load_model()
    _begin(path, model)
    _release(path, model, (*AT_FIRST, MERGED))
    next_edition()
    (path / "private" / "checked.jsonl").unlink()  # as when another version had written it
    with pytest.raises(UnknownAgs):
        by_ags(MERGED.ags)
    second = _release(path, model, LATER)
    assert _counts(second)[VILLAGE] == (REGISTERED, len(VILLAGES), 7)
    assert _begun(path, model) == 6 + 6 + 1 + 6


def test_what_a_release_that_could_not_be_written_left_behind_makes_no_difference(tmp_path):
    path, twin = tmp_path / "a" / "round", tmp_path / "b" / "round"
    model = load_model()
    for one in (path, twin):
        _begin(one, model)
    (path / "releases").rmdir()
    (path / "releases").write_text("in the way")
    with pytest.raises(Invalid):
        _release(path, model, AT_FIRST)
    assert (path / "private" / "001.json").exists()
    (path / "releases").unlink()
    (path / "releases").mkdir()
    # Meanwhile more was handed in; the next release and the one after it are as in the twin.
    shutil.rmtree(path.parent / f"sent-{len(AT_FIRST)}")
    for bodies in ((*AT_FIRST, MERGED), LATER):
        assert _release(path, model, bodies) == _release(twin, model, bodies)


def test_what_is_kept_of_the_members_tells_when_it_cannot_be_read(tmp_path):
    model = load_model()
    _begin(tmp_path / "round", model)
    kept = tmp_path / "round" / "private" / "counted.json"
    kept.write_text('{"members": {"09171111": {"name": "x"}}}')
    with pytest.raises(Invalid) as error:
        open_round(tmp_path / "round", model)
    assert [(one.code, one.file) for one in error.value.problems] == [
        ("marks_not_readable", str(kept))
    ]


def _begin(path, model):
    reference = model.questionnaire.reference
    new_round(path, Round(name="x", questionnaire=reference, by="size_class", members=MEMBERS))


def _release(path, model, bodies):
    sent = path.parent / f"sent-{len(bodies)}"
    sent.mkdir()
    for name, data in answer_files(model, bodies).items():
        (sent / name).write_bytes(data)
    folder = open_round(path, model)
    add_contributions(folder, [sent], model=model, mapping=None, progress=_silent)
    return make_next_release(
        folder, model, day=date(2026, 11, 23), reading=_silent, progress=_silent
    )[1]


def _begun(path, model):
    """Of how many members a report can be made."""
    order = Order("json", Brief("de"))
    return len(
        reports_of_round(
            path, path / "reports", model=model, order=order, progress=_silent
        ).without_earlier
    )


def _silent(done, all_):
    pass


def _counts(release):
    """Registered, members and number that took part, by size class."""
    (table,) = [one for one in release["participation"] if one["by"] == ["size_class"]]
    return {
        one["key"]["size_class"]: (one["registered"], one["members"], one["n"])
        for one in table["cells"]
    }
