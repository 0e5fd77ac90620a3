"""Comparing two assessments: of one body over time, or of two bodies."""

from dataclasses import replace

from assessment import comparison as compared
from assessment.comparison import Comparison, compare
from assessment.persistence import answers as stored_answers
from assessment.persistence import assessments as stored
from assessment.persistence.stored import Head
from assessment.services.desk import Desk
from assessment.services.results import Shown, shown


def comparison(desk: Desk, left: str, right: str) -> Comparison[Shown]:
    """Both assessments as they were submitted or stand; NotFound, TaskFailed, Damaged."""
    earlier, later = _in_order(shown(desk, left), shown(desk, right))
    found = compare(earlier, later)
    if found.bridge is None:
        return found
    return replace(found, untouched=_untouched(desk, earlier.head, later.head))


def choices(desk: Desk, *chosen: str) -> tuple[Head, ...]:
    """The assessments to choose from: body by body, the newest first.

    Beside those that are `chosen` only others of the same client, or of none like them: what is
    held of other clients does not show on pages of this one.
    """
    with desk.database.reading() as connection:
        heads = stored.heads(connection)
    clients = {head.client_id for head in heads if head.id in chosen}
    heads = tuple(head for head in heads if not clients or head.client_id in clients)
    newest = sorted(heads, key=lambda head: (head.date, head.created_at), reverse=True)
    return tuple(sorted(newest, key=lambda head: head.title.casefold()))


def suggested(heads: tuple[Head, ...], id: str) -> str | None:
    """What to compare an assessment with: the one it follows, else the body's one before it."""
    chosen = next((head for head in heads if head.id == id), None)
    if chosen is None:
        return None
    if chosen.follows:
        return chosen.follows
    own = [head for head in heads if head.id != id and _may_follow(head, chosen)]
    before = [head for head in own if _age(head) < _age(chosen)]
    return next((head.id for head in (*before, *reversed(own))), None)


def is_same_body(one: Head, other: Head) -> bool:
    """Whether two assessments are of one body."""
    return compared.is_same_body(one.municipality, other.municipality)


def _may_follow(head: Head, chosen: Head) -> bool:
    """Whether both are of one body, and none is held for another client than the other."""
    return is_same_body(head, chosen) and head.client_id == chosen.client_id


def _in_order(left: Shown, right: Shown) -> tuple[Shown, Shown]:
    """The earlier one first: the one of the earlier version; of one body else the older one."""
    forth, back = _has_bridge(left, right), _has_bridge(right, left)
    if forth != back:
        return (left, right) if forth else (right, left)
    if is_same_body(left.head, right.head) and _age(right.head) < _age(left.head):
        return right, left
    return left, right


def _untouched(desk: Desk, earlier: Head, later: Head) -> int:
    """How many answers stand as they came over when the later assessment began."""
    if later.follows != earlier.id:
        return 0
    with desk.database.reading() as connection:
        answers = stored_answers.of_assessment(connection, later.id).values()
    return sum(one.version == 1 and one.saved_at == later.created_at for one in answers)


def _has_bridge(earlier: Shown, later: Shown) -> bool:
    return later.model.series.bridge_from(earlier.head.questionnaire) is not None


def _age(head: Head) -> tuple[object, ...]:
    return head.date, head.created_at
