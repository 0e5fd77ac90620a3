"""Explanations as tables: each term with points, weight and what it gives, down to the sum."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.model import Model
from assessment.presentation.explanation import ShownTerm, shown_terms
from assessment.questionnaire.answers import Answer, State
from assessment.questionnaire.model import Asked, LevelsQuestion
from assessment.recommendation.model import Route
from assessment.recommendation.outcome import ApplicationRecommendation
from assessment.report.content.advice import title_of
from assessment.report.content.answers import value_text
from assessment.report.content.figures import DASH, number, points, span
from assessment.report.content.firmness import words
from assessment.result import Result
from assessment.scoring.explanation import Explanation, Term
from assessment.wording import name


@dataclass(frozen=True)
class TermView:
    """A line of the table; `kind` and `id` say what may be explained in turn."""

    kind: str
    id: str
    title: str
    note: str
    points: str
    weight: str
    gives: str


@dataclass(frozen=True)
class ExplanationView:
    """A figure and its terms; `route` names the route whose suitability it is."""

    title: str
    route: str
    advised: bool
    total: str
    range: str
    terms: tuple[TermView, ...]
    part_of: tuple[TermView, ...]


@dataclass(frozen=True)
class ExplanationPage:
    """Everything that is explained at once; `kind` is a question, topic, dimension, application."""

    kind: str
    id: str
    title: str
    topic: str
    readiness_share: str
    figures: tuple[ExplanationView, ...]


def explanation_page(
    explanations: Sequence[Explanation], result: Result, model: Model, language: str
) -> ExplanationPage:
    """The explanations of one thing in the language; of an application one for each route."""
    telling = _Telling(result, model, language)
    first = explanations[0]
    return ExplanationPage(
        kind=first.kind,
        id=first.id,
        title=telling.title(first.kind, first.id),
        topic=model.questionnaire.by_id[first.id].topic if first.kind == "question" else "",
        readiness_share=telling.share(model.recommendation.lambda_.value),
        figures=tuple(telling.figure(explanation) for explanation in explanations),
    )


@dataclass(frozen=True)
class _Telling:
    """Puts explanations of one result into words."""

    result: Result
    model: Model
    language: str

    def figure(self, explanation: Explanation) -> ExplanationView:
        route = explanation.route
        advice = self._advice(explanation.id) if route else None
        return ExplanationView(
            title=self.title(explanation.kind, explanation.id),
            route=name("route", route, self.language) if route else "",
            advised=advice is not None and advice.route == route,
            total=points(explanation.total, self.language),
            range=span(explanation.low, explanation.high, self.language),
            terms=tuple(
                self._term(term, explanation, points(term.contribution, self.language))
                for term in shown_terms(explanation)
                if term.weight != 0
            ),
            part_of=tuple(self._parts(explanation)),
        )

    def title(self, kind: str, id: str) -> str:
        asked = self.model.questionnaire
        if kind == "application":
            return title_of(self._advice(id), self.model, self.language)
        if kind == "question":
            return str(asked.by_id[id].text[self.language])
        if kind == "factor":
            return self.model.recommendation.factor_by_id[id].name[self.language]
        titles = {dimension.id: dimension.title for dimension in asked.dimensions}
        titles |= {topic.id: topic.title for topic in asked.topics}
        return titles[id][self.language]

    def share(self, value: float | None) -> str:
        """A share in percent with at most one decimal."""
        if value is None:
            return DASH
        return f"{number(round(100 * value, 1), self.language)}\N{NO-BREAK SPACE}%"

    def _parts(self, explanation: Explanation) -> Iterable[TermView]:
        for part in explanation.part_of:
            yield self._term(part, explanation, points(part.contribution, self.language))

    def _term(self, term: ShownTerm | Term, explanation: Explanation, gives: str) -> TermView:
        is_answer = term.kind == "answer"
        title = self._answer(explanation.id) if is_answer else self.title(term.kind, term.id)
        return TermView(
            kind=term.kind,
            id=term.id,
            title=title,
            note="" if is_answer else self._note(term, explanation),
            points=points(term.value, self.language),
            weight=self.share(term.weight),
            gives=gives,
        )

    def _note(self, term: ShownTerm | Term, explanation: Explanation) -> str:
        """What stands behind the term: the answer to a question, the level of a factor."""
        if term.kind == "question":
            return self._answer(term.id)
        if term.kind == "topic" and explanation.route:
            return self._reached(term.id, Route(explanation.route))
        if term.kind == "factor":
            level = self._advice(explanation.id).factors[term.id].level
            text = self.model.recommendation.factor_by_id[term.id].levels[level]
            return words.level_means(level, text[self.language], self.language)
        return ""

    def _reached(self, topic: str, route: Route) -> str:
        score = self.result.scorecard.topics[topic].score
        required = self.model.recommendation.requirements[route][topic].required
        return words.reached(
            points(score, self.language), points(required, self.language), self.language
        )

    def _answer(self, id: str) -> str:
        question: Asked = self.model.questionnaire.by_id[id]
        answer: Answer = self.result.answers[id]
        if answer.state is not State.ANSWERED:
            return name("answer_state", answer.state, self.language)
        text = value_text(question, answer.value, self.language)
        if isinstance(question, LevelsQuestion) and isinstance(answer.value, int):
            return words.level_means(answer.value, text, self.language)
        return text

    def _advice(self, id: str) -> ApplicationRecommendation:
        return next(
            item.recommendation for item in self.result.applications if item.recommendation.id == id
        )
