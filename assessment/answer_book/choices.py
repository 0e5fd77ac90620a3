"""What may be chosen in the cells of a workbook: the words shown, and the values they stand for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assessment.model import Model
from assessment.municipality import STATES, Body
from assessment.questionnaire.answers import State
from assessment.questionnaire.model import LevelsQuestion, Text
from assessment.recommendation.model import Factor
from assessment.wording import name, translator

OWN = "own"
NONE = "none"


@dataclass(frozen=True)
class Choices:
    """The words of a list and their values, in the order shown."""

    pairs: tuple[tuple[str, Any], ...]

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(label for label, _ in self.pairs)

    def label(self, value: Any) -> Any:
        """The words for a value; the value itself where the list does not have it."""
        return next((label for label, known in self.pairs if known == value), value)

    def value(self, entered: Any) -> Any:
        """What somebody chose; what is not on the list is left as it is, to be judged later."""
        if not isinstance(entered, str):
            return _number(entered)
        said = " ".join(entered.split()).casefold()
        for label, value in self.pairs:
            short = str(value) if isinstance(value, int) else label
            if said in (" ".join(label.split()).casefold(), short.casefold()):
                return value
        return entered


def of_question(question: Any, language: str) -> Choices:
    """Levels or options of a question with their texts, and what stands apart from them."""
    levels = question.levels if isinstance(question, LevelsQuestion) else ()
    pairs = [*_numbered(levels, language)]
    if question.kind in ("choice", "context"):
        pairs += [(option.text[language], option.id) for option in question.options]
    if question.kind == "several":
        pairs.append((translator(language).gettext("None of these"), NONE))
    pairs.append((name("answer_state", State.UNKNOWN, language), "unknown"))
    if question.not_applicable:
        pairs.append((name("answer_state", State.NOT_APPLICABLE, language), "not_applicable"))
    return Choices(tuple(pairs))


def of_factor(factor: Factor, language: str) -> Choices:
    """The levels of a factor, and "don't know"."""
    unknown = (name("answer_state", State.UNKNOWN, language), "unknown")
    return Choices((*_numbered(factor.levels, language), unknown))


def of_archetypes(model: Model, language: str) -> Choices:
    """Every kind of application, and one's own."""
    own = (translator(language).gettext("Own application"), OWN)
    return Choices((*_texts(model.recommendation.archetype_by_id, language), own))


def of_ai_act(model: Model, language: str) -> Choices:
    """The classes of the AI Act."""
    return Choices(_texts(model.recommendation.ai_act_classes, language))


def of_codes(kind: str, codes: Iterable[str], language: str) -> Choices:
    """Codes such as fields and technologies by their names."""
    return Choices(tuple((name(kind, code, language), code) for code in codes))


def of_bodies(language: str) -> Choices:
    """The kinds of body that may answer."""
    return of_codes("asker_body", [body.value for body in Body], language)


def of_states(language: str) -> Choices:
    """The states (Länder) by name."""
    return of_codes("state", STATES, language)


def of_levels(highest: int) -> Choices:
    """Bare levels from 0."""
    return Choices(tuple((str(level), level) for level in range(highest + 1)))


def _numbered(levels: Sequence[Text], language: str) -> list[tuple[str, Any]]:
    return [(f"{number} – {text[language]}", number) for number, text in enumerate(levels)]


def _texts(texts: Mapping[str, Any], language: str) -> tuple[tuple[str, Any], ...]:
    """Ids by their names; a thing with a name of its own, or a bare text."""
    return tuple((getattr(it, "name", it)[language], id) for id, it in texts.items())


def _number(entered: Any) -> Any:
    """A whole number as such, although spreadsheets keep every number as a decimal one."""
    if isinstance(entered, float) and entered.is_integer():
        return int(entered)
    return entered
