"""The workplace: what is submitted and frozen, what is attached, what came from last year."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "002"
down_revision = "001"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)
_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
_CODE = sa.String(100)
_HASH = sa.String(64)
_NEW = ("follows", "submitted", "revision", "live_score")


def upgrade() -> None:
    _extend_assessment()
    op.add_column("application", sa.Column("benefit", sa.Integer))
    _create_model_snapshot()
    _create_submission()
    _create_attachment()
    _create_opinion()


def downgrade() -> None:
    for table in ("opinion", "attachment_content", "attachment", "submission", "model_snapshot"):
        op.drop_table(table)
    op.drop_column("application", "benefit")
    with op.batch_alter_table("assessment") as assessment:
        assessment.drop_constraint("fk_assessment_follows_assessment", type_="foreignkey")
        for column in _NEW:
            assessment.drop_column(column)


def _extend_assessment() -> None:
    with op.batch_alter_table("assessment") as assessment:
        assessment.add_column(sa.Column("follows", sa.String(36)))
        assessment.add_column(_flag("submitted"))
        assessment.add_column(
            sa.Column("revision", sa.Integer, nullable=False, server_default=sa.text("0"))
        )
        assessment.add_column(_flag("live_score"))
        assessment.create_foreign_key(
            "fk_assessment_follows_assessment",
            "assessment",
            ["follows"],
            ["id"],
            ondelete="SET NULL",
        )


def _create_model_snapshot() -> None:
    op.create_table(
        "model_snapshot",
        sa.Column("key", _HASH, nullable=False),
        sa.Column("questionnaire", _CODE, nullable=False),
        sa.Column("archive", sa.LargeBinary, nullable=False),
        sa.Column("kept_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_model_snapshot"),
    )


def _create_submission() -> None:
    op.create_table(
        "submission",
        sa.Column("assessment_id", sa.String(36), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("submitted_at", _TIME, nullable=False),
        sa.Column("submitted_by", sa.String),
        sa.Column("model_key", _HASH, nullable=False),
        sa.Column("model_hash", _HASH, nullable=False),
        sa.Column("tool_version", _CODE, nullable=False),
        sa.Column("answers", _JSON, nullable=False),
        sa.Column("result", sa.LargeBinary, nullable=False),
        sa.Column("digest", _HASH, nullable=False),
        sa.Column("reopened_at", _TIME),
        sa.Column("reopened_by", sa.String),
        sa.Column("reopened_because", sa.String),
        sa.PrimaryKeyConstraint("assessment_id", "revision", name="pk_submission"),
        sa.ForeignKeyConstraint(
            ["model_key"], ["model_snapshot.key"], "fk_submission_model_key_model_snapshot"
        ),
        _of_assessment("submission"),
    )


def _create_attachment() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("assessment_id", sa.String(36), nullable=False),
        sa.Column("question_id", _CODE, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("media_type", _CODE, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("sha256", _HASH, nullable=False),
        sa.Column("added_at", _TIME, nullable=False),
        sa.Column("added_by", sa.String),
        sa.PrimaryKeyConstraint("id", name="pk_attachment"),
        sa.UniqueConstraint(
            "assessment_id",
            "question_id",
            "sha256",
            name="uq_attachment_assessment_id_question_id_sha256",
        ),
        _of_assessment("attachment"),
    )
    op.create_table(
        "attachment_content",
        sa.Column("attachment_id", sa.String(36), nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("attachment_id", name="pk_attachment_content"),
        sa.ForeignKeyConstraint(
            ["attachment_id"],
            ["attachment.id"],
            "fk_attachment_content_attachment_id_attachment",
            ondelete="CASCADE",
        ),
    )


def _create_opinion() -> None:
    op.create_table(
        "opinion",
        sa.Column("assessment_id", sa.String(36), nullable=False),
        sa.Column("question_id", _CODE, nullable=False),
        sa.Column("respondent", sa.String(120), nullable=False),
        sa.Column("state", _CODE, nullable=False),
        sa.Column("value", _JSON),
        sa.Column("comment", sa.String),
        sa.Column("given_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "question_id", "respondent", name="pk_opinion"),
        _of_assessment("opinion"),
    )


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False, server_default=sa.false())


def _of_assessment(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_assessment_id_assessment"
    return sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name, ondelete="CASCADE")
