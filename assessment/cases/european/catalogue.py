"""The European cases, read when first asked, and looked up by field, technology, place, words."""

import csv
import re
from datetime import datetime
from functools import cache
from pathlib import Path

from assessment.cases.european.mapping import Row, mapping
from assessment.cases.european.model import EuropeanCase, EuropeanStatus
from assessment.cases.search import Query

# The licence asks for these words wherever the list, or something derived from it, is shown.
ATTRIBUTION = (
    "European Commission, Joint Research Centre (2026): PSTW: Public Sector Tech Watch latest "
    "dataset of selected cases. doi:10.2905/JRC.J1MWC9R. CC BY 4.0 "
    "(https://creativecommons.org/licenses/by/4.0/). Excerpt, columns selected and renamed."
)

_FILE = Path(__file__).parent.parent.parent / "data" / "pstw_local_government_ai.csv"


def european_cases(
    *,
    field: str | None = None,
    technology: str | None = None,
    country: str | None = None,
    status: EuropeanStatus | None = None,
    text: str = "",
) -> tuple[EuropeanCase, ...]:
    """The cases that meet all that is asked, those begun last first, then by id.

    `country` is the English name. `text` are words that must all occur in the name, organisation,
    company or keywords. The list was curated: counts say nothing about how frequent a use is.
    """
    query = Query.of(text)
    return tuple(
        case
        for case in _all_cases()
        if field in (None, case.field)
        and (technology is None or technology in case.technologies)
        and country in (None, case.country)
        and status in (None, case.status)
        and query.found_in(_searched(case))
    )


@cache
def _all_cases() -> tuple[EuropeanCase, ...]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        cases = [_case(row) for row in csv.DictReader(file)]
    return tuple(sorted(cases, key=lambda case: (-(case.start_year or 0), _number(case))))


def _case(row: Row) -> EuropeanCase:
    rules = mapping()
    keywords = re.split("[,;]", row["ai_keywords"])
    return EuropeanCase(
        id=row["pstw_id"],
        name=row["name"],
        country=row["country"],
        extent=row["extent"],
        organisation=row["organisation"] or None,
        cofog_1=row["cofog_1"],
        cofog_2=row["cofog_2"] or None,
        status=EuropeanStatus(row["status"].lower().replace(" ", "_")),
        start_year=_year(row["start_year"]),
        end_year=_year(row["end_year"]),
        process_type=row["process_type"],
        application_type=row["application_type"],
        interaction=row["interaction"],
        ai_subdomain=row["ai_subdomain"] or None,
        ai_keywords=tuple(word for keyword in keywords if (word := keyword.strip())),
        company=row["company"] or None,
        website=row["website"] or None,
        updated=datetime.strptime(row["date_updated"], "%d/%m/%Y").date(),  # noqa: DTZ007
        field=rules.field_of(row),
        technologies=rules.technologies_of(row),
    )


def _year(text: str) -> int | None:
    return int(text) if text else None


def _number(case: EuropeanCase) -> int:
    return int(case.id.removeprefix("PSTW-"))


@cache
def _searched(case: EuropeanCase) -> str:
    known = (case.name, case.organisation, case.company, *case.ai_keywords)
    return " ".join(word for word in known if word)
