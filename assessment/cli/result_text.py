"""The result as lines of text for a terminal."""

from collections.abc import Iterator

from babel.numbers import format_decimal

from assessment.cases.matching import Match
from assessment.cli.language import _
from assessment.cli.roadmap_text import roadmap_lines
from assessment.model import Model
from assessment.presentation import points
from assessment.questionnaire.model import Topic
from assessment.recommendation.model import Route
from assessment.recommendation.outcome import ApplicationRecommendation, RouteState
from assessment.recommendation.robustness.model import Standing
from assessment.report.content.firmness import FirmnessView, firmness_of, percent_of_trials
from assessment.result import ApplicationResult, Result
from assessment.scoring.scorecard import DimensionScore, TopicScore
from assessment.wording import name

NAME_WIDTH = 52
SHOWN_FLIPS = 3


def result_text(result: Result, model: Model, language: str) -> str:
    """The whole result: who, scores with ranges, advice per application, roadmap, closest cases."""
    advised = [one.recommendation for one in result.applications]
    titles = {advice.id: _title(advice, model, language) for advice in advised}
    blocks = [
        _head(result, language),
        _scores(result, model, language),
        *(_application(one, model, language) for one in result.applications),
        _overall(result, language),
        roadmap_lines(result, titles, model, language),
        _cases(result, language),
    ]
    return "\n\n".join("\n".join(block) for block in blocks)


def case_text(match: Match, language: str) -> str:
    """One case in a few lines: what, how, as of when, how similar and why, and its source."""
    case = match.case
    status = name("status", case.status, language)
    as_of = _labelled(_("as of"), case.source_date or _("unknown date"))
    shared = _labelled(_("shared:"), _traits(match.shared, language))
    differing = _labelled(_("differing:"), _traits(match.differing, language))
    similarity = _labelled(_("Similarity"), _percent(match.similarity, language))
    lines = [
        f"{case.title[language]} – {case.municipality}",
        f"  {name('approach', case.approach, language)}; {status} ({as_of})",
        f"  {similarity}; {shared}; {differing}",
        f"  {case.source_url}",
    ]
    return "\n".join(lines)


def _head(result: Result, language: str) -> Iterator[str]:
    body = result.assessment.municipality
    yield f"{body.name} – {result.assessment.questionnaire} – {result.assessment.date.isoformat()}"
    if result.assessment.note:
        yield result.assessment.note
    coverage = result.scorecard.coverage
    yield _labelled(_("Answered:"), _percent(coverage, language))


def _scores(result: Result, model: Model, language: str) -> Iterator[str]:
    points_word, range_word = _("Points"), _("Range")
    yield f"{'':{NAME_WIDTH}} {points_word:>8}  {range_word}"
    for dimension in model.questionnaire.dimensions:
        score = result.scorecard.dimensions[dimension.id]
        yield _score_line(dimension.title[language], score, language) + _level(
            score, model, language
        )
        for topic in dimension.topics:
            yield _topic_line(topic, score.topics[topic.id], language)


def _topic_line(topic: Topic, score: TopicScore, language: str) -> str:
    return _score_line(f"  {topic.title[language]}", score, language)


def _score_line(title: str, score: DimensionScore | TopicScore, language: str) -> str:
    low, high = _number(score.low, language), _number(score.high, language)
    shown = _number(score.score, language) if score.score is not None else _("no result")
    return f"{title:{NAME_WIDTH}} {shown:>8}  {low}–{high}"


def _level(score: DimensionScore, model: Model, language: str) -> str:
    if score.level is None:
        return ""
    return f"  {model.questionnaire.band_names[score.level][language]}"


def _application(application: ApplicationResult, model: Model, language: str) -> Iterator[str]:
    advice = application.recommendation
    title = _title(advice, model, language)
    yield f"{title}: {_advised(advice, language)}"
    for route in Route:
        suitability = _number(advice.suitability[route], language)
        state = name("route_state", advice.state[route], language)
        yield f"  {name('route', route, language):30} {suitability:>6}  {state}"
    yield from _firmness_lines(firmness_of(application, model, language))
    for item in application.robustness.ask_first:
        yield _labelled("  " + _("to state first:"), _asked(item, model, language))
    for item in advice.clarify_first:
        yield _labelled("  " + _("to clarify:"), _asked(item, model, language))
    unmet = advice.gates[advice.route] if advice.route else ()
    for gate in dict.fromkeys(item.gate for item in unmet):
        requirement = model.recommendation.gate_by_id[gate].name[language]
        yield _labelled("  " + _("before go-live:"), requirement)


def _title(advice: ApplicationRecommendation, model: Model, language: str) -> str:
    archetype = model.recommendation.archetype_by_id.get(advice.archetype or "")
    return advice.title or (archetype.name[language] if archetype else advice.id)


def _firmness_lines(found: FirmnessView) -> Iterator[str]:
    """The label, the shares in a line, why it is close, and the nearest flips."""
    shares = [f"{one.name} {one.shown}" for one in found.standing.shares if one.share]
    yield _labelled("  " + _("Firmness:"), found.standing.label)
    yield _labelled("  " + _("Share of the trials") + ":", "; ".join(shares))
    if close := found.too_close.text if found.too_close else found.narrow:
        yield f"  {close}"
    for flip in found.flips.would_change[:SHOWN_FLIPS]:
        yield f"  {flip.text}"


def _advised(advice: ApplicationRecommendation, language: str) -> str:
    if advice.route is None:
        return _("clarify first") if advice.clarify_first else _("prepare first")
    words = name("route", advice.route, language)
    if advice.state[advice.route] == RouteState.CONDITIONAL:
        words += " (" + _("with conditions before go-live") + ")"
    if advice.margin is not None:
        words += ", " + _labelled(_("margin"), _number(advice.margin, language))
    return words


def _firmness(standing: Standing, route: Route | None, language: str) -> str:
    """The label, and in how many of the draws the same result comes out."""
    share = percent_of_trials(standing.shares[route], language)
    label = name("firmness", standing.firmness, language)
    return label + " (" + _("%(share)s of the trials") % {"share": share} + ")"


def _asked(item: str, model: Model, language: str) -> str:
    question = model.questionnaire.by_id.get(item)
    if question:
        return f"{item} – {question.text[language]}"
    return f"{item} – {model.recommendation.factor_by_id[item].question[language]}"


def _overall(result: Result, language: str) -> Iterator[str]:
    overall = result.overall
    words = name("route", overall.route, language) if overall.route else _("prepare first")
    yield _labelled(_("Overall:"), words)
    if result.standing:
        yield _labelled(_("Firmness:"), _firmness(result.standing, overall.route, language))


def _cases(result: Result, language: str) -> Iterator[str]:
    yield _("Comparable cases")
    for match in result.cases:
        yield case_text(match, language)


def _labelled(label: str, words: str) -> str:
    """Both, one after the other; within an f-string, messages are not found on Python 3.11."""
    return f"{label} {words}"


def _traits(codes: tuple[str, ...], language: str) -> str:
    return ", ".join(name("trait", code, language) for code in codes) or "–"


def _number(value: float | None, language: str) -> str:
    rounded = points(value)
    return "–" if rounded is None else format_decimal(rounded, format="0.0", locale=language)


def _percent(share: float | None, language: str) -> str:
    return "–" if share is None else f"{_number(100 * share, language)} %"
