"""What can be wrong with the steps of a bridge: every question must have exactly one place."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from assessment.questionnaire.bridge.declared import sides
from assessment.questionnaire.documents import closest
from assessment.questionnaire.draft import Placed
from assessment.questionnaire.model import Questionnaire


def note_step_faults(
    bridge: Placed[Any],
    steps: Sequence[Placed[Any]],
    earlier: Questionnaire,
    later: Questionnaire,
) -> bool:
    """Note every fault of a bridge at its place; whether none was found.

    Where a step could not be read nobody knows what it was about: nothing is called missing then.
    """
    before = len(bridge.faults.problems)
    was = _note_ids(steps, "was", earlier.by_id, "unknown_earlier_question")
    now = _note_ids(steps, "now", later.by_id, "unknown_later_question")
    for step in steps:
        if step.part.kind == "reworded":
            _note_scale(step, earlier, later)
    if not bridge.faults.keys_at_fault((*bridge.place, "steps")):
        _note_undeclared_later(bridge, earlier, later, was=was, now=now)
        for id in earlier.by_id:
            if id not in was and (id not in later.by_id or id in now):
                bridge.add("undeclared_dropped", "steps", given=id)
    return len(bridge.faults.problems) == before


def _note_ids(
    steps: Iterable[Placed[Any]], side: str, known: Collection[str], unknown: str
) -> set[str]:
    """The ids on one side of the steps; those that nobody knows or that stand twice are noted."""
    seen: set[str] = set()
    for step in steps:
        value = getattr(step.part, side, ())
        for index, id in enumerate(sides(step.part)[0 if side == "was" else 1]):
            inner = (side,) if isinstance(value, str) else (side, index)
            if id not in known:
                step.add(unknown, *inner, given=id, suggestion=closest(id, known))
            elif id in seen:
                step.add("question_twice", *inner, given=id)
            seen.add(id)
    return seen


def _note_undeclared_later(
    bridge: Placed[Any],
    earlier: Questionnaire,
    later: Questionnaire,
    *,
    was: Collection[str],
    now: Collection[str],
) -> None:
    """Note questions of the later version without a step, unless the earlier one asks the same."""
    for id, question in later.by_id.items():
        if id in now:
            continue
        if id not in earlier.by_id or id in was:
            bridge.add("undeclared_new", "steps", given=id)
        elif not alike(earlier.by_id[id], question):
            bridge.add("undeclared_scale", "steps", given=id)
        elif _words(earlier.by_id[id]) != _words(question):
            bridge.add("undeclared_wording", "steps", given=id)


def _note_scale(step: Placed[Any], earlier: Questionnaire, later: Questionnaire) -> None:
    was, now = earlier.by_id.get(step.part.was), later.by_id.get(step.part.now)
    if was is not None and now is not None and not alike(was, now):
        step.add("scale_differs", "now", given=step.part.now, was=step.part.was)


def alike(was: Any, now: Any) -> bool:
    """Whether an answer to one is an answer to the other: same kind, levels, options, unit."""
    return was.kind == now.kind and _scale(was) == _scale(now)


def _scale(question: Any) -> object:
    match question.kind:
        case "levels":
            return len(question.levels)
        case "number":
            return question.unit
    return {option.id for option in question.options}


def _words(question: Any) -> object:
    """What is read before one answers; help and evidence may be mended within a meaning."""
    options = getattr(question, "options", ())
    return (
        question.text,
        getattr(question, "levels", ()),
        {option.id: option.text for option in options},
    )
