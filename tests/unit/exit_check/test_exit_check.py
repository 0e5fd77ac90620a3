"""What to settle before signing: by route, with where the body stands by its own answers."""

from functools import cache

import pytest

from assessment.errors import Invalid
from assessment.exit_check import ExitCheck, Standing, exit_points, load_exit_check
from assessment.model import load_model
from assessment.questionnaire.answers import UNANSWERED, Answer, State
from assessment.recommendation.model import Route
from assessment.wording.names import codes
from tests.unit.cases.building import KI_READINESS

TEXT = {"de": "Text", "en": "Text"}


def a_check(*tells):
    topic = {
        "id": "data_export",
        "title": TEXT,
        "reason": TEXT,
        "sources": ["own calibration"],
        "ask": [
            {"routes": ["turnkey", "shared_service"], "text": {"de": "Was?", "en": "What?"}},
            {"routes": ["in_house"], "text": {"de": "Wer?", "en": "Who?"}},
        ],
        "tells": tells,
    }
    content = {"as_of": "2026-11-22", "note": TEXT, "settled_reason": TEXT, "topics": [topic]}
    return ExitCheck.model_validate(content)


def tells(question, settled_from=3, **said):
    return {"question": question, "settled_from": settled_from} | said


def level(value):
    return Answer(State.ANSWERED, value)


def the_point(check, route=Route.TURNKEY, **answers):
    return exit_points(check, route, answers)[0]


@cache
def real():
    return load_exit_check(KI_READINESS, load_model().questionnaire)


def test_each_route_has_its_own_questions():
    check = a_check()
    assert [one.en for one in the_point(check).ask] == ["What?"]
    assert [one.en for one in the_point(check, Route.IN_HOUSE).ask] == ["Who?"]


@pytest.mark.parametrize(
    ("answer", "standing", "shown"),
    [
        (level(3), Standing.SETTLED, 3),
        (level(2), Standing.OPEN, 2),
        (level(0), Standing.OPEN, 0),
        (Answer(State.UNKNOWN), Standing.UNKNOWN, None),
        (UNANSWERED, Standing.UNKNOWN, None),
        (Answer(State.NOT_APPLICABLE), Standing.NOT_ASKED, None),
        (Answer(State.NOT_ASKED), Standing.NOT_ASKED, None),
    ],
)
def test_an_answer_tells_where_the_body_stands(answer, standing, shown):
    point = the_point(a_check(tells("a")), a=answer)
    assert (point.standing, point.told[0].level) == (standing, shown)


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (level(4), level(3), Standing.SETTLED),
        (level(4), level(1), Standing.OPEN),
        (UNANSWERED, level(1), Standing.OPEN),
        (UNANSWERED, level(4), Standing.UNKNOWN),
        (Answer(State.NOT_APPLICABLE), level(4), Standing.SETTLED),
    ],
)
def test_one_open_answer_leaves_the_topic_open(first, second, together):
    check = a_check(tells("a"), tells("b"))
    assert the_point(check, a=first, b=second).standing == together


def test_an_answer_tells_only_on_its_routes():
    check = a_check(tells("a", routes=["in_house"]))
    assert the_point(check, Route.TURNKEY, a=level(0)).standing == Standing.NOT_ASKED
    assert the_point(check, Route.IN_HOUSE, a=level(0)).standing == Standing.OPEN


def test_the_six_topics_ask_something_on_every_route():
    assert [topic.id for topic in real().topics] == [
        "data_export",
        "interfaces",
        "contract_end",
        "jurisdiction",
        "support",
        "price_change",
    ]
    for route in Route:
        assert all(point.ask and point.told for point in exit_points(real(), route, {}))


def test_raising_an_answer_never_opens_a_settled_topic():
    questions = {one.question for topic in real().topics for one in topic.tells}
    order = [Standing.OPEN, Standing.SETTLED]
    for route in Route:
        before = [Standing.OPEN] * len(real().topics)
        for value in range(5):
            points = exit_points(real(), route, dict.fromkeys(questions, level(value)))
            now = [point.standing for point in points]
            assert all(order.index(n) >= order.index(b) for b, n in zip(before, now, strict=True))
            before = now
        assert set(before) == {Standing.SETTLED}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("- id: interfaces", "- id: data_export", ("duplicate_id", "topics[1].id")),
        (
            "question: governance.privacy_review",
            "question: governance.magic",
            ("unknown_question", "topics[3].tells[0].question"),
        ),
        (
            "{question: governance.privacy_review, settled_from: 3}",
            "{question: governance.privacy_review, settled_from: 5}",
            ("too_large", "topics[3].tells[0].settled_from"),
        ),
        ('as_of: "2026-11-22"', 'as_of: "today"', ("not_valid", "as_of")),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path, old, new, fault):
    text = (KI_READINESS / "exit_check.yaml").read_text(encoding="utf-8")
    assert text.count(old) == 1
    (tmp_path / "exit_check.yaml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        load_exit_check(tmp_path, load_model().questionnaire)
    assert [(one.code, one.place) for one in caught.value.problems] == [fault]


def test_a_route_without_a_question_is_a_fault(tmp_path):
    text = (KI_READINESS / "exit_check.yaml").read_text(encoding="utf-8")
    (tmp_path / "exit_check.yaml").write_text(text.replace("in_house", "turnkey"), encoding="utf-8")
    with pytest.raises(Invalid) as caught:
        load_exit_check(tmp_path, load_model().questionnaire)
    named = {(one.code, one.values["given"]) for one in caught.value.problems}
    assert named == {("nothing_to_ask", "in_house")}


def test_every_standing_has_a_name():
    assert set(Standing) == set(codes("exit_standing"))
