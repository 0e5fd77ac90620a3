"""The answer file: how it is read, checked to the last key, and written back without loss."""

from assessment.questionnaire.answer_file.reading import (
    assessment_of,
    parse_answers,
    read_answer_file,
)
from assessment.questionnaire.answer_file.vocabulary import FIELDS, TECHNOLOGIES, Vocabulary
from assessment.questionnaire.answer_file.writing import answers_as_data, write_answers

__all__ = [
    "FIELDS",
    "TECHNOLOGIES",
    "Vocabulary",
    "answers_as_data",
    "assessment_of",
    "parse_answers",
    "read_answer_file",
    "write_answers",
]
