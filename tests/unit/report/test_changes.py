"""What changed since an earlier report, in words."""

from dataclasses import replace
from datetime import date
from functools import cache

from assessment.comparison import Judged, compare
from assessment.model import load_model
from assessment.municipality import by_ags
from assessment.questionnaire.answers import Answer, PlannedApplication, State
from assessment.report.content.changes import Earlier, changes_view
from assessment.result import result_of
from tests.integration.builders import an_assessment, level

MODEL = load_model()
LAST_YEAR = date(2025, 11, 20)
CHATBOT = PlannedApplication("chatbot", "citizen_chatbot", factors={"market": 1})
LONG = PlannedApplication(
    "eigene",
    None,
    title="<b>" + "Baumkataster" * 20,
    field="environment_climate",
    technology="computer_vision",
    traits=(),
    ai_act="minimal",
)
NOW = an_assessment(
    municipality=by_ags("05554004"),
    answers={"data.inventory": level(3), "data.metadata": Answer(State.UNKNOWN)},
    factors={"budget": 2},
    applications=(CHATBOT,),
)


@cache
def judged(key):
    return Judged(result_of(ASSESSMENTS[key], MODEL), MODEL)


ASSESSMENTS = {
    "now": NOW,
    "same": replace(NOW, date=LAST_YEAR, answers=NOW.answers | {"data.inventory": level(3)}),
    "other": replace(
        NOW,
        date=LAST_YEAR,
        answers={"data.inventory": level(1), "governance.strategy": level(2)},
        factors={"budget": None},
        applications=(replace(CHATBOT, factors={"market": 4}), LONG),
    ),
    "elsewhere": replace(NOW, municipality=by_ags("05554008")),
}


def view(then, language="en", now="now"):
    return changes_view(compare(judged(then), judged(now)), Earlier(LAST_YEAR, "Draft"), language)


def answers_of(found):
    return {one.question: (one.before, one.after) for t in found.answers for one in t.answers}


def test_nothing_is_said_in_one_sentence():
    found = view("same")
    assert found.nothing
    assert found.short == (found.told,)
    assert found.told == (
        "Since the report of 20 November 2025 no answer, no points and no recommendation have "
        "changed."
    )


def test_answers_that_were_changed_given_and_taken_back_are_all_named():
    titles = MODEL.questionnaire.titles
    said = answers_of(view("other"))
    assert said[titles["data.inventory"]["en"]][0].startswith("1 – ")
    assert said[titles["data.metadata"]["en"]] == ("Not answered", "Don't know")
    assert said[titles["governance.strategy"]["en"]][1] == "Not answered"
    assert view("other").answer_count == 3


def test_statements_of_the_body_and_of_an_application_are_named_where_they_belong():
    found = view("other")
    (budget,) = found.factors
    assert budget.before == "Don't know"
    assert budget.after.startswith("2 – ")
    (chatbot,) = [one for one in found.applications if one.after]
    assert [one.before[0] + one.after[0] for one in chatbot.factors] == ["41"]


def test_an_application_that_was_given_up_or_is_new_has_one_side_only():
    (given_up,) = [one for one in view("other").applications if one.after is None]
    (new,) = [one for one in view("now", now="other").applications if one.before is None]
    assert given_up.before is not None
    assert given_up.title == new.title == LONG.title


def test_three_lines_say_it_in_short_and_cut_long_names():
    found = view("other", "de")
    answers, points, advice = found.short
    assert answers == "3 Antworten sind anders."
    assert points.startswith("Punkte: Dateninfrastruktur 75,0 (+50,0)")
    assert "… aufgegeben" in advice
    assert found.told == "Seit dem Bericht vom 20. November 2025 geändert: " + " ".join(found.short)


def test_the_report_of_another_organisation_says_so():
    assert view("elsewhere").notes == ("The earlier report is of another organisation: Bocholt.",)
