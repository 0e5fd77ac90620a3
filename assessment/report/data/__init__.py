"""The result for programs: as JSON, and as one long table."""

import json

from assessment.model import Model
from assessment.presentation import to_json
from assessment.presentation.changes import changes_json
from assessment.presentation.table import result_csv
from assessment.report.brief import Brief
from assessment.report.since import comparison_since
from assessment.result import Result


def data_json(result: Result, model: Model, brief: Brief) -> bytes:
    """The result as JSON, with what changed since the earlier report where one is given."""
    content = to_json(result, model, brief.language)
    if brief.since:
        content["changes"] = changes_json(comparison_since(brief.since, result, model))
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def data_csv(result: Result, model: Model, brief: Brief) -> bytes:
    """The result as CSV, a row for each figure."""
    return result_csv(result, model, brief.language, brief.standing)
