"""What other answers and factors would change: worked out without being kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from assessment.model import Model
from assessment.persistence import assessments as stored
from assessment.persistence.stored import Head
from assessment.questionnaire.answer_file.parts import checked_planning
from assessment.recommendation.variants.what_if import Item, Try, targets_from, with_tries
from assessment.report.planned.effects import Effects, effects_of
from assessment.report.planned.items import Items, items_of
from assessment.report.planned.leads import Leads, leads_of
from assessment.result import Result
from assessment.services import results
from assessment.services.assessments import load
from assessment.services.desk import Desk
from assessment.services.planned.tries import Read, read_item, read_tries


@dataclass(frozen=True)
class WhatIf:
    """What was tried, what came of it, and what else is worth trying.

    `effects` is None while nothing is tried; `picked` is the item whose levels are offered;
    `targets` are the levels that could be kept as wanted ones, each with what it is the level of.
    """

    head: Head
    read: Read
    picked: Item | None
    items: Items
    effects: Effects | None
    leads: Leads
    targets: tuple[tuple[str, int], ...]


def what_if(
    desk: Desk, id: str, changes: Sequence[str], *, pick: str = "", language: str
) -> WhatIf:
    """The changes beside things as they stand; nothing is kept. NotFound, TaskFailed.

    Both results come from the same model and the same draws, so that what differs is the change.
    A submitted assessment is looked at as it was submitted.
    """
    shown = results.shown(desk, id)
    today = shown.result.assessment
    model = desk.model_of(today.questionnaire)
    read = read_tries(changes, today, model)
    before = results.worked_out(desk, today)
    effects = _effects(desk, before, read.tries, model, language=language)
    return WhatIf(
        head=shown.head,
        read=read,
        picked=read_item(pick, today, model),
        items=items_of(today, model, language),
        effects=effects,
        leads=leads_of(before, model, language),
        targets=tuple(
            (_title(name, model, language), level)
            for name, level in targets_from(today, read.tries, model.questionnaire).items()
        ),
    )


def keep_as_targets(desk: Desk, id: str, changes: Iterable[str]) -> None:
    """Keep what the changes raise as levels wanted; a higher one that is wanted already stays.

    Answers stay as they are. NotFound, Submitted.
    """
    today = load(desk, id)
    model = desk.model_of(today.questionnaire)
    tries = read_tries(changes, today, model).tries
    wanted = targets_from(today, tries, model.questionnaire)
    with desk.database.transaction() as connection:
        plan, known = stored.planning(connection, id)
        higher = {name: max(level, known.get(name, 0)) for name, level in wanted.items()}
        plan, targets = checked_planning(plan, {**known, **higher}, model.vocabulary)
        stored.set_planning(connection, id, plan=plan, targets=targets, at=datetime.now(UTC))


def _title(id: str, model: Model, language: str) -> str:
    """What the topic is called, or what the question asks."""
    topic = model.questionnaire.topic_by_id.get(id)
    text = topic.title if topic else model.questionnaire.by_id[id].text
    return text[language]


def _effects(
    desk: Desk, before: Result, tries: Sequence[Try], model: Model, *, language: str
) -> Effects | None:
    if not tries:
        return None
    after = results.worked_out(desk, with_tries(before.assessment, tries))
    return effects_of(before, after, model, language)
