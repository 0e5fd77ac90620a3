"""Reads measures.yaml of a questionnaire folder and names every fault."""

from collections import Counter
from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

from assessment.questionnaire.documents import Faults, checked, closest, read_document
from assessment.questionnaire.draft import Placed
from assessment.questionnaire.model import Questionnaire
from assessment.recommendation.measures.model import Measure, Measures, Planning, highest_level

FILE = "measures.yaml"

Found = Sequence[Placed[Measure]]


class _File(Planning):
    """The file with measures still unread, so that each is judged by itself."""

    measures: tuple[Any, ...]


def load_measures(folder: Path, questionnaire: Questionnaire) -> Measures:
    """The measures of the folder, fit for the questionnaire. Raises Invalid with every fault."""
    faults = Faults(read_document(folder / FILE, shown_as=FILE))
    frame = checked(faults, _File)
    items = _items(faults.document.value)
    found = [
        Placed(part, ("measures", index), faults)
        for index in range(len(items))
        if (part := checked(faults, Measure, ("measures", index)))
    ]
    highest = {topic.id: highest_level(questionnaire, topic.id) for topic in questionnaire.topics}
    _note_each(found, _named(items, "id"), highest)
    _note_steps(faults, found, items, highest)
    _note_circles(found)
    faults.raise_if_any()
    assert frame is not None  # noqa: S101 - else there had been a fault
    return Measures.model_validate(
        {name: getattr(frame, name) for name in Planning.model_fields}
        | {"measures": tuple(placed.part for placed in found)}
    )


def _items(value: Any) -> list[Any]:
    items = value.get("measures") if isinstance(value, dict) else None
    return items if isinstance(items, list) else []


def _named(items: Sequence[Any], key: str) -> list[Any]:
    """What stands under the key, in faulty measures too: they are missing nowhere."""
    return [item.get(key) for item in items if isinstance(item, dict)]


def _note_each(found: Found, ids: Sequence[Any], highest: Mapping[str, int]) -> None:
    seen: set[str] = set()
    for placed in found:
        one = placed.part
        if one.id in seen:
            placed.add("repeated_id", "id", given=one.id)
        seen.add(one.id)
        if one.topic not in highest:
            hint = closest(one.topic, highest)
            placed.add("unknown_topic", "topic", given=one.topic, suggestion=hint)
        elif one.to_level > (limit := highest[one.topic]):
            level = one.to_level
            placed.add("level_out_of_range", "to_level", given=level, minimum=1, maximum=limit)
        if one.person_days.low > one.person_days.high:
            low, high = one.person_days.low, one.person_days.high
            placed.add("low_above_high", "person_days", "low", given=low, limit=high)
        for index, name in enumerate(one.prerequisites):
            if name not in ids:
                hint = closest(name, [known for known in ids if isinstance(known, str)])
                place = ("prerequisites", index)
                placed.add("unknown_measure", *place, given=name, suggestion=hint)


def _note_steps(
    faults: Faults, found: Found, items: Sequence[Any], highest: Mapping[str, int]
) -> None:
    """Note steps of topics that have no measure, and those that have a second one."""
    pairs = zip(_named(items, "topic"), _named(items, "to_level"), strict=True)
    given = {(topic, level) for topic, level in pairs if isinstance(level, int)}
    if items:
        for topic, top in highest.items():
            for level in range(1, top + 1):
                if (topic, level) not in given:
                    faults.add("missing_step", ("measures",), given=topic, level=level)
    counted: Counter[tuple[str, int]] = Counter()
    for placed in found:
        step = (placed.part.topic, placed.part.to_level)
        counted[step] += 1
        if counted[step] > 1:
            placed.add("repeated_step", "to_level", given=step[0], level=step[1])


def _note_circles(found: Found) -> None:
    """Note a circle at the measure that closes it, one at a time until none is left.

    Where two measures have one id, nobody knows which of them others wait for.
    """
    places = {placed.part.id: placed for placed in found}
    if len(places) < len(found):
        return
    steps = {(placed.part.topic, placed.part.to_level): placed.part.id for placed in found}
    rests_on = {placed.part.id: set(placed.part.prerequisites) for placed in found}
    for placed in found:
        before = steps.get((placed.part.topic, placed.part.to_level - 1))
        rests_on[placed.part.id] |= {before} if before else set()
    while circle := _circle(rests_on):
        last, first = circle[1], circle[0]
        places[last].add("measure_circle", "prerequisites", given=" → ".join(circle))
        rests_on[last].discard(first)


def _circle(rests_on: Mapping[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(rests_on).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle
    return []
