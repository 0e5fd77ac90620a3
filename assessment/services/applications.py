"""The AI applications that the body plans."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from assessment.errors import Invalid, NotFound, Problem
from assessment.model import Model
from assessment.persistence import applications as stored
from assessment.persistence import assessments as stored_assessments
from assessment.persistence import factors as stored_factors
from assessment.persistence.stored import Head
from assessment.questionnaire.answer_file.parts import checked_application
from assessment.questionnaire.answer_file.plans import MOST_APPLICATIONS
from assessment.questionnaire.answers import PlannedApplication
from assessment.recommendation.model import Archetype
from assessment.services.desk import Desk
from assessment.services.frame.factors import FactorField, factor_fields


@dataclass(frozen=True)
class ApplicationCard:
    """An application in the list; an own one has no archetype."""

    application: PlannedApplication
    archetype: Archetype | None


@dataclass(frozen=True)
class ApplicationPage:
    """An application with its own factors and then those of the body, which it may override."""

    head: Head
    application: PlannedApplication
    archetype: Archetype | None
    factors: tuple[FactorField, ...]


def applications(desk: Desk, id: str) -> tuple[ApplicationCard, ...]:
    """The planned applications in the body's order; NotFound."""
    with desk.database.reading() as connection:
        reference = stored_assessments.head(connection, id).questionnaire
        planned = stored.of_assessment(connection, id)
    model = desk.model_of(reference)
    return tuple(ApplicationCard(item, _archetype(model, item)) for item in planned)


def application_page(desk: Desk, id: str, application_id: str) -> ApplicationPage:
    """One application with its factors; NotFound for either id."""
    with desk.database.reading() as connection:
        head = stored_assessments.head(connection, id)
        planned = stored.of_assessment(connection, id)
        of_body = stored_factors.body_factors(connection, id)
    application = next((item for item in planned if item.id == application_id), None)
    if application is None:
        raise NotFound(application_id)
    model = desk.model_of(head.questionnaire)
    archetype = _archetype(model, application)
    defaults = archetype.default_factors if archetype else {}
    own = factor_fields(model, application.factors, of="application", defaults=defaults)
    general = factor_fields(model, application.factors, of="body", defaults={**defaults, **of_body})
    return ApplicationPage(head, application, archetype, own + general)


def archetypes(desk: Desk, head: Head) -> tuple[Archetype, ...]:
    """All kinds of applications to choose from, in the order of the assessment's model."""
    return desk.model_of(head.questionnaire).recommendation.archetypes


def standard_set(desk: Desk, head: Head) -> tuple[Archetype, ...]:
    """The kinds of applications that are usual for a body of this kind."""
    body = head.municipality.body
    return tuple(item for item in archetypes(desk, head) if body in item.standard_set_for)


def add(
    desk: Desk,
    id: str,
    archetype_id: str,
    *,
    title: str | None = None,
    priority: int = 1,
    token: str | None = None,
) -> str:
    """Plan one more application of a known kind; its id. The same token again adds nothing."""
    application = PlannedApplication(
        id=archetype_id, archetype=archetype_id, title=title, priority=priority
    )
    return _append(desk, id, application, token=token)


def add_own(
    desk: Desk,
    id: str,
    *,
    title: str,
    field: str,
    technology: str,
    traits: tuple[str, ...],
    ai_act: str,
    priority: int = 1,
    token: str | None = None,
) -> str:
    """Plan an application of no known kind; its id. The same token again adds nothing."""
    application = PlannedApplication(
        id=_word(title),
        archetype=None,
        priority=priority,
        title=title,
        field=field,
        technology=technology,
        traits=traits,
        ai_act=ai_act,
    )
    return _append(desk, id, application, token=token)


def edit(
    desk: Desk,
    id: str,
    application_id: str,
    *,
    title: str | None,
    priority: int,
    factors: Mapping[str, int | None],
) -> None:
    """Keep title, priority and exactly these levels (None: unknown); Invalid, NotFound."""

    def edited(known: PlannedApplication) -> PlannedApplication:
        return replace(known, title=title, priority=priority, factors=dict(factors))

    _change(desk, id, application_id, edited)


def edit_own(
    desk: Desk,
    id: str,
    application_id: str,
    *,
    title: str,
    field: str,
    technology: str,
    traits: tuple[str, ...],
    ai_act: str,
) -> None:
    """Keep what an own application says about itself; Invalid, NotFound."""

    def edited(known: PlannedApplication) -> PlannedApplication:
        if known.archetype is not None:
            raise NotFound(known.id)
        return replace(
            known,
            title=title,
            field=field,
            technology=technology,
            traits=traits,
            ai_act=ai_act,
        )

    _change(desk, id, application_id, edited)


def remove(desk: Desk, id: str, application_id: str) -> None:
    """Forget the application; NotFound when it is gone already."""
    with desk.database.transaction() as connection:
        stored_assessments.touch(connection, id, at=datetime.now(UTC))
        stored.remove(connection, id, application_id)


def move(desk: Desk, id: str, application_id: str, *, to: int) -> None:
    """Put the application at this place, counted from 0; beyond the ends means at the end."""
    with desk.database.transaction() as connection:
        stored_assessments.touch(connection, id, at=datetime.now(UTC))
        order = list(stored.ids(connection, id))
        if application_id not in order:
            raise NotFound(application_id)
        order.remove(application_id)
        order.insert(max(to, 0), application_id)
        stored.order(connection, id, order)


def _append(desk: Desk, id: str, application: PlannedApplication, *, token: str | None) -> str:
    wanted = checked_application(application, desk.model_for(id).vocabulary)
    with desk.database.transaction() as connection:
        stored_assessments.touch(connection, id, at=datetime.now(UTC))
        known = stored.id_by_token(connection, id, token) if token else None
        if known is not None:
            return known
        taken = stored.ids(connection, id)
        if len(taken) >= MOST_APPLICATIONS:
            raise Invalid([Problem("too_many", "applications", {"limit": MOST_APPLICATIONS})])
        free = _free(wanted.id, taken)
        stored.append(connection, id, replace(wanted, id=free), token=token)
        return free


def _change(
    desk: Desk,
    id: str,
    application_id: str,
    edited: Callable[[PlannedApplication], PlannedApplication],
) -> None:
    vocabulary = desk.model_for(id).vocabulary
    with desk.database.transaction() as connection:
        stored_assessments.touch(connection, id, at=datetime.now(UTC))
        known = {item.id: item for item in stored.of_assessment(connection, id)}
        if application_id not in known:
            raise NotFound(application_id)
        wanted = checked_application(edited(known[application_id]), vocabulary)
        stored.replace(connection, id, wanted)


def _archetype(model: Model, application: PlannedApplication) -> Archetype | None:
    return model.recommendation.archetype_by_id.get(application.archetype or "")


def _free(id: str, taken: Collection[str]) -> str:
    """The id, or the id with the first number that makes it unique."""
    candidates = (id if number == 1 else f"{id}_{number}" for number in range(1, len(taken) + 2))
    return next(candidate for candidate in candidates if candidate not in taken)


def _word(title: str) -> str:
    """An id made from a title: small letters, digits and underscores."""
    spelt = title.lower().translate(
        {ord("ä"): "ae", ord("ö"): "oe", ord("ü"): "ue", ord("ß"): "ss"}
    )
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "_", plain).strip("_")[:40].strip("_") or "application"
