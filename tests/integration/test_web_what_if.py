"""What if, in the browser: several changes, nothing kept, targets kept, hostile addresses."""

import re
from html import unescape

import pytest

from assessment.services import assessments
from assessment.services.planned.what_if import what_if
from assessment.services.review.submitting import seen, submit
from tests.integration.statements import counted
from tests.integration.web import begin, text_of


@pytest.fixture
def example(browser):
    """The finished example."""
    page = browser.get("/").text
    return re.search(r'href="(/assessments/[^"/]+/)"', page).group(1)


def id_of(place):
    return place.strip("/").split("/")[-1]


def links(page, words):
    """The addresses of links whose visible words begin so."""
    found = re.findall(r'href="([^"]+)"[^>]*>' + re.escape(words), page)
    return [unescape(address) for address in found]


def test_without_changes_it_offers_what_is_worth_trying(browser, example):
    answer = browser.get(example + "what-if")
    told = text_of(answer)
    assert "Noch ist nichts ausprobiert." in told
    assert "Was sich auszuprobieren lohnt" in told
    assert "Was anders wäre" not in told
    assert links(answer.text, "Ausprobieren")


def test_every_suggestion_that_flips_does_flip_what_it_says(app, example):
    desk, id = app.extensions["desk"], id_of(example)
    leads = what_if(desk, id, [], language="de").leads.applications
    tried = [(one, lead) for one in leads for lead in one.flips[:2]]
    assert tried
    for one, lead in tried:
        effects = what_if(desk, id, lead.changes, language="de").effects
        effect = next(each for each in effects.applications if each.id == one.id)
        assert effect.changed, lead.text
        assert effect.after.advice in lead.text or effect.after.advice.endswith("zuerst")


def test_the_result_leads_to_each_flip_tried_out(browser, example):
    tried = links(browser.get(example + "result").text, "Ausprobieren")
    assert len(tried) > 3
    for address in (tried[0], tried[-1]):
        assert "andere Empfehlung" in text_of(browser.get(address)), address


def test_meeting_all_conditions_leaves_none(app, example):
    desk, id = app.extensions["desk"], id_of(example)
    leads = what_if(desk, id, [], language="de").leads.applications
    one = next(one for one in leads if one.conditions)
    effects = what_if(desk, id, one.all_conditions, language="de").effects
    effect = next(each for each in effects.applications if each.id == one.id)
    assert effect.after.conditions == "0" or effect.changed


def test_several_changes_stand_side_by_side_with_today_and_nothing_is_kept(app, browser, example):
    desk, id = app.extensions["desk"], id_of(example)
    before = assessments.load(desk, id)
    address = example + "what-if?change=data.inventory:0&change=partner:0&change=budget:unknown"
    answer = browser.get(address)
    told = text_of(answer)
    assert answer.status_code == 200
    assert told.count("Zurücknehmen") == 3
    for words in ("Was anders wäre", "mit den Änderungen", "Grundlinie", "Personentage"):
        assert words in told
    assert "Dateninventar und Metadaten" in told
    assert assessments.load(desk, id) == before
    # Each can be taken back by itself, the others stay.
    back = links(answer.text, "Zurücknehmen")[0]
    assert "data.inventory" not in back
    assert browser.get(back).status_code == 200


def test_the_address_holds_only_what_is_another(browser, example):
    address = example + "what-if"
    blank = browser.get(address + "?change=&change=data.inventory:1&change=data.inventory:0")
    assert blank.status_code == 302
    assert blank.location.endswith("/what-if?change=data.inventory:0")
    assert browser.get(blank.location).status_code == 200
    kept = browser.get(blank.location + "&lang=en")
    assert "What would be otherwise" in kept.text
    assert "change=data.inventory%3A0" in kept.text or "change=data.inventory:0" in kept.text


def test_a_level_is_chosen_in_two_steps_without_a_script(browser, example):
    answer = browser.get(example + "what-if?change=partner:0&pick=data.inventory")
    assert 'type="hidden" name="change" value="partner:0"' in answer.text
    assert answer.text.count('type="radio"') == 6
    assert "wie heute" in answer.text
    changed = browser.get(example + "what-if?change=partner:0&pick=partner")
    assert 'type="hidden" name="change"' not in changed.text.split('id="pick"')[1]


def test_hostile_and_overlong_addresses_do_no_harm(browser, example):
    address = example + "what-if?"
    hostile = ("nonsense:3", "data.inventory:9", "data.inventory", ":", "x/market:1", "a/b/c:1")
    told = browser.get(address + "&".join(f"change={one}" for one in hostile))
    assert told.status_code == 200
    assert "6 Änderungen in der Adresse waren nicht lesbar" in told.text
    script = browser.get(address + "change=<script>alert(1)</script>:1&pick=<script>")
    assert script.status_code == 200
    assert "<script>alert" not in script.text
    ids = re.findall(r'option value="([a-z_]+\.[a-z_]+)"', browser.get(example + "what-if").text)
    assert len(ids) == 51
    many = "&".join(f"change={name}:{(7 - n) % 5}" for n in range(8) for name in ids)
    told = browser.get(address + many)
    assert told.status_code == 200
    assert "Das sind zu viele Änderungen auf einmal" in told.text
    assert told.text.count('<li class="app-try">') == 30
    assert browser.get("/assessments/nowhere/what-if").status_code == 404


def test_raises_are_kept_as_targets_and_higher_ones_stay(app, browser, example):
    desk, id = app.extensions["desk"], id_of(example)
    today = assessments.load(desk, id)
    name, answer = next((name, one) for name, one in today.answers.items() if one.value in (1, 2))
    browser.get(f"{example}what-if?change={name}:4&change=partner:0")
    for _ in range(2):
        kept = browser.post(example + "what-if/targets", change=[f"{name}:4", "partner:0"])
        assert kept.location == f"{example}planning#targets"
    after = assessments.load(desk, id)
    assert after.answers == today.answers
    assert after.factors == today.factors
    added = {key: level for key, level in after.targets.items() if key not in today.targets}
    assert added
    assert all(level > answer.value for level in added.values())
    browser.post(example + "what-if/targets", change=[f"{name}:3"])
    assert assessments.load(desk, id).targets == after.targets


def test_a_submitted_assessment_can_be_explored_but_not_changed(app, browser, example):
    desk, id = app.extensions["desk"], id_of(example)
    address = example + "what-if?change=data.inventory:4&change=partner:0"
    before = text_of(browser.get(address))
    submit(desk, id, by="Kuhn", seen_as=seen(assessments.head(desk, id)))
    targets = assessments.load(desk, id).targets
    answer = browser.get(address)
    after = text_of(answer)
    assert answer.status_code == 200
    assert "wurde, bleibt, wie es ist" in after
    assert "Als Ziele übernehmen" in before
    assert "Als Ziele übernehmen" not in after
    # The same model and the same draws: what differs is the change, as before.
    told = r"Was anders wäre.*?Etwas ändern"
    assert re.search(told, before).group() == re.search(told, after).group()
    browser.get(example + "review")
    refused = browser.post(example + "what-if/targets", change="data.inventory:4")
    assert refused.status_code == 409
    assert assessments.load(desk, id).targets == targets
    assert browser.get(example + "portfolio").status_code == 200


def test_it_works_without_applications_and_without_answers(browser):
    place = begin(browser)
    assert browser.get(place + "what-if").status_code == 200
    told = text_of(browser.get(place + "what-if?change=data.inventory:3"))
    assert "Ein Themenfeld bekommt andere Punkte." in told


def test_a_condition_of_the_house_can_be_another_for_one_application_only(app, browser):
    place = begin(browser)
    browser.get(place + "applications")
    browser.post(place + "applications", archetype="citizen_chatbot", token="t")
    told = browser.get(
        place + "what-if?change=citizen_chatbot/market:0&change=citizen_chatbot/partner:1"
    )
    assert told.text.count('<li class="app-try">') == 2
    assert "(nur hier)" in told.text


def test_statements_stay_few(app, browser, example):
    browser.get(example + "what-if?change=data.inventory:0")
    with counted(app.extensions["desk"].database) as sent:
        browser.get(example + "what-if?change=data.inventory:0")
    assert len(sent) <= 6
