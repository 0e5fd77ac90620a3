"""How firm advice is, in words."""

from dataclasses import replace

import pytest

from assessment.recommendation.model import Route
from assessment.recommendation.outcome import RouteState
from assessment.recommendation.robustness.model import CloseCall, Deciding, Firmness
from assessment.report.content.firmness import firmness_of, trials_of
from tests.unit.report.firmness.results import MODEL, chatbot, firm


def told(item, language="de"):
    return firmness_of(item, MODEL, language)


def test_the_label_stands_with_how_many_of_100_trials_come_to_the_same():
    item = chatbot(firm(turnkey=0.874, shared_service=0.126))
    german, english = told(item).standing, told(item, "en").standing
    assert (german.label, english.label) == ("Fest", "Firm")
    assert german.stays == "In 87 von 100 Durchrechnungen bleibt es dabei: Fertig kaufen."
    assert english.stays == "In 87 of 100 trials it stays at: Turnkey."


def nearly_equal(robustness):
    item = chatbot(robustness)
    advice = replace(
        item.recommendation,
        margin=1.6,
        suitability={**item.recommendation.suitability, Route.SHARED_SERVICE: 70.0},
        state=dict.fromkeys(Route, RouteState.STOPPED)
        | {Route.TURNKEY: RouteState.OPEN, Route.SHARED_SERVICE: RouteState.OPEN},
    )
    return replace(item, recommendation=advice)


def test_a_lead_of_few_points_that_is_firm_is_told_in_one_sentence():
    item = nearly_equal(firm(turnkey=0.84, shared_service=0.16))
    assert told(item, "en").narrow == (
        "A narrow lead that holds: Turnkey is only 1.6 points ahead of Shared service, but comes "
        "out in 84 of 100 trials. The distance is small and seldom turns; both routes are possible."
    )


def test_a_lead_of_few_points_that_is_only_likely_promises_nothing():
    likely = replace(firm(turnkey=0.7, shared_service=0.3), firmness=Firmness.LIKELY)
    assert "seldom" not in told(nearly_equal(likely), "en").narrow
    assert "1.6 points" in told(nearly_equal(likely), "en").narrow


def test_a_wide_lead_and_a_close_call_need_no_such_sentence():
    call = CloseCall((Route.TURNKEY, Route.SHARED_SERVICE), ())
    undecided = replace(firm(turnkey=0.5), firmness=Firmness.UNDECIDED, too_close=call)
    assert told(nearly_equal(undecided)).narrow == ""
    wide = nearly_equal(firm(turnkey=0.9))
    assert told(replace(wide, recommendation=replace(wide.recommendation, margin=2.0))).narrow == ""


def test_without_a_route_it_says_how_often_every_route_stays_stopped():
    item = chatbot(firm(none=0.82, turnkey=0.18), route=None)
    assert told(item).standing.stays == (
        "In 82 von 100 Durchrechnungen bleibt jeder Umsetzungsweg gesperrt."
    )


def test_five_shares_are_told_beside_the_routes():
    standing = told(chatbot(firm(turnkey=0.55, co_development=0.449, none=0.001))).standing
    assert [share.id for share in standing.shares] == [*Route, "none"]
    assert [share.shown.replace("\N{NO-BREAK SPACE}", " ") for share in standing.shares] == [
        "55 %",
        "0 %",
        "45 %",
        "0 %",
        "unter 1 %",
    ]
    assert [share.id for share in standing.shares if share.advised] == ["turnkey"]
    assert standing.on("none").share == 0.001


def test_a_close_call_names_both_routes_and_what_decides():
    call = CloseCall(
        (Route.TURNKEY, Route.SHARED_SERVICE),
        (Deciding("factor", "market", 2.94), Deciding("topic", "data.catalogue", -1.6)),
    )
    item = chatbot(
        firm(turnkey=0.417, shared_service=0.583), firmness=Firmness.UNDECIDED, too_close=call
    )
    close = told(item).too_close
    assert close.text == (
        "Zu knapp, um zu entscheiden: Fertig kaufen liegt in 42 von 100 Durchrechnungen vorn, "
        "Gemeinsam betreiben in 58. Beides lässt sich begründen."
    )
    assert [(one.text, one.points, one.speaks_for) for one in close.deciding] == [
        ("Angebot am Markt", "2,9", "spricht für: Fertig kaufen"),
        ("Dateninventar und Metadaten", "1,6", "spricht für: Gemeinsam betreiben"),
    ]
    assert close.both


@pytest.mark.parametrize("advised", [None, Route.SHARED_SERVICE])
def test_a_close_call_with_no_route_says_what_is_open_decides(advised):
    between = (None, Route.SHARED_SERVICE) if advised is None else (advised, None)
    item = chatbot(
        firm(none=0.45, shared_service=0.55),
        route=advised,
        too_close=CloseCall(between, (Deciding("gate", "staff_council", None),)),
    )
    close = told(item, "en").too_close
    assert close.text == (
        "Too close to call: in 45 of 100 trials no route is open, in 55 it is Shared service. "
        "What is still open decides."
    )
    assert [one.points for one in close.deciding] == [""]
    assert not close.both


def test_what_is_to_be_stated_first_is_asked_in_its_own_words():
    item = chatbot(firm(turnkey=0.9), firmness=Firmness.LIKELY, ask_first=("partner", "budget"))
    asked = told(item).standing.ask_first
    assert [one.name for one in asked] == ["Partner zur Hand", "Laufende Mittel"]
    assert asked[1].question == "Welche laufenden Mittel stehen für eine KI-Anwendung bereit?"


def test_the_thresholds_are_those_of_the_model():
    trials, said = trials_of(MODEL, "de"), MODEL.recommendation.firmness
    assert trials.draws == "4.096"
    assert (trials.firm, trials.likely) == (f"{100 * said.firm:.0f}", f"{100 * said.likely:.0f}")
