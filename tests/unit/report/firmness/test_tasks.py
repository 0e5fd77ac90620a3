"""What is worth finding out first, as tasks."""

from dataclasses import replace

from assessment.recommendation.robustness.model import FindOut
from assessment.report.content.firmness.tasks import tasks_of, tasks_over_all
from tests.unit.report.firmness.results import MODEL, a_result, chatbot, firm

TITLES = {"chatbot": "Chatbot", "telefon": "Telefon"}


def a_result_with(*found):
    """Two applications, the second with priority 2, and what is worth finding out for each."""
    items = tuple(
        replace(item, robustness=firm() if not one else replace(firm(), find_out_first=one))
        for item, one in zip(a_result().applications, found, strict=True)
    )
    return replace(a_result(), applications=items)


def test_a_question_becomes_a_task_of_those_who_can_answer_it():
    question = MODEL.questionnaire.by_id["governance.staff_involvement"]
    found = FindOut("question", question.id, 0.456, question.answerable_by)
    (task,) = tasks_of(chatbot(firm(), find_out_first=(found,)), MODEL, "de")
    assert task.text == question.text["de"]
    assert task.who == ("Personalrat oder Betriebsrat, Personalstelle, Digitalisierungsbeauftragte")
    assert task.gain == "festigt die Empfehlung voraussichtlich um 46 von 100 Durchrechnungen"
    assert task.topic == question.topic


def test_a_factor_is_stated_with_the_house_or_with_the_application():
    found = (FindOut("factor", "partner", 0.3, ()), FindOut("factor", "market", 0.1, ()))
    tasks = tasks_of(chatbot(firm(), find_out_first=found), MODEL, "en")
    assert [(task.place, task.who) for task in tasks] == [
        ("body", "Conditions of the house"),
        ("application", "Statement on the application"),
    ]


def test_over_all_applications_what_helps_the_weightier_one_more_comes_first():
    partner, inventory = (
        FindOut("factor", "partner", 0.2, ()),
        FindOut("question", "data.inventory", 0.15, ("it",)),
    )
    tasks = tasks_over_all(a_result_with((partner,), (inventory,)), TITLES, MODEL, "de")
    assert [task.id for task in tasks] == ["data.inventory", "partner"]
    assert [task.applications for task in tasks] == [("Telefon",), ("Chatbot",)]


def test_what_helps_several_applications_is_one_task_with_the_largest_gain():
    less, more = FindOut("factor", "partner", 0.1, ()), FindOut("factor", "partner", 0.34, ())
    (task,) = tasks_over_all(a_result_with((less,), (more,)), TITLES, MODEL, "de")
    assert task.applications == ("Chatbot", "Telefon")
    assert "um bis zu 34 von 100" in task.gain


def test_a_factor_of_an_application_stays_with_it():
    market = FindOut("factor", "market", 0.1, ())
    tasks = tasks_over_all(a_result_with((market,), (market,)), TITLES, MODEL, "de")
    assert {task.application for task in tasks} == {"chatbot", "telefon"}
