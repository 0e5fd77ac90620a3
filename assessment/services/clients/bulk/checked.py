"""What is known of one file of an import, kept beside it so that every process tells the same."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from assessment.errors import Problem
from assessment.services.files import write_atomically


class Outcome(StrEnum):
    """What a file is, or what became of it."""

    READY = "ready"
    BAD = "bad"
    SAME = "same"
    THERE = "there"
    IMPORTED = "imported"


@dataclass(frozen=True)
class CheckedFile:
    """What is known of one file.

    `body` and `day` are those of the assessment that it holds. `client` is the id of the client
    it goes to, None for a new one; `assessment` the id of the one that it became, or that holds the
    very same already; `content` the digest of all that it says, `same_as` the file of this import
    that says the very same.
    """

    name: str
    outcome: Outcome
    problems: tuple[Problem, ...] = ()
    body: str = ""
    day: date | None = None
    client: str | None = None
    assessment: str | None = None
    content: str = ""
    same_as: str = ""


def known_of(folder: Path, number: int) -> CheckedFile | None:
    """What was noted of the file; None where nothing was."""
    try:
        kept = json.loads(_noted(folder, number).read_bytes())
    except FileNotFoundError:
        return None
    day = kept["day"]
    return CheckedFile(
        name=kept["name"],
        outcome=Outcome(kept["outcome"]),
        problems=tuple(Problem(**one) for one in kept["problems"]),
        body=kept["body"],
        day=date.fromisoformat(day) if day else None,
        client=kept["client"],
        assessment=kept["assessment"],
        content=kept.get("content", ""),
        same_as=kept.get("same_as", ""),
    )


def note(folder: Path, number: int, known: CheckedFile) -> None:
    """Keep what is known of the file."""
    kept = {
        **asdict(known),
        "problems": [one.as_data() for one in known.problems],
        "day": known.day.isoformat() if known.day else None,
    }
    write_atomically(_noted(folder, number), json.dumps(kept, ensure_ascii=False).encode())


def _noted(folder: Path, number: int) -> Path:
    return folder / f"{number}.known.json"


def answers_of(folder: Path, number: int) -> Path:
    """Where the answers of a file are kept once they were read: workbooks take long."""
    return folder / f"{number}.answers.json"
