"""What is asked of the database about single opinions."""

from sqlalchemy import Connection, bindparam, select

from assessment.persistence.mapping import answer_fields, answer_of
from assessment.persistence.notes.stored import Opinion
from assessment.persistence.records import OpinionRecord, table_of
from assessment.persistence.upsert import insert_or_update

_TABLE = table_of(OpinionRecord)
_OF_QUESTION = (
    select(_TABLE)
    .where(_TABLE.c.assessment_id == bindparam("id"))
    .where(_TABLE.c.question_id == bindparam("question"))
    .order_by(_TABLE.c.respondent)
)


def put(connection: Connection, id: str, opinion: Opinion) -> None:
    """Keep the opinion in place of what the same respondent said before."""
    said = answer_fields(opinion.answer)
    row = {
        "assessment_id": id,
        "question_id": opinion.question,
        "respondent": opinion.respondent,
        **{name: said[name] for name in ("state", "value", "comment")},
        "given_at": opinion.given_at,
    }
    insert_or_update(connection, _TABLE, [row])


def of_question(connection: Connection, id: str, question: str) -> tuple[Opinion, ...]:
    """What was said to a question, by respondent."""
    rows = connection.execute(_OF_QUESTION, {"id": id, "question": question})
    return tuple(
        Opinion(
            question=row.question_id,
            respondent=row.respondent,
            answer=answer_of(row.state, row.value, row.comment),
            given_at=row.given_at,
        )
        for row in rows
    )


def remove(connection: Connection, id: str, question: str, respondent: str) -> None:
    """Remove what the respondent said; nothing happens when it is gone already."""
    connection.execute(
        _TABLE.delete()
        .where(_TABLE.c.assessment_id == id)
        .where(_TABLE.c.question_id == question)
        .where(_TABLE.c.respondent == respondent)
    )
