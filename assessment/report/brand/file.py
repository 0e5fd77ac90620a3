"""Brand files: read with the pictures beside them, every problem at once."""

import json
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from assessment.errors import Invalid, Problem
from assessment.questionnaire.documents import Document, Faults, read_document
from assessment.report.brand.entries import BrandEntries, PictureEntry, brand_of, entries_in
from assessment.report.brand.model import SLOTS, Brand, Picture, Slot
from assessment.report.brand.pictures import MOST_BYTES, picture_of

SCHEMA = Path(__file__).with_name("brand.schema.json")
_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def read_brand(path: Path) -> Brand:
    """The brand in a file. Raises Invalid with everything that is wrong with it."""
    return brand_in(read_document(path), path.parent)


def read_brands(paths: Iterable[Path]) -> tuple[Brand, ...]:
    """The brands in these files. Raises Invalid with the problems of all of them."""
    brands: list[Brand] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            brands.append(read_brand(path))
        except Invalid as error:
            problems += error.problems
    if problems:
        raise Invalid(problems)
    return tuple(brands)


def brand_in(document: Document, folder: Path) -> Brand:
    """The brand in a document, whose pictures lie in the folder. Raises Invalid."""
    entries, faults = entries_in(document)
    if entries is None:
        raise Invalid(faults.problems)
    pictures = {slot: _picture(getattr(entries, slot), slot, folder, faults) for slot in SLOTS}
    faults.raise_if_any()
    return brand_of(entries, pictures["logo"], pictures["coat_of_arms"])


def brand_schema() -> str:
    """The JSON Schema of brand files, for editors that complete and check while one types."""
    schema = {"$schema": _DIALECT, **BrandEntries.model_json_schema()}
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _picture(
    entry: PictureEntry | None, slot: Slot, folder: Path, faults: Faults
) -> Picture | None:
    """The picture; None where there is none, or it cannot be used, which is noted."""
    if entry is None:
        return None
    place = (slot, "file")
    if "://" in entry.file or "\\" in entry.file or PurePosixPath(entry.file).is_absolute():
        faults.add("picture_path", place, given=entry.file)
        return None
    try:
        path = folder / entry.file
        if not path.is_file():
            faults.add("picture_missing", place, given=entry.file)
            return None
        with path.open("rb") as file:
            return picture_of(file.read(MOST_BYTES + 1), entry.alt)
    except Invalid as refused:
        for problem in refused.problems:
            faults.add(problem.code, place, **problem.values)
    except (OSError, ValueError):
        faults.add("picture_missing", place, given=entry.file)
    return None


if __name__ == "__main__":
    SCHEMA.write_text(brand_schema(), encoding="utf-8")
