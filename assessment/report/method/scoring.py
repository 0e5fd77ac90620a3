"""How points are weighed and called: the bands, and every weight that is not like the others."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assessment.questionnaire.model import Questionnaire
from assessment.report.content.figures import number
from assessment.scoring.points import scored_questions


@dataclass(frozen=True)
class Band:
    """The name of a level, and the points from and up to which it goes."""

    name: str
    from_: str
    to: str


@dataclass(frozen=True)
class Weights:
    """How many there are, what most of them weigh, and which weigh something else."""

    count: int
    usual: str
    others: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ScoringView:
    """Everything numeric behind the points."""

    bands: tuple[Band, ...]
    dimensions: Weights
    topics: Weights
    questions: Weights


def scoring_of(asked: Questionnaire, language: str) -> ScoringView:
    """Bands and weights of a questionnaire in the language."""
    return ScoringView(
        bands=_bands(asked, language),
        dimensions=_weights([(d.title[language], d.weight) for d in asked.dimensions], language),
        topics=_weights([(t.title[language], t.weight) for t in asked.topics], language),
        questions=_weights(
            [(q.text[language], q.weight) for q in scored_questions(asked)], language
        ),
    )


def _bands(asked: Questionnaire, language: str) -> tuple[Band, ...]:
    edges = [number(edge, language) for edge in (0, *asked.bands, 100)]
    names = [name[language] for name in asked.band_names]
    return tuple(Band(*line) for line in zip(names, edges[:-1], edges[1:], strict=True))


def _weights(named: Sequence[tuple[str, float]], language: str) -> Weights:
    usual = Counter(weight for _, weight in named).most_common(1)[0][0]
    others = tuple((title, number(w, language)) for title, w in named if w != usual)
    return Weights(len(named), number(usual, language), others)
