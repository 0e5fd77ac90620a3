"""Which figures of a result become rows, taken from its JSON so that no two can disagree."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from assessment.model import Model
from assessment.presentation.rounding import Json
from assessment.presentation.table.dialect import Row
from assessment.questionnaire.answers import Answer
from assessment.result import Result

# The figures of an application, a dimension, … and their units; those by route have a row each.
_SCORES = {"score": "points", "low": "points", "high": "points", "coverage": "share"}
_BY_ROUTE = {
    "suitability": "points",
    "readiness_fit": "share",
    "context_fit": "share",
    "state": "",
    "shares": "share",
    "gap": "points",
}


def rows_of(content: Json, result: Result, model: Model, language: str) -> Iterator[Row]:
    """The rows: the whole, dimensions, topics, answers, applications, roadmap and cases."""
    body = content["municipality"]
    row = partial(Row, date=content["date"], ags=body["ags"] or "", municipality=body["name"] or "")
    maker = _Rows(row, model, language)
    yield from maker.whole(content)
    yield from maker.scores(content["dimensions"])
    yield from maker.answers(result.answers)
    for application in content["applications"]:
        yield from maker.application(application)
    yield from maker.roadmap(content["roadmap"])
    yield from maker.cases(content["cases"])
    if "benchmark" in content:
        yield from maker.position(content["benchmark"])


class _Rows:
    """Makes the rows of one result; titles are in the language, all else are codes and numbers."""

    def __init__(self, row: Any, model: Model, language: str) -> None:
        self._row, self._model, self._language = row, model, language

    def whole(self, content: Json) -> Iterator[Row]:
        """What the result as a whole comes to, and what it was made with."""
        row = partial(self._row, kind="assessment", id=content["questionnaire"], title="")
        yield from _texts(row, content, "standing", "tool_version", "model_hash")
        yield row(figure="coverage", value=content["coverage"], unit="share")
        overall = content["overall"]
        yield from _texts(row, overall, "route", "firmness")
        yield from _figures(row, overall)

    def scores(self, dimensions: Json) -> Iterator[Row]:
        """The scores of dimensions and of their topics, with what topics lack for each route."""
        for dimension in self._model.questionnaire.dimensions:
            of = dimensions[dimension.id]
            title = dimension.title[self._language]
            row = partial(self._row, kind="dimension", id=dimension.id, title=title)
            yield from _figures(row, of)
            yield row(figure="level", value=of["level"], unit="level")
            for topic in dimension.topics:
                title = topic.title[self._language]
                row = partial(self._row, kind="topic", id=topic.id, title=title)
                yield from _figures(row, of["topics"][topic.id])

    def answers(self, answers: Mapping[str, Answer]) -> Iterator[Row]:
        """What was said to each question, with the notes on it."""
        for question in self._model.questionnaire.questions:
            said, title = answers[question.id], question.text[self._language]
            row = partial(self._row, kind="question", id=question.id, title=title)
            yield row(figure="state", text=said.state.value)
            if isinstance(said.value, int | float):
                unit = "level" if question.kind == "levels" else ""
                yield row(figure="answer", value=said.value, unit=unit)
            elif said.value is not None:
                several = isinstance(said.value, tuple)
                yield row(figure="answer", text=" ".join(said.value) if several else said.value)
            notes = {name: getattr(said, name) for name in _NOTES}
            yield from _texts(row, notes, *(name for name in _NOTES if notes[name]))

    def application(self, advice: Json) -> Iterator[Row]:
        """The advice for an application, its factors, and the conditions that are not met."""
        id, title = advice["id"], advice["title"] or ""
        row = partial(self._row, kind="application", id=id, title=title, application=id)
        yield from _texts(row, advice, "archetype", "route", "firmness")
        yield row(figure="margin", value=advice["margin"], unit="points")
        yield from _figures(row, advice)
        advising = self._model.recommendation
        names = {factor.id: factor.name[self._language] for factor in advising.factors}
        for factor, said in advice["factors"].items():
            row = partial(self._row, kind="factor", id=factor, title=names.get(factor, factor))
            yield row(application=id, figure="level", value=said["level"], unit="level")
        names = {gate.id: gate.name[self._language] for gate in advising.gates}
        for route, gates in advice["gates"].items():
            for gate in gates:
                title = names.get(gate["gate"], gate["gate"])
                # A gate may ask for several answers; each has rows of its own.
                asked = f"{gate['gate']}/{gate.get('question') or gate.get('factor')}"
                row = partial(self._row, kind="gate", id=asked, title=title)
                row = partial(row, application=id, route=route)
                yield from _gate(row, gate)

    def roadmap(self, roadmap: Json) -> Iterator[Row]:
        """The steps of the roadmap."""
        titles = {one.id: one.title[self._language] for one in self._model.measures.measures}
        for step in roadmap["steps"]:
            id = step["measure"]
            row = partial(self._row, kind="step", id=id, title=titles.get(id, id))
            yield row(figure="topic", text=step["topic"] or "")
            yield row(figure="to", value=step["to"], unit="level")
            yield row(figure="quarter", text=step["quarter"])
            yield row(figure="quarters", value=step["quarters"], unit="quarters")
            yield row(figure="person_days", value=step["person_days"], unit="person-days")

    def cases(self, cases: list[Json]) -> Iterator[Row]:
        """The comparable cases."""
        for case in cases:
            row = partial(self._row, kind="case", id=case["id"], title=case["title"])
            yield row(figure="similarity", value=case["similarity"], unit="share")
            yield from _texts(row, case, "municipality", "route", "status", "as_of", "source")

    def position(self, position: Json) -> Iterator[Row]:
        """Where the body stands among peers, by dimension and topic, and by which release."""
        release = position["release"]
        row = partial(self._row, kind="release", id=release["digest"], title=release["round"])
        yield row(figure="date", text=release["date"])
        yield row(figure="number", value=release["number"])
        dimensions = self._model.questionnaire.dimensions
        topics = [topic for one in dimensions for topic in one.topics]
        for part, asked in (("dimensions", dimensions), ("topics", topics)):
            titles = {one.id: one.title[self._language] for one in asked}
            for id, place in position[part].items():
                row = partial(self._row, kind="position", id=id, title=titles[id])
                yield from _place(row, place)


_NOTES = ("reason", "comment", "evidence", "respondent")


def _figures(row: Any, content: Json) -> Iterator[Row]:
    """The scores that this part of the result has, then its figures by route."""
    for figure, unit in _SCORES.items():
        if figure in content:
            yield row(figure=figure, value=content[figure], unit=unit)
    for figure, unit in _BY_ROUTE.items():
        for route, value in (content.get(figure) or {}).items():
            said = {"text": value} if isinstance(value, str) else {"value": value}
            yield row(figure=figure, route=route, unit=unit, **said)


def _place(row: Any, place: Json) -> Iterator[Row]:
    """The quarter, and the figures of the peers where they are shown."""
    yield row(figure="quarter", text=place["quarter"] or "")
    if place["quarter"] is None:
        yield row(figure="because", text=place["because"] or "")
        return
    yield row(figure="n", value=place["n"], unit="members")
    yield row(figure="median", value=place["median"], unit="points")
    for name, value in zip(("lower_quartile", "upper_quartile"), place["quartiles"], strict=False):
        yield row(figure=name, value=value, unit="points")


def _gate(row: Any, gate: Json) -> Iterator[Row]:
    for figure in ("minimum", "target", "actual"):
        value = gate[figure]
        said = {"text": value} if isinstance(value, str) else {"value": value}
        yield row(figure=figure, unit="" if isinstance(value, str) else "level", **said)


def _texts(row: Any, content: Json, *figures: str) -> Iterator[Row]:
    for figure in figures:
        yield row(figure=figure, text=content[figure] or "")
