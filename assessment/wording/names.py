"""Names of codes: what a state, field, technology, status ... is called in each language."""

from collections.abc import Mapping
from enum import StrEnum

from assessment.wording.catalogue import N_, translator

_STATES = {
    "BW": N_("Baden-Württemberg"),
    "BY": N_("Bavaria"),
    "BE": N_("Berlin"),
    "BB": N_("Brandenburg"),
    "HB": N_("Bremen"),
    "HH": N_("Hamburg"),
    "HE": N_("Hesse"),
    "MV": N_("Mecklenburg-Western Pomerania"),
    "NI": N_("Lower Saxony"),
    "NW": N_("North Rhine-Westphalia"),
    "RP": N_("Rhineland-Palatinate"),
    "SL": N_("Saarland"),
    "SN": N_("Saxony"),
    "ST": N_("Saxony-Anhalt"),
    "SH": N_("Schleswig-Holstein"),
    "TH": N_("Thuringia"),
    "AT": N_("Austria"),
    "CH": N_("Switzerland"),
}

_BODIES = {
    "municipality": N_("Municipality"),
    "county": N_("County"),
    "utility": N_("Municipal utility"),
    "inter_municipal": N_("Inter-municipal body"),
    "it_provider": N_("Public IT provider"),
    "state_or_federal": N_("State or federal body"),
}

# As the register calls them: terms of law that differ by state, so English keeps them in brackets.
_REGISTER_KINDS = {
    "Gemeinde": N_("Municipality (Gemeinde)"),
    "Markt": N_("Market town (Markt)"),
    "Stadt": N_("Town (Stadt)"),
    "große Kreisstadt": N_("Large district town (große Kreisstadt)"),
    "kreisfreie Stadt": N_("Independent city (kreisfreie Stadt)"),
    "Stadtkreis": N_("Independent city (Stadtkreis)"),
    "Kreis": N_("County (Kreis)"),
    "Landkreis": N_("County (Landkreis)"),
    "Regionalverband": N_("Regional association (Regionalverband)"),
}

# Cases tell cities from towns; everywhere else both are municipalities.
_CASE_BODIES = {
    "city": N_("City"),
    "town_or_municipality": N_("Town or municipality"),
    "municipal_utility": N_("Municipal utility"),
}

_ANSWER_PARTS = {
    "answer": N_("Answer"),
    "reason": N_("Reason"),
    "comment": N_("Comment"),
    "evidence": N_("Evidence"),
    "respondent": N_("Answered by"),
}

_FIELDS = {
    "mobility": N_("Mobility"),
    "citizen_services": N_("Citizen services"),
    "internal_administration": N_("Internal administration"),
    "utilities_waste": N_("Utilities and waste"),
    "environment_climate": N_("Environment and climate"),
    "urban_development": N_("Urban development"),
    "public_safety": N_("Public safety"),
    "social_health": N_("Social affairs and health"),
    "education_culture": N_("Education and culture"),
    "economy_tourism": N_("Economy and tourism"),
    "other": N_("Other"),
}

_TECHNOLOGIES = {
    "chatbot_rule_or_nlp": N_("Chatbot without a language model"),
    "llm_assistant": N_("Assistant with a language model"),
    "document_processing": N_("Document processing"),
    "computer_vision": N_("Image recognition"),
    "forecasting": N_("Forecasting"),
    "optimisation_control": N_("Optimisation and control"),
    "speech": N_("Speech recognition and output"),
    "geodata_analysis": N_("Analysis of geodata"),
    "other": N_("Other"),
}

_ROUTES = {
    "turnkey": N_("Turnkey"),
    "shared_service": N_("Shared service"),
    "co_development": N_("Co-development"),
    "in_house": N_("In-house development"),
}

_DIFFERENCES = {
    "real": N_("Real change"),
    "method": N_("Method"),
    "composition": N_("Other questions answered"),
    "steady": N_("Hardly any difference"),
    "unlinked": N_("Cannot be told apart"),
    "no_result": N_("No comparison"),
}

_TABLES: dict[str, dict[str, str]] = {
    "state": _STATES,
    "body": _BODIES | _CASE_BODIES,
    "asker_body": _BODIES,
    "register_kind": _REGISTER_KINDS,
    "field": _FIELDS,
    "technology": _TECHNOLOGIES,
    "route": _ROUTES,
    "approach": _ROUTES | {"unknown": N_("Not stated")},
    "advised": _ROUTES | {"none": N_("Prepare first"), "no_plan": N_("No application named")},
    "route_state": {
        "open": N_("Open"),
        "conditional": N_("Conditional"),
        "stopped": N_("Stopped"),
    },
    "firmness": {
        "firm": N_("Firm"),
        "likely": N_("Likely"),
        "undecided": N_("Undecided"),
    },
    "answer_part": _ANSWER_PARTS,
    "quadrant": {
        "quick_win": N_("Quick wins"),
        "prepare": N_("Prepare well"),
        "in_passing": N_("When convenient"),
        "later": N_("Put off"),
    },
    "answer_state": {
        "answered": N_("Answered"),
        "unknown": N_("Don't know"),
        "not_applicable": N_("Does not apply"),
        "unanswered": N_("Not answered"),
        "not_asked": N_("Not asked"),
    },
    "status": {
        "planned": N_("Planned"),
        "pilot": N_("Pilot"),
        "rollout": N_("Being rolled out"),
        "regular_operation": N_("Regular operation"),
        "ended": N_("Ended"),
        "unknown": N_("Not stated"),
    },
    "european_status": {
        "implemented": N_("In use"),
        "pilot": N_("Pilot"),
        "in_development": N_("In development"),
        "planned": N_("Planned"),
        "not_in_use": N_("No longer in use"),
    },
    "exit_standing": {
        "settled": N_("Settled"),
        "open": N_("Still open"),
        "unknown": N_("Not known"),
        "not_asked": N_("Not asked"),
    },
    "funding": {
        "own_budget": N_("Own budget"),
        "grant": N_("Grant"),
        "mixed": N_("Own budget and grant"),
        "unknown": N_("Not stated"),
    },
    "confidence": {
        "high": N_("Well documented"),
        "medium": N_("Documented in part"),
        "low": N_("Thinly documented"),
    },
    "outcome_kind": {
        "measured": N_("Measured"),
        "reported": N_("Reported, not verified"),
        "expected": N_("Expected"),
        "context": N_("Context, not an effect"),
        "none": N_("No statement on effects"),
    },
    "cost_kind": {
        "running": N_("Running costs"),
        "project": N_("Costs of the whole project"),
        "grant": N_("Grant"),
        "own_share": N_("Own share"),
        "offer": N_("Offer"),
    },
    "trait": {
        "population": N_("Number of inhabitants"),
        "body": N_("Kind of organisation"),
        "state": N_("State"),
        "field": N_("Field of work"),
        "technology": N_("Technology"),
        "route": N_("Way of implementation"),
    },
    "relevance": {
        "none": N_("Does not matter"),
        "some": N_("Matters somewhat"),
        "critical": N_("Decisive"),
    },
    "stage": {
        "any_ai": N_("Needed for any AI"),
        "building": N_("Needed for developing"),
        "feasible": N_("Needed for feasibility"),
    },
    "basis": {
        "law": N_("Law"),
        "good_practice": N_("Good practice"),
        "logic": N_("Follows from the matter"),
    },
    "size_class": {
        "11": N_("Larger big city (500,000 inhabitants or more)"),
        "12": N_("Smaller big city (100,000 to under 500,000 inhabitants)"),
        "21": N_("Larger medium-sized town (50,000 to under 100,000 inhabitants)"),
        "22": N_("Smaller medium-sized town (20,000 to under 50,000 inhabitants)"),
        "30": N_("Larger small town (10,000 to under 20,000 inhabitants)"),
        "40": N_("Small town (5,000 to under 10,000 inhabitants)"),
        "50": N_("Rural municipality (under 5,000 inhabitants)"),
    },
    "difference": _DIFFERENCES,
    "difference_of_bodies": _DIFFERENCES | {"real": N_("Other answers")},
    "became": {
        "unchanged": N_("Unchanged"),
        "reworded": N_("Worded anew, same meaning"),
        "changed": N_("Changed"),
        "split": N_("Split"),
        "merged": N_("Merged"),
        "new": N_("New"),
        "dropped": N_("No longer asked"),
    },
    "goal_kind": {
        "minimum": N_("Opens a route"),
        "condition": N_("Condition before go-live"),
        "target": N_("Own target"),
        "score": N_("Readiness for the route"),
    },
    # Sentences: why a roadmap does not reach every goal, and what would do.
    "obstacle": {
        "no_measure": N_("No measure can bring about: %(subject)s."),
        "measure_too_large": N_(
            "“%(measure)s” alone takes %(needed)s person-days; the plan holds %(given)s."
        ),
        "chain_too_long": N_(
            "Measures that build on one another take %(needed)s quarters; the plan has %(given)s."
        ),
        "too_much_work": N_(
            "The measures take %(needed)s person-days in all; the plan holds %(given)s."
        ),
        "does_not_fit": N_("Time and person-days would do in all, but not in each quarter."),
        "would_do": N_("It would fit into %(quarters)s quarters with %(days)s person-days each."),
    },
    "document_format": {
        "pdf": N_("Report (PDF)"),
        "html": N_("Report (one web page)"),
        "docx": N_("Council paper (Word)"),
        "pptx": N_("Slides (PowerPoint)"),
        "xlsx": N_("Workbook (Excel)"),
        "csv": N_("Table (CSV)"),
        "json": N_("Data (JSON)"),
    },
    "example": {
        "mittelstadt": N_("Medium-sized town of 42,000 with an AI platform of its own"),
        "kleinstadt": N_("Small town of 18,000, filled in completely"),
        "kleinstadt-halb-ausgefuellt": N_("Small town of 8,000, filled in by half"),
        "dorf": N_("Village of 900, administered by its joint administration"),
        "grossstadt": N_("City of 600,000 with a data office of its own"),
        "landkreis": N_("County of 100,000"),
        "stadtwerk": N_("Municipal utility of a town of 85,000, entered by hand"),
        "alles-unbekannt": N_("Town of 18,000 that cannot answer anything yet"),
    },
    "expected": {
        "text": N_("a text"),
        "integer": N_("a whole number"),
        "number": N_("a number"),
        "boolean": N_("true or false"),
        "list": N_("a list"),
        "mapping": N_("a group of keys with values"),
        "nothing": N_("nothing"),
    },
}


def name(kind: str, code: str | StrEnum | None, language: str) -> str:
    """What the code of this kind is called; the code itself where there is no word for it."""
    words: Mapping[str, str] = _TABLES[kind]
    message = words.get(str(code))
    return translator(language).gettext(message) if message else str(code or "")


def codes(kind: str) -> tuple[str, ...]:
    """Every code of this kind, in the order in which they are shown."""
    return tuple(_TABLES[kind])
