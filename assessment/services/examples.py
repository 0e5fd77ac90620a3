"""The examples: one for a new database to start with, all as files with their reports."""

from collections.abc import Iterator
from pathlib import Path

from assessment.errors import Invalid, NotFound, Problem
from assessment.model import Model
from assessment.persistence import assessments as stored
from assessment.questionnaire.answers import Assessment
from assessment.report.brief import Brief
from assessment.resources import questionnaires_folder
from assessment.services.assessments import keep
from assessment.services.desk import Desk
from assessment.services.documents.formats import Order
from assessment.services.files import read_files, report_file, write_atomically

# A town of the size that most users have, with a result in which every part has something to show.
SHOWN = "mittelstadt.yaml"
# Two servers that start at once agree on one example by this.
_ONLY_ONE = "example"


def example_files() -> tuple[Path, ...]:
    """The example answer files that come with the tool, in order of name."""
    return tuple(sorted((questionnaires_folder() / "ki-readiness" / "examples").glob("*.yaml")))


def ensure_example(desk: Desk) -> str | None:
    """Put the finished example into a database that is empty; its id, None if it is not."""
    with desk.database.reading() as connection:
        if not stored.is_empty(connection):
            return None
    return keep(desk, _example(desk.model), token=_ONLY_ONE, example=True)


def begin_example(desk: Desk, name: str, *, token: str | None = None) -> str:
    """Begin an assessment from an example by its name; its id. NotFound for any other name."""
    path = next((file for file in example_files() if file.stem == name), None)
    if path is None:
        raise NotFound(name)
    answers = read_files([path], desk.model)[0].assessment
    return keep(desk, answers, token=token, example=True)


def write_demo(folder: Path, model: Model, language: str) -> Iterator[Path]:
    """Write every example answer file and its report into the folder; yields each file written.

    Raises Invalid, before anything is written, when an answer file is there with other content.
    """
    examples = {folder / file.name: file.read_bytes() for file in example_files()}
    different = [
        path for path, data in examples.items() if path.exists() and path.read_bytes() != data
    ]
    if different:
        raise Invalid(Problem("file_differs", file=str(path)) for path in different)
    for path, data in examples.items():
        write_atomically(path, data)
        yield path
        order = Order("pdf", Brief(language))
        yield report_file(path, path.with_suffix(".pdf"), model=model, queue=None, order=order)


def _example(model: Model) -> Assessment:
    files = example_files()
    chosen = next((path for path in files if path.name == SHOWN), files[0])
    return read_files([chosen], model)[0].assessment
