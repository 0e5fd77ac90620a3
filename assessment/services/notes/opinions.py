"""Single opinions beside the agreed answer: kept apart from it, never scored, never handed out."""

from dataclasses import replace
from datetime import UTC, datetime

from assessment.errors import Invalid, Problem
from assessment.persistence import assessments as stored_assessments
from assessment.persistence.notes import opinions as stored
from assessment.persistence.notes.stored import Opinion as Opinion
from assessment.questionnaire.answer_file.parts import checked_answers
from assessment.questionnaire.answers import UNANSWERED, Answer, State
from assessment.services.desk import Desk

LONGEST_RESPONDENT = 120


def give(desk: Desk, id: str, question_id: str, *, respondent: str, answer: Answer) -> None:
    """Keep what this person or department says, in place of what they said before.

    Raises Invalid when they are not named or say nothing; NotFound, Submitted.
    """
    who = " ".join(respondent.split())
    said = replace(answer, evidence=None, respondent=None, reason=None)
    problems = []
    if not who:
        problems.append(Problem("opinion_of_nobody", "respondent"))
    if len(who) > LONGEST_RESPONDENT:
        problems.append(Problem("text_too_long", "respondent", {"limit": LONGEST_RESPONDENT}))
    if said.state is State.UNANSWERED and not said.comment:
        problems.append(Problem("opinion_says_nothing", "answer"))
    if problems:
        raise Invalid(problems)
    checked = checked_answers({question_id: said}, desk.model_for(id).vocabulary)
    opinion = Opinion(question_id, who, checked.get(question_id, UNANSWERED), datetime.now(UTC))
    with desk.database.transaction() as connection:
        stored_assessments.touch(connection, id, at=opinion.given_at)
        stored.put(connection, id, opinion)


def withdraw(desk: Desk, id: str, question_id: str, *, respondent: str) -> None:
    """Remove what the respondent said; a second time nothing happens. NotFound, Submitted."""
    with desk.database.transaction() as connection:
        stored_assessments.touch(connection, id, at=datetime.now(UTC))
        stored.remove(connection, id, question_id, respondent)
