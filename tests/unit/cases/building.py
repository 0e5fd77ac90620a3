"""Cases and matching numbers for the tests: plain builders, everything they do not say is fixed."""

from pathlib import Path

from assessment.cases.loader import load_cases
from assessment.cases.model import Case
from assessment.cases.weights import Matching
from tests.conftest import ROOT

KI_READINESS: Path = ROOT / "questionnaires" / "ki-readiness"


def a_case(id_="a", **said):
    """A turnkey road survey of a town of 10,000 in NW, unless said otherwise."""
    content = {
        "id": id_,
        "municipality": "Musterstadt",
        "body": "city",
        "state": "NW",
        "register_population": 10_000,
        "title": {"de": "Titel", "en": "Title"},
        "summary": {"de": "Text", "en": "Text"},
        "field": "mobility",
        "technology": "computer_vision",
        "approach": "turnkey",
        "funding": "unknown",
        "status": "pilot",
        "outcome_kind": "none",
        "source_url": "https://example.org/a",
        "in_wik_study": False,
        "confidence": "high",
    }
    return Case.model_validate(content | said)


def search_numbers(reason):
    """What a word counts by part of a case and by likeness, as in the real numbers."""
    parts = {
        "title": 6,
        "place": 5,
        "partners": 4,
        "kind": 3,
        "summary": 3,
        "experience": 2,
        "source": 1,
    }
    likeness = {"whole": 1, "beginning": 0.6, "inside": 0.3}
    return {
        "parts": {part: {"weight": weight, "reason": reason} for part, weight in parts.items()},
        "likeness": {
            kind: {"weight": weight, "reason": reason} for kind, weight in likeness.items()
        },
    }


def some_matching(**changes):
    """Weights 2, 1, 1, 2, 2, 2; population from 1,000 to 1,000,000; half lost if all is unknown."""
    reason = {"de": "Grund", "en": "Reason"}
    weights = {"population": 2, "body": 1, "state": 1, "field": 2, "technology": 2, "route": 2}
    content = {
        "weights": {trait: {"weight": w, "reason": reason} for trait, w in weights.items()},
        "population": {
            "smallest": 1_000,
            "largest": 1_000_000,
            "alike_within_factor": 2,
            "reason": reason,
        },
        "unknown": {"lowered_by": 0.5, "reason": reason},
        "diversity": {
            "relevance": 0.7,
            "vendor": 0.5,
            "field": 0.2,
            "place": 0.3,
            "at_most_per_vendor": 2,
            "reason": reason,
        },
        "comparable": {"at_least": 0.5, "reason": reason},
        "setbacks": {"in_lists_of": 3, "reason": reason},
        "evidence": {
            "cases": 4,
            "reason": reason,
            "shares_from": 3,
            "shares_reason": reason,
            "note": reason,
        },
        "search": search_numbers(reason),
    }
    for part, values in changes.items():
        content[part] = content[part] | values
    return Matching.model_validate(content)


def the_catalogue():
    """The real cases."""
    return load_cases(KI_READINESS)
