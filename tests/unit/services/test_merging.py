"""Two changes of one answer: nobody's change is lost, and only real clashes are asked about."""

from hypothesis import given
from hypothesis import strategies as st

from assessment.questionnaire.answers import Answer, State
from assessment.services.notes.merging import PARTS, merged

texts = st.sampled_from([None, "a", "b"])
answers = st.builds(
    Answer,
    state=st.just(State.ANSWERED),
    value=st.integers(0, 2),
    comment=texts,
    evidence=texts,
    respondent=texts,
)


def level(value, **rest):
    return Answer(State.ANSWERED, value, **rest)


def test_a_level_here_and_a_comment_there_are_both_kept():
    both = merged(level(1), level(3), level(1, comment="seit 2025"))
    assert both.answer == level(3, comment="seit 2025")
    assert both.clashes == ()


def test_two_levels_clash_and_mine_is_proposed():
    both = merged(level(1), level(3), level(2))
    assert both.answer == level(3)
    assert both.clashes == ("answer",)


def test_a_reason_belongs_to_its_state():
    mine = Answer(State.NOT_APPLICABLE, reason="kein Personalrat")
    theirs = Answer(State.NOT_APPLICABLE, reason="nicht zuständig")
    assert merged(level(1), mine, theirs).clashes == ("answer",)


def test_the_same_change_twice_is_no_clash():
    assert merged(level(1), level(2, comment="a"), level(2, comment="a")).clashes == ()


@given(base=answers, mine=answers, theirs=answers)
def test_every_part_is_mine_or_theirs_and_what_only_one_changed_is_kept(base, mine, theirs):
    both = merged(base, mine, theirs)
    for part, names in PARTS.items():
        before, here, there, now = (
            [getattr(answer, name) for name in names]
            for answer in (base, mine, theirs, both.answer)
        )
        assert now == (there if here == before else here)
        assert (part in both.clashes) == (before not in (here, there) and here != there)


@given(base=answers, mine=answers)
def test_nothing_clashes_where_nobody_else_changed_anything(base, mine):
    assert merged(base, mine, base).answer == mine
    assert merged(base, mine, base).clashes == ()
