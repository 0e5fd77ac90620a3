"""Reads the catalogue of cases from `cases/<field>.yaml` and names every fault in it."""

from dataclasses import dataclass
from pathlib import Path

from assessment.cases.model import Case
from assessment.errors import Invalid, Problem
from assessment.questionnaire.documents import Faults, checked, read_document


@dataclass(frozen=True)
class _Record:
    """A case with the file and the position it stands at."""

    case: Case
    faults: Faults
    index: int

    def add(self, code: str, key: str, **values: object) -> None:
        self.faults.add(code, (self.index, key), **values)


def load_cases(folder: Path) -> tuple[Case, ...]:
    """All cases of a questionnaire folder, sorted by id; none where it has no `cases/`.

    Raises Invalid with every fault found: unknown or repeated keys, missing translations, values
    that are not allowed, a case in the file of another field, an id used twice, records of one
    project that do not fit together.
    """
    records: dict[str, _Record] = {}
    files: list[Faults] = []
    unreadable: dict[str, tuple[Problem, ...]] = {}
    for path in sorted((folder / "cases").glob("*.yaml")):
        try:
            files.append(_read(path, records))
        except Invalid as error:
            unreadable[f"cases/{path.name}"] = error.problems
    # An id in a file that cannot be read may exist, so nothing is said about it then.
    _note_faults_of_projects(records, None if unreadable else _ids_written(files))
    if problems := _in_order_of_files(files, unreadable):
        raise Invalid(problems)
    return tuple(records[id_].case for id_ in sorted(records))


def _read(path: Path, records: dict[str, _Record]) -> Faults:
    """Put the cases of one file to those known; returns what is wrong with them."""
    faults = Faults(read_document(path, shown_as=f"cases/{path.name}"))
    for index, case in enumerate(checked(faults, tuple[Case, ...]) or ()):
        record = _Record(case, faults, index)
        if case.id in records:
            record.add("duplicate_id", "id", given=case.id)
        if case.field != path.stem:
            record.add("case_in_wrong_file", "field", given=case.field, file=path.stem)
        records[case.id] = record
    return faults


def _ids_written(files: list[Faults]) -> set[str]:
    """Every id in the files, those of faulty cases too."""
    items = [item for faults in files for item in _items(faults)]
    return {str(item["id"]) for item in items if isinstance(item, dict) and "id" in item}


def _items(faults: Faults) -> list[object]:
    value = faults.document.value
    return value if isinstance(value, list) else []


def _note_faults_of_projects(records: dict[str, _Record], ids: set[str] | None) -> None:
    """A further record names the first one, and both tell the same of route and status."""
    for record in records.values():
        named = record.case.same_as
        first = records.get(named) if named else None
        if named and ids is not None and named not in ids:
            record.add("unknown_case", "same_as", given=named)
        if first is None:
            continue
        if first.case.same_as is not None or first is record:
            record.add("not_the_first_record", "same_as", given=named)
        else:
            _note_contradictions(record, first.case)


def _note_contradictions(record: _Record, first: Case) -> None:
    for key in ("approach", "status"):
        values = {getattr(record.case, key), getattr(first, key)}
        if len(values) == 2 and "unknown" not in values:
            record.add("records_contradict", key, given=first.id)


def _in_order_of_files(
    files: list[Faults], unreadable: dict[str, tuple[Problem, ...]]
) -> list[Problem]:
    of_file = unreadable | {faults.document.file: faults.problems for faults in files}
    return [problem for file in sorted(of_file) for problem in of_file[file]]
