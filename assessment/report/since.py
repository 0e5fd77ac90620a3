"""What documents are made from, and the earlier report that they say the changes since."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from assessment.comparison import Comparison, Judged, compare
from assessment.model import Model, load_model
from assessment.presentation.stored_result import result_of_stored
from assessment.questionnaire.answers import Assessment
from assessment.result import Result, result_of

Source = Assessment | Result | bytes
"""What a document is made from: answers, their result, or a result that was kept, as its bytes."""


@dataclass(frozen=True, repr=False)
class Since:
    """An earlier report: what it was made from, under the model in the folder.

    `day` is when it was handed out, `standing` the sentence that says what it was; empty where
    nobody submits, as with answer files.
    """

    source: Source
    folder: Path
    day: date
    standing: str = ""

    def __repr__(self) -> str:
        """Short, and another one as soon as anything is different."""
        source = self.source
        content = source if isinstance(source, bytes) else repr(source).encode()
        digest = hashlib.sha256(content).hexdigest()
        return f"Since({digest}, {str(self.folder)!r}, {self.day.isoformat()}, {self.standing!r})"


def result_from(source: Source, folder: Path) -> Result:
    """The result that a document tells; raises Damaged for bytes that cannot be read any more."""
    if isinstance(source, bytes):
        return result_of_stored(source)
    if isinstance(source, Result):
        return source
    return result_of(source, load_model(folder))


def comparison_since(since: Since, result: Result, model: Model) -> Comparison[Judged]:
    """The earlier report beside this result."""
    earlier = Judged(result_from(since.source, since.folder), load_model(since.folder))
    return compare(earlier, Judged(result, model))
