"""The first tables: assessments, answers with their history, applications and factors."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "001"
down_revision = None
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)
_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
_CODE = sa.String(100)


def upgrade() -> None:
    _create_assessment()
    _create_answer()
    _create_answer_change()
    _create_application()
    _create_factors()


def downgrade() -> None:
    for table in ("application_factor", "body_factor", "application", "answer_change", "answer"):
        op.drop_table(table)
    op.drop_table("assessment")


def _create_assessment() -> None:
    op.create_table(
        "assessment",
        sa.Column("id", sa.String(36), nullable=False),
        sa.Column("questionnaire", _CODE, nullable=False),
        sa.Column("municipality", _JSON, nullable=False),
        sa.Column("date", sa.Date, nullable=False),
        sa.Column("note", sa.String),
        sa.Column("plan", _JSON),
        sa.Column("targets", _JSON, nullable=False),
        sa.Column("example", sa.Boolean, nullable=False),
        sa.Column("token", _CODE),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("updated_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_assessment"),
        sa.UniqueConstraint("token", name="uq_assessment_token"),
    )


def _create_answer() -> None:
    op.create_table(
        "answer",
        sa.Column("assessment_id", sa.String(36), nullable=False),
        sa.Column("question_id", _CODE, nullable=False),
        sa.Column("state", _CODE, nullable=False),
        sa.Column("value", _JSON),
        sa.Column("comment", sa.String),
        sa.Column("evidence", sa.String),
        sa.Column("reason", sa.String),
        sa.Column("respondent", sa.String),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("updated_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("assessment_id", "question_id", name="pk_answer"),
        _of_assessment("answer"),
    )


def _create_answer_change() -> None:
    op.create_table(
        "answer_change",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("assessment_id", sa.String(36), nullable=False),
        sa.Column("question_id", _CODE, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.Column("by", sa.String),
        sa.Column("before", _JSON, nullable=False),
        sa.Column("after", _JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_answer_change"),
        _of_assessment("answer_change"),
    )
    op.create_index(
        "ix_answer_change_assessment_id_question_id",
        "answer_change",
        ["assessment_id", "question_id"],
    )


def _create_application() -> None:
    op.create_table(
        "application",
        sa.Column("assessment_id", sa.String(36), nullable=False),
        sa.Column("id", _CODE, nullable=False),
        sa.Column("archetype", _CODE),
        sa.Column("title", sa.String),
        sa.Column("field", _CODE),
        sa.Column("technology", _CODE),
        sa.Column("traits", _JSON, nullable=False),
        sa.Column("ai_act", _CODE),
        sa.Column("priority", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("token", _CODE),
        sa.PrimaryKeyConstraint("assessment_id", "id", name="pk_application"),
        sa.UniqueConstraint("assessment_id", "token", name="uq_application_assessment_id_token"),
        _of_assessment("application"),
    )


def _create_factors() -> None:
    op.create_table(
        "body_factor",
        sa.Column("assessment_id", sa.String(36), nullable=False),
        sa.Column("factor_id", _CODE, nullable=False),
        sa.Column("level", sa.Integer),
        sa.PrimaryKeyConstraint("assessment_id", "factor_id", name="pk_body_factor"),
        _of_assessment("body_factor"),
    )
    op.create_table(
        "application_factor",
        sa.Column("assessment_id", sa.String(36), nullable=False),
        sa.Column("application_id", _CODE, nullable=False),
        sa.Column("factor_id", _CODE, nullable=False),
        sa.Column("level", sa.Integer),
        sa.PrimaryKeyConstraint(
            "assessment_id", "application_id", "factor_id", name="pk_application_factor"
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id", "application_id"],
            ["application.assessment_id", "application.id"],
            name="fk_application_factor_assessment_id_application_id_application",
            ondelete="CASCADE",
        ),
    )


def _of_assessment(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_assessment_id_assessment"
    return sa.ForeignKeyConstraint(["assessment_id"], ["assessment.id"], name, ondelete="CASCADE")
