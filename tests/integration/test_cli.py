"""The command line as a person uses it: every command once, and what it says to bad input."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from assessment.cli.entry import COMMANDS, run
from assessment.cli.language import choose
from tests.next_version import next_version

EXAMPLES = Path(__file__).parents[2] / "questionnaires" / "ki-readiness" / "examples"
TOWN = EXAMPLES / "kleinstadt.yaml"

HEAD = 'questionnaire: ki-readiness@2026.1\nmunicipality: {ags: "05758036"}\ndate: 2026-11-22\n'


def assessment(*arguments, cwd):
    """Run the command in a folder of its own, with its data; here, where the model is read once."""
    words, out, err = list(map(str, arguments)), io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as here, redirect_stdout(out), redirect_stderr(err):
        here.chdir(cwd)
        here.setenv("ASSESSMENT_DATA", str(cwd / "data"))
        here.setenv("LANGUAGE", "")  # set anew by `choose`, and taken back in the end
        choose(words)
        status = run(words)
    return subprocess.CompletedProcess(words, status, out.getvalue(), err.getvalue())


def process(*arguments, cwd):
    """The same in a process of its own, as a person calls it."""
    return subprocess.run(
        [sys.executable, "-m", "assessment", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "ASSESSMENT_DATA": str(cwd / "data")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_names_every_command_in_the_language_asked_for(tmp_path):
    german = process("--help", cwd=tmp_path)
    english = process("--help", "--lang", "en", cwd=tmp_path)
    for command in COMMANDS:
        assert f"\n  {command} " in german.stdout
    assert "Aufruf:" in german.stdout
    assert "Selbsteinschätzung" in german.stdout
    assert "Usage:" in english.stdout
    assert "self-assessment" in english.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_and_takes_a_language(command, tmp_path):
    shown = process(command, "--help", cwd=tmp_path)
    assert shown.returncode == 0
    assert "--lang [de|en]" in shown.stdout


def test_doctor_finds_everything_in_place(tmp_path):
    shown = process("doctor", "--lang", "en", cwd=tmp_path)
    assert shown.returncode == 0, shown.stdout
    assert "Everything needed is there." in shown.stdout


def test_the_packaged_questionnaire_has_no_fault(tmp_path):
    shown = assessment("check", "--lang", "en", cwd=tmp_path)
    assert shown.returncode == 0
    assert "no problems; 51 questions, 389 cases" in shown.stdout


def test_check_finds_the_faults_of_a_bridge_between_versions(tmp_path):
    folder = next_version(tmp_path / "next")
    sound = process("check", folder, "--lang", "en", cwd=tmp_path)
    bridges = folder / "bridges.yaml"
    text = bridges.read_text(encoding="utf-8")
    wrong = text.replace("now: expertise.exchange", "now: expertise.change")
    bridges.write_text(wrong, encoding="utf-8")

    faulty = process("check", folder, "--lang", "en", cwd=tmp_path)

    assert (sound.returncode, faulty.returncode) == (0, 1)
    assert "This version has no question “expertise.change”." in faulty.stderr
    assert "Did you mean “expertise.exchange”?" in faulty.stderr
    assert "bridges.yaml:" in faulty.stderr


@pytest.mark.parametrize("ending", ["yaml", "json"])
def test_a_blank_answer_file_has_every_question_and_no_result_yet(ending, tmp_path):
    blank = tmp_path / f"blank.{ending}"
    assert assessment("template", "-o", blank, "--ags", "05758036", cwd=tmp_path).returncode == 0
    shown = assessment("score", blank, "--format", "json", cwd=tmp_path)
    result = json.loads(shown.stdout)
    assert result["coverage"] == 0
    for dimension in result["dimensions"].values():
        assert dimension["score"] is None
        assert dimension["level"] is None
        assert (dimension["low"], dimension["high"]) == (0, 100)
    assert result["overall"]["route"] is None


def test_blank_answers_with_a_planned_application_say_what_to_clarify_first(tmp_path):
    file = tmp_path / "blank.yaml"
    file.write_text(HEAD + "answers: {}\napplications:\n  - {id: c, archetype: citizen_chatbot}\n")
    result = json.loads(assessment("score", file, "--format", "json", cwd=tmp_path).stdout)
    application = result["applications"][0]
    assert application["route"] is None
    assert application["clarify_first"]
    assert set(application["suitability"].values()) == {None}
    assert "erst klären" in assessment("score", file, cwd=tmp_path).stdout


def test_yaml_and_json_of_the_same_answers_give_the_same_result(tmp_path):
    answers = "{data.inventory: 3, data.metadata: unknown}"
    (tmp_path / "a.yaml").write_text(HEAD + f"answers: {answers}\n")
    (tmp_path / "a.json").write_text(
        json.dumps(
            {
                "questionnaire": "ki-readiness@2026.1",
                "municipality": {"ags": "05758036"},
                "date": "2026-11-22",
                "answers": {"data.metadata": "unknown", "data.inventory": 3},
            }
        )
    )
    shown = assessment("score", "a.yaml", "a.json", "--format", "json", cwd=tmp_path)
    first, second = json.loads(shown.stdout)
    assert (first.pop("file"), second.pop("file")) == ("a.yaml", "a.json")
    assert first == second
    # one of two answered with level 3: 75 points, between 37.5 and 87.5
    topic = first["dimensions"]["data_infrastructure"]["topics"]["data.catalogue"]
    assert (topic["score"], topic["low"], topic["high"], topic["coverage"]) == (75, 37.5, 87.5, 0.5)


def test_a_figure_is_explained_by_terms_that_add_up_to_it(tmp_path):
    whole = json.loads(assessment("score", TOWN, "--format", "json", cwd=tmp_path).stdout)
    chatbot = whole["applications"][0]
    explain = ["score", TOWN, "--explain", chatbot["id"]]
    plain = assessment(*explain, "--format", "json", cwd=tmp_path)
    german, english = (assessment(*explain, "--lang", one, cwd=tmp_path) for one in ("de", "en"))
    by_route = {one["route"]: one for one in json.loads(plain.stdout)["explanations"]}
    for route, points in chatbot["suitability"].items():
        terms = [term["contribution"] for term in by_route[route]["terms"]]
        assert sum(part for part in terms if part is not None) == pytest.approx(points)
        assert f" {points}\n" in english.stdout
        assert f" {points}\n".replace(".", ",") in german.stdout


def test_an_unknown_id_to_explain_is_told_with_a_near_one(tmp_path):
    shown = assessment("score", TOWN, "--explain", "data.inventry", "--lang", "en", cwd=tmp_path)
    assert shown.returncode == 1
    assert shown.stdout == ""
    assert "Did you mean “data.inventory”?" in shown.stderr


def test_a_report_of_one_file_goes_to_the_file_named(tmp_path):
    (tmp_path / "a.yaml").write_text(HEAD + "answers: {}\n")
    shown = process("report", "a.yaml", "-o", tmp_path / "out" / "bericht.pdf", cwd=tmp_path)
    assert shown.returncode == 0, shown.stderr
    assert (tmp_path / "out" / "bericht.pdf").read_bytes().startswith(b"%PDF-")


def test_a_folder_of_answer_files_becomes_a_folder_of_results(tmp_path):
    shown = process("report", EXAMPLES, "-o", "out", "--format", "json", cwd=tmp_path)
    assert shown.returncode == 0, shown.stderr
    written = {path.stem for path in (tmp_path / "out").iterdir()}
    assert written == {"manifest", *(path.stem for path in EXAMPLES.glob("*.yaml"))}


def test_cases_are_ordered_by_closeness_and_filtered_by_words(tmp_path):
    shown = assessment(
        *("cases", "--ags", "05758036", "--field", "citizen_services", "--text", "chatbot"),
        *("--limit", "5", "--format", "json"),
        cwd=tmp_path,
    )
    cases = json.loads(shown.stdout)
    assert len(cases) == 5
    similarities = [case["similarity"] for case in cases]
    assert similarities == sorted(similarities, reverse=True)
    assert all(case["source"].startswith("http") for case in cases)


BAD_FILES = {
    "unknown key": (HEAD + "answers: {}\nanswrs: {}\n", ["answrs"]),
    "repeated key": (
        HEAD + "answers:\n  data.inventory: 1\n  data.inventory: 2\n",
        ["data.inventory"],
    ),
    "unknown question": (
        HEAD + "answers: {data.inventroy: 1}\n",
        ["data.inventroy", "data.inventory"],
    ),
    "level out of range": (HEAD + "answers: {data.inventory: 5}\n", ["data.inventory"]),
    "not applicable not allowed": (
        HEAD + "answers: {data.inventory: not_applicable}\n",
        ["data.inventory"],
    ),
    "unquoted AGS": (HEAD.replace('"05758036"', "05774032") + "answers: {}\n", ["ags"]),
    "unknown AGS": (HEAD.replace("05758036", "05758999") + "answers: {}\n", ["05758999"]),
    "wrong version": (HEAD.replace("2026.1", "2025.1") + "answers: {}\n", ["2026.1"]),
    "several at once": (
        HEAD + "answers: {data.inventory: 9, data.nothing: 1}\nfactors: {luck: 3}\n",
        ["data.inventory", "data.nothing", "luck"],
    ),
    "bomb": (
        "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b]\n",
        [],
    ),
    "not YAML": ("answers: [1, 2\n  }", []),
    "a list": ("- 1\n- 2\n", []),
    "empty": ("", []),
}


@pytest.mark.parametrize("language", ["de", "en"])
def test_bad_files_are_told_whole_and_nothing_is_written(language, tmp_path):
    for name, (text, _named) in BAD_FILES.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "latin.yaml").write_bytes(HEAD.encode() + "note: Müller\n".encode("latin-1"))
    (tmp_path / "binary.yaml").write_bytes(bytes(range(256)))
    with (tmp_path / "huge.yaml").open("wb") as huge:
        huge.truncate(50 * 1024 * 1024)
    before = sorted(tmp_path.iterdir())
    shown = assessment("report", ".", "-o", "out", "--lang", language, cwd=tmp_path)
    assert shown.returncode == 1
    assert "Traceback" not in shown.stderr
    remedy = "Abhilfe:" if language == "de" else "What to do:"
    for file in before:
        assert file.name in shown.stderr
    for name, (_text, named) in BAD_FILES.items():
        told = [line for line in shown.stderr.splitlines() if line.startswith(f"{name}.yaml")]
        for word in named:
            assert any(word in line for line in told) or word in shown.stderr, (name, word)
    assert shown.stderr.count(remedy) >= len(before)
    assert sorted(path for path in tmp_path.iterdir() if path.name != "data") == before


def test_a_missing_file_and_a_wrong_option_are_told_apart(tmp_path):
    missing = process("score", "nowhere.yaml", cwd=tmp_path)
    assert missing.returncode == 1
    assert "nowhere.yaml" in missing.stderr
    assert assessment("score", cwd=tmp_path).returncode == 2
    assert assessment("score", "--frobnicate", cwd=tmp_path).returncode == 2
    assert process("frobnicate", cwd=tmp_path).returncode == 2
    assert assessment("run", "--port", "0", cwd=tmp_path).returncode == 2


def test_local_mode_refuses_to_serve_a_network(tmp_path):
    shown = subprocess.run(
        [sys.executable, "-m", "assessment", "run", "--lang", "en"],
        cwd=tmp_path,
        env={**os.environ, "ASSESSMENT_DATA": str(tmp_path), "ASSESSMENT_HOST": "0.0.0.0"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert shown.returncode == 1
    assert "ASSESSMENT_HOST" in shown.stderr
    assert "0.0.0.0" in shown.stderr
