"""The factors of the body: partner, budget, time and reuse, the default for every application."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from assessment.errors import Conflict
from assessment.model import Model
from assessment.persistence import assessments as stored_assessments
from assessment.persistence import factors as stored
from assessment.questionnaire.answer_file.parts import checked_body_factors
from assessment.recommendation.model import Factor
from assessment.services.desk import Desk
from assessment.services.seen import digest_of


@dataclass(frozen=True)
class FactorField:
    """A factor with what was said about it.

    Given without a level is "unknown"; not given, `default` counts instead, if there is one.
    """

    factor: Factor
    level: int | None
    given: bool
    default: int | None


def body_factors(desk: Desk, id: str) -> tuple[FactorField, ...]:
    """The factors of the body in the model's order; NotFound."""
    with desk.database.reading() as connection:
        head = stored_assessments.head(connection, id)
        levels = stored.body_factors(connection, id)
    return factor_fields(desk.model_under(head), levels, of="body", defaults={})


class StaleFactors(Conflict):
    """The factors were changed elsewhere since they were read; nothing was kept."""

    def __init__(self, theirs: Mapping[str, int | None]) -> None:
        self.theirs = theirs
        super().__init__(", ".join(theirs))


def digest(levels: Mapping[str, int | None]) -> str:
    """A word for all levels together: another one as soon as one of them changes."""
    return digest_of(dict(levels))


def given_levels(fields: Iterable[FactorField]) -> dict[str, int | None]:
    """The levels that were given; None is unknown."""
    return {field.factor.id: field.level for field in fields if field.given}


def save_body_factors(
    desk: Desk,
    id: str,
    levels: Mapping[str, int | None],
    *,
    cleared: Collection[str] = (),
    seen: str | None = None,
) -> None:
    """Keep these levels (None: unknown) and take back the cleared ones.

    With the digest that was `seen`, raises StaleFactors when somebody has kept something else
    meanwhile. Invalid, NotFound.
    """
    checked_body_factors({**dict.fromkeys(cleared), **levels}, desk.model_for(id).vocabulary)
    with desk.database.transaction() as connection:
        stored_assessments.touch(connection, id, at=datetime.now(UTC))
        known = stored.body_factors(connection, id)
        kept = {name: level for name, level in known.items() if name not in cleared}
        if seen not in (None, digest(known)) and known != {**kept, **levels}:
            raise StaleFactors(known)
        stored.set_body_factors(connection, id, levels=levels, cleared=cleared)


def factor_fields(
    model: Model,
    levels: Mapping[str, int | None],
    *,
    of: str,
    defaults: Mapping[str, int | None],
) -> tuple[FactorField, ...]:
    """The factors of the body or of an application, with the levels given for them."""
    return tuple(
        FactorField(
            factor=factor,
            level=levels.get(factor.id),
            given=factor.id in levels,
            default=defaults.get(factor.id),
        )
        for factor in model.recommendation.factors
        if factor.of == of
    )
