"""The factors of the body: partner, budget, time and reuse, the default for every application."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from assessment.model import Model
from assessment.persistence import assessments as stored_assessments
from assessment.persistence import factors as stored
from assessment.questionnaire.answer_file.parts import checked_body_factors
from assessment.recommendation.model import Factor
from assessment.services.desk import Desk


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
        reference = stored_assessments.head(connection, id).questionnaire
        levels = stored.body_factors(connection, id)
    return factor_fields(desk.model_of(reference), levels, of="body", defaults={})


def save_body_factors(
    desk: Desk, id: str, levels: Mapping[str, int | None], *, cleared: Collection[str] = ()
) -> None:
    """Keep these levels (None: unknown) and take back the cleared ones; Invalid, NotFound."""
    checked_body_factors({**dict.fromkeys(cleared), **levels}, desk.model_for(id).vocabulary)
    with desk.database.transaction() as connection:
        stored_assessments.touch(connection, id, at=datetime.now(UTC))
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
