"""What would change the advice, in sentences, and what it rests on."""

from dataclasses import dataclass
from typing import Literal

from assessment.model import Model
from assessment.questionnaire.answers import Value
from assessment.questionnaire.model import LevelsQuestion, Text
from assessment.recommendation.robustness.model import Change, Flip, Kind
from assessment.recommendation.variants.what_if import Item, Try
from assessment.report.content.answers import value_text
from assessment.report.content.figures import DASH
from assessment.report.content.firmness import words
from assessment.report.content.gates import subject_of
from assessment.result import ApplicationResult

SHOWN = 5

Place = Literal["question", "body", "application"]


@dataclass(frozen=True)
class ChangeView:
    """What would have to be otherwise; `means` says what the level stands for.

    `place` is where it is stated: at its question, with the body or with the application; `written`
    is the change in one word, to try it out for this application.
    """

    place: Place
    id: str
    topic: str
    means: str
    written: str


@dataclass(frozen=True)
class FlipView:
    """A change of one or two answers or factors as a sentence, and what its levels stand for."""

    text: str
    leads_to: str
    changes: tuple[ChangeView, ...]


@dataclass(frozen=True)
class FlipViews:
    """Flips apart: what would change the advice, what it rests on, and pairs of changes."""

    would_change: tuple[FlipView, ...]
    rests_on: tuple[FlipView, ...]
    pairs: tuple[FlipView, ...]

    @property
    def nearest(self) -> tuple[FlipView, ...]:
        """The few that are told where there is little room."""
        return self.would_change[:SHOWN]

    @property
    def nearest_rests_on(self) -> tuple[FlipView, ...]:
        """The few falls that are told where there is little room."""
        return self.rests_on[:SHOWN]

    @property
    def nothing(self) -> bool:
        """Whether no change of one or two answers or factors would change the advice."""
        return not (self.would_change or self.rests_on or self.pairs)


def flips_of(item: ApplicationResult, model: Model, language: str) -> FlipViews:
    """The flips of an application in the language, each group in the order of nearness."""
    telling = _Telling(model, language, _assumed(item), item.recommendation.id)
    flips = item.robustness.flips
    single = [flip for flip in flips if len(flip.changes) == 1]
    return FlipViews(
        would_change=tuple(telling.view(flip) for flip in single if not flip.rests_on),
        rests_on=tuple(telling.view(flip) for flip in single if flip.rests_on),
        pairs=tuple(telling.view(flip) for flip in flips if len(flip.changes) > 1),
    )


def _assumed(item: ApplicationResult) -> frozenset[str]:
    factors = item.recommendation.factors
    return frozenset(factor for factor, level in factors.items() if not level.given)


@dataclass(frozen=True)
class _Telling:
    """Puts flips into words; `assumed` are the factors whose level nobody has stated."""

    model: Model
    language: str
    assumed: frozenset[str]
    application: str

    def view(self, flip: Flip) -> FlipView:
        changes = [self._sentence(change) for change in flip.changes]
        return FlipView(
            text=words.flip(changes, flip.route, self.language),
            leads_to=words.outcome_name(flip.route, self.language),
            changes=tuple(self._change(change) for change in flip.changes),
        )

    def _sentence(self, change: Change) -> str:
        subject = name_of(change.kind, change.id, self.model, self.language)
        to, before = self._told(change, change.to), self._told(change, change.from_)
        if change.kind == "factor" and change.id in self.assumed:
            return words.assumed_change(subject, to, before, self.language)
        if change.kind == "factor" or self._levels(change):
            return words.level_change(subject, to, before, self.language)
        return words.answer_change(subject, to, before, self.language)

    def _told(self, change: Change, value: Value | None) -> str:
        """The level as a number, any other answer in its words."""
        if value is None:
            return DASH
        if self._levels(change):
            return str(value)
        return value_text(self.model.questionnaire.by_id[change.id], value, self.language)

    def _change(self, change: Change) -> ChangeView:
        is_question = change.kind == "question"
        levels = self._levels(change)
        means = levels[change.to][self.language] if isinstance(change.to, int) and levels else ""
        return ChangeView(
            place=place_of(change.kind, change.id, self.model),
            id=change.id,
            topic=self.model.questionnaire.by_id[change.id].topic if is_question else "",
            means=words.level_means(int(str(change.to)), means, self.language) if means else "",
            written=Try(self._item(change), change.to).written,
        )

    def _item(self, change: Change) -> Item:
        """What is changed; a condition of the house for this application only."""
        own = None if change.kind == "question" else self.application
        return Item(change.kind, change.id, own)

    def _levels(self, change: Change) -> tuple[Text, ...]:
        """The anchored levels, lowest first; none where a question has no levels."""
        if change.kind == "factor":
            return self.model.recommendation.factor_by_id[change.id].levels
        question = self.model.questionnaire.by_id[change.id]
        return question.levels if isinstance(question, LevelsQuestion) else ()


def place_of(kind: Kind, id: str, model: Model) -> Place:
    """Where a question or factor is stated."""
    return "question" if kind == "question" else model.recommendation.factor_by_id[id].of


def name_of(kind: Kind, id: str, model: Model, language: str) -> str:
    """What a sentence calls the factor, or the text of the question."""
    if kind == "factor":
        return model.recommendation.factor_by_id[id].name[language]
    return subject_of(id, model, language)
