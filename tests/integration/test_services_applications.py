"""Planned applications and factors: added, changed, put in order, taken away."""

from dataclasses import replace

import pytest

from assessment.errors import Invalid, NotFound
from assessment.services import applications, assessments, task_list
from assessment.services.applications import OwnKind, StaleApplication, digest
from assessment.services.frame import factors
from assessment.services.frame.factors import StaleFactors
from assessment.services.planned.kinds import kinds
from tests.integration.builders import DAY, UTILITY
from tests.integration.statements import counted

KIND = OwnKind("environment_climate", "computer_vision", ("staff_use",), "minimal")
OWN = {"title": "Baumkataster für die Größe", "kind": KIND}


@pytest.fixture
def id(desk):
    return assessments.create(desk, municipality=UTILITY, date=DAY)


def planned(desk, id):
    return [card.application.id for card in applications.applications(desk, id)]


def test_the_same_kind_twice_gets_a_number(desk, id):
    added = [applications.add(desk, id, "citizen_chatbot") for _ in range(3)]
    assert added == ["citizen_chatbot", "citizen_chatbot_2", "citizen_chatbot_3"]
    assert planned(desk, id) == added


def test_an_own_application_gets_an_id_from_its_title(desk, id):
    added = applications.add_own(desk, id, **OWN)
    (card,) = applications.applications(desk, id)
    assert added == "baumkataster_fuer_die_groesse"
    assert card.archetype is None
    assert card.application.title == OWN["title"]
    assert card.application.traits == ("staff_use",)


def test_an_own_application_can_be_described_anew_but_a_known_kind_cannot(desk, id):
    own = applications.add_own(desk, id, **OWN)
    known = applications.add(desk, id, "citizen_chatbot")
    said = {"title": "Anders", "priority": 1, "factors": {}}
    kind = OwnKind("mobility", "speech", (), "transparency")
    applications.edit(desk, id, own, **said, kind=kind)
    application = applications.application_page(desk, id, own).application
    assert (application.title, application.field) == ("Anders", "mobility")
    assert (application.traits, application.ai_act) == ((), "transparency")
    applications.edit(desk, id, own, **said)
    assert applications.application_page(desk, id, own).application == application
    with pytest.raises(NotFound):
        applications.edit(desk, id, known, **said, kind=kind)


def test_the_benefit_is_kept_and_can_be_taken_back(desk, id):
    own = applications.add_own(desk, id, **OWN, benefit=0)
    known = applications.add(desk, id, "citizen_chatbot")
    said = {"title": "Bot", "priority": 1, "factors": {}}
    applications.edit(desk, id, known, **said, benefit=4)
    kept = [card.application.benefit for card in applications.applications(desk, id)]
    assert kept == [0, 4]
    assert assessments.load(desk, id).applications[1].benefit == 4
    applications.edit(desk, id, known, **said)
    assert applications.application_page(desk, id, known).application.benefit is None
    with pytest.raises(Invalid):
        applications.edit(desk, id, own, **said, benefit=5)


def test_a_copy_has_everything_but_the_title_and_stands_right_behind(desk, id):
    own = applications.add_own(desk, id, **OWN, priority=3, benefit=2)
    applications.add(desk, id, "citizen_chatbot")
    said = {"title": OWN["title"], "priority": 3, "benefit": 2, "factors": {"market": None}}
    applications.edit(desk, id, own, **said)
    copied = [applications.copy(desk, id, own, title="Zwei", token="t") for _ in range(2)]
    assert copied == [f"{own}_2"] * 2
    assert planned(desk, id) == [own, f"{own}_2", "citizen_chatbot"]
    original = applications.application_page(desk, id, own).application
    copy = applications.application_page(desk, id, copied[0]).application
    assert copy == replace(original, id=copied[0], title="Zwei")
    applications.copy(desk, id, "citizen_chatbot", title="Bot")
    assert planned(desk, id)[2:] == ["citizen_chatbot", "citizen_chatbot_2"]


def test_who_has_not_seen_the_last_change_is_told_of_it_and_overwrites_nothing(desk, id):
    name = applications.add(desk, id, "citizen_chatbot")
    seen = digest(applications.application_page(desk, id, name).application)
    mine = {"title": "Meins", "priority": 2, "benefit": None, "factors": {"market": 4}}
    theirs = {"title": "Ihres", "priority": 1, "benefit": 3, "factors": {"market": 1}}
    applications.edit(desk, id, name, **theirs, seen=seen)
    with pytest.raises(StaleApplication) as stale:
        applications.edit(desk, id, name, **mine, seen=seen)
    kept = applications.application_page(desk, id, name).application
    assert stale.value.theirs == kept
    assert (kept.title, kept.factors) == ("Ihres", {"market": 1})
    # The same sent twice is no conflict, and who has seen it may replace it.
    applications.edit(desk, id, name, **theirs, seen=seen)
    applications.edit(desk, id, name, **mine, seen=digest(kept))
    assert applications.application_page(desk, id, name).application.title == "Meins"


def test_two_windows_on_the_conditions_lose_nothing(desk, id):
    seen = factors.digest({})
    factors.save_body_factors(desk, id, {"budget": 2}, seen=seen)
    factors.save_body_factors(desk, id, {"budget": 2}, seen=seen)
    with pytest.raises(StaleFactors) as stale:
        factors.save_body_factors(desk, id, {"budget": 1, "time": 3}, seen=seen)
    assert stale.value.theirs == {"budget": 2}
    assert factors.given_levels(factors.body_factors(desk, id)) == {"budget": 2}
    factors.save_body_factors(
        desk, id, {"time": 3}, cleared=["budget"], seen=factors.digest({"budget": 2})
    )
    assert factors.given_levels(factors.body_factors(desk, id)) == {"time": 3}


def test_kinds_are_found_by_every_word_and_by_field_with_real_examples(desk, id):
    head = assessments.head(desk, id)
    everything = kinds(desk, head, language="de")
    assert everything.total == len(everything.cards) == 23
    assert {card.for_body for card in everything.fitting} == {True}
    assert len(everything.fitting) + len(everything.others) == 23
    found = kinds(desk, head, text="KANAL", language="de").cards
    assert found
    assert all(
        "kanal" in (card.archetype.name["de"] + card.archetype.description["de"]).lower()
        or any("kanal" in case.title["de"].lower() for case in card.examples)
        for card in found
    )
    assert {
        c.archetype.field for c in kinds(desk, head, field="mobility", language="de").cards
    } == {"mobility"}
    assert kinds(desk, head, text="chatbot nirgendwo", language="de").cards == ()
    with_cases = [card for card in everything.cards if card.archetype.cases]
    assert with_cases
    assert all(card.examples for card in with_cases)


def test_factors_title_and_priority_are_kept_exactly(desk, id):
    name = applications.add(desk, id, "citizen_chatbot")
    given = {"market": 4, "specificity": None, "partner": 1}
    applications.edit(desk, id, name, title=" ", priority=3, factors={"own_data": 2})
    applications.edit(desk, id, name, title="Bürgerbot", priority=2, factors=given)
    application = applications.application_page(desk, id, name).application
    assert (application.title, application.priority) == ("Bürgerbot", 2)
    assert application.factors == given


def test_a_page_shows_what_counts_where_nothing_was_given(desk, id):
    name = applications.add(desk, id, "citizen_chatbot")
    applications.edit(desk, id, name, title=None, priority=1, factors={"market": None})
    factors.save_body_factors(desk, id, {"budget": 3})
    page = applications.application_page(desk, id, name)
    shown = {field.factor.id: field for field in page.factors}
    defaults = desk.model.recommendation.archetype_by_id["citizen_chatbot"].default_factors
    assert (shown["market"].given, shown["market"].level) == (True, None)
    assert not shown["specificity"].given
    assert shown["specificity"].default == defaults["specificity"]
    assert (shown["budget"].given, shown["budget"].default) == (False, 3)
    assert len(shown) == 10


def test_applications_change_places(desk, id):
    for kind in ("citizen_chatbot", "road_condition", "flood_warning"):
        applications.add(desk, id, kind)
    applications.move(desk, id, "flood_warning", to=0)
    assert planned(desk, id) == ["flood_warning", "citizen_chatbot", "road_condition"]
    applications.move(desk, id, "flood_warning", to=99)
    assert planned(desk, id) == ["citizen_chatbot", "road_condition", "flood_warning"]


def test_a_removed_application_is_gone_with_its_factors(desk, id):
    name = applications.add(desk, id, "citizen_chatbot")
    applications.edit(desk, id, name, title=None, priority=1, factors={"market": 4})
    applications.remove(desk, id, name)
    assert planned(desk, id) == []
    assert applications.add(desk, id, "citizen_chatbot") == name
    assert applications.application_page(desk, id, name).application.factors == {}


def test_what_an_answer_file_may_not_say_is_refused(desk, id):
    name = applications.add(desk, id, "citizen_chatbot")
    refused = {
        "archetype": lambda: applications.add(desk, id, "nonsense"),
        "priority": lambda: applications.add(desk, id, "citizen_chatbot", priority=9),
        "title": lambda: applications.add_own(desk, id, **{**OWN, "title": " "}),
        "field": lambda: applications.add_own(
            desk, id, title="x", kind=replace(KIND, field="nonsense")
        ),
        "traits[0]": lambda: applications.add_own(
            desk, id, title="x", kind=replace(KIND, traits=("nonsense",))
        ),
        "factors.market": lambda: applications.edit(
            desk, id, name, title=None, priority=1, factors={"market": 5}
        ),
        "market": lambda: factors.save_body_factors(desk, id, {"market": 1}),
        "budget": lambda: factors.save_body_factors(desk, id, {"budget": 7}),
    }
    for place, call in refused.items():
        with pytest.raises(Invalid) as problem:
            call()
        assert [item.place for item in problem.value.problems] == [place]
    assert planned(desk, id) == [name]


def test_there_is_an_end_to_the_applications(desk, id):
    for _ in range(50):
        applications.add(desk, id, "citizen_chatbot")
    with pytest.raises(Invalid):
        applications.add(desk, id, "citizen_chatbot")


def test_body_factors_are_given_unknown_or_not_given(desk, id):
    factors.save_body_factors(desk, id, {"budget": 2, "reuse": None, "time": 1})
    factors.save_body_factors(desk, id, {"budget": 3}, cleared=["time"])
    shown = {item.factor.id: (item.given, item.level) for item in factors.body_factors(desk, id)}
    assert shown == {
        "partner": (False, None),
        "time": (False, None),
        "budget": (True, 3),
        "reuse": (True, None),
    }
    tasks = task_list.task_list(desk, id)
    assert (tasks.body_factors_given, tasks.body_factors) == (2, 4)


def test_what_is_gone_is_not_found(desk, id):
    gone = (
        lambda: applications.remove(desk, id, "nobody"),
        lambda: applications.move(desk, id, "nobody", to=0),
        lambda: applications.copy(desk, id, "nobody", title="x"),
        lambda: applications.application_page(desk, id, "nobody"),
        lambda: applications.edit(desk, id, "nobody", title=None, priority=1, factors={}),
        lambda: applications.add(desk, "nobody", "citizen_chatbot"),
        lambda: factors.body_factors(desk, "nobody"),
        lambda: factors.save_body_factors(desk, "nobody", {"budget": 1}),
    )
    for call in gone:
        with pytest.raises(NotFound):
            call()


def test_a_change_of_an_application_is_a_change_of_the_assessment(desk, id):
    before = assessments.head(desk, id).updated_at
    applications.add(desk, id, "citizen_chatbot")
    assert assessments.head(desk, id).updated_at > before


def test_statements_do_not_grow_with_the_applications(desk, id):
    for kind in ("citizen_chatbot", "road_condition", "flood_warning"):
        name = applications.add(desk, id, kind)
    levels = {"market": 1, "specificity": 2, "exit": 3}
    calls = {
        "applications": lambda: applications.applications(desk, id),
        "application_page": lambda: applications.application_page(desk, id, name),
        "add": lambda: applications.add(desk, id, "citizen_chatbot"),
        "add_token": lambda: applications.add(desk, id, "citizen_chatbot", token="t"),
        "edit": lambda: applications.edit(desk, id, name, title="x", priority=1, factors=levels),
        "move": lambda: applications.move(desk, id, name, to=0),
        "copy": lambda: applications.copy(desk, id, name, title="x", token="u"),
        "remove": lambda: applications.remove(desk, id, name),
        "body_factors": lambda: factors.body_factors(desk, id),
        "save_body_factors": lambda: factors.save_body_factors(desk, id, {"time": 1, "budget": 2}),
    }
    statements = {}
    for what, call in calls.items():
        with counted(desk.database) as sent:
            call()
        statements[what] = len(sent)
    assert statements == {
        "applications": 3,
        "application_page": 4,
        "add": 4,
        "add_token": 5,
        "edit": 6,
        "move": 3,
        "remove": 2,
        "body_factors": 2,
        "copy": 9,
        "save_body_factors": 3,
    }
