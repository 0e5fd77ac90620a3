"""Reads bridges.yaml of a questionnaire folder and the earlier versions it names."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from assessment.errors import Invalid, Problem
from assessment.questionnaire.bridge.checks import note_step_faults
from assessment.questionnaire.bridge.declared import STEPS, BridgesFile, sides
from assessment.questionnaire.bridge.model import Bridge, Jump, Kind, Link, Series
from assessment.questionnaire.documents import Faults, Place, checked, closest, read_document
from assessment.questionnaire.draft import Placed
from assessment.questionnaire.loader import load_questionnaire
from assessment.questionnaire.model import Question, Questionnaire

FILE = "bridges.yaml"
EARLIER = "earlier"

_REFERENCE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*@[A-Za-z0-9][A-Za-z0-9_.-]*")


class _File(BridgesFile):
    """The file with bridges still unread, so that each step is judged by itself."""

    bridges: tuple[Any, ...] = ()


def load_series(folder: Path, questionnaire: Questionnaire) -> Series:
    """How the questionnaire continues earlier versions. Raises Invalid with every fault.

    There need not be a `bridges.yaml`: then it continues none.
    """
    if not (folder / FILE).exists():
        return Series(questionnaire)
    faults = Faults(read_document(folder / FILE, shown_as=FILE))
    frame = checked(faults, _File)
    reading = _Reading(folder, questionnaire, faults)
    bridges = reading.bridges(frame.bridges if frame else ())
    if problems := [*reading.unread, *faults.problems]:
        raise Invalid(problems)
    assert frame is not None  # noqa: S101 - else there had been a fault
    jump = Jump(frame.noticeable, frame.least_common)
    return Series(questionnaire, jump, bridges)


class _Reading:
    """The bridges of one file, and the problems of the earlier versions they name."""

    def __init__(self, folder: Path, later: Questionnaire, faults: Faults) -> None:
        self._folder = folder
        self._later = later
        self._faults = faults
        self.unread: list[Problem] = []

    def bridges(self, items: tuple[Any, ...]) -> dict[str, Bridge]:
        """The bridges that can be understood, by the reference of the earlier version."""
        found: dict[str, Bridge] = {}
        seen: set[str] = set()
        for index, item in enumerate(items):
            place: Place = ("bridges", index)
            reference = self._reference(item, place, seen)
            steps = self._steps(item, place)
            earlier = self._earlier(reference, place) if reference else None
            if earlier is None or steps is None:
                continue
            bridge = Placed(item, place, self._faults)
            if note_step_faults(bridge, steps, earlier, self._later):
                found[earlier.reference] = _bridge(earlier, self._later, steps)
        return found

    def _reference(self, item: Any, place: Place, seen: set[str]) -> str | None:
        """The version that the bridge begins at; None, with the problem noted, if it cannot be."""
        if not isinstance(item, dict):
            self._faults.add("wrong_type", place, expected="mapping", given=item)
            return None
        for key in item.keys() - {"from", "steps"}:
            hint = closest(key, ("from", "steps"))
            self._faults.add("unknown_key", (*place, key), given=key, suggestion=hint)
        if "from" not in item:
            self._faults.add("missing_key", (*place, "from"), key="from")
            return None
        given, place = item["from"], (*place, "from")
        if not isinstance(given, str) or not _REFERENCE.fullmatch(given):
            self._faults.add("bad_reference", place, given=given)
        elif given == self._later.reference:
            self._faults.add("bridge_to_itself", place, given=given)
        elif given in seen:
            self._faults.add("repeated_bridge", place, given=given)
        else:
            seen.add(given)
            return given
        return None

    def _earlier(self, reference: str, place: Place) -> Questionnaire | None:
        shown = f"{EARLIER}/{reference}"
        folder = self._folder / EARLIER / reference
        if not folder.is_dir():
            self._faults.add("no_earlier_version", (*place, "from"), given=reference, folder=shown)
            return None
        try:
            earlier = load_questionnaire(folder)
        except Invalid as error:
            self.unread += [replace(one, file=f"{shown}/{one.file}") for one in error.problems]
            return None
        if earlier.reference != reference:
            values = {"given": reference, "found": earlier.reference, "folder": shown}
            self._faults.add("another_version", (*place, "from"), **values)
            return None
        return earlier

    def _steps(self, item: Any, place: Place) -> list[Placed[Any]] | None:
        """The steps that can be understood; what is wrong with the others is noted."""
        if not isinstance(item, dict):
            return None
        if "steps" not in item:
            self._faults.add("missing_key", (*place, "steps"), key="steps")
            return None
        if not isinstance(item["steps"], list):
            place = (*place, "steps")
            self._faults.add("wrong_type", place, expected="list", given=item["steps"])
            return None
        found = (self._step(value, (*place, "steps", at)) for at, value in enumerate(item["steps"]))
        return [step for step in found if step is not None]

    def _step(self, value: Any, place: Place) -> Placed[Any] | None:
        if not isinstance(value, dict):
            self._faults.add("wrong_type", place, expected="mapping", given=value)
            return None
        kind = value.get("kind")
        if isinstance(kind, str) and kind in STEPS:
            part = checked(self._faults, STEPS[kind], place)
            return Placed(part, place, self._faults) if part else None
        if kind is None:
            self._faults.add("missing_key", (*place, "kind"), key="kind")
            return None
        values = {"given": kind, "allowed": ", ".join(STEPS), "suggestion": closest(kind, STEPS)}
        self._faults.add("not_one_of", (*place, "kind"), **values)
        return None


def _bridge(earlier: Questionnaire, later: Questionnaire, steps: list[Placed[Any]]) -> Bridge:
    declared = [_link(earlier, later, placed.part) for placed in steps]
    named_before = {question.id for link in declared for question in link.was}
    named_now = {question.id for link in declared for question in link.now}
    links = declared + [
        Link(Kind.UNCHANGED, (earlier.by_id[id],), (question,))
        for id, question in later.by_id.items()
        if id in earlier.by_id and id not in named_before | named_now
    ]
    place = {id: at for at, id in enumerate(later.by_id)}
    links.sort(key=lambda link: min((place[one.id] for one in link.now), default=len(place)))
    return Bridge(earlier, later, tuple(links))


def _link(earlier: Questionnaire, later: Questionnaire, step: Any) -> Link:
    was, now = sides(step)
    return Link(Kind(step.kind), _questions(earlier, was), _questions(later, now), step.because)


def _questions(questionnaire: Questionnaire, ids: tuple[str, ...]) -> tuple[Question, ...]:
    return tuple(questionnaire.by_id[id] for id in ids)
