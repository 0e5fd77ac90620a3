"""Where everything stands in the workbook: sheets, keys of rows and columns."""

from dataclasses import dataclass

from assessment.model import Model
from assessment.questionnaire.model import LevelsQuestion

MARK = "ki-answer-book"
"""In the first cell of the hidden sheet: only such a workbook is read."""

HIDDEN = "_form"
HEAD_ROW = 3
KEY_COLUMN = 0
SHEETS = ("body", "answers", "factors", "applications", "plan", "targets")

BODY_ROWS = ("ags", "name", "body", "state", "population", "date", "note")
ANSWER_COLUMNS = ("value", "comment", "evidence", "respondent", "reason")
PLAN_ROWS = ("start", "quarters", "person_days_per_quarter")
APPLICATION_ROWS = 50
APPLICATION_COLUMNS = (
    "id",
    "archetype",
    "title",
    "priority",
    "benefit",
    "field",
    "technology",
    "ai_act",
)


@dataclass(frozen=True)
class Area:
    """The cells of a sheet that are filled in: keys of its rows and of its columns in order.

    Row and column 0 are the first ones; the key of each row stands hidden in the first column.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    first_column: int

    def row(self, key: str) -> int:
        return HEAD_ROW + 1 + self.rows.index(key)

    def column(self, key: str) -> int:
        return self.first_column + self.columns.index(key)


def areas(model: Model) -> dict[str, Area]:
    """The area of every sheet for this model."""
    questionnaire, factors = model.questionnaire, model.recommendation.factors
    of_body = tuple(factor.id for factor in factors if factor.of == "body")
    with_levels = tuple(q.id for q in questionnaire.questions if isinstance(q, LevelsQuestion))
    return {
        "body": Area(BODY_ROWS, ("value",), 2),
        "answers": Area(tuple(questionnaire.by_id), ANSWER_COLUMNS, 5),
        "factors": Area(of_body, ("value",), 4),
        "applications": Area(
            tuple(str(number) for number in range(1, APPLICATION_ROWS + 1)),
            (
                *APPLICATION_COLUMNS,
                *(f"factor.{factor.id}" for factor in factors),
                *(f"trait.{trait}" for trait in model.recommendation.traits),
            ),
            2,
        ),
        "plan": Area(PLAN_ROWS, ("value",), 2),
        "targets": Area(
            (*(topic.id for topic in questionnaire.topics), *with_levels), ("value",), 3
        ),
    }
