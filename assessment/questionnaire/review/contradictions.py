"""Answers that hardly go together, by the questionnaire's rules; hints, never a block."""

from collections.abc import Mapping

from assessment.questionnaire.answers import UNANSWERED, Answer, State
from assessment.questionnaire.model import Claim, PlausibilityRule, Questionnaire


def contradictions(
    questionnaire: Questionnaire, answers: Mapping[str, Answer]
) -> tuple[PlausibilityRule, ...]:
    """The rules that these effective answers run into, in the questionnaire's order of rules."""
    return tuple(
        rule
        for rule in questionnaire.plausibility
        if _is_claimed(rule.if_, answers) and _is_claimed(rule.and_, answers)
    )


def _is_claimed(claim: Claim, answers: Mapping[str, Answer]) -> bool:
    """Only a level claims anything: who does not know contradicts nobody."""
    answer = answers.get(claim.question, UNANSWERED)
    if answer.state is not State.ANSWERED or not isinstance(answer.value, int):
        return False
    return (claim.at_least is None or answer.value >= claim.at_least) and (
        claim.at_most is None or answer.value <= claim.at_most
    )
