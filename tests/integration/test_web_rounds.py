"""Rounds of an association in the browser: members, contributions, releases."""

import io
import json
import re

import pytest
from werkzeug.datastructures import FileStorage, MultiDict

from assessment.model import load_model
from assessment.services.rounds import work
from assessment.services.rounds.running import RoundRunner
from tests.integration.web import Browser, text_of
from tests.integration.web_rounds import KEYS, MEMBERS, begun, fields, sends, settled
from tests.synthetic_files import answer_files, packed


@pytest.fixture
def browser(app, monkeypatch):
    """A browser in which nothing is done beside the pages: a test says when."""
    app.config["WAITED_SECONDS"] = 0
    monkeypatch.setattr(RoundRunner, "wake", lambda self: None)
    return Browser(app)


def test_a_round_is_begun_once_however_often_the_form_is_sent(browser):
    once = begun(browser, token="2f0a")
    assert begun(browser, token="2f0a") == once == "/rounds/kreis-koeln-2026"
    assert begun(browser, token="9b1c") == "/rounds/kreis-koeln-2026-2"
    page = browser.get("/rounds").text
    assert page.count("Kreis &amp; Köln &lt;2026&gt;") == 2
    assert "<2026>" not in page


def test_everything_wrong_with_a_round_is_told_beside_its_field(browser):
    browser.get("/rounds/new")
    answer = browser.post(
        "/rounds/new",
        **fields(name=" ", first="2026-12-01", last="2026-11-01", group="4", shares="x"),
    )
    assert answer.status_code == 400
    told = text_of(answer)
    assert "5 Eingaben" not in told
    for part in (
        "einen Namen",
        "den letzten nicht vor dem ersten",
        "mindestens 5",
        "mindestens 10",
    ):
        assert part in told
    for typed in (
        'name="first" type="date" value="2026-12-01"',
        'name="shares" type="text" value="x"',
    ):
        assert typed in answer.text
    assert not (browser.app.extensions["desk"].folder / "rounds").exists()


def test_of_two_who_change_a_round_at_once_the_second_overwrites_nothing(browser):
    address = begun(browser)
    form = browser.get(f"{address}/edit").text
    seen = re.search(r'name="seen" value="(\w+)"', form)[1]
    first = fields(note="von der Leitung", seen=seen)
    for _click in range(2):
        settled(browser)
        assert browser.post(f"{address}/edit", **first).status_code == 303
        browser.get(address)  # looks through anew
    settled(browser)
    second = browser.post(f"{address}/edit", **fields(note="vom Referat", seen=seen))
    assert second.status_code == 409
    assert "Dies wurde inzwischen geändert" in text_of(second)
    assert "von der Leitung" in browser.get(address).text


def test_districts_and_single_members_are_taken_by_name_and_by_key(browser):
    typed = "Kreis Herford; 05774 5766"
    address = begun(browser, districts=typed, ags="Oelde\nHalle (Saale)\n 05 5 15 000 ")
    settled(browser)
    form = browser.get(f"{address}/edit")
    assert 'value="05758, 05774, 05766"' in form.text
    assert "05570028\n15002000\n05515000" in form.text


def test_every_bad_line_of_a_list_is_named_and_nothing_is_begun(browser):
    browser.get("/rounds/new")
    rows = f"ags;name\n{KEYS[0]};gut\n99999999;schlecht\n12;auch\n".encode()
    typed = fields(by="state", ags="", districts="Ulm, Sonnenkreis, Paderborn")
    data = MultiDict([("csrf_token", browser.token), *typed.items()])
    data.add("list", FileStorage(io.BytesIO(rows), "unsere <liste>.csv"))
    answer = browser.send("/rounds/new", data=data)
    assert answer.status_code == 400
    assert "unsere &lt;liste&gt;.csv:3" in answer.text
    assert "unsere &lt;liste&gt;.csv:4" in answer.text
    assert "gibt es keinen Kreis „Sonnenkreis“" in answer.text
    assert "05774 (Kreis Paderborn)" in answer.text  # a city is called so, too
    assert "„Ulm“" not in answer.text
    assert "members." not in answer.text
    folder = browser.app.extensions["desk"].folder
    assert [one.name for one in (folder / "rounds").iterdir()] == []


def test_no_address_leads_out_of_the_folder_of_rounds(browser):
    for name in ("..", "%2e%2e", "..%2f..", ".lock", "nowhere"):
        assert browser.get(f"/rounds/{name}").status_code in {301, 308, 404}, name


def test_contributions_are_taken_over_with_their_standing_and_what_to_do(browser):
    address = begun(browser)
    files = answer_files(load_model(), MEMBERS)
    own, other = files[f"{KEYS[0]}.yaml"], files[f"{KEYS[1]}.yaml"]
    stranger = own.replace(KEYS[0].encode(), b"05515000")
    nested = packed({"a/antworten.yaml": own, "../../b/antworten.yaml": other})
    page = sends(
        browser, address, ("alle.zip", nested), ("fremd.yaml", stranger), ("bild.yaml", b"\x89PNG")
    )
    told = text_of(page)
    assert "3 Beiträge wurden übernommen" in told
    assert "bild.yaml" in told
    assert "kein Mitglied" in told
    folder = browser.app.extensions["desk"].folder / address.removeprefix("/")
    names = {one.name for one in (folder / "contributions").iterdir()}
    assert names == {"antworten.yaml", "antworten-2.yaml", "fremd.yaml"}
    assert not list((folder / "private").glob("incoming/*"))

    sends(browser, address, ("alle.zip", nested))
    assert {one.name for one in (folder / "contributions").iterdir()} == names


def test_a_table_of_a_survey_tool_is_read_with_its_mapping(browser):
    address = begun(browser)
    short = KEYS[0].removeprefix("0")  # as a spreadsheet leaves it
    rows = f"Schluessel;F1;Zeit\n{short};ja;9:00\n{KEYS[1]};nein;9:01\n"
    mapping = (
        "columns: {Schluessel: ags, F1: data.inventory}\nvalues: {ja: 4, nein: 0}\n"
        "ignore: [Zeit]\ndate: 2026-11-22\n"
    )
    told = text_of(sends(browser, address, ("lime.csv", rows.encode()), mapping=mapping.encode()))
    assert "2 Beiträge wurden übernommen" in told
    assert "1 von 51 Fragen" in told


def test_of_a_refused_file_the_line_and_the_remedy_are_said_and_its_name_once(browser):
    address = begun(browser)
    page = sends(browser, address, ("kaputt.yaml", b"answers:\n  one: [\n"))
    told = text_of(page).partition("Eine Datei wurde nicht übernommen:")[2]
    assert told.startswith(" kaputt.yaml Zeile 3: Das ist kein gültiges YAML")
    assert told.count("kaputt.yaml") == 1


def test_a_file_that_cannot_be_read_is_taken_out_and_a_member_withdraws_and_returns(browser):
    address = begun(browser)
    sends(browser, address, ("a.zip", packed(answer_files(load_model(), MEMBERS[:6]))))
    folder = browser.app.extensions["desk"].folder / address.removeprefix("/")
    (folder / "contributions" / "kaputt.yaml").write_text("answers: [")
    browser.get(address)
    settled(browser)
    assert "Eine Datei ist nicht lesbar" in text_of(browser.get(address))
    browser.post(f"{address}/contributions/remove", file="../round.yaml")
    browser.post(f"{address}/contributions/remove", file="kaputt.yaml")
    assert (folder / "round.yaml").exists()
    assert not (folder / "contributions" / "kaputt.yaml").exists()
    browser.get(address)
    settled(browser)
    assert browser.post(f"{address}/members/{KEYS[0]}/withdraw").status_code == 303
    browser.get(address)
    settled(browser)
    assert "5 von 20 Mitgliedern" in text_of(browser.get("/rounds"))
    browser.get(f"{address}/members")
    browser.post(f"{address}/members/{KEYS[0]}/take-part")
    browser.get(address)
    settled(browser)
    assert "6 von 20 Mitgliedern" in text_of(browser.get("/rounds"))


def refuses_a_package(browser, address):
    """What the publisher says is told to everybody, so it is looked at; nothing typed is lost."""
    browser.get(f"{address}/releases")
    typed = {"publisher": " ", "licence": "cc-by-4.0", "email": "<a>@b", "address": "file:///etc"}
    wrong = browser.send(f"{address}/package", data={"csrf_token": browser.token, **typed})
    assert wrong.status_code == 400
    assert "Bitte prüfen Sie 3 Angaben" in text_of(wrong)
    for kept in ('value="&lt;a&gt;@b"', 'value="file:///etc"', 'value="cc-by-4.0" selected'):
        assert kept in wrong.text
    assert work.work_of(browser.app.extensions["desk"].folder / address[1:], "package") is None


def test_a_release_is_made_once_a_further_one_waits_for_changes_and_a_round_can_follow(browser):
    address = begun(browser)
    answers = answer_files(load_model(), MEMBERS)
    sends(browser, address, ("a.zip", packed(dict(list(answers.items())[:16]))))
    for _ in range(2):
        browser.post(f"{address}/releases", number="1")
    settled(browser)
    page = browser.get(f"{address}/releases").text
    settled(browser)
    assert page.count("Veröffentlichung 1 vom") > 0
    assert "Veröffentlichung 2 vom" not in page
    line = re.search(r"[0-9a-f]{64}", page)
    released = json.loads(browser.get(f"{address}/releases/1/json").data)
    assert line
    assert line[0] == released["digest"]
    assert browser.get(f"{address}/releases/1/csv").mimetype == "text/csv"

    dashboard = browser.get(f"{address}/releases/1")
    assert dashboard.status_code == 200
    assert browser.get(f"{address}/releases/1?group=nonsense&dimension=../x").status_code == 200
    assert browser.get(f"{address}/releases/2").status_code == 404
    edit = browser.get(f"{address}/edit")
    assert (edit.status_code, edit.location) == (303, address)

    refuses_a_package(browser, address)
    browser.get(f"{address}/releases")
    browser.post(f"{address}/releases", number="2")
    settled(browser)
    told = text_of(browser.get(f"{address}/releases"))
    assert "Es wurde nichts veröffentlicht" in told
    assert "0 Mitglieder" in told

    # The year after: what was answered until the release belongs to the round before.
    after = begun(browser, name="2027", follows="kreis-koeln-2026")
    assert "Folgt auf" in text_of(browser.get(after))
    page = sends(browser, after, ("a.zip", packed(dict(list(answers.items())[:2]))))
    assert "Beantwortet, bevor die vorige Runde veröffentlicht war" in text_of(page)
    for follows, of_earlier in (("as-before", True), ("", False)):
        assert f'value="{follows}"' in browser.get(f"{after}/edit").text
        browser.post(f"{after}/edit", **fields(name="2027", follows=follows))
        browser.get(f"{after}/contributions")
        settled(browser)
        told = text_of(browser.get(f"{after}/contributions"))
        assert ("Beantwortet, bevor" in told) is of_earlier
    gone = browser.post(f"{after}/edit", **fields(name="2027", follows="no-such-round"))
    assert gone.status_code == 400
    assert "In dieser Runde ist nichts veröffentlicht" in text_of(gone)


def test_the_dry_run_says_that_a_small_group_is_hidden_whoever_takes_part(browser):
    address = begun(browser, by=["state"])
    browser.get(f"{address}/dry-run")
    browser.post(f"{address}/dry-run")
    settled(browser)
    page = text_of(browser.get(f"{address}/dry-run"))
    assert "Alle Mitglieder 20" in page
    assert "100 % nehmen teil" in page


def test_the_dry_run_warns_where_breakdowns_can_hide_the_total(browser):
    address = begun(browser, ags="", districts="05774", by=["size_class", "kind"])
    browser.get(f"{address}/dry-run")
    browser.post(f"{address}/dry-run")
    settled(browser)
    page = text_of(browser.get(f"{address}/dry-run"))
    assert "Alle Mitglieder 10" in page
    assert "Bis zu einem Rücklauf von 75 % kommt das vor" in page
    assert "mehr als eine Stunde" not in page


def test_nobody_is_told_to_be_missing_while_a_round_is_looked_through(browser):
    address = begun(browser)
    for place in ("members", "contributions"):
        early = text_of(browser.get(f"{address}/{place}"))
        assert "Sobald alles durchgesehen ist, steht es hier." in early
        assert "Kein Mitglied passt" not in early
        assert "noch nichts eingegangen" not in early
    settled(browser)
    assert MEMBERS[0].name in browser.get(f"{address}/members").text
    assert "noch nichts eingegangen" in text_of(browser.get(f"{address}/contributions"))


def test_a_round_is_deleted_after_a_question(browser):
    address = begun(browser)
    settled(browser)
    browser.get(address)
    settled(browser)
    assert "Köln" in browser.get(f"{address}/delete").text
    assert browser.post(f"{address}/delete").status_code == 303
    assert browser.get(address).status_code == 404
