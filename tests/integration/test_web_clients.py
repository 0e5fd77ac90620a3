"""Clients: the list, one client, several side by side; nothing of one shows with another."""

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from assessment.municipality import by_ags
from assessment.presentation.stored_result import StoredStance, StoredSummary
from assessment.services import assessments
from assessment.services.clients import keeping
from assessment.services.clients.comparing import common_gaps
from assessment.services.clients.listing import WantedClients, client_list
from assessment.services.review.submitting import seen, submit
from assessment.services.series.comparing import choices, suggested
from tests.integration.builders import DAY, an_assessment, level
from tests.integration.statements import counted
from tests.integration.web import Browser, text_of, value_of

AHAUS, OELDE = "05554004", "05570028"
NOW = datetime.now(UTC)


def held_for(desk, client, marker="", **parts):
    """An assessment of the client's body with a marker in every free text, and its id."""
    body = by_ags(parts.pop("ags"))
    answers = {"data.inventory": level(3, comment=marker, evidence=marker, respondent=marker)}
    kept = an_assessment(municipality=body, answers=answers, note=marker or None, **parts)
    return assessments.keep(desk, kept, client=client)


def submitted(desk, id):
    submit(desk, id, by="Amt", seen_as=seen(assessments.head(desk, id)))


def names(desk, at=NOW, **wanted):
    return [line.client.name for line in client_list(desk, WantedClients(**wanted), at).items]


def test_the_list_tells_state_last_result_and_what_is_next(desk):
    for ags in (AHAUS, OELDE, "01001000"):
        keeping.add_from_register(desk, ags)
    found = {line.client.ags: line for line in client_list(desk, WantedClients(), NOW).items}
    submitted(desk, held_for(desk, found[AHAUS].client.id, ags=AHAUS))
    held_for(desk, found[OELDE].client.id, ags=OELDE)
    lines = {line.client.ags: line for line in client_list(desk, WantedClients(), NOW).items}
    states = {ags: (str(one.standing.state), str(one.next)) for ags, one in lines.items()}
    assert states[OELDE] == ("open", "answer")
    assert states["01001000"] == ("not_begun", "begin")
    assert states[AHAUS][0] == "submitted"
    assert lines[AHAUS].summary.scores["data_infrastructure"] == 75.0
    assert (lines[OELDE].progress.done, lines[OELDE].summary) == (1, None)
    assert names(desk, state="open") == ["Oelde"]
    assert names(desk, land="SH") == ["Flensburg"]
    assert names(desk, text="borken") == ["Ahaus"]
    assert names(desk, attention=True) == []
    later = NOW + timedelta(days=31)
    assert names(desk, at=later, attention=True, order="waiting") == ["Flensburg", "Oelde"]


def test_the_list_of_any_length_is_read_in_four_statements(desk):
    for number in range(30):
        client = keeping.add_by_hand(desk, f"Zweckverband {number:02}")
        id = assessments.keep(desk, an_assessment(), client=client)
        if number < 2:
            submitted(desk, id)
    with counted(desk.database) as sent:
        found = client_list(desk, WantedClients(), NOW)
    assert (len(found.items), found.total, found.last) == (25, 30, 2)
    assert len(sent) <= 4
    assert names(desk, sheet=2)[-1] == "Zweckverband 29"


def test_clients_entered_by_hand_are_found_by_land_when_only_one_body_has_their_name(desk):
    for name in ("Vlotho", "Neustadt", "Stadtwerke Vlotho"):
        keeping.add_by_hand(desk, name)
    assert names(desk, land="NW") == ["Vlotho"]
    assert len(names(desk)) == 3


def test_one_body_of_the_register_is_one_client(desk):
    assert keeping.add_from_register(desk, AHAUS) == keeping.add_from_register(desk, AHAUS)
    assert keeping.add_by_hand(desk, "Werk", token="t") == keeping.add_by_hand(
        desk, "Werk", token="t"
    )


@pytest.fixture
def two(app):
    """Two clients of one consultant with submitted assessments, full of markers."""
    desk = app.extensions["desk"]
    found = {}
    for ags, marker in ((AHAUS, "MARKEREINS"), (OELDE, "MARKERZWEI")):
        client = keeping.add_from_register(desk, ags)
        keeping.rename(desk, client, f"Mandant {marker}", seen=by_ags(ags).name)
        keeping.add_note(desk, client, f"Notiz {marker} NURINTERN", by=marker)
        id = held_for(desk, client, marker, ags=ags)
        submitted(desk, id)
        found[marker] = (client, id)
    return found


def everything(answer):
    """All text of an answer, that of packed documents too."""
    if not answer.data.startswith(b"PK"):
        return answer.text
    with zipfile.ZipFile(io.BytesIO(answer.data)) as packed:
        return "".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())


def test_pages_and_documents_of_one_client_hold_nothing_of_another_and_no_note(browser, two):
    client, id = two["MARKEREINS"]
    pages = ("", "result", "review", "follow", "changes", "client", "open", "topics/data.inventory")
    pages += ("questions/data.inventory", "conditions", "planning", "what-if", "portfolio")
    pages += ("answers.yaml", "answers.xlsx", "result/answers.yaml", "result/result.json")
    pages += tuple(f"result/{kind}" for kind in ("html", "csv", "docx", "pptx", "xlsx"))
    opened = {}
    for page in pages:
        opened[page] = everything(browser.get(f"/assessments/{id}/{page}"))
    shown = {page for page, text in opened.items() if "MARKEREINS" in text}
    assert {"result/html", "result/csv", "answers.yaml", "questions/data.inventory"} <= shown
    # Only the page that gives an assessment to a client names the others, to choose from.
    chooser = opened.pop("client")
    assert "Mandant MARKERZWEI" in chooser
    own = {page for page, text in opened.items() if "MARKERZWEI" in text}
    assert own == set()
    assert {page for page, text in opened.items() if "NURINTERN" in text} == set()
    told = browser.get(f"/clients/{client}").text
    assert "NURINTERN" in told
    assert "MARKERZWEI" not in told
    assert "MARKERZWEI" not in browser.get(f"/compare?right={id}").text


def test_no_comparison_is_suggested_with_what_is_held_for_another_client(desk):
    one, other = (keeping.add_by_hand(desk, name) for name in ("Eins", "Zwei"))
    early = held_for(desk, one, ags=AHAUS, date=date(2025, 1, 1))
    foreign = held_for(desk, other, ags=AHAUS, date=date(2025, 6, 1))
    late = held_for(desk, one, ags=AHAUS)
    offered = choices(desk, late)
    assert {head.id for head in offered} == {early, late}
    assert suggested(choices(desk), late) == early
    assert suggested(choices(desk), foreign) is None


def test_what_follows_or_is_copied_stays_with_the_client(app, browser):
    client = keeping.add_from_register(app.extensions["desk"], AHAUS)
    id = held_for(app.extensions["desk"], client, ags=AHAUS)
    browser.get(f"/assessments/{id}/follow")
    new = browser.post(f"/assessments/{id}/follow", date=str(DAY)).location.rstrip("/")
    assert f"/clients/{client}" in browser.get(new + "/").text
    copied = browser.post(f"/assessments/{id}/copy").location.rstrip("/")
    assert f"/clients/{client}" in browser.get(copied + "/").text


def test_an_assessment_is_begun_for_a_client_given_moved_and_taken_away(app, browser):
    desk = app.extensions["desk"]
    browser.get("/clients/new")
    client = browser.post("/clients/new", ags=AHAUS).location
    browser.get(client + "/begin")
    browser.post(client + "/begin", date="2026-11-22", token="once")
    place = browser.post(client + "/begin", date="2026-11-22", token="once").location
    assert browser.get(client).text.count('class="app-client app-client--own"') == 1
    id = place.split("/")[2]
    assert browser.post(f"/assessments/{id}/client", client="").location == f"/assessments/{id}/"
    told = text_of(browser.get(client))
    assert "Erhebungen, die zu diesem Mandanten zu gehören scheinen" in told
    browser.post(client + "/take", assessment=id)
    assert assessments.head(desk, id).client_id == client.rpartition("/")[2]
    asked = text_of(browser.get(client + "/delete"))
    assert "Seine Erhebung bleibt, ohne Mandant" in asked
    browser.post(client + "/delete")
    assert browser.get(client).status_code == 404
    assert assessments.head(desk, id).client_id is None


def test_a_note_is_kept_once_and_deleted_after_a_question(browser):
    browser.get("/clients/new")
    client = browser.post("/clients/new", name="Werk").location
    token = value_of(browser.get(client).text, "token")
    for _ in range(2):
        browser.post(client + "/notes", text="Frau <b>Kuhn</b> anrufen", by="Ich", token=token)
    page = browser.get(client)
    (place,) = re.findall(r'href="([^"]*/notes/[^"]*/delete)"', page.text)
    assert "Frau <b>Kuhn</b> anrufen" in text_of(page)
    assert "Frau <b>Kuhn</b> anrufen" in text_of(browser.get(place))
    browser.post(place)
    assert "Kuhn" not in browser.get(client).text
    assert browser.post(client + "/notes", text="  ").status_code == 400
    assert browser.post("/clients/new", name="x" * 201).status_code == 400


def test_a_client_renamed_in_two_windows_is_not_called_otherwise_unseen(browser):
    browser.get("/clients/new")
    client = browser.post("/clients/new", name="Werk").location
    for _ in range(2):  # sent twice, nothing is wrong
        assert browser.post(client + "/name", name="Stadtwerk", seen="Werk").status_code == 303
    refused = browser.post(client + "/name", name="Wasserwerk", seen="Werk")
    assert refused.status_code == 400
    assert "Inzwischen wurde dieser Mandant in „Stadtwerk“ umbenannt." in text_of(refused)
    assert 'value="Wasserwerk"' in refused.text
    again = browser.post(client + "/name", name="Wasserwerk", seen=value_of(refused.text, "seen"))
    assert again.status_code == 303
    assert '<h1 class="kern-heading-large">Wasserwerk</h1>' in browser.get(client).text


def test_two_clients_stand_side_by_side_with_routes_firmness_and_a_warning(browser, two):
    chosen = "&".join(f"client={client}" for client, _ in two.values())
    told = text_of(browser.get(f"/clients/compare?{chosen}"))
    assert "Diese Seite enthält Daten mehrerer Mandanten." in told
    assert "Dateninfrastruktur 75,0 75,0" in told
    assert browser.get("/clients/compare?client=x").status_code == 422


def test_a_gap_is_common_where_most_are_weak():
    scores = [{"a": 10.0, "b": 39.9, "c": None}, {"a": 30.0, "b": 40.0, "c": 0.0}, {"a": 90.0}]
    assert [(gap.topic, gap.weak, gap.known) for gap in common_gaps(scores)] == [("a", 2, 3)]


def test_a_summary_counts_what_is_undecided():
    stance = StoredStance("turnkey", "firm", standard_set=False)
    summary = StoredSummary(stance, {}, {}, (("a", "turnkey", "firm"), ("b", None, "undecided")))
    assert summary.undecided == 1
    assert replace(summary, applications=()).undecided == 0


def test_the_list_is_english_too(app):
    told = text_of(Browser(app, "en").get("/clients"))
    assert "There is no client yet." in told
