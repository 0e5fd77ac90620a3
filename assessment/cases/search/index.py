"""Which cases have the words that are looked for, and how well each fits.

A case's points are the sum over the words looked for of rarity · the best place where the word
stands (the weight of the part of the case times that of the likeness). Rarity is ln(1 + N / n) for
a word that occurs in n of N cases, as in the classic inverse document frequency.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.cases.model import Case
from assessment.cases.search.words import Query, Word, written_words
from assessment.cases.weights import SearchNumbers
from assessment.municipality import STATES
from assessment.questionnaire.model import Text
from assessment.wording import LANGUAGES, name

# Shorter words are a letter off too many others.
_SHORTEST_SLIP = 4
_LONG = 9


@dataclass(frozen=True)
class Index:
    """For each word of all cases the cases it occurs in, with the weight of the best part.

    `spellings` has for each word, as the search sees it, how it is written.
    """

    cases: int
    occurrences: Mapping[Word, Mapping[str, float]]
    spellings: Mapping[str, str]
    numbers: SearchNumbers

    def found(self, query: Query) -> dict[str, float]:
        """The points of every case, by id, in which all words occur."""
        if not query.words:
            return {}
        of_words = [self._points(word) for word in query.words]
        common = set.intersection(*(set(points) for points in of_words))
        return {id: sum(points[id] for points in of_words) for id in sorted(common)}

    def counts(self, query: Query) -> dict[str, int]:
        """In how many cases each word occurs, to say which one is to blame for nothing found."""
        return {word.folded: len(self._points(word)) for word in query.words}

    def nearest(self, word: str, limit: int = 3) -> tuple[str, ...]:
        """How words are written that are a letter off this folded one, or two if it is long."""
        # Importing it takes 40 ms, which only a search without a result needs.
        from rapidfuzz import process  # noqa: PLC0415
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        if len(word) < _SHORTEST_SLIP:
            return ()
        allowed = 1 if len(word) < _LONG else 2
        known = [other for other in self.spellings if len(other) >= _SHORTEST_SLIP]
        near = process.extract(word, known, scorer=OSA.distance, score_cutoff=allowed, limit=limit)
        return tuple(self.spellings[other] for other, _, _ in near)

    def _points(self, wanted: Word) -> dict[str, float]:
        best: dict[str, float] = defaultdict(float)
        for word, cases in self.occurrences.items():
            if likeness := wanted.likeness(word):
                factor = getattr(self.numbers.likeness, likeness).weight
                for id, weight in cases.items():
                    best[id] = max(best[id], factor * weight)
        rarity = math.log(1 + self.cases / len(best)) if best else 0.0
        return {id: rarity * weight for id, weight in best.items()}


def index_of(cases: Iterable[Case], numbers: SearchNumbers) -> Index:
    """The index of these cases, in all languages at once."""
    occurrences: dict[Word, dict[str, float]] = defaultdict(dict)
    spellings: dict[str, str] = {}
    ids = set()
    for case in cases:
        ids.add(case.id)
        for part, text in _parts(case).items():
            weight = getattr(numbers.parts, part).weight
            for written, word in written_words(text):
                spellings.setdefault(word.folded, written)
                known = occurrences[word].get(case.id, 0.0)
                occurrences[word][case.id] = max(known, weight)
    return Index(len(ids), dict(occurrences), spellings, numbers)


def _parts(case: Case) -> dict[str, str]:
    """What is searched of a case, by the parts that have a weight of their own."""
    texts = (case.outcomes, case.challenges, case.setback, case.reusable, case.approach_evidence)
    return {
        "title": _both(case.title),
        "place": _joined(case.municipality, case.seat, case.ags, STATES.get(case.state)),
        "partners": _joined(*case.partners, case.funding_programme),
        "kind": _joined(
            *(name("field", case.field, language) for language in LANGUAGES),
            *(name("technology", case.technology, language) for language in LANGUAGES),
        ),
        "summary": _both(case.summary),
        "experience": _joined(*(_both(text) for text in texts if text)),
        "source": _joined(case.source_publisher, case.source_title, case.source_date),
    }


def _both(text: Text) -> str:
    return f"{text.de} {text.en}"


def _joined(*texts: str | None) -> str:
    return " ".join(text for text in texts if text)
