"""What the body plans: applications, their factors, the roadmap's frame and the levels wanted."""

import re
from collections.abc import Mapping
from typing import Any

from assessment.questionnaire.answer_file import entries
from assessment.questionnaire.answer_file.vocabulary import Vocabulary
from assessment.questionnaire.answers import Plan, PlannedApplication
from assessment.questionnaire.documents import Faults, Place, closest
from assessment.questionnaire.model import LevelsQuestion

MOST_APPLICATIONS = 50
HIGHEST_FACTOR_LEVEL = 4
HIGHEST_BENEFIT = 4
_QUARTER = re.compile(r"20[0-9]{2}-Q[1-4]")
_OWN = ("title", "field", "technology", "traits", "ai_act")
_KEYS = ("id", "archetype", "priority", "benefit", "factors", *_OWN)


def factors(
    faults: Faults, given: Any, place: Place, known: Mapping[str, str]
) -> dict[str, int | None]:
    """The levels of factors that were given; None stands for unknown."""
    if given is None:
        return {}
    if not isinstance(given, dict):
        faults.add("wrong_type", place, expected="mapping", given=given)
        return {}
    found: dict[str, int | None] = {}
    for name, level in given.items():
        inner = (*place, name)
        if name not in known:
            hint = closest(name, known)
            faults.add("unknown_factor", inner, given=name, suggestion=hint)
        elif level == "unknown":
            found[name] = None
        elif level is not None:
            found[name] = _factor_level(faults, level, inner)
    return found


def applications(
    faults: Faults, given: Any, place: Place, vocabulary: Vocabulary
) -> tuple[PlannedApplication, ...]:
    """The planned applications, each under an id of its own."""
    taken: set[str] = set()
    found = [
        _application(faults, item, (*place, index), vocabulary, taken=taken)
        for index, item in enumerate(entries.items(faults, given, place, most=MOST_APPLICATIONS))
    ]
    return tuple(application for application in found if application)


def plan(faults: Faults, given: Any, place: Place) -> Plan | None:
    """When the roadmap starts, how long it runs and what it may cost a quarter."""
    keys = ("start", "quarters", "person_days_per_quarter")
    if given is None or not entries.mapping(faults, given, place, known=keys, required=keys):
        return None
    start, quarters, days = (given.get(key) for key in keys)
    if "start" in given and not (isinstance(start, str) and _QUARTER.fullmatch(start)):
        faults.add("bad_quarter", (*place, "start"), given=start)
    if "quarters" in given:
        entries.integer(faults, quarters, (*place, "quarters"), low=1, high=40)
    if "person_days_per_quarter" in given:
        inner = (*place, "person_days_per_quarter")
        days = entries.number(faults, days, inner)
        if days is not None and days <= 0:
            faults.add("not_above", inner, given=days, limit=0)
    return Plan(str(start), quarters, days) if quarters and days else None


def targets(faults: Faults, given: Any, place: Place, vocabulary: Vocabulary) -> dict[str, int]:
    """The levels wanted by the end of the plan, by topic or by question."""
    if given is None:
        return {}
    if not isinstance(given, dict):
        faults.add("wrong_type", place, expected="mapping", given=given)
        return {}
    highest = _highest_levels(vocabulary)
    found: dict[str, int] = {}
    for name, level in given.items():
        inner = (*place, name)
        if name not in highest:
            faults.add("unknown_target", inner, given=name, suggestion=closest(name, highest))
        elif (checked := _level(faults, level, inner, highest[name])) is not None:
            found[name] = checked
    return found


def _application(
    faults: Faults, given: Any, place: Place, vocabulary: Vocabulary, *, taken: set[str]
) -> PlannedApplication | None:
    required = ("id", "archetype")
    entry = entries.mapping(faults, given, place, known=_KEYS, required=required)
    if entry is None:
        return None
    name = None
    if "id" in entry:
        name = entries.new_id(faults, entry["id"], (*place, "id"), taken)
    priority = 1
    if entry.get("priority") is not None:
        inner = (*place, "priority")
        priority = entries.integer(faults, entry["priority"], inner, low=1, high=5) or 1
    benefit = None
    if entry.get("benefit") is not None:
        benefit = _level(faults, entry["benefit"], (*place, "benefit"), HIGHEST_BENEFIT)
    return PlannedApplication(
        id=name or "",
        priority=priority,
        benefit=benefit,
        factors=factors(faults, entry.get("factors"), (*place, "factors"), vocabulary.factors),
        title=entries.text(faults, entry, "title", place, most=200),
        **_kind(faults, entry, place, vocabulary),
    )


def _kind(
    faults: Faults, entry: entries.Entry, place: Place, vocabulary: Vocabulary
) -> dict[str, Any]:
    """The archetype, or what an application of one's own says in its place."""
    if "archetype" not in entry:
        return {"archetype": None}
    if entry["archetype"] is None:
        return {"archetype": None, **_own(faults, entry, place, vocabulary)}
    for key in ("field", "technology", "traits", "ai_act"):
        if entry.get(key) is not None:
            faults.add("only_own_application", (*place, key), key=key)
    known = vocabulary.archetypes
    inner = (*place, "archetype")
    return {
        "archetype": entries.one_of(
            faults, entry["archetype"], inner, known, code="unknown_archetype"
        )
    }


def _own(
    faults: Faults, entry: entries.Entry, place: Place, vocabulary: Vocabulary
) -> dict[str, Any]:
    """What an application without an archetype has to say for itself."""
    for key in _OWN:
        if entry.get(key) is None or (key != "traits" and not str(entry[key]).strip()):
            faults.add("own_application_incomplete", (*place, key), key=key)
    known = {
        "field": (vocabulary.fields, "unknown_field"),
        "technology": (vocabulary.technologies, "unknown_technology"),
        "ai_act": (vocabulary.ai_act_classes, "unknown_ai_act_class"),
    }
    said: dict[str, Any] = {
        key: entries.one_of(faults, entry[key], (*place, key), ids, code=code)
        for key, (ids, code) in known.items()
        if entry.get(key) is not None and entry[key] != ""
    }
    return said | {"traits": _traits(faults, entry.get("traits"), (*place, "traits"), vocabulary)}


def _traits(faults: Faults, given: Any, place: Place, vocabulary: Vocabulary) -> tuple[str, ...]:
    found: list[str] = []
    for index, item in enumerate(entries.items(faults, given, place, most=50)):
        inner = (*place, index)
        trait = entries.one_of(faults, item, inner, vocabulary.traits, code="unknown_trait")
        if trait in found:
            faults.add("repeated_item", inner, given=trait)
        elif trait is not None:
            found.append(trait)
    return tuple(found)


def _factor_level(faults: Faults, given: Any, place: Place) -> int | None:
    return _level(faults, given, place, HIGHEST_FACTOR_LEVEL)


def _level(faults: Faults, given: Any, place: Place, highest: int) -> int | None:
    if isinstance(given, bool) or not isinstance(given, int):
        faults.add("not_a_level", place, given=given, minimum=0, maximum=highest)
        return None
    if not 0 <= given <= highest:
        faults.add("level_out_of_range", place, given=given, minimum=0, maximum=highest)
        return None
    return given


def _highest_levels(vocabulary: Vocabulary) -> dict[str, int]:
    """The highest level of every topic and of every question with levels."""
    questionnaire = vocabulary.questionnaire
    levels = {topic.id: len(questionnaire.bands) for topic in questionnaire.topics}
    return levels | {
        question.id: len(question.levels) - 1
        for question in questionnaire.questions
        if isinstance(question, LevelsQuestion)
    }
