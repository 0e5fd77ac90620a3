"""Comparing two assessments: of one body over time, or of two bodies."""

from dataclasses import dataclass

from assessment.persistence import answers as stored_answers
from assessment.persistence import assessments as stored
from assessment.persistence.stored import Head
from assessment.questionnaire.bridge import Bridge
from assessment.scoring.linking import Side, differences, unlinked
from assessment.services.desk import Desk
from assessment.services.results import Shown, shown
from assessment.services.series.comparison import (
    AnswerPair,
    ApplicationPair,
    DimensionPart,
    Reached,
    application_pairs,
    asked_again,
    changed_answers,
    dimension_parts,
    measures_done,
    one_sided,
    targets_reached,
)


@dataclass(frozen=True)
class Comparison:
    """Two assessments side by side.

    Of one body the older one is the earlier one. `bridge` None means that nobody has declared how
    their questionnaires belong together: then only `dimensions` and `applications` are there.
    `one_sided` counts the questions in common that only the earlier, only the later one answers,
    `untouched` those whose answers the later one took over and nobody has changed since.
    Targets and measures are those of the earlier one; of two bodies there are none.
    """

    earlier: Shown
    later: Shown
    bridge: Bridge | None
    dimensions: tuple[DimensionPart, ...]
    applications: tuple[ApplicationPair, ...]
    changed: tuple[AnswerPair, ...] = ()
    one_sided: tuple[int, int] = (0, 0)
    untouched: int = 0
    asked_again: tuple[AnswerPair, ...] = ()
    targets: tuple[Reached, ...] = ()
    measures: tuple[Reached, ...] = ()

    @property
    def same_body(self) -> bool:
        """Whether it is one body over time."""
        return is_same_body(self.earlier.head, self.later.head)

    @property
    def same_version(self) -> bool:
        """Whether both answered the same version of the questionnaire."""
        return self.earlier.head.questionnaire == self.later.head.questionnaire


def comparison(desk: Desk, left: str, right: str) -> Comparison:
    """Both assessments as they were submitted or stand; NotFound, TaskFailed, Damaged."""
    earlier, later = _in_order(shown(desk, left), shown(desk, right))
    bridge = _bridge(earlier, later)
    if bridge is None:
        found = unlinked(earlier.result.scorecard, later.result.scorecard)
    else:
        jump = later.model.series.jump
        found = differences(bridge, _side(earlier), _side(later), jump)
    parts = dimension_parts(earlier, later, found.dimensions, found.topics)
    applications = application_pairs(earlier, later)
    if bridge is None:
        return Comparison(earlier, later, None, parts, applications)
    one_body = is_same_body(earlier.head, later.head)
    return Comparison(
        earlier=earlier,
        later=later,
        bridge=bridge,
        dimensions=parts,
        applications=applications,
        changed=changed_answers(bridge, earlier, later),
        one_sided=one_sided(bridge, earlier, later),
        untouched=_untouched(desk, earlier.head, later.head),
        asked_again=asked_again(bridge, earlier, later),
        targets=targets_reached(bridge, earlier, later) if one_body else (),
        measures=measures_done(bridge, earlier, later) if one_body else (),
    )


def choices(desk: Desk) -> tuple[Head, ...]:
    """The assessments to choose from: body by body, the newest first."""
    with desk.database.reading() as connection:
        heads = stored.heads(connection)
    newest = sorted(heads, key=lambda head: (head.date, head.created_at), reverse=True)
    return tuple(sorted(newest, key=lambda head: head.title.casefold()))


def suggested(heads: tuple[Head, ...], id: str) -> str | None:
    """What to compare an assessment with: the one it follows, else the body's one before it."""
    chosen = next((head for head in heads if head.id == id), None)
    if chosen is None:
        return None
    if chosen.follows:
        return chosen.follows
    own = [head for head in heads if head.id != id and is_same_body(head, chosen)]
    before = [head for head in own if _age(head) < _age(chosen)]
    return next((head.id for head in (*before, *reversed(own))), None)


def is_same_body(one: Head, other: Head) -> bool:
    """Whether two assessments are of one body: by its official key, else by name and kind."""
    first, second = one.municipality, other.municipality
    if first.ags and second.ags:
        return first.ags == second.ags
    return (first.name.casefold(), first.body) == (second.name.casefold(), second.body)


def _in_order(left: Shown, right: Shown) -> tuple[Shown, Shown]:
    """The earlier one first: the one of the earlier version; of one body else the older one."""
    forth, back = _bridge(left, right) is not None, _bridge(right, left) is not None
    if forth != back:
        return (left, right) if forth else (right, left)
    if is_same_body(left.head, right.head) and _age(right.head) < _age(left.head):
        return right, left
    return left, right


def _untouched(desk: Desk, earlier: Head, later: Head) -> int:
    """How many answers stand as they came over when the later assessment began."""
    if later.follows != earlier.id:
        return 0
    with desk.database.reading() as connection:
        answers = stored_answers.of_assessment(connection, later.id).values()
    return sum(one.version == 1 and one.saved_at == later.created_at for one in answers)


def _side(shown: Shown) -> Side:
    return Side(shown.result.answers, shown.result.scorecard)


def _bridge(earlier: Shown, later: Shown) -> Bridge | None:
    return later.model.series.bridge_from(earlier.head.questionnaire)


def _age(head: Head) -> tuple[object, ...]:
    return head.date, head.created_at
