"""The members of a round as its releases counted them, kept in private/.

A new edition of the register may know a member in another size class, by another kind, or not at
all since it was merged. In the round it stays what it was: moved to another group, it would leave
one smaller and another larger by itself alone, and both differences could be read.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from assessment.errors import Invalid, Problem
from assessment.municipality import Body, Municipality
from assessment.services.files import write_atomically

_COUNTED = "counted.json"


def keep_members(private: Path, members: Iterable[Municipality]) -> None:
    """Keep the members as a release counts them; they have keys, being from the register."""
    content = {
        "private": "never publish this file",
        "members": {body.ags: _said(body) for body in members},
    }
    write_atomically(private / _COUNTED, json.dumps(content, ensure_ascii=False).encode())


def kept_members(private: Path) -> dict[str, Municipality]:
    """The members by key as earlier releases counted them; none before the first. Raises Invalid.

    Nor are there any where a round was released before they were kept.
    """
    path = private / _COUNTED
    try:
        content = json.loads(path.read_bytes())
        return {key: _body(said) for key, said in content["members"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Invalid([Problem("marks_not_readable", file=str(path))]) from error


def _said(body: Municipality) -> dict[str, Any]:
    return {name: value for name, value in asdict(body).items() if value is not None}


def _body(said: dict[str, Any]) -> Municipality:
    return Municipality(**{**said, "body": Body(said["body"])})
