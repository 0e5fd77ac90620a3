"""From the collector's words to our fields and technologies, by rules that are data."""

from functools import cache
from pathlib import Path

from pydantic import Field

from assessment.cases.model import FieldOfCase, TechnologyOfCase
from assessment.errors import Invalid
from assessment.questionnaire.documents import Faults, checked, read_document
from assessment.questionnaire.model import Part, Text

Row = dict[str, str]

_FILE = Path(__file__).parent.parent.parent / "data" / "pstw_mapping.yaml"
_EQUAL = ("cofog_1", "cofog_2", "process_type", "application_type", "interaction", "ai_subdomain")
_CONTAINED = ("ai_keywords", "name")


class Conditions(Part):
    """What must hold of a row: in each column stated, one of the values; others may be anything."""

    cofog_1: tuple[str, ...] = ()
    cofog_2: tuple[str, ...] = ()
    process_type: tuple[str, ...] = ()
    application_type: tuple[str, ...] = ()
    interaction: tuple[str, ...] = ()
    ai_subdomain: tuple[str, ...] = ()
    ai_keywords: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    started_before: int | None = None

    def hold_for(self, row: Row) -> bool:
        """Whether the row meets all of them."""
        return (
            self._holds_year(row)
            and all(self._equals(row, column) for column in _EQUAL)
            and all(self._contains(row, column) for column in _CONTAINED)
        )

    def _holds_year(self, row: Row) -> bool:
        return self.started_before is None or int(row["start_year"]) < self.started_before

    def _equals(self, row: Row, column: str) -> bool:
        wanted = getattr(self, column)
        return not wanted or _plain(row[column]) in map(_plain, wanted)

    def _contains(self, row: Row, column: str) -> bool:
        wanted = getattr(self, column)
        return not wanted or any(_plain(value) in _plain(row[column]) for value in wanted)


class FieldRule(Part):
    """Rows of this kind belong to the field."""

    if_: Conditions = Field(alias="if")
    is_: FieldOfCase = Field(alias="is")
    reason: Text


class TechnologyRule(Part):
    """Rows of this kind use one of the technologies."""

    if_: Conditions = Field(alias="if")
    are: tuple[TechnologyOfCase, ...] = Field(min_length=1)
    reason: Text


class Mapping(Part):
    """The rules in their order: the first that holds decides."""

    fields: tuple[FieldRule, ...]
    technologies: tuple[TechnologyRule, ...]

    def field_of(self, row: Row) -> str | None:
        """Our field; None where no rule holds."""
        return next((rule.is_ for rule in self.fields if rule.if_.hold_for(row)), None)

    def technologies_of(self, row: Row) -> tuple[str, ...]:
        """Our technologies, several where the source leaves it open; empty where no rule holds."""
        return next((rule.are for rule in self.technologies if rule.if_.hold_for(row)), ())


@cache
def mapping() -> Mapping:
    """The rules that come with the tool. Raises Invalid with every fault found."""
    faults = Faults(read_document(_FILE, shown_as=_FILE.name))
    rules = checked(faults, Mapping)
    if rules is None or faults.problems:
        raise Invalid(faults.problems)
    return rules


@cache
def _plain(text: str) -> str:
    # The collector ends some terms with a full stop and writes some in lower case.
    return text.casefold().rstrip(".")
