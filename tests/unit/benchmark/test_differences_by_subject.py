"""Two releases compared question by question: who changed what stays untold."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from assessment.benchmark.attributes import attributes_of
from assessment.benchmark.disclosure.rules import Rules
from assessment.benchmark.gathering import Earlier, gather
from assessment.benchmark.layout import breakdowns
from assessment.benchmark.release.by_subject import values_of
from assessment.benchmark.release.document import Lookup
from assessment.benchmark.release.making import make_release
from assessment.benchmark.statistics.panel import Contribution, Panel
from assessment.model import load_model
from assessment.questionnaire.answers import Answer, State
from tests.unit.benchmark.isolation import isolated
from tests.unit.benchmark.small_rounds import members

RULES = Rules()
QUESTIONS = ("data.inventory", "data.metadata")
MANY = 80
KEY = b"key of a test"
UNKNOWN = 5


def contribution(levels):
    """What a body says of the questions: a level, or that it does not know."""
    return Contribution(
        {
            id: Answer(State.UNKNOWN) if level == UNKNOWN else Answer(State.ANSWERED, level)
            for id, level in zip(QUESTIONS, levels, strict=True)
        },
        {},
    )


def gathered(said, by="state", earlier=(), key=KEY):
    """A round in which each member says these levels; None where it took no part."""
    model = load_model()
    whole = gather(
        members(MANY),
        {at: contribution(levels) for at, levels in enumerate(said) if levels is not None},
        breakdowns(by),
        questionnaire=model.questionnaire,
        archetypes=["chatbot"],
        earlier=earlier,
        marks=[None if levels is None else str(levels) for levels in said],
        key=key,
    )
    chosen = [at for at, one in enumerate(whole.panel.subjects) if one.id in QUESTIONS]
    panel = whole.panel
    some = Panel(
        tuple(panel.subjects[at] for at in chosen),
        panel.points[:, chosen],
        panel.classes[:, chosen],
        panel.unknown[:, chosen],
    )
    return replace(whole, panel=some)


def two_releases(first, second, by="state", keep=True):
    """Both releases, and the members' values of each question at both times, as numbers."""
    before = gathered(first, by)
    values = {("question", one.id): values_of(before, at)
              for at, one in enumerate(before.panel.subjects)}  # fmt: skip
    made = make_release(before, {"date": "2026-10-01", "questionnaire": "one"}, RULES)
    marks = [None if levels is None else str(levels) for levels in first]
    after = gathered(second, by, [Earlier(made, marks, values if keep else None)])
    later = make_release(after, {"date": "2026-11-01", "questionnaire": "one"}, RULES)
    return after.layout, (made, later)


def numbers(said, question):
    """What each member says of a question, members told apart; 0 for nobody."""
    at = QUESTIONS.index(question)
    return np.array(
        [0 if levels is None else 1 + levels[at] + 100 * member
         for member, levels in enumerate(said)]
    )  # fmt: skip


def shown(layout, release, question):
    """The cells with figures of the release's own, as an attacker reads them in the document."""
    cells = [Lookup(release).cell("question", question, dict(zip(cell.by, cell.key, strict=True)))
             for cell in layout.cells]  # fmt: skip
    return np.array([not {"suppressed", "as_of"} & cell.keys() for cell in cells])


@st.composite
def answers(draw):
    """What members say twice: some come or go, some change one question or the other."""
    lots = draw(st.randoms(use_true_random=False))
    restless = {state: lots.choice([0.03, 0.1, 0.5]) for state in ("NW", "SL", "BB")}
    first = [tuple(lots.randrange(6) for _ in QUESTIONS) for _ in range(MANY)]
    first = [levels if lots.random() < 0.9 else None for levels in first]
    second = list(first)
    for at, body in enumerate(members(MANY)):
        if lots.random() < restless[body.state]:
            fresh = tuple(lots.randrange(6) for _ in QUESTIONS)
            if first[at] is not None and lots.random() < 0.8:
                kept = lots.randrange(len(QUESTIONS))
                fresh = tuple(first[at][n] if n == kept else fresh[n] for n in range(len(fresh)))
            second[at] = fresh
    for at in lots.sample(range(MANY), RULES.group):
        second[at] = tuple(lots.randrange(6) for _ in QUESTIONS)
    return first, second


@settings(max_examples=5, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(answers(), st.sampled_from(["state", "size_class,state"]), st.booleans())
def test_no_question_of_two_releases_tells_what_few_changed(said, by, keep):
    changed = sum(one != other for one, other in zip(*said, strict=True))
    if changed < RULES.group:
        return
    layout, made = two_releases(*said, by, keep)
    for question in QUESTIONS:
        standing = [numbers(one, question) for one in said]
        cells = [shown(layout, release, question) for release in made]
        assert isolated(layout, standing, cells, RULES.group, 2) is None


def one_of_six():
    """Six of NW change the second question, one of them the first too."""
    first = [(1 + at % 3, at % 4) for at in range(MANY)]
    of_nw = [at for at, one in enumerate(members(MANY)) if attributes_of(one)["state"] == "NW"]
    second = list(first)
    for number, at in enumerate(of_nw[:6]):
        second[at] = (4 if number == 0 else first[at][0], first[at][1] + 1)
    return first, second


def test_of_six_that_changed_the_one_who_changed_a_question_keeps_its_cells_as_they_were():
    _, (made, later) = two_releases(*one_of_six())
    for key in ({"state": "NW"}, {}):
        old = Lookup(made).cell("question", QUESTIONS[0], key)
        assert Lookup(later).cell("question", QUESTIONS[0], key) == {
            "key": key, "as_of": "2026-10-01", **old,
        }  # fmt: skip
        fresh = Lookup(later).cell("question", QUESTIONS[1], key)
        assert "as_of" not in fresh
        assert "suppressed" not in fresh
    # Where nobody changed it looks the same: the date does not tell that somebody did in NW.
    assert Lookup(later).cell("question", QUESTIONS[0], {"state": "BB"})["as_of"] == "2026-10-01"


@pytest.mark.parametrize("question", QUESTIONS)
def test_without_marks_of_values_every_change_may_have_been_of_any_question(question):
    _, (_, later) = two_releases(*one_of_six(), keep=False)
    assert Lookup(later).cell("question", question, {"state": "NW"})["as_of"] == "2026-10-01"
    assert Lookup(later).cell("question", question, {"state": "BB"})["as_of"] == "2026-10-01"


def test_the_attacker_sees_the_one_where_only_the_members_are_counted():
    """What a pattern on member counts alone would show tells the one."""
    first, second = one_of_six()
    layout, made = two_releases(first, second)
    standing = [numbers(one, QUESTIONS[0]) for one in (first, second)]
    everything = [shown(layout, made[0], QUESTIONS[0])] * 2
    assert isolated(layout, standing, everything, RULES.group, 2)
