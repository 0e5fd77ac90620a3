"""The result for programs: as JSON, and as one long table."""

import json

from assessment.model import Model
from assessment.presentation import to_json
from assessment.presentation.changes import changes_json
from assessment.presentation.position import position_in, position_json
from assessment.presentation.table import result_csv
from assessment.report.brief import Brief
from assessment.report.since import comparison_since
from assessment.result import Result


def data_json(result: Result, model: Model, brief: Brief) -> bytes:
    """The result as JSON, with what changed and where the body stands where that is asked for."""
    content = to_json(result, model, brief.language)
    if brief.since:
        content["changes"] = changes_json(comparison_since(brief.since, result, model))
    if brief.peers:
        content["benchmark"] = position_json(position_in(result, model, brief.peers))
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def data_csv(result: Result, model: Model, brief: Brief) -> bytes:
    """The result as CSV, a row for each figure."""
    position = position_json(position_in(result, model, brief.peers)) if brief.peers else None
    return result_csv(result, model, brief.language, brief.standing, position=position)
