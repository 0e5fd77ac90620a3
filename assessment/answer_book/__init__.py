"""The answer book: an answer file as a workbook that can be filled in without the tool."""

from assessment.answer_book.reading import read_any, read_any_file, read_book
from assessment.answer_book.writing import write_book

__all__ = ["read_any", "read_any_file", "read_book", "write_book"]
