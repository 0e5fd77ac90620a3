"""What was said before and what is said now."""

from collections.abc import Iterator

from assessment.comparison.model import AnswerPair, Side
from assessment.questionnaire.answers import State
from assessment.questionnaire.bridge import Bridge, Said
from assessment.questionnaire.path import NOT_ASKED


def changed_answers(bridge: Bridge, earlier: Side, later: Side) -> tuple[AnswerPair, ...]:
    """The questions in common to which something else is said now; a gap says nothing."""
    return tuple(
        pair
        for pair in _pairs(bridge, earlier, later)
        if pair.link.is_anchor
        and _said(pair.before) != _said(pair.after)
        and not (_is_gap(pair.before) or _is_gap(pair.after))
    )


def one_sided(
    bridge: Bridge, earlier: Side, later: Side
) -> tuple[tuple[AnswerPair, ...], tuple[AnswerPair, ...]]:
    """The questions in common that are answered on the earlier side only, on the later one only."""
    pairs = [pair for pair in _pairs(bridge, earlier, later) if pair.link.is_anchor]
    gaps = [(pair, _is_gap(pair.before), _is_gap(pair.after)) for pair in pairs]
    return (
        tuple(pair for pair, before, after in gaps if after and not before),
        tuple(pair for pair, before, after in gaps if before and not after),
    )


def asked_again(bridge: Bridge, earlier: Side, later: Side) -> tuple[AnswerPair, ...]:
    """The questions that are no longer the same: split, merged, changed, new or dropped."""
    return tuple(pair for pair in _pairs(bridge, earlier, later) if not pair.link.is_anchor)


def _pairs(bridge: Bridge, earlier: Side, later: Side) -> Iterator[AnswerPair]:
    before, now = earlier.result.answers, later.result.answers
    for link in bridge.links:
        yield AnswerPair(
            link,
            tuple(Said(one, before.get(one.id, NOT_ASKED)) for one in link.was),
            tuple(Said(one, now.get(one.id, NOT_ASKED)) for one in link.now),
        )


def _said(said: tuple[Said, ...]) -> list[tuple[State, object]]:
    """What counts of answers: neither comment nor evidence."""
    return [(one.answer.state, one.answer.value) for one in said]


def _is_gap(said: tuple[Said, ...]) -> bool:
    return all(one.answer.state is State.UNANSWERED for one in said)
