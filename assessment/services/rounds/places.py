"""Where rounds are kept: a folder each, under the data folder."""

import re
from pathlib import Path

from assessment.errors import NotFound
from assessment.services.benchmark.opening import PRIVATE, ROUND
from assessment.services.documents.names import plain_name

ROUNDS = "rounds"
_LONGEST = 50


def rounds_in(data_folder: Path) -> tuple[Path, ...]:
    """The folders of all rounds, in order of their names."""
    place = data_folder / ROUNDS
    if not place.is_dir():
        return ()
    found = (one for one in place.iterdir() if not one.name.startswith("."))
    return tuple(sorted(one for one in found if (one / ROUND).is_file()))


def folder_of(data_folder: Path, slug: str) -> Path:
    """The folder of the round with this name in addresses. Raises NotFound.

    Only what is found among the folders is taken, so that no name can lead anywhere else.
    """
    for folder in rounds_in(data_folder):
        if folder.name == slug:
            return folder
    raise NotFound(slug)


def free_name(data_folder: Path, title: str) -> str:
    """A name for the folder of a new round, made from its title."""
    wanted = re.sub("_+", "-", plain_name(title).lower())[:_LONGEST].strip("-") or "round"
    name, number = wanted, 1
    while (data_folder / ROUNDS / name).exists():
        number += 1
        name = f"{wanted}-{number}"
    return name


def private(folder: Path, *parts: str) -> Path:
    """A place in the part of the folder that never leaves this machine."""
    return folder.joinpath(PRIVATE, *parts)
