"""The advice for each application then and now, and which requirements were met since."""

from collections.abc import Iterable, Mapping

from assessment.comparison import ApplicationPair, Comparison, Side
from assessment.model import Model
from assessment.presentation import points as rounded
from assessment.recommendation.model import Gate
from assessment.report.content.advice import title_of
from assessment.report.content.changes.answers import application_factors
from assessment.report.content.changes.view import AdviceChange, Advised, AnswerChange
from assessment.report.content.figures import points
from assessment.result import ApplicationResult
from assessment.wording import name, translator


def advice_with_changes(found: Comparison[Side], language: str) -> tuple[AdviceChange, ...]:
    """The applications of which anything is different now; those given up come last."""
    gates = {
        **found.earlier.model.recommendation.gate_by_id,
        **found.later.model.recommendation.gate_by_id,
    }
    return tuple(
        _change(pair, found, gates, language) for pair in found.applications if _differs(pair)
    )


def _differs(pair: ApplicationPair) -> bool:
    if pair.earlier is None or pair.later is None:
        return True
    return (
        _seen(pair.earlier) != _seen(pair.later)
        or _levels(pair.earlier) != _levels(pair.later)
        or bool(pair.met or pair.new)
    )


def _seen(application: ApplicationResult) -> tuple[object, ...]:
    """What is told of the advice: differences beyond the digits shown are none."""
    advice = application.recommendation
    suitability = rounded(advice.suitability[advice.route]) if advice.route else None
    waits = bool(advice.clarify_first) if advice.route is None else None
    return advice.route, waits, suitability, application.robustness.firmness


def _change(
    pair: ApplicationPair, found: Comparison[Side], gates: Mapping[str, Gate], language: str
) -> AdviceChange:
    before, after = pair.earlier, pair.later
    model = found.later.model if after else found.earlier.model
    return AdviceChange(
        title=title_of(pair.any.recommendation, model, language),
        before=_advised(before, language),
        after=_advised(after, language),
        route_changed=_route(before) != _route(after),
        requirements_of=name("route", pair.route, language),
        met=_names(pair.met, gates, language),
        new=_names(pair.new, gates, language),
        factors=_factors(before, after, model, language),
    )


def _factors(
    before: ApplicationResult | None,
    after: ApplicationResult | None,
    model: Model,
    language: str,
) -> tuple[AnswerChange, ...]:
    if before is None or after is None:
        return ()
    return application_factors(_levels(before), _levels(after), model, language)


def _levels(application: ApplicationResult) -> dict[str, int]:
    return {id: one.level for id, one in application.recommendation.factors.items()}


def _route(application: ApplicationResult | None) -> object:
    return application.recommendation.route if application else None


def _names(ids: Iterable[str], gates: Mapping[str, Gate], language: str) -> tuple[str, ...]:
    return tuple(gates[id].name[language] for id in ids)


def _advised(application: ApplicationResult | None, language: str) -> Advised | None:
    if application is None:
        return None
    _ = translator(language).gettext
    advice, firmness = application.recommendation, application.robustness.firmness
    firm = name("firmness", firmness, language)
    if advice.route is None:
        return Advised(_("Clarify first") if advice.clarify_first else _("Prepare first"), firm)
    suitability = _("suitability %(points)s") % {
        "points": points(advice.suitability[advice.route], language)
    }
    state = name("route_state", advice.state[advice.route], language)
    return Advised(name("route", advice.route, language), f"{firm} · {state} · {suitability}")
