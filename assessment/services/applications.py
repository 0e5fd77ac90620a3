"""The AI applications that the body plans."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from assessment.errors import Conflict, Invalid, NotFound, Problem
from assessment.model import Model
from assessment.persistence import applications as stored
from assessment.persistence import assessments as stored_assessments
from assessment.persistence import factors as stored_factors
from assessment.persistence.stored import Head
from assessment.questionnaire.answer_file.parts import checked_application
from assessment.questionnaire.answer_file.plans import MOST_APPLICATIONS
from assessment.questionnaire.answers import PlannedApplication
from assessment.recommendation.model import Archetype, RecommendationModel
from assessment.services.desk import Desk
from assessment.services.frame.factors import FactorField, factor_fields
from assessment.services.seen import digest_of


@dataclass(frozen=True)
class ApplicationCard:
    """An application in the list; an own one has no archetype."""

    application: PlannedApplication
    archetype: Archetype | None


@dataclass(frozen=True)
class OwnKind:
    """What an application of no known kind says about itself."""

    field: str
    technology: str
    traits: tuple[str, ...]
    ai_act: str


class StaleApplication(Conflict):
    """The application was changed elsewhere since it was read; nothing of it was kept."""

    def __init__(self, theirs: PlannedApplication) -> None:
        self.theirs = theirs
        super().__init__(theirs.id)


@dataclass(frozen=True)
class ApplicationPage:
    """An application with its own factors and then those of the body, which it may override."""

    head: Head
    application: PlannedApplication
    archetype: Archetype | None
    factors: tuple[FactorField, ...]
    recommendation: RecommendationModel


def applications(desk: Desk, id: str) -> tuple[ApplicationCard, ...]:
    """The planned applications in the body's order; NotFound."""
    with desk.database.reading() as connection:
        head = stored_assessments.head(connection, id)
        planned = stored.of_assessment(connection, id)
    model = desk.model_under(head)
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
    model = desk.model_under(head)
    archetype = _archetype(model, application)
    defaults = archetype.default_factors if archetype else {}
    own = factor_fields(model, application.factors, of="application", defaults=defaults)
    general = factor_fields(model, application.factors, of="body", defaults={**defaults, **of_body})
    return ApplicationPage(head, application, archetype, own + general, model.recommendation)


def digest(application: PlannedApplication) -> str:
    """A word for everything said of the application: another one as soon as anything changes."""
    return digest_of(asdict(application))


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
    kind: OwnKind,
    priority: int = 1,
    benefit: int | None = None,
    token: str | None = None,
) -> str:
    """Plan an application of no known kind; its id. The same token again adds nothing."""
    application = PlannedApplication(
        id=_word(title),
        archetype=None,
        priority=priority,
        benefit=benefit,
        title=title,
        **asdict(kind),
    )
    return _append(desk, id, application, token=token)


def copy(desk: Desk, id: str, application_id: str, *, title: str, token: str | None = None) -> str:
    """Plan the same once more under another title, right after it; its id.

    The same token again adds nothing. NotFound when there is nothing to copy.
    """
    with desk.database.reading() as connection:
        planned = stored.of_assessment(connection, id)
    original = next((item for item in planned if item.id == application_id), None)
    if original is None:
        raise NotFound(application_id)
    return _append(desk, id, replace(original, title=title), token=token, after=application_id)


def edit(
    desk: Desk,
    id: str,
    application_id: str,
    *,
    title: str | None,
    priority: int,
    benefit: int | None = None,
    factors: Mapping[str, int | None],
    kind: OwnKind | None = None,
    seen: str | None = None,
) -> None:
    """Keep exactly this of the application; levels of factors None are unknown.

    `kind` is what an own application says about itself, None leaves it as it is; one of a known
    kind has none. With the digest that was `seen`, raises StaleApplication when somebody has kept
    something else meanwhile. Invalid, NotFound.
    """
    vocabulary = desk.model_for(id).vocabulary
    with desk.database.transaction() as connection:
        stored_assessments.touch(connection, id, at=datetime.now(UTC))
        planned = stored.of_assessment(connection, id)
        known = next((item for item in planned if item.id == application_id), None)
        if known is None or (kind and known.archetype is not None):
            raise NotFound(application_id)
        about: dict[str, Any] = asdict(kind) if kind else {}
        said = replace(
            known, title=title, priority=priority, benefit=benefit, factors=dict(factors), **about
        )
        wanted = checked_application(said, vocabulary)
        if seen not in (None, digest(known)) and digest(wanted) != digest(known):
            raise StaleApplication(known)
        stored.replace(connection, id, wanted)


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
        order.insert(min(max(to, 0), len(order)), application_id)
        stored.order(connection, id, order)


def _append(
    desk: Desk,
    id: str,
    application: PlannedApplication,
    *,
    token: str | None,
    after: str | None = None,
) -> str:
    wanted = checked_application(application, desk.model_for(id).vocabulary)
    with desk.database.transaction() as connection:
        stored_assessments.touch(connection, id, at=datetime.now(UTC))
        known = stored.id_by_token(connection, id, token) if token else None
        if known is not None:
            return known
        taken = list(stored.ids(connection, id))
        if len(taken) >= MOST_APPLICATIONS:
            raise Invalid([Problem("too_many", "applications", {"limit": MOST_APPLICATIONS})])
        free = _free(wanted.id, taken)
        stored.append(connection, id, replace(wanted, id=free), token=token)
        if after in taken[:-1]:
            taken.insert(taken.index(after) + 1, free)
            stored.order(connection, id, taken)
        return free


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
