"""What is worth trying: what would change the advice, what is unknown, what routes still ask."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.model import Model
from assessment.recommendation.model import Route
from assessment.recommendation.portfolio import route_that_counts
from assessment.recommendation.robustness.model import Kind
from assessment.recommendation.variants.what_if import Item, Try, item_of_factor
from assessment.report.content.advice import title_of
from assessment.report.content.firmness.flips import flips_of
from assessment.report.content.firmness.tasks import tasks_of
from assessment.report.content.gates import gates_of
from assessment.result import ApplicationResult, Result
from assessment.wording import name, translator


@dataclass(frozen=True)
class Lead:
    """Something to try: what it is about, what it means, and the changes; or the item to choose."""

    text: str
    note: str
    changes: tuple[str, ...] = ()
    item: str = ""


@dataclass(frozen=True)
class LeadsOfOne:
    """What is worth trying for one application; `all_conditions` are those of its route at once."""

    id: str
    title: str
    flips: tuple[Lead, ...]
    find_out: tuple[Lead, ...]
    conditions: tuple[Lead, ...]
    route: str

    @property
    def count(self) -> int:
        return len(self.flips) + len(self.find_out) + len(self.conditions)

    @property
    def all_conditions(self) -> tuple[str, ...]:
        """The changes that would meet all of them."""
        return tuple(dict.fromkeys(change for one in self.conditions for change in one.changes))


@dataclass(frozen=True)
class Leads:
    """What is worth trying, by application, in the order of importance."""

    applications: tuple[LeadsOfOne, ...]


def leads_of(result: Result, model: Model, language: str) -> Leads:
    """What is worth trying first in a result, in the language."""
    telling = _Telling(result, model, language)
    ordered = sorted(result.applications, key=lambda item: -item.recommendation.priority)
    found = (telling.of_one(item) for item in ordered)
    return Leads(tuple(one for one in found if one.count))


@dataclass(frozen=True)
class _Telling:
    """Puts what is worth trying in a result into words."""

    result: Result
    model: Model
    language: str

    def of_one(self, item: ApplicationResult) -> LeadsOfOne:
        route = route_that_counts(item.recommendation)
        return LeadsOfOne(
            id=item.recommendation.id,
            title=title_of(item.recommendation, self.model, self.language),
            flips=tuple(self._flips(item)),
            find_out=tuple(self._find_out(item)),
            conditions=tuple(self._conditions(item, route)) if route else (),
            route=name("route", route, self.language) if route else "",
        )

    def _flips(self, item: ApplicationResult) -> Iterator[Lead]:
        """The single changes that would lead to other advice, the nearest first."""
        flips = [flip for flip in item.robustness.flips if len(flip.changes) == 1]
        flips = [flip for flip in flips if not flip.rests_on]
        told = flips_of(item, self.model, self.language).would_change
        for flip, view in zip(flips, told, strict=True):
            (change,) = flip.changes
            where = self._item(change.kind, change.id, item)
            yield Lead(view.text, view.changes[0].means, (Try(where, change.to).written,))

    def _find_out(self, item: ApplicationResult) -> Iterator[Lead]:
        """What nobody knows, most worth knowing first; its level is still to be chosen."""
        told = tasks_of(item, self.model, self.language)
        for found, view in zip(item.robustness.find_out_first, told, strict=True):
            where = self._item(found.kind, found.id, item)
            yield Lead(view.text, view.gain, item=where.key)

    def _conditions(self, item: ApplicationResult, route: Route) -> Iterator[Lead]:
        """What the route asks and the body lacks: what stops it first, conditions after it."""
        unmet = item.recommendation.gates[route]
        views = gates_of({route: unmet}, self.model, self.language)
        told = {(view.gate, view.subject_id): view for view in views}
        for gate in sorted(unmet, key=lambda gate: not gate.stops):
            subject = gate.question or gate.factor or ""
            view = told[gate.gate, subject]
            # The target, where there is one: a minimum alone would leave a condition.
            level = max(gate.minimum, gate.target or 0)
            where = self._item("question" if gate.question else "factor", subject, item)
            sentence = translator(self.language).gettext("“%(subject)s” at level %(level)s")
            text = sentence % {"subject": view.subject, "level": level}
            yield Lead(text, view.name, (Try(where, level).written,))

    def _item(self, kind: Kind, id: str, item: ApplicationResult) -> Item:
        if kind == "question":
            return Item("question", id)
        of = self.model.recommendation.factor_by_id[id].of
        return item_of_factor(self.result.assessment, id, item.recommendation.id, of)
