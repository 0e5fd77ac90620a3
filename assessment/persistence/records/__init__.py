"""The tables, one entity a module; they stay inside persistence."""

from assessment.persistence.records.answer import AnswerRecord
from assessment.persistence.records.answer_change import AnswerChangeRecord
from assessment.persistence.records.application import ApplicationRecord
from assessment.persistence.records.assessment import AssessmentRecord
from assessment.persistence.records.attachment import AttachmentContentRecord, AttachmentRecord
from assessment.persistence.records.base import Record, table_of
from assessment.persistence.records.factor import ApplicationFactorRecord, BodyFactorRecord
from assessment.persistence.records.opinion import OpinionRecord
from assessment.persistence.records.submission import ModelSnapshotRecord, SubmissionRecord

__all__ = [
    "AnswerChangeRecord",
    "AnswerRecord",
    "ApplicationFactorRecord",
    "ApplicationRecord",
    "AssessmentRecord",
    "AttachmentContentRecord",
    "AttachmentRecord",
    "BodyFactorRecord",
    "ModelSnapshotRecord",
    "OpinionRecord",
    "Record",
    "SubmissionRecord",
    "table_of",
]
