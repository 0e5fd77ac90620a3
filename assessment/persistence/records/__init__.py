"""The tables, one entity a module; they stay inside persistence."""

from assessment.persistence.records.answer import AnswerRecord
from assessment.persistence.records.answer_change import AnswerChangeRecord
from assessment.persistence.records.application import ApplicationRecord
from assessment.persistence.records.assessment import AssessmentRecord
from assessment.persistence.records.attachment import AttachmentContentRecord, AttachmentRecord
from assessment.persistence.records.base import Record, table_of
from assessment.persistence.records.clients.brand import BrandPictureRecord, BrandRecord
from assessment.persistence.records.clients.client import ClientNoteRecord, ClientRecord
from assessment.persistence.records.clients.word_template import WordTemplateRecord
from assessment.persistence.records.documents.batch import BatchItemRecord, BatchRecord
from assessment.persistence.records.documents.issued_report import IssuedReportRecord
from assessment.persistence.records.factor import ApplicationFactorRecord, BodyFactorRecord
from assessment.persistence.records.opinion import OpinionRecord
from assessment.persistence.records.submission import (
    ModelSnapshotRecord,
    SubmissionRecord,
    SubmissionSummaryRecord,
)

__all__ = [
    "AnswerChangeRecord",
    "AnswerRecord",
    "ApplicationFactorRecord",
    "ApplicationRecord",
    "AssessmentRecord",
    "AttachmentContentRecord",
    "AttachmentRecord",
    "BatchItemRecord",
    "BatchRecord",
    "BodyFactorRecord",
    "BrandPictureRecord",
    "BrandRecord",
    "ClientNoteRecord",
    "ClientRecord",
    "IssuedReportRecord",
    "ModelSnapshotRecord",
    "OpinionRecord",
    "Record",
    "SubmissionRecord",
    "SubmissionSummaryRecord",
    "WordTemplateRecord",
    "table_of",
]
