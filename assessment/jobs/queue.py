"""Where heavy work is handed in; what does it, and where, is not the caller's business."""

import importlib
from typing import Any, Protocol

from assessment.errors import AssessmentError

# Tasks by the place of their function: whoever hands one in must not import its libraries.
WORK_OUT = "assessment.jobs.tasks:work_out"
RENDER_REPORT = "assessment.jobs.tasks:render_report"
CHECK_PDF = "assessment.jobs.tasks:check_pdf"
RENDER_WORKBOOK = "assessment.jobs.tasks:render_workbook"
RENDER_COUNCIL_PAPER = "assessment.jobs.tasks:render_council_paper"
RENDER_SLIDES = "assessment.jobs.tasks:render_slides"
RENDER_PAGE = "assessment.jobs.tasks:render_page"
RENDER_TABLE = "assessment.jobs.tasks:render_table"
RENDER_JSON = "assessment.jobs.tasks:render_json"
CHECK_PICTURE = "assessment.jobs.checks:check_picture"
CHECK_WORD_TEMPLATE = "assessment.jobs.checks:check_word_template"
WORD_TEMPLATE = "assessment.jobs.checks:word_template"
RENDER_BRAND = "assessment.jobs.checks:render_brand"
WORK_ON_ROUND = "assessment.jobs.rounds:work_on_round"
RELEASE_FILE = "assessment.jobs.rounds:release_as_file"
RENDER_NOTICE = "assessment.jobs.rounds:render_notice"
READ_ANSWERS = "assessment.jobs.tasks:read_answers"
GET_READY = "assessment.jobs.tasks:get_ready"


class TaskFailed(AssessmentError):
    """The task could not be finished, not at the second try either."""


class QueueEnded(TaskFailed):
    """The task was not finished because the server ends; it can be done later."""


class Queue(Protocol):
    """Does tasks one after the other or side by side."""

    def run(self, task: str, *arguments: object) -> Any:
        """What the task gives back, once it is done; raises TaskFailed."""


class InProcess:
    """A queue for the command line: does the task here and now, and lets its failures through."""

    def run(self, task: str, *arguments: object) -> Any:
        """What the task gives back."""
        return do(task, *arguments)

    def close(self) -> None:
        """Nothing is held that would have to be given back."""


def do(task: str, *arguments: object) -> Any:
    """Call the function that the task names."""
    module, function = task.split(":")
    return getattr(importlib.import_module(module), function)(*arguments)
