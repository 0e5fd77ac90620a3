"""What the data types cannot say of a questionnaire: references, weights, scales, reachability."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from assessment.questionnaire.documents import Place, closest
from assessment.questionnaire.draft import Draft, Placed
from assessment.questionnaire.draft.reachability import note_rule_faults
from assessment.questionnaire.model import (
    Claim,
    ContextQuestion,
    LevelsQuestion,
    NumberQuestion,
    PlausibilityRule,
    Questionnaire,
    SeveralQuestion,
)

_ID = re.compile(r"[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?")

RESERVED = frozenset({"unknown", "not_applicable", "unanswered", "not_asked"})
"""An option must not be called like a state that an answer file may write in its place."""


def note_faults(draft: Draft) -> None:
    """Note every fault of the draft at its place."""
    _note_repeated_questions(draft.questions)
    for question in draft.questions:
        _note_scale_faults(question)
        _note_dangling(question, draft)
    for rule in draft.rules:
        _note_claim_faults(rule, "if", rule.part.if_, draft)
        _note_claim_faults(rule, "and", rule.part.and_, draft)
    if draft.frame:
        _note_frame_faults(draft.frame)
    if draft.topic_ids is not None:
        note_rule_faults(draft.in_order(), draft.question_ids)


def _note_frame_faults(frame: Placed[Questionnaire]) -> None:
    part = frame.part
    _note_repeated_ids(frame, part.roles, "roles")
    _note_repeated_ids(frame, part.dimensions, "dimensions")
    seen: set[str] = set()
    for d, dimension in enumerate(part.dimensions):
        for t, topic in enumerate(dimension.topics):
            _note_id(frame, topic.id, seen, "dimensions", d, "topics", t, "id")
    if not _rises(part.bands) or not all(0 < edge < 100 for edge in part.bands):
        frame.add("bands_not_rising", "bands")
    if len(part.band_names) != len(part.bands) + 1:
        values = {"expected_count": len(part.bands) + 1, "count": len(part.band_names)}
        frame.add("band_names_count", "band_names", **values)


def note_weightless(frame: Placed[Questionnaire], questions: Iterable[Placed[Any]]) -> None:
    """Topics nobody asks about, and topics and dimensions whose weights add up to nothing."""
    asked = [question.part for question in questions]
    for d, dimension in enumerate(frame.part.dimensions):
        if dimension.topics and not sum(topic.weight for topic in dimension.topics):
            frame.add("weights_zero", "dimensions", d, "topics", given=dimension.id)
        for t, topic in enumerate(dimension.topics):
            inside = [question for question in asked if question.topic == topic.id]
            scored = [q for q in inside if not isinstance(q, ContextQuestion)]
            if not inside:
                frame.add("empty_topic", "dimensions", d, "topics", t, given=topic.id)
            elif scored and not sum(question.weight for question in scored):
                frame.add("weights_zero", "dimensions", d, "topics", t, given=topic.id)


def _note_dangling(question: Placed[Any], draft: Draft) -> None:
    topic, topics, roles = question.part.topic, draft.topic_ids, draft.role_ids
    if topics is not None and topic not in topics and "topic" not in question.unsure:
        question.add("unknown_topic", "topic", given=topic, suggestion=closest(topic, topics))
    for index, role in enumerate(question.part.answerable_by):
        if roles is not None and role not in roles:
            hint = closest(role, roles)
            question.add("unknown_role", "answerable_by", index, given=role, suggestion=hint)


def _note_scale_faults(question: Placed[Any]) -> None:
    part = question.part
    if not _ID.fullmatch(part.id) and "id" not in question.unsure:
        question.add("bad_id", "id", given=part.id)
    if question.unsure & {"levels", "options", "points", "cap", "minimum", "maximum"}:
        return
    match part:
        case LevelsQuestion():
            _note_alike(question, [(("levels", i), text) for i, text in enumerate(part.levels)])
        case NumberQuestion():
            _note_number_faults(question, part)
        case _:
            _note_option_faults(question, part)


def _note_option_faults(question: Placed[Any], part: Any) -> None:
    texts = [(("options", i, "text"), option.text) for i, option in enumerate(part.options)]
    _note_alike(question, texts)
    _note_repeated_ids(question, part.options, "options")
    for index, option in enumerate(part.options):
        if option.id in RESERVED:
            question.add("reserved_id", "options", index, "id", given=option.id)
    if isinstance(part, SeveralQuestion):
        reachable = sum(option.value for option in part.options)
        if reachable < part.cap:
            question.add("cap_unreachable", "cap", given=part.cap, reachable=reachable)


def _note_number_faults(question: Placed[Any], part: NumberQuestion) -> None:
    if not _rises(point.at for point in part.points):
        question.add("points_not_rising", "points")
    if part.minimum is not None and part.maximum is not None and part.minimum >= part.maximum:
        question.add("minimum_not_below", "minimum", given=part.minimum, limit=part.maximum)


def _note_alike(question: Placed[Any], texts: Sequence[tuple[Place, Any]]) -> None:
    """Texts of one scale that read alike in a language: nobody could choose between them."""
    for language in ("de", "en"):
        seen: set[str] = set()
        for place, text in texts:
            words = " ".join(text[language].casefold().split())
            if words in seen:
                question.add("texts_alike", *place, language, given=text[language])
            seen.add(words)


def _note_claim_faults(
    rule: Placed[PlausibilityRule], side: str, claim: Claim, draft: Draft
) -> None:
    questions = {q.part.id: q.part for q in draft.questions if "levels" not in q.unsure}
    if claim.question not in draft.question_ids:
        hint = closest(claim.question, draft.question_ids)
        rule.add("unknown_question", side, "question", given=claim.question, suggestion=hint)
    if claim.at_least is None and claim.at_most is None:
        rule.add("empty_statement", side)
    question = questions.get(claim.question)
    if question is not None and not isinstance(question, LevelsQuestion):
        rule.add("statement_does_not_fit", side, given=claim.question, key="at_least")
        return
    highest = len(question.levels) - 1 if question else None
    for key, level in (("at_least", claim.at_least), ("at_most", claim.at_most)):
        if level is not None and highest is not None and not 0 <= level <= highest:
            rule.add("level_out_of_range", side, key, given=level, minimum=0, maximum=highest)


def _note_repeated_questions(questions: Iterable[Placed[Any]]) -> None:
    seen: set[str] = set()
    for question in questions:
        name = question.part.id
        if name in seen and "id" not in question.unsure:
            question.add("repeated_id", "id", given=name)
        seen.add(name)


def _note_repeated_ids(placed: Placed[Any], parts: Iterable[Any], key: str) -> None:
    seen: set[str] = set()
    for index, part in enumerate(parts):
        _note_id(placed, part.id, seen, key, index, "id")


def _note_id(placed: Placed[Any], name: str, seen: set[str], *place: str | int) -> None:
    if not _ID.fullmatch(name):
        placed.add("bad_id", *place, given=name)
    if name in seen:
        placed.add("repeated_id", *place, given=name)
    seen.add(name)


def _rises(numbers: Iterable[float]) -> bool:
    return all(low < high for low, high in pairwise(numbers))
