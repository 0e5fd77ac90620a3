"""Handing over: clients and their brands, what the last report rested on, many at once."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "003"
down_revision = "002"
branch_labels = None
depends_on = None

_TIME = sa.DateTime(timezone=True)
_JSON = sa.JSON().with_variant(JSONB(), "postgresql")
_CODE = sa.String(100)
_HASH = sa.String(64)
_ID = sa.String(36)
_TABLES = (
    "batch_item",
    "batch",
    "issued_report",
    "client_note",
    "client",
    "word_template",
    "brand_picture",
    "brand",
)


def upgrade() -> None:
    _create_brand()
    _create_client()
    _extend_assessment()
    _create_issued_report()
    _create_batch()


def downgrade() -> None:
    with op.batch_alter_table("assessment") as assessment:
        assessment.drop_index("ix_assessment_client_id")
        assessment.drop_constraint("fk_assessment_client_id_client", type_="foreignkey")
        assessment.drop_column("client_id")
    for table in _TABLES:
        op.drop_table(table)


def _create_brand() -> None:
    op.create_table(
        "brand",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("house", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("content", _JSON, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("token", _CODE),
        sa.Column("updated_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_brand"),
        sa.UniqueConstraint("token", name="uq_brand_token"),
    )
    op.create_table(
        "brand_picture",
        sa.Column("brand_id", _ID, nullable=False),
        sa.Column("slot", _CODE, nullable=False),
        *_file(),
        sa.Column("media_type", _CODE, nullable=False),
        sa.Column("width", sa.Double(), nullable=False),
        sa.Column("height", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("brand_id", "slot", name="pk_brand_picture"),
        _to("brand_picture", "brand", "CASCADE"),
    )
    op.create_table(
        "word_template",
        sa.Column("id", _ID, nullable=False),
        sa.Column("brand_id", _ID, nullable=False),
        sa.Column("language", _CODE, nullable=False),
        *_file(),
        sa.Column("added_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_word_template"),
        sa.UniqueConstraint("brand_id", "language", name="uq_word_template_brand_id_language"),
        _to("word_template", "brand", "CASCADE"),
    )


def _create_client() -> None:
    op.create_table(
        "client",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("ags", _CODE),
        sa.Column("brand_id", _ID),
        sa.Column("token", _CODE),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("updated_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_client"),
        sa.UniqueConstraint("token", name="uq_client_token"),
        _to("client", "brand", "SET NULL"),
    )
    op.create_table(
        "client_note",
        sa.Column("id", _ID, nullable=False),
        sa.Column("client_id", _ID, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("by", sa.String),
        sa.Column("at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_client_note"),
        _to("client_note", "client", "CASCADE"),
    )
    op.create_index("ix_client_note_client_id", "client_note", ["client_id"])


def _extend_assessment() -> None:
    with op.batch_alter_table("assessment") as assessment:
        assessment.add_column(sa.Column("client_id", _ID))
        assessment.create_foreign_key(
            "fk_assessment_client_id_client", "client", ["client_id"], ["id"], ondelete="SET NULL"
        )
        assessment.create_index("ix_assessment_client_id", ["client_id"])


def _create_issued_report() -> None:
    op.create_table(
        "issued_report",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("assessment_id", _ID, nullable=False),
        sa.Column("model_key", _HASH, nullable=False),
        sa.Column("answers", _JSON, nullable=False),
        sa.Column("digest", _HASH, nullable=False),
        sa.Column("format", _CODE, nullable=False),
        sa.Column("language", _CODE, nullable=False),
        sa.Column("at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_issued_report"),
        sa.UniqueConstraint(
            "assessment_id", "digest", name="uq_issued_report_assessment_id_digest"
        ),
        sa.ForeignKeyConstraint(
            ["model_key"], ["model_snapshot.key"], "fk_issued_report_model_key_model_snapshot"
        ),
        _to("issued_report", "assessment", "CASCADE"),
    )


def _create_batch() -> None:
    op.create_table(
        "batch",
        sa.Column("id", _ID, nullable=False),
        sa.Column("order", _JSON, nullable=False),
        sa.Column("state", _CODE, nullable=False),
        sa.Column("token", _CODE),
        sa.Column("created_at", _TIME, nullable=False),
        sa.Column("ended_at", _TIME),
        sa.PrimaryKeyConstraint("id", name="pk_batch"),
        sa.UniqueConstraint("token", name="uq_batch_token"),
    )
    op.create_table(
        "batch_item",
        sa.Column("batch_id", _ID, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("assessment_id", _ID),
        sa.Column("title", sa.String, nullable=False),
        sa.Column("state", _CODE, nullable=False),
        sa.Column("output", sa.String, nullable=False),
        sa.Column("entry", _JSON),
        sa.Column("problems", _JSON),
        sa.Column("seconds", sa.Double),
        sa.Column("ended_at", _TIME),
        sa.PrimaryKeyConstraint("batch_id", "position", name="pk_batch_item"),
        _to("batch_item", "batch", "CASCADE"),
        _to("batch_item", "assessment", "SET NULL"),
    )


def _file() -> tuple[sa.Column[str], sa.Column[str], sa.Column[bytes]]:
    return (
        sa.Column("name", sa.String, nullable=False),
        sa.Column("sha256", _HASH, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )


def _to(table: str, other: str, gone: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{other}_id_{other}"
    return sa.ForeignKeyConstraint([f"{other}_id"], [f"{other}.id"], name, ondelete=gone)
