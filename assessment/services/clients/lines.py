"""How a client stands: its assessments, how far they are, what was last submitted, what is next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from assessment.errors import Damaged, QuestionnaireNotKept
from assessment.municipality import Municipality, UnknownAgs, by_ags, named
from assessment.persistence import answers as stored_answers
from assessment.persistence.clients.clients import Client
from assessment.persistence.database import Connection
from assessment.persistence.review.summaries import summaries_of
from assessment.persistence.stored import Head, StoredAnswer
from assessment.presentation.stored_result import StoredSummary, read_summary
from assessment.questionnaire.progress import Progress, progress
from assessment.services.answers import effective
from assessment.services.desk import Desk

STALE_AFTER = timedelta(days=30)
LAPSED_AFTER = timedelta(days=365)


class State(StrEnum):
    """How far the work for a client is."""

    NOT_BEGUN = "not_begun"
    OPEN = "open"
    SUBMITTED = "submitted"


class Next(StrEnum):
    """What is to be done next for a client."""

    BEGIN = "begin"
    ANSWER = "answer"
    SUBMIT = "submit"
    CLARIFY = "clarify"
    HAND_OVER = "hand_over"
    FOLLOW = "follow"


class Attention(StrEnum):
    """Why a client needs attention."""

    UNDECIDED = "undecided"
    STALE = "stale"


@dataclass(frozen=True)
class Standing:
    """A client with its assessments, the latest first, before answers and results are read."""

    client: Client
    heads: tuple[Head, ...]

    @property
    def body(self) -> Municipality | None:
        """What is known of the body: from the register, else from its latest assessment.

        One entered by hand without any is looked up by its name, as long as only one body has it.
        """
        try:
            if self.client.ags:
                return by_ags(self.client.ags)
        except UnknownAgs:
            pass  # merged into another one meanwhile
        return self.heads[0].municipality if self.heads else named(self.client.name)

    @property
    def state(self) -> State:
        if not self.heads:
            return State.NOT_BEGUN
        return State.SUBMITTED if self.heads[0].submitted else State.OPEN

    @property
    def changed_at(self) -> datetime:
        """The last change of anything in its assessments, or when the client was begun."""
        return max((head.updated_at for head in self.heads), default=self.client.created_at)

    @property
    def last(self) -> Head | None:
        """The latest assessment that was ever submitted."""
        return next((head for head in self.heads if head.revision), None)


@dataclass(frozen=True)
class ClientLine:
    """A client as the list shows it.

    `progress` is that of the latest assessment; None where there is none, where it is submitted or
    where nobody knows what it asks. `summary` is what was last submitted, None also where that
    cannot be read any more.
    """

    standing: Standing
    progress: Progress | None
    summary: StoredSummary | None
    at: datetime

    @property
    def client(self) -> Client:
        return self.standing.client

    @property
    def attention(self) -> tuple[Attention, ...]:
        """Why this client needs attention; empty where it does not."""
        return attention(self.standing, self.summary, self.at)

    @property
    def next(self) -> Next:
        """What is to be done next."""
        if self.standing.state is State.NOT_BEGUN:
            return Next.BEGIN
        if self.standing.state is State.OPEN:
            done = self.progress is not None and self.progress.done == self.progress.asked
            return Next.SUBMIT if done else Next.ANSWER
        if self.at - self.standing.changed_at > LAPSED_AFTER:
            return Next.FOLLOW
        return Next.CLARIFY if self.summary and self.summary.undecided else Next.HAND_OVER


def attention(
    standing: Standing, summary: StoredSummary | None, at: datetime
) -> tuple[Attention, ...]:
    """Why a client needs attention: advice is undecided, or unfinished work lies still."""
    found = []
    if summary and summary.undecided:
        found.append(Attention.UNDECIDED)
    waits = standing.state is not State.SUBMITTED
    if waits and at - standing.changed_at > STALE_AFTER:
        found.append(Attention.STALE)
    return tuple(found)


def standings(clients: Iterable[Client], heads: Iterable[Head]) -> list[Standing]:
    """Each client with its own assessments, the latest first."""
    own: dict[str, list[Head]] = {}
    for head in heads:
        if head.client_id:
            own.setdefault(head.client_id, []).append(head)
    return [
        Standing(client, tuple(sorted(own.get(client.id, ()), key=_age, reverse=True)))
        for client in clients
    ]


def client_lines(
    desk: Desk, connection: Connection, found: Iterable[Standing], at: datetime
) -> list[ClientLine]:
    """The lines of these clients, in at most two statements."""
    found = list(found)
    summaries = last_summaries(connection, found)
    drafts = [one.heads[0] for one in found if one.state is State.OPEN]
    answers = stored_answers.of_several(connection, [head.id for head in drafts]) if drafts else {}
    return [
        ClientLine(one, _progress(desk, one, answers), summaries.get(one.client.id), at)
        for one in found
    ]


def last_summaries(connection: Connection, found: Iterable[Standing]) -> dict[str, StoredSummary]:
    """What was last submitted for each of these clients, by their ids."""
    last = {one.client.id: one.last for one in found if one.last}
    known = read_summaries(connection, last.values())
    return {client: known[head.id] for client, head in last.items() if head.id in known}


def read_summaries(connection: Connection, heads: Iterable[Head]) -> dict[str, StoredSummary]:
    """What was last submitted of these assessments, by their ids, in at most one statement."""
    kept = summaries_of(connection, ((one.id, one.revision) for one in heads if one.revision))
    return {id: read_summary(summary) for id, summary in kept.items()}


def _progress(
    desk: Desk, one: Standing, answers: Mapping[str, Mapping[str, StoredAnswer]]
) -> Progress | None:
    if one.state is not State.OPEN:
        return None
    try:
        questionnaire = desk.model_under(one.heads[0]).questionnaire
    except (QuestionnaireNotKept, Damaged):
        return None
    return progress(effective(questionnaire, answers.get(one.heads[0].id, {})).values())


def _age(head: Head) -> tuple[object, ...]:
    return head.date, head.created_at
