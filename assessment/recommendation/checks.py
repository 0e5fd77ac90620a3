"""What the data types cannot say of a recommendation model: references, ranges, courses, gaps."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

from assessment.municipality import Body
from assessment.questionnaire.answer_file.vocabulary import FIELDS, TECHNOLOGIES
from assessment.questionnaire.conditions import (
    AiActClass,
    All,
    FactorIs,
    HasTrait,
    Not,
    QuestionIs,
)
from assessment.questionnaire.conditions import Any as AnyOf
from assessment.questionnaire.documents import Place, closest
from assessment.questionnaire.draft import Placed
from assessment.questionnaire.model import LevelsQuestion, Questionnaire
from assessment.recommendation.model import (
    Archetype,
    Factor,
    GateCondition,
    RecommendationModel,
    Route,
)

LEVELS = 5
HIGHEST_FACTOR_LEVEL = LEVELS - 1

Model = Placed[RecommendationModel]


def note_model_faults(model: Model, questionnaire: Questionnaire) -> None:
    """Note every fault of recommendation.yaml at its place."""
    for key in ("routes", "factors", "gates"):
        _note_repeated(model, key)
    for route in Route:
        if route not in model.part.route_by_id:
            model.add("missing_route", "routes", given=route)
        _note_requirements(model, route, questionnaire)
    _note_firmness(model)
    if not sum(factor.weight for factor in model.part.factors):
        model.add("weights_zero", "factors", given="factors")
    for index, factor in enumerate(model.part.factors):
        _note_factor(model, index, factor)
    for index, gate in enumerate(model.part.gates):
        _note_rule(model, gate.applies_if, ("gates", index, "applies_if"))
        for number, condition in enumerate(gate.conditions):
            place = ("gates", index, "conditions", number)
            _note_condition(model, place, condition, questionnaire)


def note_archetype_faults(
    archetypes: Sequence[Placed[Archetype]],
    model: RecommendationModel,
    questionnaire: Questionnaire,
) -> None:
    """Note every fault of archetypes.yaml at its place."""
    topics = [topic.id for topic in questionnaire.topics]
    seen: set[str] = set()
    for placed in archetypes:
        one = placed.part
        if one.id in seen:
            placed.add("repeated_id", "id", given=one.id)
        seen.add(one.id)
        _note_default_factors(placed, model)
        _note_not_one_of(placed, "field", one.field, FIELDS)
        _note_not_one_of(placed, "technology", one.technology, TECHNOLOGIES)
        for trait in one.traits:
            _note_known(placed, "unknown_trait", trait, model.traits, "traits")
        if one.ai_act.class_ not in model.ai_act_classes:
            known = model.ai_act_classes
            _note_known(placed, "unknown_ai_act_class", one.ai_act.class_, known, "ai_act", "class")
        for topic in one.topic_multipliers:
            _note_known(placed, "unknown_topic", topic, topics, "topic_multipliers", topic)
        for body in (*one.bodies, *one.standard_set_for):
            _note_not_one_of(placed, "bodies", body, list(Body))


def _note_default_factors(placed: Placed[Archetype], model: RecommendationModel) -> None:
    given = placed.part.default_factors
    for factor, level in given.items():
        place = ("default_factors", factor)
        _note_known(placed, "unknown_factor", factor, model.factor_by_id, *place)
        _note_level(placed, level, HIGHEST_FACTOR_LEVEL, *place)
    for factor in model.factor_by_id.keys() - given.keys():
        placed.add("missing_factor", "default_factors", given=factor)


def _note_firmness(model: Model) -> None:
    firmness = model.part.firmness
    for key in ("utility_factor", "readiness_share"):
        low, high = getattr(firmness, key)
        if low >= high:
            model.add("minimum_not_below", "firmness", key, given=low, limit=high)
    if firmness.draws.bit_count() != 1:
        model.add("not_power_of_two", "firmness", "draws", given=firmness.draws)
    if firmness.likely >= firmness.firm:
        given = {"given": firmness.likely, "limit": firmness.firm}
        model.add("minimum_not_below", "firmness", "likely", **given)


def _note_requirements(model: Model, route: Route, questionnaire: Questionnaire) -> None:
    required = model.part.requirements[route]
    topics = [topic.id for topic in questionnaire.topics]
    for topic in required:
        _note_known(model, "unknown_topic", topic, topics, "requirements", route, topic)
    for topic in topics:
        if topic not in required:
            model.add("missing_requirement", "requirements", route, given=topic)
    if not sum(need.weight for need in required.values() if need.required):
        model.add("weights_zero", "requirements", route, given=route)


def _note_factor(model: Model, index: int, factor: Factor) -> None:
    for route in Route:
        utility, place = factor.utility[route], ("factors", index, "utility", route)
        if len(utility) != LEVELS:
            model.add("utility_count", *place, expected_count=LEVELS, count=len(utility))
        elif not all(0 <= value <= 1 for value in utility):
            model.add("utility_out_of_range", *place, given=utility)
        elif not _COURSES[factor.shape[route]](utility):
            model.add("utility_not_as_shaped", *place, given=utility, shape=factor.shape[route])


def _note_condition(
    model: Model, place: Place, condition: GateCondition, questionnaire: Questionnaire
) -> None:
    if (condition.question is None) == (condition.factor is None):
        model.add("question_or_factor", *place)
        return
    highest = HIGHEST_FACTOR_LEVEL
    if condition.factor is not None:
        known = model.part.factor_by_id
        _note_known(model, "unknown_factor", condition.factor, known, *place, "factor")
    else:
        highest = _highest(model, (*place, "question"), condition.question or "", questionnaire)
    for route in Route:
        minimum, target = condition.minimum[route], condition.target[route]
        _note_level(model, minimum, highest, *place, "minimum", route)
        _note_level(model, target, highest, *place, "target", route)
        if target is not None and minimum > target:
            model.add("minimum_above_target", *place, "minimum", route, given=minimum, limit=target)
    for number, more in enumerate(condition.raises):
        _note_rule(model, more.if_, (*place, "raises", number, "if"))
        for route in Route:
            level = more.minimum[route]
            _note_level(model, level, highest, *place, "raises", number, "minimum", route)


def _highest(model: Model, place: Place, name: str, questionnaire: Questionnaire) -> int:
    """The highest level of the question; what cannot be judged is not judged."""
    _note_known(model, "unknown_question", name, questionnaire.by_id, *place)
    question = questionnaire.by_id.get(name)
    if isinstance(question, LevelsQuestion):
        return len(question.levels) - 1
    if question is not None:
        model.add("question_without_levels", *place, given=name)
    return HIGHEST_FACTOR_LEVEL


def _note_rule(model: Model, rule: Any, place: Place) -> None:
    """Note what a rule speaks of and does not exist, and statements that do not belong here."""
    match rule:
        case All(all=parts) | AnyOf(any=parts):
            key = "all" if isinstance(rule, All) else "any"
            for number, part in enumerate(parts):
                _note_rule(model, part, (*place, key, number))
        case Not(not_=part):
            _note_rule(model, part, (*place, "not"))
        case FactorIs(factor=factor):
            factors = model.part.factor_by_id
            _note_known(model, "unknown_factor", factor, factors, *place, "factor")
        case HasTrait(trait=trait):
            _note_known(model, "unknown_trait", trait, model.part.traits, *place, "trait")
        case AiActClass(ai_act=classes):
            for name in classes:
                of_act = model.part.ai_act_classes
                _note_known(model, "unknown_ai_act_class", name, of_act, *place, "ai_act")
        case QuestionIs(question=question):
            model.add("statement_about_answer", *place, given=question)


def _note_repeated(model: Model, key: str) -> None:
    seen: set[str] = set()
    for index, part in enumerate(getattr(model.part, key)):
        if part.id in seen:
            model.add("repeated_id", key, index, "id", given=part.id)
        seen.add(part.id)


def _note_known(
    placed: Placed[Any], code: str, given: str, known: Iterable[str], *place: str | int
) -> None:
    if given not in known:
        placed.add(code, *place, given=given, suggestion=closest(given, known))


def _note_not_one_of(placed: Placed[Any], key: str, given: str, allowed: Sequence[str]) -> None:
    if given not in allowed:
        placed.add("not_one_of", key, given=given, allowed=", ".join(allowed))


def _note_level(placed: Placed[Any], level: int | None, highest: int, *place: str | int) -> None:
    if level is not None and not 0 <= level <= highest:
        placed.add("level_out_of_range", *place, given=level, minimum=0, maximum=highest)


def _rises(utility: Sequence[float]) -> bool:
    return utility[0] < utility[-1] and all(low <= high for low, high in pairwise(utility))


def _falls(utility: Sequence[float]) -> bool:
    return _rises(utility[::-1])


def _peaks(utility: Sequence[float]) -> bool:
    peak = utility.index(max(utility))
    return _rises(utility[: peak + 1]) and _falls(utility[peak:])


def _is_flat(utility: Sequence[float]) -> bool:
    return min(utility) == max(utility)


_COURSES: dict[str, Callable[[Sequence[float]], bool]] = {
    "rising": _rises,
    "falling": _falls,
    "peaked": _peaks,
    "flat": _is_flat,
}
