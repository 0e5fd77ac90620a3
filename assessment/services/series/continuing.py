"""What an assessment begins with when it goes on from an earlier one; nothing is stored here."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from assessment.model import Model
from assessment.municipality import Municipality, UnknownAgs, by_ags
from assessment.questionnaire.answers import Answer, Assessment, Plan, PlannedApplication
from assessment.questionnaire.bridge import Bridge, carried_over
from assessment.questionnaire.model import LevelsQuestion
from assessment.recommendation.measures.model import highest_level
from assessment.recommendation.roadmap.planning import default_plan


class Start(StrEnum):
    """What the questions of the new assessment begin with."""

    BLANK = "blank"
    TAKEN_OVER = "taken_over"


@dataclass(frozen=True)
class Continuation:
    """What goes on from an earlier assessment.

    `municipality` is what the register says today. `answers` could be taken over; `lost` are the
    applications of kinds that are not known any more. Without a bridge no answer goes on.
    """

    earlier: Assessment
    municipality: Municipality
    bridge: Bridge | None
    answers: Mapping[str, Answer]
    factors: Mapping[str, int | None]
    applications: tuple[PlannedApplication, ...]
    lost: tuple[PlannedApplication, ...]
    targets: Mapping[str, int]

    def assessment(self, model: Model, *, day: date, start: Start) -> Assessment:
        """The new assessment. A note about answers goes on with the answers only."""
        taken_over = start is Start.TAKEN_OVER
        return Assessment(
            questionnaire=model.questionnaire.reference,
            municipality=self.municipality,
            date=day,
            answers=self.answers if taken_over else {},
            factors=self.factors,
            applications=self.applications,
            plan=_moved(self.earlier.plan, day, model),
            targets=self.targets,
            note=self.earlier.note if taken_over else None,
        )


def continuation(earlier: Assessment, model: Model) -> Continuation:
    """What of an earlier assessment goes on under the model in force."""
    bridge = model.series.bridge_from(earlier.questionnaire)
    planned = [(one, _known(one, model)) for one in earlier.applications]
    return Continuation(
        earlier=earlier,
        municipality=_today(earlier.municipality),
        bridge=bridge,
        answers=carried_over(bridge, earlier.answers) if bridge else {},
        factors=_factors(earlier.factors, model, of=("body",)),
        applications=tuple(known for _, known in planned if known),
        lost=tuple(one for one, known in planned if not known),
        targets=_targets(earlier.targets, model, bridge),
    )


def _today(body: Municipality) -> Municipality:
    """The body as the register knows it now: a new year has a new population."""
    if body.ags is None:
        return body
    try:
        return by_ags(body.ags)
    except UnknownAgs:
        return body  # merged into another one meanwhile


def _factors(
    levels: Mapping[str, int | None], model: Model, *, of: tuple[str, ...]
) -> dict[str, int | None]:
    known = model.vocabulary.factors
    return {id: level for id, level in levels.items() if known.get(id) in of}


def _known(application: PlannedApplication, model: Model) -> PlannedApplication | None:
    """The application as far as the model knows its kind; None where it does not."""
    vocabulary = model.vocabulary
    if application.archetype is None:
        if application.ai_act not in vocabulary.ai_act_classes:
            return None
    elif application.archetype not in vocabulary.archetypes:
        return None
    factors = _factors(application.factors, model, of=("application", "body"))
    traits = tuple(one for one in application.traits if one in vocabulary.traits)
    return replace(application, factors=factors, traits=traits)


def _moved(plan: Plan | None, day: date, model: Model) -> Plan | None:
    """The frame, from the next quarter on where it would begin in the past."""
    if plan is None:
        return None
    return replace(plan, start=max(plan.start, default_plan(day, model.measures).start))


def _targets(targets: Mapping[str, int], model: Model, bridge: Bridge | None) -> dict[str, int]:
    """The levels wanted of topics and questions that there still are."""
    asked = model.questionnaire
    renamed = {was: id for id, was in bridge.anchors.items()} if bridge else {}
    found: dict[str, int] = {}
    for id, level in targets.items():
        question = asked.by_id.get(renamed.get(id, ""))
        if id in asked.topic_by_id:
            found[id] = min(level, highest_level(asked, id))
        elif isinstance(question, LevelsQuestion):
            found[question.id] = level
    return {id: level for id, level in found.items() if level > 0}
