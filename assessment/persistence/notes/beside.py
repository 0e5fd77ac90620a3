"""What stands beside the answers of a whole topic, in one statement."""

from collections.abc import Iterable

from sqlalchemy import BindParameter, Connection, bindparam, literal, null, select, union_all

from assessment.persistence.notes.stored import Noted
from assessment.persistence.records import AttachmentRecord, OpinionRecord, table_of

_FILE = table_of(AttachmentRecord)
_OPINION = table_of(OpinionRecord)
_ASKED: BindParameter[str] = bindparam("questions", expanding=True)
_NOTED = union_all(
    select(_FILE.c.question_id, literal("file").label("kind"), _FILE.c.id, _FILE.c.name)
    .where(_FILE.c.assessment_id == bindparam("id"))
    .where(_FILE.c.question_id.in_(_ASKED)),
    select(_OPINION.c.question_id, literal("opinion"), _OPINION.c.respondent, null())
    .where(_OPINION.c.assessment_id == bindparam("id"))
    .where(_OPINION.c.question_id.in_(_ASKED)),
).order_by("question_id", "kind", "name")


def of_questions(connection: Connection, id: str, questions: Iterable[str]) -> dict[str, Noted]:
    """The attached files (id and name) and the number of opinions, by question that has any."""
    files: dict[str, list[tuple[str, str]]] = {}
    opinions: dict[str, int] = {}
    for row in connection.execute(_NOTED, {"id": id, "questions": list(questions)}):
        if row.kind == "file":
            files.setdefault(row.question_id, []).append((row.id, row.name))
        else:
            opinions[row.question_id] = opinions.get(row.question_id, 0) + 1
    return {
        question: Noted(tuple(files.get(question, ())), opinions.get(question, 0))
        for question in files.keys() | opinions.keys()
    }
