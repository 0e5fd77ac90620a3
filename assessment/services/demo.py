"""The examples as files: answer files and their reports."""

from collections.abc import Iterator
from pathlib import Path

from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.services.examples import example_files
from assessment.services.files import report_files, write_atomically


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
        yield from report_files(
            [path], path.with_suffix(".pdf"), model=model, queue=None, language=language
        )
