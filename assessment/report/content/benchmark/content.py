"""The position among peers, put together as texts."""

from collections.abc import Iterator, Sequence
from functools import partial

from assessment.benchmark.position.model import Ahead, PeersRoutes, Place, Position
from assessment.benchmark.position.peers import Group
from assessment.benchmark.statistics.panel import NO_ROUTE
from assessment.model import Model
from assessment.presentation.position import position_in
from assessment.questionnaire.model import Dimension, LevelsQuestion, Topic
from assessment.report.brief import Brief
from assessment.report.charts.chart import Chart
from assessment.report.content.advice import title_of
from assessment.report.content.benchmark.drawing import NARROW, WIDE, Form, Line, position_svg
from assessment.report.content.benchmark.view import (
    AheadView,
    BenchmarkView,
    CourseView,
    PlaceView,
    RoutesView,
)
from assessment.report.content.benchmark.words import (
    group_words,
    passed_sentence,
    peer_sentence,
    place_note,
    place_words,
    source_words,
)
from assessment.report.content.figures import DASH, day, percent, points, span
from assessment.result import Result
from assessment.wording import name, translator

SHOWN_AHEAD = 8
INVENTED = "invented"


def benchmark_of(result: Result, model: Model, brief: Brief) -> BenchmarkView | None:
    """Where the body stands among the peers that the brief brings; None where it brings none."""
    if brief.peers is None:
        return None
    position = position_in(result, model, brief.peers)
    return benchmark_view(position, result, model, brief.language)


def benchmark_view(
    position: Position, result: Result, model: Model, language: str
) -> BenchmarkView:
    """A position in the language."""
    told = _Told(position, result, model, language)
    dimensions = tuple(told.places(position.dimensions, model.questionnaire.dimensions))
    short = tuple(told.short(dimensions))
    ahead = position.ahead
    return BenchmarkView(
        warning=told.warning(),
        group=peer_sentence(position, language),
        passed=tuple(told.passed()),
        dimensions=dimensions,
        chart=told.chart(dimensions, WIDE),
        narrow_chart=told.chart(dimensions, NARROW),
        topics=tuple(told.topics()),
        ahead=tuple(told.ahead(one) for one in ahead[:SHOWN_AHEAD]),
        further_ahead=max(len(ahead) - SHOWN_AHEAD, 0),
        routes=tuple(told.routes(one) for one in position.routes),
        wanted=tuple(told.wanted()),
        wanted_group=told.group_of(position.wanted[0].group) if position.wanted else "",
        releases=tuple(told.releases()),
        course=tuple(told.course()),
        source=source_words(position.origin, language),
        short=short,
        told=" ".join(short),
    )


class _Told:
    """A position with what is needed to say it."""

    def __init__(self, position: Position, result: Result, model: Model, language: str) -> None:
        self.position, self.model, self.language = position, model, language
        self._ = translator(language).gettext
        self._titles = {
            one.recommendation.id: title_of(one.recommendation, model, language)
            for one in result.applications
        }

    def warning(self) -> str:
        if self.position.origin.note != INVENTED:
            return ""
        return self._("The figures of the peers are invented, for trying out. Nobody stated them.")

    def passed(self) -> Iterator[str]:
        titles = {one.id: one.title[self.language] for one in self.model.questionnaire.dimensions}
        for one in self.position.passed:
            yield passed_sentence(one, titles, self.language)

    def group_of(self, group: Group) -> str:
        return group_words(group, self.language)

    def places(
        self, places: Sequence[Place], named: Sequence[Dimension | Topic]
    ) -> Iterator[PlaceView]:
        titles = {one.id: one.title[self.language] for one in named}
        for one in places:
            low, high = one.quartiles or (None, None)
            yield PlaceView(
                title=titles[one.subject],
                own=points(one.own.score, self.language),
                median=points(one.median, self.language),
                middle=span(low, high, self.language),
                position=place_words(one, self.language),
                note=place_note(one, self.position.group, self.language),
            )

    def topics(self) -> Iterator[tuple[str, tuple[PlaceView, ...]]]:
        by_id = {one.subject: one for one in self.position.topics}
        for dimension in self.model.questionnaire.dimensions:
            own = [by_id[topic.id] for topic in dimension.topics]
            yield dimension.title[self.language], tuple(self.places(own, dimension.topics))

    def chart(self, views: Sequence[PlaceView], form: Form) -> Chart | None:
        """The dimensions that have a position, with a sentence for each."""
        placed = [
            (view, one)
            for view, one in zip(views, self.position.dimensions, strict=True)
            if one.quarter is not None
        ]
        if not placed:
            return None
        lines = tuple(_line(view, one) for view, one in placed)
        sentence = self._(
            "%(title)s: %(own)s points, median of the peers %(median)s, middle half %(middle)s; "
            "%(position)s."
        )
        return Chart(
            draw=partial(position_svg, lines, form),
            alternative=" ".join(
                sentence
                % {
                    "title": view.title,
                    "own": view.own,
                    "median": view.median,
                    "middle": view.middle,
                    "position": view.position,
                }
                for view, _one in placed
            ),
            head=(self._("Dimension"), self._("Points"), self._("Median"), self._("Middle half")),
            rows=tuple((view.title, view.own, view.median, view.middle) for view, _one in placed),
        )

    def ahead(self, one: Ahead) -> AheadView:
        question = self.model.questionnaire.by_id[one.question]
        texts = question.levels if isinstance(question, LevelsQuestion) else ()
        common = one.group is self.position.group
        note = "" if common else self._("compared with: %(group)s")
        return AheadView(
            question=question.text[self.language],
            own=texts[one.own][self.language],
            reached=texts[one.reached][self.language],
            note=note % {"group": self.group_of(one.group)} if note else "",
        )

    def routes(self, one: PeersRoutes) -> RoutesView:
        return RoutesView(
            title=self._titles[one.application],
            own=self._route(one.own or NO_ROUTE),
            peers=self._shares(one),
        )

    def _shares(self, one: PeersRoutes) -> str:
        if one.shares is None or one.group is None:
            return self._("not shown, so that nobody's answers can be told")
        told = [
            f"{self._either(routes)} {percent(part, self.language)}"
            for routes, part in one.shares
            if part > 0
        ]
        text = "; ".join(told)
        if one.group is self.position.group:
            return text
        group = self._("compared with: %(group)s") % {"group": self.group_of(one.group)}
        return f"{text} ({group})"

    def _either(self, routes: Sequence[str]) -> str:
        *others, last = (self._route(route) for route in routes)
        return self._(" or ").join([", ".join(others), last] if others else [last])

    def _route(self, route: str) -> str:
        return name("advised", route, self.language)

    def wanted(self) -> Iterator[str]:
        kinds = self.model.recommendation.archetype_by_id
        sentence = self._("%(title)s: planned by %(share)s")
        for one in self.position.wanted:
            title = kinds[one.archetype].name[self.language]
            yield sentence % {"title": title, "share": percent(one.share, self.language)}

    def releases(self) -> Iterator[str]:
        for moments in list(self.position.course.values())[:1]:
            days = [day(one.date, self.language) for one in moments]
            sentence = self._("%(day)s, release %(number)s")
            for one, told in zip(moments, days, strict=True):
                twice = days.count(told) > 1
                yield sentence % {"day": told, "number": one.number} if twice else told

    def course(self) -> Iterator[CourseView]:
        for dimension in self.model.questionnaire.dimensions:
            if moments := self.position.course.get(dimension.id):
                medians = tuple(points(one.median, self.language) for one in moments)
                yield CourseView(dimension.title[self.language], medians)

    def short(self, dimensions: Sequence[PlaceView]) -> Iterator[str]:
        """Who the peers are, and the position in each dimension."""
        if warning := self.warning():
            yield warning
        yield peer_sentence(self.position, self.language)
        if self.position.group is not None:
            yield self._("Position: %(list)s.") % {
                "list": "; ".join(f"{one.title}: {_with_note(one)}" for one in dimensions)
            }


def _with_note(one: PlaceView) -> str:
    return f"{one.position} ({one.note})" if one.note else one.position


def _line(view: PlaceView, one: Place) -> Line:
    own, score = one.own, one.own.score or 0.0
    ends = (own.low if own.low is not None else score, own.high if own.high is not None else score)
    quartiles = one.quartiles or (0.0, 0.0)
    note = view.own if view.own != DASH else ""
    return Line(view.title, score, ends, one.median or 0.0, quartiles, note)
