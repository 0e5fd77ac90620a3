"""The kinds of applications to choose from, with real examples, found by words and by field."""

from dataclasses import dataclass

from assessment.cases.model import Case
from assessment.model import Model
from assessment.persistence.stored import Head
from assessment.recommendation.model import Archetype
from assessment.services.desk import Desk
from assessment.wording import name

SHOWN_EXAMPLES = 2


@dataclass(frozen=True)
class KindCard:
    """A kind of application; `usual` and `for_body` say how it goes with the kind of body."""

    archetype: Archetype
    examples: tuple[Case, ...]
    usual: bool
    for_body: bool


@dataclass(frozen=True)
class Kinds:
    """The kinds that were found, those for this kind of body first, and the fields there are."""

    cards: tuple[KindCard, ...]
    total: int
    fields: tuple[str, ...]

    @property
    def fitting(self) -> tuple[KindCard, ...]:
        """Those that bodies of this kind plan."""
        return tuple(card for card in self.cards if card.for_body)

    @property
    def others(self) -> tuple[KindCard, ...]:
        """Those that other kinds of bodies plan."""
        return tuple(card for card in self.cards if not card.for_body)


def kinds(desk: Desk, head: Head, *, text: str = "", field: str = "", language: str) -> Kinds:
    """The kinds with all words of the text, in the model's order; each word may be a part of one.

    Searched are name, description, field and technology in the language, and the examples.
    """
    model = desk.model_under(head)
    body = head.municipality.body
    known = model.recommendation.archetypes
    found = [
        KindCard(
            archetype=archetype,
            examples=_examples(archetype, model),
            usual=body in archetype.standard_set_for,
            for_body=body in archetype.bodies,
        )
        for archetype in known
        if field in ("", archetype.field)
    ]
    words = text.casefold().split()
    cards = tuple(card for card in found if _has_words(card, words, language))
    return Kinds(cards, len(known), tuple(dict.fromkeys(item.field for item in known)))


def _examples(archetype: Archetype, model: Model) -> tuple[Case, ...]:
    """The first cases of the kind, those in regular operation before others, each place once."""
    cases = [model.case_by_id[id] for id in archetype.cases]
    cases.sort(key=lambda case: case.status != "regular_operation")
    by_place = {case.municipality: case for case in reversed(cases)}
    places = list(dict.fromkeys(case.municipality for case in cases))
    return tuple(by_place[place] for place in places[:SHOWN_EXAMPLES])


def _has_words(card: KindCard, words: list[str], language: str) -> bool:
    archetype = card.archetype
    told = [
        archetype.name[language],
        archetype.description[language],
        name("field", archetype.field, language),
        name("technology", archetype.technology, language),
    ]
    for case in card.examples:
        told += [case.municipality, case.title[language]]
    searched = " ".join(told).casefold()
    return all(word in searched for word in words)
