"""Beginning an assessment from the one of a year before."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import uuid4

from assessment.errors import Invalid, Problem
from assessment.persistence import assessments as stored_assessments
from assessment.persistence import series as stored
from assessment.persistence.stored import Head
from assessment.questionnaire.answers import State
from assessment.questionnaire.bridge import Kind, Link
from assessment.services.assessments import load
from assessment.services.desk import Desk
from assessment.services.series.continuing import Continuation, Start, continuation


@dataclass(frozen=True)
class FollowPage:
    """What beginning from this assessment would bring, and whether that has been done before."""

    head: Head
    continuation: Continuation
    followed_by: tuple[Head, ...]

    @property
    def said(self) -> int:
        """How many questions something was said to."""
        answers = self.continuation.earlier.answers.values()
        return sum(answer.state is not State.UNANSWERED for answer in answers)

    def links(self, *kinds: Kind) -> tuple[Link, ...]:
        """The questions that became of this kind."""
        bridge = self.continuation.bridge
        return bridge.of_kind(*kinds) if bridge else ()


def follow_page(desk: Desk, id: str) -> FollowPage:
    """What goes on from this assessment; NotFound."""
    with desk.database.reading() as connection:
        heads = stored_assessments.heads(connection)
        earlier = stored_assessments.load(connection, id)
    return FollowPage(
        head=next(head for head in heads if head.id == id),
        continuation=continuation(earlier, desk.model),
        followed_by=tuple(head for head in heads if head.follows == id),
    )


def follow(
    desk: Desk, id: str, *, day: date, start: Start = Start.BLANK, token: str | None = None
) -> str:
    """Begin an assessment that follows this one, under the version in force; its id.

    The same token again gives the one begun with it. NotFound; Invalid for a day before that of
    the assessment to be followed.
    """
    earlier = load(desk, id)
    if day < earlier.date:
        raise Invalid([Problem("before_earlier", "date", {"given": day, "limit": earlier.date})])
    begun = continuation(earlier, desk.model).assessment(desk.model, day=day, start=start)
    with desk.database.transaction() as connection:
        # It may have been deleted since it was read: a new one follows something or is not begun.
        followed = stored_assessments.head(connection, id)
        new = stored_assessments.add_assessment(
            connection,
            begun,
            id=str(uuid4()),
            token=token,
            example=False,
            at=datetime.now(UTC),
            client=followed.client_id,
        )
        stored.set_follows(connection, new, id)
    return new
