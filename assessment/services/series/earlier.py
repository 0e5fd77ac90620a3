"""What was said a year before, to be shown beside each question.

`earlier_answers(desk, id)` costs one SQL statement, on top of those that find the model of the
assessment; `topic` narrows it to the questions of a page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from assessment.persistence import series as stored
from assessment.questionnaire.answers import Answer
from assessment.questionnaire.bridge import Bridge, Kind, Said, earlier_said
from assessment.questionnaire.model import Text
from assessment.services.desk import Desk


@dataclass(frozen=True)
class EarlierAnswer:
    """What the body said before to that which a question asks now.

    `said` holds each earlier question, in its words of then, with its answer: none for a new
    question, several for a merged one. `carries` is the answer that could be taken over as it is,
    None where the question has to be asked again; `because` says why that is so.
    """

    assessment: str
    date: date
    kind: Kind
    said: tuple[Said, ...]
    because: Text | None
    carries: Answer | None


def earlier_answers(desk: Desk, id: str, topic: str | None = None) -> Mapping[str, EarlierAnswer]:
    """What was said before, by question of this assessment's version.

    Empty where the assessment follows none, or one of a version that no bridge leads from.
    Questions to which nothing was said are left out, new ones are not.
    """
    series = desk.model_for(id).series
    questions = series.questionnaire.by_topic.get(topic or "", series.questionnaire.questions)
    ids = frozenset(question.id for question in questions)

    def wanted(reference: str) -> frozenset[str]:
        return _asked_before(series.bridge_from(reference), ids)

    with desk.database.reading() as connection:
        sheet = stored.earlier_sheet(connection, id, wanted)
    bridge = series.bridge_from(sheet.questionnaire) if sheet else None
    if sheet is None or bridge is None:
        return {}
    return {
        question: EarlierAnswer(
            sheet.id, sheet.date, found.kind, found.said, found.because, found.carries
        )
        for question, found in earlier_said(bridge, sheet.answers).items()
        if question in ids and (found.said or found.kind is Kind.NEW)
    }


def _asked_before(bridge: Bridge | None, ids: frozenset[str]) -> frozenset[str]:
    """The questions of the earlier version that these belong to."""
    if bridge is None:
        return frozenset()
    return frozenset(one.id for id in ids for one in bridge.by_later[id].was)
