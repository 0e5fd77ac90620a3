"""YAML and JSON files as plain values that still know on which line everything stands."""

from assessment.questionnaire.documents.checked import Faults, checked, closest
from assessment.questionnaire.documents.document import (
    MAX_BYTES,
    Document,
    parse_document,
    read_bytes,
    read_document,
)
from assessment.questionnaire.documents.form import Place

__all__ = [
    "MAX_BYTES",
    "Document",
    "Faults",
    "Place",
    "checked",
    "closest",
    "parse_document",
    "read_bytes",
    "read_document",
]
