"""The sentences about what changes would do."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from assessment.recommendation.robustness.model import Firmness
from assessment.report.content.figures import points
from assessment.report.content.firmness.hundred import of_hundred
from assessment.result import ApplicationResult
from assessment.wording import name, translator

# Of the trials; less than this may be the rounding of what is shown.
_ALIKE = 0.005
_FIRMER = (Firmness.UNDECIDED, Firmness.LIKELY, Firmness.FIRM)


class Differing(Protocol):
    """Something that may be another afterwards."""

    @property
    def changed(self) -> bool: ...


class Shown(Protocol):
    """A figure with its difference."""

    @property
    def before(self) -> str: ...
    @property
    def after(self) -> str: ...


def unchanged(language: str) -> str:
    """The difference where there is none."""
    return translator(language).gettext("unchanged")


def new(language: str) -> str:
    """The difference where there was nothing, or is nothing any more."""
    return translator(language).gettext("changed")


def advised(item: ApplicationResult, language: str) -> str:
    """The advised route, or what comes first where none is open."""
    _ = translator(language).gettext
    advice = item.recommendation
    if advice.route:
        return name("route", advice.route, language)
    return _("Clarify first") if advice.clarify_first else _("Prepare first")


def in_short(
    applications: Sequence[Differing],
    topics: Sequence[Shown],
    dimensions: Sequence[Shown],
    language: str,
) -> Iterator[str]:
    """The differences in one or two sentences."""
    _, ngettext = translator(language).gettext, translator(language).ngettext
    if applications:
        other = sum(one.changed for one in applications)
        of = {"num": other, "all": len(applications)}
        if other:
            yield (
                ngettext(
                    "For one application of %(all)s the recommendation would be another.",
                    "For %(num)s applications of %(all)s the recommendation would be another.",
                    other,
                )
                % of
            )
        else:
            yield _("No recommendation would be another.")
    moved = sum(one.before != one.after for one in topics)
    if moved:
        told = ngettext("One topic gets other points.", "%(num)s topics get other points.", moved)
        yield told % {"num": moved}
    elif any(one.before != one.after for one in dimensions):
        yield _("A dimension gets other points.")
    else:
        yield _("All points stay as they are.")


def application(
    before: ApplicationResult, after: ApplicationResult, language: str
) -> Iterator[str]:
    """What becomes of the advice for one application."""
    yield _route(before, after, language)
    yield from _suitability(before, after, language)
    yield from _firmness(before, after, language)
    yield from _conditions(before, after, language)


def _route(before: ApplicationResult, after: ApplicationResult, language: str) -> str:
    _ = translator(language).gettext
    was, becomes = before.recommendation.route, after.recommendation.route
    told = {"before": advised(before, language), "after": advised(after, language)}
    if was == becomes:
        return _("It stays at: %(after)s.") % told
    if was is None:
        return _("A route opens: %(after)s.") % told
    if becomes is None:
        return _("No route is open any more; before: %(before)s.") % told
    return _("%(after)s instead of %(before)s.") % told


def _suitability(
    before: ApplicationResult, after: ApplicationResult, language: str
) -> Iterator[str]:
    """The points of the route that is advised in the end."""
    route = after.recommendation.route or before.recommendation.route
    if route is None:
        return
    was = points(before.recommendation.suitability[route], language)
    becomes = points(after.recommendation.suitability[route], language)
    if was != becomes:
        sentence = translator(language).gettext(
            "Suitability of %(route)s: %(after)s instead of %(before)s."
        )
        yield sentence % {
            "route": name("route", route, language),
            "after": becomes,
            "before": was,
        }


def _firmness(before: ApplicationResult, after: ApplicationResult, language: str) -> Iterator[str]:
    _ = translator(language).gettext
    was, becomes = before.robustness, after.robustness
    shares = was.shares[before.recommendation.route], becomes.shares[after.recommendation.route]
    if was.firmness == becomes.firmness and abs(shares[1] - shares[0]) < _ALIKE:
        return
    steps = _FIRMER.index(becomes.firmness) - _FIRMER.index(was.firmness)
    firmer = steps > 0 or (steps == 0 and shares[1] > shares[0])
    sentence = (
        _("Firmer: in %(after)s of 100 trials, before in %(before)s.")
        if firmer
        else _("Less firm: in %(after)s of 100 trials, before in %(before)s.")
    )
    yield sentence % {
        "after": of_hundred(shares[1], language),
        "before": of_hundred(shares[0], language),
    }
    if becomes.ask_first and becomes.firmness is Firmness.LIKELY:
        yield _("It can only be called firm once all conditions of the house are stated.")


def _conditions(
    before: ApplicationResult, after: ApplicationResult, language: str
) -> Iterator[str]:
    was, becomes = _unmet(before), _unmet(after)
    if was is None or becomes is None or was == becomes:
        return
    if becomes == 0:
        yield translator(language).gettext("No condition is left to meet.")
        return
    sentence = translator(language).ngettext(
        "One condition instead of %(before)s.",
        "%(num)s conditions instead of %(before)s.",
        becomes,
    )
    yield sentence % {"num": becomes, "before": was}


def _unmet(item: ApplicationResult) -> int | None:
    """How many gates the advised route does not meet; None without one."""
    route = item.recommendation.route
    return len({gate.gate for gate in item.recommendation.gates[route]}) if route else None
