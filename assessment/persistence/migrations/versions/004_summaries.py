"""Summaries beside what was submitted, so that long lists need not read whole results."""

import json
import zlib
from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "004"
down_revision = "003"
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
_SUBMISSION = sa.table(
    "submission",
    sa.column("assessment_id", sa.String),
    sa.column("revision", sa.Integer),
    sa.column("result", sa.LargeBinary),
)
_ONE = sa.select(_SUBMISSION.c.result).where(
    _SUBMISSION.c.assessment_id == sa.bindparam("id"),
    _SUBMISSION.c.revision == sa.bindparam("number"),
)


def upgrade() -> None:
    summary = op.create_table(
        "submission_summary",
        sa.Column("assessment_id", sa.String(36), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("content", _JSON, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "revision", name="pk_submission_summary"),
        sa.ForeignKeyConstraint(
            ["assessment_id"],
            ["assessment.id"],
            "fk_submission_summary_assessment_id_assessment",
            ondelete="CASCADE",
        ),
    )
    connection = op.get_bind()
    keys = connection.execute(sa.select(_SUBMISSION.c.assessment_id, _SUBMISSION.c.revision)).all()
    for id, number in keys:
        # One by one: all results at once could be more than the memory holds.
        result = connection.execute(_ONE, {"id": id, "number": number}).scalar_one()
        content = _summary(result)
        if content is not None:
            row = {"assessment_id": id, "revision": number, "content": content}
            connection.execute(summary.insert(), row)


def downgrade() -> None:
    op.drop_table("submission_summary")


def _summary(data: bytes) -> dict[str, Any] | None:
    """The summary as it was when this step was written; None for what cannot be read any more."""
    try:
        result = json.loads(zlib.decompress(data))["result"]
        dimensions = result["scorecard"]["dimensions"].values()
        standing = result["standing"]
        return {
            "route": result["overall"]["route"],
            "firmness": standing["firmness"] if standing else None,
            "standard_set": result["overall"]["standard_set"],
            "scores": {one["id"]: one["score"] for one in dimensions},
            "topics": {
                id: topic["score"] for one in dimensions for id, topic in one["topics"].items()
            },
            "applications": [_advice(one) for one in result["applications"]],
        }
    except (zlib.error, ValueError, KeyError, TypeError):
        return None


def _advice(application: Mapping[str, Any]) -> list[str | None]:
    advice = application["recommendation"]
    kind = advice["archetype"] or advice["title"] or advice["id"]
    return [kind, advice["route"], application["robustness"]["firmness"]]
