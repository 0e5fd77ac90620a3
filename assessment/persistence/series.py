"""What is asked of the database about an assessment and the one it follows."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, bindparam, select

from assessment.persistence.mapping import ANSWER_COLUMNS, answer_of
from assessment.persistence.records import AnswerRecord, AssessmentRecord, table_of
from assessment.questionnaire.answers import Answer

_TABLE = table_of(AssessmentRecord)
_EARLIER = _TABLE.alias("earlier")
_ANSWER = table_of(AnswerRecord)
_COLUMNS = tuple(_ANSWER.c[name] for name in ANSWER_COLUMNS)
_OF_EARLIER = (
    select(_EARLIER.c.id, _EARLIER.c.date, _EARLIER.c.questionnaire, *_COLUMNS)
    .select_from(_TABLE)
    .join(_EARLIER, _EARLIER.c.id == _TABLE.c.follows)
    .outerjoin(_ANSWER, _ANSWER.c.assessment_id == _EARLIER.c.id)
    .where(_TABLE.c.id == bindparam("id"))
)
_FOLLOW = _TABLE.update().where(_TABLE.c.id == bindparam("key"))


@dataclass(frozen=True)
class EarlierSheet:
    """The assessment that another one follows, with its answers as they stand."""

    id: str
    date: date
    questionnaire: str
    answers: Mapping[str, Answer]


def earlier_sheet(
    connection: Connection, id: str, wanted: Callable[[str], frozenset[str]]
) -> EarlierSheet | None:
    """The assessment that this one follows, in one statement; None where it follows none.

    Only the answers to the questions that are `wanted` of its version are read.
    """
    rows = connection.execute(_OF_EARLIER, {"id": id}).all()
    if not rows:
        return None
    earlier, day, questionnaire = rows[0][:3]
    asked = wanted(questionnaire)
    answers = {
        question: answer_of(state, value, *texts)
        for _, _, _, question, _version, _at, state, value, *texts in rows
        if question in asked
    }
    return EarlierSheet(earlier, day, questionnaire, answers)


def set_follows(connection: Connection, id: str, earlier: str) -> None:
    """Note which assessment this one follows."""
    connection.execute(_FOLLOW, {"key": id, "follows": earlier})
