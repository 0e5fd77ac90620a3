"""What nobody knows yet and is worth finding out first, as tasks with who can answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assessment.model import Model
from assessment.recommendation.robustness.model import FindOut
from assessment.report.content.firmness import words
from assessment.report.content.firmness.flips import Place, place_of
from assessment.report.content.gates import subject_of
from assessment.result import ApplicationResult, Result

SHOWN = 5

_Found = tuple[ApplicationResult, FindOut]


@dataclass(frozen=True)
class TaskView:
    """Something to find out; `who` names the roles, or what kind of statement it is.

    `topic` is that of a question. Over all applications, `application` is the one that a factor
    belongs to, empty for one of the body; `applications` are the titles it matters for.
    """

    place: Place
    id: str
    text: str
    who: str
    gain: str
    topic: str
    application: str = ""
    applications: tuple[str, ...] = ()


def tasks_of(item: ApplicationResult, model: Model, language: str) -> tuple[TaskView, ...]:
    """What is worth finding out for one application, most first."""
    return tuple(
        _task(found, words.gain(found.gain, language), model, language)
        for found in item.robustness.find_out_first
    )


def tasks_over_all(
    result: Result, titles: Mapping[str, str], model: Model, language: str
) -> tuple[TaskView, ...]:
    """What is worth finding out first over all applications, which weigh by their priority.

    A factor of an application counts for it alone. The gain told is the largest one.
    """
    found: dict[tuple[str, str, str], list[_Found]] = {}
    for item in result.applications:
        for one in item.robustness.find_out_first:
            own = "" if _is_shared(one, model) else item.recommendation.id
            found.setdefault((one.kind, one.id, own), []).append((item, one))
    ranked = sorted(found.items(), key=lambda entry: (-_total(entry[1]), entry[0]))
    return tuple(
        replace(
            _task(group[0][1], _gain(group, language), model, language),
            application=own,
            applications=tuple(titles[item.recommendation.id] for item, _ in group),
        )
        for (_kind, _id, own), group in ranked[:SHOWN]
    )


def _total(group: Iterable[_Found]) -> float:
    return sum(item.recommendation.priority * one.gain for item, one in group)


def _gain(group: Sequence[_Found], language: str) -> str:
    most = max(one.gain for _, one in group)
    return words.gain(most, language) if len(group) == 1 else words.gain_up_to(most, language)


def _is_shared(found: FindOut, model: Model) -> bool:
    """Whether it is said once for the body: a question, or a factor of the body."""
    return place_of(found.kind, found.id, model) != "application"


def _task(found: FindOut, gain: str, model: Model, language: str) -> TaskView:
    question = model.questionnaire.by_id.get(found.id) if found.kind == "question" else None
    return TaskView(
        place=place_of(found.kind, found.id, model),
        id=found.id,
        text=subject_of(found.id, model, language),
        who=_who(found, model, language),
        gain=gain,
        topic=question.topic if question else "",
    )


def _who(found: FindOut, model: Model, language: str) -> str:
    if found.kind == "question":
        roles = {role.id: role.title[language] for role in model.questionnaire.roles}
        return ", ".join(roles[id] for id in found.answerable_by if id in roles)
    of_body = _is_shared(found, model)
    return words.of_the_house(language) if of_body else words.of_the_plan(language)
