"""The pages of the series: going on from an assessment, choosing two, and what they come to."""

import re
from dataclasses import replace
from datetime import date

import pytest

from assessment.municipality import by_ags
from assessment.questionnaire.answers import PlannedApplication
from assessment.services import answers, assessments
from assessment.services.answers import Change
from assessment.services.series.comparing import choices
from tests.integration.builders import an_assessment, level
from tests.integration.statements import counted
from tests.integration.web import Browser, text_of

LAST_YEAR = date(2025, 11, 20)


@pytest.fixture
def desk(app):
    return app.extensions["desk"]


@pytest.fixture
def earlier(desk):
    """Last year's assessment of Ahaus, with three answers and an application."""
    said = {"data.inventory": 1, "data.metadata": 2, "governance.strategy": 3}
    return assessments.keep(
        desk,
        an_assessment(
            date=LAST_YEAR,
            municipality=by_ags("05554004"),
            answers={id: level(value) for id, value in said.items()},
            applications=(PlannedApplication("chatbot", "citizen_chatbot"),),
            targets={"data.catalogue": 3},
        ),
    )


def go_on(browser, id, **fields):
    browser.get(f"/assessments/{id}/follow")
    return browser.post(f"/assessments/{id}/follow", date="2026-11-22", **fields)


def id_of(answer):
    return re.search(r"/assessments/([^/]+)/", answer.location)[1]


class TestGoingOn:
    def test_the_page_says_what_goes_on(self, browser, earlier):
        page = text_of(browser.get(f"/assessments/{earlier}/follow"))

        assert "Neue Erhebung im Anschluss an die vom 20. November 2025" in page
        assert "3 Antworten übernehmen" in page
        assert "Leer, mit der früheren Antwort neben jeder Frage" in page

    def test_it_leads_to_the_task_list_of_the_new_one(self, browser, desk, earlier):
        answer = go_on(browser, earlier, start="blank")

        new = id_of(answer)
        assert answer.status_code == 303
        assert assessments.head(desk, new).follows == earlier
        assert browser.get(answer.location).status_code == 200

    def test_a_double_click_begins_one(self, browser, desk, earlier):
        before = len(choices(desk))
        first = go_on(browser, earlier, token="click")
        again = go_on(browser, earlier, token="click")

        assert (first.location, len(choices(desk))) == (again.location, before + 1)

    @pytest.mark.parametrize("day", ["", "gestern", "2025-11-19"])
    def test_an_impossible_day_is_told_and_begins_nothing(self, browser, desk, earlier, day):
        before = len(choices(desk))
        browser.get(f"/assessments/{earlier}/follow")
        answer = browser.post(f"/assessments/{earlier}/follow", date=day, start="taken_over")

        assert answer.status_code == 400
        assert 'href="#date"' in answer.text
        assert re.search(r'value="taken_over" checked', answer.text)
        assert len(choices(desk)) == before

    def test_a_start_that_nobody_offers_counts_as_blank(self, browser, desk, earlier):
        new = id_of(go_on(browser, earlier, start="<script>"))

        assert assessments.load(desk, new).answers == {}

    def test_a_forged_form_begins_nothing(self, browser, desk, earlier):
        before = len(choices(desk))
        answer = browser.post(f"/assessments/{earlier}/follow", csrf_token="x", date="2026-11-22")

        assert (answer.status_code, len(choices(desk))) == (400, before)

    def test_what_is_gone_is_told_so(self, browser):
        assert browser.get("/assessments/nothing/follow").status_code == 404

    def test_a_new_version_is_told_with_every_change_and_its_reason(
        self, app, browser, desk, earlier, new_model
    ):
        app.extensions["desk"] = replace(desk, model=new_model)
        page = text_of(browser.get(f"/assessments/{earlier}/follow"))

        assert "Der Fragebogen hat eine neue Fassung: 2027.1" in page
        for word in ("Neuer Wortlaut", "Geändert", "Geteilt", "Zusammengelegt", "Neu 1"):
            assert word in page
        assert "Prozessbeschreibungen erhebt jetzt das Land." in page
        assert "2 Antworten übernehmen" in page


class TestComparing:
    def compared(self, browser, left, right):
        answer = browser.get(f"/compare?left={left}&right={right}")
        assert answer.status_code == 200, answer.text
        return answer

    def test_a_real_change_is_shown_with_its_answers(self, browser, desk, earlier):
        """data.catalogue: (25 + 50) / 2 = 37.5, then (75 + 50) / 2 = 62.5."""
        new = id_of(go_on(browser, earlier, start="taken_over"))
        answers.save_answers(desk, new, [Change("data.inventory", level(3))])

        page = text_of(self.compared(browser, earlier, new))

        assert "Vergleich: Ahaus" in page
        assert "Dateninventar und Metadaten Tatsächliche Veränderung 37,5 62,5 +25,0" in page
        assert "Auf eine Frage lautet die Antwort anders." in page
        question = desk.model.questionnaire.by_id["data.inventory"]
        for said in (1, 3):
            assert f"{said} – {question.levels[said].de}" in page

    def test_in_the_bridge_year_both_scores_are_reported(
        self, app, browser, desk, earlier, new_model
    ):
        app.extensions["desk"] = replace(desk, model=new_model)
        new = id_of(go_on(browser, earlier, start="taken_over"))
        answers.save_answers(app.extensions["desk"], new, [Change("governance.goals", level(0))])

        page = text_of(self.compared(browser, earlier, new))

        assert "Zwei Fassungen des Fragebogens: 2026.1 und 2027.1" in page
        for row in ("2025, alle Fragen (Fassung 2026.1)", "2026, alle Fragen (Fassung 2027.1)"):
            assert row in page
        for row in ("2025, nur gemeinsame Fragen", "2026, nur gemeinsame Fragen"):
            assert row in page
        assert "Strategie und Steuerung Nicht trennbar 75,0 0,0 −75,0" in page
        assert "Beide Fragen wurden fast immer gleich beantwortet." in page

    def test_targets_and_measures_are_held_against_today(self, browser, desk, earlier):
        new = id_of(go_on(browser, earlier, start="taken_over"))
        answers.save_answers(
            desk, new, [Change(f"data.{name}", level(3)) for name in ("inventory", "metadata")]
        )

        page = text_of(self.compared(browser, earlier, new))

        assert "Dateninventar und Metadaten 1 3 3 erreicht" in page

    def test_two_bodies_are_called_by_their_names(self, browser, desk, earlier):
        other = assessments.keep(desk, an_assessment(answers={"data.inventory": level(4)}))

        page = text_of(self.compared(browser, earlier, other))

        assert "Vergleich: Ahaus und Stadtwerke Musterstadt" in page
        assert "Andere Antworten" in page
        assert "Ziele vom" not in page

    def test_without_a_bridge_the_page_says_so_and_shows_the_dimensions(
        self, app, browser, desk, earlier, new_model
    ):
        alone = replace(new_model.series, bridges={})
        app.extensions["desk"] = replace(desk, model=replace(new_model, series=alone))
        new = id_of(go_on(browser, earlier))

        page = text_of(self.compared(browser, earlier, new))

        assert "Zwei Fragebögen ohne festgelegte Verbindung" in page
        assert "Profil nach Themenfeldern" not in page

    def test_nothing_answered_and_nothing_planned(self, browser, desk):
        ids = [
            assessments.keep(desk, an_assessment(date=date(year, 1, 1))) for year in (2025, 2026)
        ]

        page = text_of(self.compared(browser, *ids))

        assert "Kein Vergleich" in page
        assert "Keine gemeinsame Frage ist anders beantwortet." in page
        assert "In keiner der beiden Erhebungen ist eine KI-Anwendung geplant." in page
        assert "Es waren keine eigenen Ziele gesetzt." in page

    def test_of_one_day_they_are_told_apart(self, browser, desk):
        ids = [assessments.keep(desk, an_assessment()) for _ in range(2)]

        page = text_of(self.compared(browser, *ids))

        assert "22. November 2026, zuerst begonnen" in page
        assert "22. November 2026, später begonnen" in page

    def test_english(self, app, browser, earlier):
        new = id_of(go_on(browser, earlier))
        page = text_of(Browser(app, "en").get(f"/compare?left={earlier}&right={new}"))

        assert "Comparison: Ahaus" in page
        assert "What differences are made of" in page

    def test_a_name_cannot_smuggle_anything_in(self, browser, desk, earlier):
        body = replace(by_ags("05554004"), name="<b>Ort</b>", ags=None)
        other = assessments.keep(desk, an_assessment(municipality=body))

        assert "<b>Ort</b>" not in self.compared(browser, earlier, other).text

    def test_what_is_gone_is_told_so(self, browser, earlier):
        assert browser.get(f"/compare?left={earlier}&right=nothing").status_code == 404

    def test_statements_do_not_grow_with_answers(self, browser, desk, earlier):
        new = id_of(go_on(browser, earlier, start="taken_over"))
        with counted(desk.database) as statements:
            self.compared(browser, earlier, new)

        assert len(statements) <= 15


class TestChoosing:
    def test_the_one_before_is_suggested(self, browser, desk, earlier):
        new = id_of(go_on(browser, earlier))
        page = browser.get(f"/compare?right={new}").text

        assert re.search(rf'<option value="{earlier}" selected', page)
        assert re.search(rf'<option value="{new}" selected', page)

    def test_the_same_twice_is_told(self, browser, earlier):
        page = text_of(browser.get(f"/compare?left={earlier}&right={earlier}"))

        assert "Das ist zweimal dieselbe Erhebung" in page

    def test_with_one_assessment_it_says_what_to_do(self, browser):
        page = text_of(browser.get("/compare"))

        assert "Es gibt erst eine Erhebung" in page

    def test_without_any_it_says_so(self, browser, desk):
        for head in choices(desk):
            assessments.delete(desk, head.id)

        assert "Es gibt noch keine Erhebung" in text_of(browser.get("/compare"))

    def test_result_and_task_list_lead_to_the_comparison(self, browser, earlier):
        new = id_of(go_on(browser, earlier))
        address = f"/compare?left={earlier}&amp;right={new}"

        assert address in browser.get(f"/assessments/{new}/").text
        assert address in browser.get(f"/assessments/{new}/result").text
