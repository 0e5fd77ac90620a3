"""Which contributions count, and what a wide table and a list of members have to look like."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.benchmark.rounds.contributions import (
    Entry,
    Standing,
    bodies_of,
    contribution_of,
    fingerprint,
    received,
    table_of,
)
from assessment.benchmark.rounds.members import members_of
from assessment.benchmark.rounds.model import Minimums, Round, Selection
from assessment.benchmark.rounds.wide import Columns, wide_assessments
from assessment.errors import Invalid
from assessment.model import load_model
from assessment.municipality import Body, Municipality, by_ags
from assessment.questionnaire.answers import Answer, Assessment, State
from assessment.questionnaire.bridge import same_version
from assessment.services.benchmark.contributions.mapping_file import mapping_text
from assessment.services.benchmark.contributions.reading import columns_of
from assessment.services.benchmark.releasing import Counted, Kept, gathered_for

QUESTIONS = load_model().questionnaire
ALL = {one.id: Answer(State.ANSWERED, 2) for one in QUESTIONS.questions}
FLENSBURG, KIEL, PADERBORN, BUEREN = "01001000", "01002000", "05774032", "05774016"


def entry(source, ags, day=1, answers=None, bridge=None):
    said = ALL if answers is None else answers
    body = by_ags(ags)
    return Entry(source, Assessment(QUESTIONS.reference, body, date(2026, 11, day), said), bridge)


def checked(entries):
    return [received(one, QUESTIONS, load_model().recommendation) for one in entries]


def standings(entries, withdrawn=()):
    members = [by_ags(ags) for ags in (FLENSBURG, KIEL, PADERBORN)]
    return {line.entry.source: line for line in table_of(checked(entries), members, withdrawn)}


def test_the_newest_of_a_member_counts_and_the_other_is_named():
    lines = standings([entry("new.yaml", KIEL, day=9), entry("old.yaml", KIEL, day=2)])
    assert lines["new.yaml"].standing is Standing.COUNTS
    assert lines["old.yaml"].standing is Standing.REPLACED
    assert lines["old.yaml"].replaced_by == "new.yaml"


def test_a_blank_form_that_comes_later_takes_no_place_of_answers():
    lines = standings([entry("filled.yaml", KIEL, day=2), entry("blank.xlsx", KIEL, 9, {})])
    assert lines["filled.yaml"].standing is Standing.COUNTS
    assert lines["blank.xlsx"].standing is Standing.EMPTY


def test_withdrawn_strange_empty_and_incomplete_ones_are_told_apart():
    some = dict(list(ALL.items())[:20])
    lines = standings(
        [
            entry("flensburg", FLENSBURG),
            entry("kiel", KIEL, answers=some),
            entry("paderborn", PADERBORN, answers={}),
            entry("bueren", BUEREN),
        ],
        withdrawn=[FLENSBURG],
    )
    assert {name: line.standing.value for name, line in lines.items()} == {
        "flensburg": "withdrawn",
        "kiel": "incomplete",
        "paderborn": "empty",
        "bueren": "not_a_member",
    }
    assert lines["kiel"].standing.is_counted
    assert (lines["kiel"].entry.answered, lines["kiel"].entry.asked) == (20, 51)


def test_answers_of_another_version_are_those_that_carry_over():
    bridged = entry("kiel", KIEL, bridge=same_version(QUESTIONS))
    assert bridged.answers == ALL


def test_every_body_is_named_once():
    assert [one.ags for one in bodies_of(checked([entry("a", KIEL), entry("b", KIEL)]))] == [KIEL]


def test_a_fingerprint_changes_with_an_answer_and_not_with_a_comment():
    recommendation = load_model().recommendation

    def mark(**changes):
        said = {**ALL, **changes}
        return fingerprint(
            contribution_of(entry("x", KIEL, answers=said), QUESTIONS, recommendation)
        )

    first = next(iter(ALL))
    assert mark() == mark(**{first: Answer(State.ANSWERED, 2, comment="since May")})
    assert mark() != mark(**{first: Answer(State.ANSWERED, 3)})


def read(rows, **mapping):
    return wide_assessments(rows, Columns(**mapping), load_model().vocabulary, file="export.csv")


def test_a_wide_table_is_read_with_the_codings_of_a_survey_tool():
    (found,) = read(
        [
            ["Gemeinde", "Q1", "Q2", "Q3", "IP"],
            ["1002000", "A3", "99", "", "10.0.0.1"],
        ],
        columns={
            "Gemeinde": "ags",
            "Q1": "data.inventory",
            "Q2": "data.metadata",
            "Q3": "governance.privacy_review",
        },
        ignore=["IP"],
        codings={"data.inventory": {"A3": 2}},
        unknown=["99"],
        date=date(2026, 10, 1),
    )
    assert found.municipality.name == "Kiel"
    assert found.answers["data.inventory"].value == 2
    assert found.answers["data.metadata"].state is State.UNKNOWN
    assert "governance.privacy_review" not in found.answers
    assert found.date == date(2026, 10, 1)


def test_every_bad_cell_and_column_of_a_wide_table_is_named():
    with pytest.raises(Invalid) as error:
        read(
            [
                ["ags", "Tag", "data.inventory", "data.metdata", ""],
                [KIEL, "2026-10-01", "7", "1"],
                ["99999999", "31.11.2026", "viel", ""],
                ["", "", "", ""],
                [KIEL, "2026-10-01", "1", "", "", "shifted"],
            ],
            columns={"Tag": "date", "Ende": "date"},
            codings={"data.inventroy": {1: 1}},
        )
    told = {(problem.line, problem.place, problem.code) for problem in error.value.problems}
    assert told == {
        (1, "data.metdata", "unknown_column"),
        (1, "Ende", "column_missing"),
        (1, "codings.data.inventroy", "unknown_column"),
        (2, "data.inventory", "word_without_meaning"),
        (3, "ags", "unknown_ags"),
        (3, "Tag", "bad_date"),
        (3, "data.inventory", "word_without_meaning"),
        (5, "", "too_many_cells"),
    }


def test_the_columns_of_another_tool_are_told_in_one_and_not_once_more_by_every_line():
    with pytest.raises(Invalid) as error:
        read([["Ort", "Tag", "F1"], *([["Kiel", "1.10.2026", "2"]] * 9)], columns={"F1": ""})
    first, *others = error.value.problems
    assert (first.code, first.values) == ("foreign_columns", {"columns": "Ort, Tag, F1"})
    assert {one.code for one in others} == {"no_key_column", "no_date_column"}


def test_a_word_in_many_cells_is_told_once_and_numbers_as_excel_writes_them_are_levels():
    lines = [[KIEL, "2026-10-01", "A1", "2,0"] for _ in range(9)]
    with pytest.raises(Invalid) as error:
        read([["ags", "date", "data.inventory", "data.metadata"], *lines])
    (told,) = error.value.problems
    assert (told.code, told.values["cells"], told.line) == ("word_in_many_cells", 9, 2)


def test_a_mapping_file_to_begin_with_names_the_columns_and_can_be_read(tmp_path):
    rows = [["Schlüssel", 'F"1', "data.metadata"], [KIEL, "ja", "2"], [PADERBORN, "x" * 31, "3"]]
    (tmp_path / "mapping.yaml").write_text(mapping_text(rows, QUESTIONS, "de"), encoding="utf-8")
    begun = columns_of(tmp_path / "mapping.yaml")
    assert begun == Columns(columns={"Schlüssel": "ags", 'F"1': ""})


def test_a_mapping_file_to_begin_with_knows_columns_by_id_or_text_of_a_question(tmp_path):
    asked = QUESTIONS.by_id["data.metadata"].text["de"]
    heads = ["data_inventory. Wie vollständig", f" {asked.upper()}", "data_inventoryx", "Q"]
    (tmp_path / "mapping.yaml").write_text(mapping_text([heads], QUESTIONS, "de"), encoding="utf-8")
    found = columns_of(tmp_path / "mapping.yaml").columns
    assert list(found.values()) == ["data.inventory", "data.metadata", "", ""]


def test_a_mapping_file_to_begin_with_enters_the_words_of_the_table(tmp_path):
    words = ["ja", "2", "Weiß nicht", "k. A.", "entfällt", "0 - nie"]
    rows = [["ags", "Tag", "F1"], *([KIEL, "1.10.2026", word] for word in words)]
    (tmp_path / "mapping.yaml").write_text(mapping_text(rows, QUESTIONS, "de"), encoding="utf-8")
    begun = columns_of(tmp_path / "mapping.yaml")
    assert begun.values == {"ja": "", "0 - nie": ""}
    assert begun.unknown == ("unknown", "Weiß nicht")
    assert begun.not_applicable == ("not_applicable", "entfällt")
    assert begun.missing == ("", "k. A.")


def test_what_a_mapping_file_enters_wrongly_for_a_word_is_told_once(tmp_path):
    text = "values:\n  ja:\n  nein: [0]\n  oft: true\ncodings:\n  data.inventory: {nie: {}}\n"
    (tmp_path / "mapping.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as error:
        columns_of(tmp_path / "mapping.yaml")
    told = [(one.place, one.values["expected"]) for one in error.value.problems]
    places = ("values.nein", "values.oft", "codings.data.inventory.nie")
    assert told == [(place, "integer") for place in places]
    (tmp_path / "mapping.yaml").write_text(text.splitlines()[0] + "\n  ja:\n", encoding="utf-8")
    assert columns_of(tmp_path / "mapping.yaml").values == {"ja": ""}


def test_a_word_that_the_mapping_file_leaves_open_or_maps_to_no_level_is_told_by_that_word():
    lines = [[KIEL, "2026-10-01", "ja", "oft"] for _ in range(3)]
    mapping = {"values": {"ja": "", "oft": 9}, "codings": {"data.inventory": {"ja": "yes"}}}
    heads = ["ags", "date", "data.inventory", "data.metadata"]
    with pytest.raises(Invalid) as error:
        read([heads, *lines], **mapping)
    told = [(one.code, one.values["given"], one.values["level"]) for one in error.value.problems]
    assert told == [
        ("word_mapped_wrongly", "ja", "yes"),
        ("word_mapped_wrongly", "oft", 9),
    ]
    with pytest.raises(Invalid) as error:
        read([heads, lines[0]], values={"ja": "", "oft": 3})
    (one,) = error.value.problems
    assert (one.code, one.values["given"]) == ("word_without_meaning", "ja")


def test_days_are_understood_as_survey_tools_and_spreadsheets_note_them():
    days = ["2026-10-01", "01.10.2026", "1.10.2026 14:33", "2026-10-01T14:33:05Z"]
    found = read([["ags", "date"], *([KIEL, day] for day in days)])
    assert {one.date for one in found} == {date(2026, 10, 1)}


def test_a_table_of_which_nobody_knows_the_day_is_a_fault():
    with pytest.raises(Invalid) as error:
        read([["ags"], [KIEL]])
    assert "no_date_column" in {one.code for one in error.value.problems}


def test_members_are_those_of_the_register_that_fit_and_those_listed():
    found = members_of(Selection(districts=["05774"], size_classes=["11", "12"]), [(KIEL, 2)])
    assert [one.name for one in found] == ["Kiel", "Paderborn"]


def test_members_that_a_release_counted_stay_what_they_were_whatever_the_register_says_by_now():
    then = replace(by_ags(KIEL), size_class="21")
    gone = Municipality("Ahausen", Body.MUNICIPALITY, "NI", ags="03357900", size_class="50")
    counted = {KIEL: then, gone.ags: gone}
    assert members_of(Selection(ags=(KIEL, gone.ags)), counted=counted) == (then, gone)
    assert gone in members_of(Selection(districts=("03357",)), counted=counted)
    assert then in members_of(Selection(states=("SH",), size_classes=("21",)), counted=counted)


def test_every_bad_line_of_a_list_of_members_is_reported():
    with pytest.raises(Invalid) as error:
        members_of(Selection(states=["XX"]), [(KIEL, 2), ("123", 3), (KIEL, 4)], file="members.csv")
    told = {(problem.code, problem.line) for problem in error.value.problems}
    assert told == {("not_one_of", None), ("unknown_member", 3), ("member_twice", 4)}


def test_a_round_may_raise_the_minimum_and_never_lower_it():
    assert Minimums(group=12).rules.shares == 12
    with pytest.raises(ValueError, match="greater than or equal to 5"):
        Minimums(group=3)


def test_who_was_in_a_release_stays_on_the_list_or_its_answers_could_be_subtracted():
    """Between two releases one member is struck off, and nobody else of its state changed."""
    members = [by_ags(ags) for ags in (FLENSBURG, KIEL, PADERBORN)]
    given = dict.fromkeys(range(5), checked([entry("one", KIEL)])[0].given)
    round_ = Round(name="Round", questionnaire=QUESTIONS.reference)
    earlier = [Kept({"participation": []}, {FLENSBURG: "said", BUEREN: "said"})]
    with pytest.raises(Invalid) as error:
        gathered_for(Counted(round_, tuple(members), (), given), load_model(), earlier)
    assert [(one.code, one.values) for one in error.value.problems] == [
        ("member_gone", {"given": BUEREN})
    ]
