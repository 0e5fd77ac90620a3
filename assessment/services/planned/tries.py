"""Changes as they stand in an address: `data.inventory:3`, `partner:2` or `chatbot/market:unknown`.

A question and a factor of the body are named by their id; a factor of an application by the
application's id, a slash, and its own. Behind the colon stands a level, an option or "unknown".
"""

from collections.abc import Iterable
from dataclasses import dataclass

from assessment.model import Model
from assessment.questionnaire.answers import Assessment
from assessment.recommendation.variants.what_if import Item, Try, changes_nothing, values_of

MOST_TRIES = 30
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Read:
    """The changes that could be read, each item once; how many could not, and how many too many."""

    tries: tuple[Try, ...]
    unread: int
    too_many: int

    @property
    def all_read(self) -> bool:
        """Whether nothing had to be left out that somebody may have meant."""
        return not (self.unread or self.too_many)


def read_tries(written: Iterable[str], assessment: Assessment, model: Model) -> Read:
    """The changes in this order; of two for one item the later counts.

    What stands in the assessment anyway is left out, and so is a blank.
    """
    found: dict[Item, Try] = {}
    unread = 0
    for text in written:
        if not text:
            continue
        one = _try(text, assessment, model)
        if one is None:
            unread += 1
            continue
        found.pop(one.item, None)
        found[one.item] = one
    tries = [one for one in found.values() if not changes_nothing(assessment, one)]
    return Read(tuple(tries[:MOST_TRIES]), unread, len(tries[MOST_TRIES:]))


def read_item(key: str, assessment: Assessment, model: Model) -> Item | None:
    """The item that the key names; None where there is none, or none to be tried out."""
    if key in model.questionnaire.by_id:
        question = Item("question", key)
        return question if values_of(question, model.questionnaire, model.recommendation) else None
    application, slash, factor = key.rpartition("/")
    known = model.recommendation.factor_by_id.get(factor)
    if known is None or (not slash and known.of != "body"):
        return None
    if not slash:
        return Item("factor", factor)
    planned = {one.id for one in assessment.applications}
    return Item("factor", factor, application) if application in planned else None


def _try(text: str, assessment: Assessment, model: Model) -> Try | None:
    key, _, value = text.rpartition(":")
    item = read_item(key, assessment, model)
    if item is None:
        return None
    if value == UNKNOWN:
        return Try(item, None)
    offered = values_of(item, model.questionnaire, model.recommendation)
    known = {str(one): one for one in offered}
    return Try(item, known[value]) if value in known else None
