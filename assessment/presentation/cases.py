"""Cases as plain values."""

from assessment.cases.matching import Match
from assessment.presentation.rounding import Json, share


def case_json(match: Match, language: str) -> Json:
    """A case with what it shares with the asker, as plain values."""
    case = match.case
    return {
        "id": case.id,
        "title": case.title[language],
        "municipality": case.municipality,
        "route": case.approach,
        "status": case.status,
        "as_of": case.source_date,
        "similarity": share(match.similarity),
        "traits": {"shared": list(match.shared), "differing": list(match.differing)},
        "source": case.source_url,
    }
