"""How firm something is, in words: label, shares of the trials, and what decides a close call."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.model import Model
from assessment.recommendation.outcome import OUTCOMES, Outcome
from assessment.recommendation.robustness.model import CloseCall, Deciding, Firmness, Standing
from assessment.report.content.figures import points, whole
from assessment.report.content.firmness import words
from assessment.report.content.firmness.flips import FlipViews, flips_of
from assessment.report.content.firmness.hundred import of_hundred, percent_of_trials
from assessment.report.content.firmness.tasks import TaskView, tasks_of
from assessment.result import ApplicationResult
from assessment.wording import name


@dataclass(frozen=True)
class ShareView:
    """How often one result comes out: `share` 0-1 for the bar, `shown` to be read."""

    id: str
    name: str
    share: float
    shown: str
    advised: bool


@dataclass(frozen=True)
class AskFirst:
    """A condition of the house that nobody has stated."""

    id: str
    name: str
    question: str


@dataclass(frozen=True)
class StandingView:
    """The label of firmness with the sentence behind it and the five shares."""

    id: Firmness
    label: str
    stays: str
    advised_share: str
    share: float
    shares: tuple[ShareView, ...]
    ask_first: tuple[AskFirst, ...]

    def on(self, id: str) -> ShareView:
        """How often one result comes out, by the id of its route or "none"."""
        return next(share for share in self.shares if share.id == id)


@dataclass(frozen=True)
class DecidingView:
    """What decides a close call, for which result it speaks and with how many points."""

    text: str
    speaks_for: str
    points: str


@dataclass(frozen=True)
class CloseCallView:
    """Advice too close to call: a sentence that names both results, and what decides.

    `both` says that the two results are routes, and none of them that no route is open.
    """

    text: str
    between: tuple[str, str]
    both: bool
    deciding: tuple[DecidingView, ...]


@dataclass(frozen=True)
class FirmnessView:
    """How firm the advice for an application is, and what would change it or make it firmer.

    `narrow` joins a lead of few points with the share of the trials; empty where the lead is wide.
    """

    standing: StandingView
    narrow: str
    too_close: CloseCallView | None
    flips: FlipViews
    find_out: tuple[TaskView, ...]


@dataclass(frozen=True)
class Trials:
    """How the advice was tried out: how often, and from how many of 100 it is firm or likely."""

    draws: str
    firm: str
    likely: str


def trials_of(model: Model, language: str) -> Trials:
    """How the advice is tried out, in the language."""
    said = model.recommendation.firmness
    return Trials(
        whole(said.draws, language),
        of_hundred(said.firm, language),
        of_hundred(said.likely, language),
    )


def standing_of(standing: Standing, advised: Outcome, model: Model, language: str) -> StandingView:
    """How firm a result is, in the language."""
    share = standing.shares[advised]
    shares = tuple(
        _share(outcome, standing.shares[outcome], language, advised=outcome == advised)
        for outcome in OUTCOMES
    )
    return StandingView(
        id=standing.firmness,
        label=name("firmness", standing.firmness, language),
        stays=words.share_stays(advised, share, language),
        advised_share=percent_of_trials(share, language),
        share=share,
        shares=shares,
        ask_first=tuple(_ask_first(factor, model, language) for factor in standing.ask_first),
    )


def firmness_of(item: ApplicationResult, model: Model, language: str) -> FirmnessView:
    """How firm the advice for an application is, with flips and what to find out."""
    found, advised = item.robustness, item.recommendation.route
    return FirmnessView(
        standing=standing_of(found, advised, model, language),
        narrow=_narrow(item, model, language),
        too_close=_close_call(found.too_close, found.shares, model, language),
        flips=flips_of(item, model, language),
        find_out=tasks_of(item, model, language),
    )


def _narrow(item: ApplicationResult, model: Model, language: str) -> str:
    """Nothing where the trials do not decide either: then that is said."""
    advice, found = item.recommendation, item.robustness
    if found.too_close or not advice.is_nearly_equal(model.recommendation.nearly_equal):
        return ""
    second = next(route for route in advice.ranking if route != advice.route)
    return words.narrow(
        (advice.route, second),
        points(advice.margin, language),
        found.shares[advice.route],
        steady=found.firmness == Firmness.FIRM,
        language=language,
    )


def _share(outcome: Outcome, share: float, language: str, *, advised: bool) -> ShareView:
    return ShareView(
        id=outcome.value if outcome else "none",
        name=words.outcome_name(outcome, language),
        share=share,
        shown=percent_of_trials(share, language),
        advised=advised,
    )


def _ask_first(factor_id: str, model: Model, language: str) -> AskFirst:
    factor = model.recommendation.factor_by_id[factor_id]
    return AskFirst(factor.id, factor.name[language], factor.question[language])


def _close_call(
    call: CloseCall | None, shares: Mapping[Outcome, float], model: Model, language: str
) -> CloseCallView | None:
    if call is None:
        return None
    first, second = call.between
    return CloseCallView(
        text=words.too_close([(one, shares[one]) for one in call.between], language),
        between=(words.outcome_name(first, language), words.outcome_name(second, language)),
        both=None not in call.between,
        deciding=tuple(_deciding(one, call.between, model, language) for one in call.deciding),
    )


def _deciding(
    one: Deciding, between: tuple[Outcome, Outcome], model: Model, language: str
) -> DecidingView:
    if one.points is None:
        gate = model.recommendation.gate_by_id[one.id]
        return DecidingView(gate.name[language], words.stops_all(language), "")
    favoured = between[0] if one.points > 0 else between[1]
    return DecidingView(
        _title(one, model, language),
        words.speaks_for(favoured, language),
        points(abs(one.points), language),
    )


def _title(one: Deciding, model: Model, language: str) -> str:
    if one.kind == "factor":
        return model.recommendation.factor_by_id[one.id].name[language]
    titles = {topic.id: topic.title[language] for topic in model.questionnaire.topics}
    return titles[one.id]
