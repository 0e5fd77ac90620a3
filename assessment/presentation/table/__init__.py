"""The result as one long table for spreadsheets and statistics programs."""

from assessment.model import Model
from assessment.presentation.result_json import to_json
from assessment.presentation.rounding import Json
from assessment.presentation.table.dialect import csv_bytes
from assessment.presentation.table.rows import rows_of
from assessment.result import Result


def result_csv(
    result: Result,
    model: Model,
    language: str,
    standing: str = "",
    *,
    position: Json | None = None,
) -> bytes:
    """The result as CSV, one row for each figure; the figures are those of `to_json`.

    `standing` says whether this is a draft or what was submitted, `position` where the body stands
    among peers.
    """
    content = {**to_json(result, model, language), "standing": standing}
    if position:
        content["benchmark"] = position
    return csv_bytes(rows_of(content, result, model, language), language)
