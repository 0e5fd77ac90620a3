"""The list of assessments: a sheet of it, with progress, scores and the result last submitted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.errors import Damaged, QuestionnaireNotKept
from assessment.municipality import STATES, folded
from assessment.persistence import answers as stored_answers
from assessment.persistence import assessments as stored
from assessment.persistence.review.summaries import summaries_of
from assessment.persistence.stored import Head, StoredAnswer
from assessment.presentation.stored_result import StoredStance, read_summary
from assessment.questionnaire.model import Questionnaire
from assessment.questionnaire.progress import Progress, progress
from assessment.scoring.scorecard import DimensionScore, scorecard
from assessment.services.answers import effective
from assessment.services.desk import Desk

AT_ONCE = 12
ORDERS = ("changed", "name", "date")
STATES_OF_WORK = ("open", "submitted")


@dataclass(frozen=True)
class Wanted:
    """Which assessments are listed, and how: empty and 1 for the first sheet of all of them.

    `client` is the id of the client that they were made for.
    """

    text: str = ""
    state: str = ""
    client: str = ""
    order: str = "changed"
    sheet: int = 1


@dataclass(frozen=True)
class Line:
    """An assessment as the list shows it.

    `scores` are those of the answers as they stand. `progress` is None and `scores` empty where
    its version of the questionnaire is not kept, so that nobody knows what it asks. `stance` is
    what was last submitted; None also where that cannot be read any more.
    """

    head: Head
    progress: Progress | None
    questionnaire: Questionnaire | None
    scores: Mapping[str, DimensionScore]
    stance: StoredStance | None


@dataclass(frozen=True)
class Listing:
    """A sheet of the list; `total` is how many fit, `all` how many there are."""

    items: tuple[Line, ...]
    all: int
    total: int
    number: int
    last: int


def listing(desk: Desk, wanted: Wanted) -> Listing:
    """The sheet that is wanted: examples last, the rest in the order asked for."""
    with desk.database.reading() as connection:
        heads = stored.heads(connection)
        found = fitting(heads, wanted)
        last = max(1, -(-len(found) // AT_ONCE))
        number = min(max(1, wanted.sheet), last)
        shown = found[(number - 1) * AT_ONCE : number * AT_ONCE]
        answers = stored_answers.of_several(connection, [head.id for head in shown])
        submitted = ((head.id, head.revision) for head in shown if head.revision)
        kept = summaries_of(connection, submitted)
    stances = {id: read_summary(summary).stance for id, summary in kept.items()}
    return Listing(
        items=tuple(
            _line(desk, head, answers.get(head.id, {}), stances.get(head.id)) for head in shown
        ),
        all=len(heads),
        total=len(found),
        number=number,
        last=last,
    )


def of_body(desk: Desk, ags: str) -> tuple[Head, ...]:
    """The assessments of the body with this key, the latest date first; no examples."""
    with desk.database.reading() as connection:
        heads = stored.heads(connection)
    own = (head for head in heads if head.municipality.ags == ags and not head.example)
    return tuple(sorted(own, key=lambda head: head.date, reverse=True))


def fitting(heads: Iterable[Head], wanted: Wanted) -> list[Head]:
    """The assessments that are wanted, of all sheets, in their order."""
    return _ordered((head for head in heads if _fits(head, wanted)), wanted.order)


def _fits(head: Head, wanted: Wanted) -> bool:
    if wanted.client and wanted.client != head.client_id:
        return False
    if wanted.state and wanted.state != ("submitted" if head.submitted else "open"):
        return False
    body = head.municipality
    told = (head.title, body.ags, STATES.get(body.state or ""), body.district, str(head.date))
    searched = folded(" ".join(text for text in told if text))
    return all(word in searched for word in folded(wanted.text).split())


def _ordered(heads: Iterable[Head], order: str) -> list[Head]:
    """The newest change first unless another order is asked for; examples always last."""
    found = list(heads)
    if order == "name":
        found.sort(key=lambda head: (folded(head.title), -head.date.toordinal()))
    elif order == "date":
        found.sort(key=lambda head: head.date, reverse=True)
    return sorted(found, key=lambda head: head.example)


def _line(
    desk: Desk,
    head: Head,
    answers: Mapping[str, StoredAnswer],
    stance: StoredStance | None,
) -> Line:
    try:
        questionnaire = desk.model_under(head).questionnaire
    except (QuestionnaireNotKept, Damaged):
        return Line(head, None, None, {}, stance)
    said = effective(questionnaire, answers)
    scores = scorecard(questionnaire, said).dimensions
    return Line(head, progress(said.values()), questionnaire, scores, stance)
