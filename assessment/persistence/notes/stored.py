"""Attached files and single opinions as they are known to the services."""

from dataclasses import dataclass
from datetime import datetime

from assessment.questionnaire.answers import Answer


@dataclass(frozen=True)
class Attachment:
    """An attached file without its content."""

    id: str
    question: str
    name: str
    media_type: str
    size: int
    sha256: str
    added_at: datetime
    added_by: str | None


@dataclass(frozen=True)
class Opinion:
    """What one person or department says to a question; never scored."""

    question: str
    respondent: str
    answer: Answer
    given_at: datetime


@dataclass(frozen=True)
class Noted:
    """What stands beside the agreed answer to a question, as a topic's page tells it."""

    attachments: tuple[tuple[str, str], ...] = ()
    opinions: int = 0
