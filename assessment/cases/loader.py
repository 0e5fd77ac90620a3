"""Reads the catalogue of cases from `cases/<field>.yaml` and names every fault in it."""

from pathlib import Path

from assessment.cases.model import Case
from assessment.errors import Invalid, Problem
from assessment.questionnaire.documents import Faults, checked, read_document


def load_cases(folder: Path) -> tuple[Case, ...]:
    """All cases of a questionnaire folder, sorted by id; none where it has no `cases/`.

    Raises Invalid with every fault found: unknown or repeated keys, missing translations, values
    that are not allowed, a case in the file of another field, an id used twice.
    """
    cases: dict[str, Case] = {}
    problems: list[Problem] = []
    for path in sorted((folder / "cases").glob("*.yaml")):
        try:
            faults = _read(path, cases)
        except Invalid as unreadable:
            problems += unreadable.problems
        else:
            problems += faults.problems
    if problems:
        raise Invalid(problems)
    return tuple(cases[id_] for id_ in sorted(cases))


def _read(path: Path, cases: dict[str, Case]) -> Faults:
    """Put the cases of one file to those known; returns what is wrong with them."""
    faults = Faults(read_document(path, shown_as=f"cases/{path.name}"))
    for index, case in enumerate(checked(faults, tuple[Case, ...]) or ()):
        if case.id in cases:
            faults.add("duplicate_id", (index, "id"), given=case.id)
        if case.field != path.stem:
            faults.add("case_in_wrong_file", (index, "field"), given=case.field, file=path.stem)
        cases[case.id] = case
    return faults
