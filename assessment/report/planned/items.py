"""Everything that can be tried out, with what stands there today and what it could be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.model import Model
from assessment.questionnaire.answers import Assessment, PlannedApplication, State, Value
from assessment.questionnaire.model import LevelsQuestion
from assessment.recommendation.variants.what_if import Item, Try, default_level, stated, values_of
from assessment.report.content.answers import value_text
from assessment.wording import name, translator


@dataclass(frozen=True)
class Choice:
    """What an item could be: the change in one word, its level as a number, and what it means."""

    written: str
    mark: str
    text: str
    today: bool


@dataclass(frozen=True)
class ItemView:
    """A question or factor: its question, where it belongs, and what could be chosen.

    `label` is short enough for a list.
    """

    item: Item
    label: str
    question: str
    help: str
    belongs_to: str
    today: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Group:
    """Items that belong together."""

    title: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True)
class Items:
    """All items: conditions of the house, applications, then topics."""

    groups: tuple[Group, ...]

    @property
    def by_key(self) -> Mapping[str, ItemView]:
        """The items by their word."""
        return {view.item.key: view for group in self.groups for view in group.items}


def items_of(today: Assessment, model: Model, language: str) -> Items:
    """What can be tried out in an assessment, in the language."""
    telling = _Telling(today, model, language)
    groups = [telling.of_house(), *telling.of_applications(), *telling.of_topics()]
    return Items(tuple(group for group in groups if group.items))


def title_of_plan(planned: PlannedApplication, model: Model, language: str) -> str:
    """What the body calls the application, else the name of its kind."""
    archetype = model.recommendation.archetype_by_id.get(planned.archetype or "")
    return planned.title or (archetype.name[language] if archetype else planned.id)


@dataclass(frozen=True)
class _Telling:
    """Puts the items of an assessment into words."""

    today: Assessment
    model: Model
    language: str

    def of_house(self) -> Group:
        title = translator(self.language).gettext("Conditions in your house")
        factors = self.model.recommendation.factors
        items = (Item("factor", one.id) for one in factors if one.of == "body")
        return Group(title, tuple(self._factor(item, title) for item in items))

    def of_applications(self) -> Iterator[Group]:
        for planned in self.today.applications:
            title = title_of_plan(planned, self.model, self.language)
            # Own factors first: those of the house are seldom otherwise for one application.
            factors = sorted(self.model.recommendation.factors, key=lambda one: one.of)
            items = (Item("factor", one.id, planned.id) for one in factors)
            yield Group(title, tuple(self._factor(item, title) for item in items))

    def of_topics(self) -> Iterator[Group]:
        questionnaire = self.model.questionnaire
        for topic in questionnaire.topics:
            title = topic.title[self.language]
            items = (Item("question", one.id) for one in questionnaire.by_topic[topic.id])
            known = (item for item in items if self._values(item))
            yield Group(title, tuple(self._question(item, title) for item in known))

    def _factor(self, item: Item, belongs_to: str) -> ItemView:
        factor = self.model.recommendation.factor_by_id[item.id]
        texts = {level: text[self.language] for level, text in enumerate(factor.levels)}
        choices: dict[Value, str] = dict(texts.items())
        label = factor.name[self.language]
        if item.application is not None and factor.of == "body":
            label = translator(self.language).gettext("%(name)s (only here)") % {"name": label}
        return ItemView(
            item=item,
            label=label,
            question=factor.question[self.language],
            help=factor.reason[self.language],
            belongs_to=belongs_to,
            today=self._stated_factor(item, texts),
            choices=self._choices(item, choices),
        )

    def _question(self, item: Item, belongs_to: str) -> ItemView:
        question = self.model.questionnaire.by_id[item.id]
        texts = {value: value_text(question, value, self.language) for value in self._values(item)}
        return ItemView(
            item=item,
            label=question.text[self.language],
            question=question.text[self.language],
            help="",
            belongs_to=belongs_to,
            today=self._stated_answer(item),
            choices=self._choices(item, texts),
        )

    def _values(self, item: Item) -> tuple[Value, ...]:
        return values_of(item, self.model.questionnaire, self.model.recommendation)

    def _choices(self, item: Item, texts: Mapping[Value, str]) -> tuple[Choice, ...]:
        today = stated(self.today, item)
        known = tuple(
            Choice(
                Try(item, value).written,
                str(value) if isinstance(value, int) else "",
                text,
                today=not isinstance(today, State) and today == value,
            )
            for value, text in texts.items()
        )
        unknown = translator(self.language).gettext("Don’t know")
        return (
            *known,
            Choice(Try(item, None).written, "", unknown, today=today is State.UNKNOWN),
        )

    def _stated_factor(self, item: Item, texts: Mapping[int, str]) -> str:
        _ = translator(self.language).gettext
        today = stated(self.today, item)
        if isinstance(today, State):
            return _("Don’t know")
        if isinstance(today, int):
            return self._level(today, texts[today])
        assumed = default_level(self.today, item, self.model.recommendation)
        if assumed is None:
            return _("not stated")
        if item.application is not None and self.today.factors.get(item.id) is not None:
            return _("as for the whole house: %(level)s") % {
                "level": self._level(assumed, texts[assumed])
            }
        return _("not stated, assumed: %(level)s") % {"level": self._level(assumed, texts[assumed])}

    def _stated_answer(self, item: Item) -> str:
        today = stated(self.today, item)
        if isinstance(today, State):
            return name("answer_state", today, self.language)
        question = self.model.questionnaire.by_id[item.id]
        text = value_text(question, today, self.language)
        if isinstance(question, LevelsQuestion) and isinstance(today, int):
            return self._level(today, text)
        return text

    def _level(self, level: int, text: str) -> str:
        sentence = translator(self.language).gettext("Level %(level)s: %(text)s")
        return sentence % {"level": level, "text": text}
