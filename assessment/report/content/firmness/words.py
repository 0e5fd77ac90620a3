"""The sentences about firmness, put together from counts, routes and changes."""

from collections.abc import Mapping, Sequence

from assessment.recommendation.outcome import Outcome
from assessment.report.content.figures import DASH
from assessment.report.content.firmness.hundred import of_hundred
from assessment.wording import name, translator


def outcome_name(outcome: Outcome, language: str) -> str:
    """The route's name, or what it is called when every route is stopped."""
    if outcome is None:
        return translator(language).gettext("No route open")
    return name("route", outcome, language)


def share_stays(advised: Outcome, share: float, language: str) -> str:
    """How often the advice stays what it is."""
    _ = translator(language).gettext
    sentence = (
        _("In %(number)s of 100 trials every route stays stopped.")
        if advised is None
        else _("In %(number)s of 100 trials it stays at: %(route)s.")
    )
    return sentence % {
        "number": of_hundred(share, language),
        "route": outcome_name(advised, language),
    }


def narrow(
    routes: tuple[Outcome, Outcome], margin: str, share: float, *, steady: bool, language: str
) -> str:
    """Why a result can be nearly equal to the next one in points and still come out mostly."""
    _ = translator(language).gettext
    sentence = (
        _(
            "A narrow lead that holds: %(first)s is only %(margin)s points ahead of %(second)s, "
            "but comes out in %(often)s of 100 trials. The distance is small and seldom turns; "
            "both routes are possible."
        )
        if steady
        else _(
            "A narrow lead: %(first)s is only %(margin)s points ahead of %(second)s and comes out "
            "in %(often)s of 100 trials. Both routes are possible."
        )
    )
    return sentence % {
        "first": outcome_name(routes[0], language),
        "second": outcome_name(routes[1], language),
        "margin": margin,
        "often": of_hundred(share, language),
    }


def too_close(between: Sequence[tuple[Outcome, float]], language: str) -> str:
    """Between which two results the trials do not decide, and how often each comes out."""
    if any(outcome is None for outcome, _ in between):
        return _open_or_not(dict(between), language)
    (first, often), (second, other) = between
    sentence = translator(language).gettext(
        "Too close to call: %(first)s comes out in %(often)s, %(second)s in %(other)s of 100 "
        "trials. Both can be justified."
    )
    return sentence % {
        "first": outcome_name(first, language),
        "often": of_hundred(often, language),
        "second": outcome_name(second, language),
        "other": of_hundred(other, language),
    }


def _open_or_not(shares: Mapping[Outcome, float], language: str) -> str:
    sentence = translator(language).gettext(
        "Too close to call: in %(closed)s of 100 trials no route is open, in %(often)s it is "
        "%(route)s. What is still open decides."
    )
    route = next(outcome for outcome in shares if outcome is not None)
    return sentence % {
        "closed": of_hundred(shares[None], language),
        "often": of_hundred(shares[route], language),
        "route": outcome_name(route, language),
    }


def speaks_for(outcome: Outcome, language: str) -> str:
    """For which of two results something speaks."""
    sentence = translator(language).gettext("speaks for: %(route)s")
    return sentence % {"route": outcome_name(outcome, language)}


def stops_all(language: str) -> str:
    """What a gate does that decides between a route and none."""
    return translator(language).gettext("missing in the trials in which no route is open")


def level_change(subject: str, to: str, before: str, language: str) -> str:
    """One change of a level; `before` is a dash where nobody knows it."""
    _ = translator(language).gettext
    sentence = (
        _("“%(subject)s” were at level %(to)s (unknown today)")
        if before == DASH
        else _("“%(subject)s” were at level %(to)s instead of %(before)s")
    )
    return sentence % {"subject": subject, "to": to, "before": before}


def assumed_change(subject: str, to: str, before: str, language: str) -> str:
    """One change of a level that nobody has stated but that was assumed."""
    sentence = translator(language).gettext(
        "“%(subject)s” were at level %(to)s instead of the assumed %(before)s"
    )
    return sentence % {"subject": subject, "to": to, "before": before}


def answer_change(subject: str, to: str, before: str, language: str) -> str:
    """One change of an answer that has no levels; `before` is a dash where nobody knows it."""
    _ = translator(language).gettext
    sentence = (
        _("“%(subject)s” were at “%(to)s” (unknown today)")
        if before == DASH
        else _("“%(subject)s” were at “%(to)s” instead of “%(before)s”")
    )
    return sentence % {"subject": subject, "to": to, "before": before}


def flip(changes: Sequence[str], leads_to: Outcome, language: str) -> str:
    """What one or two changes would lead to."""
    _ = translator(language).gettext
    sentence = (
        _("If %(changes)s, no route would be open any more.")
        if leads_to is None
        else _("If %(changes)s, %(route)s would be advised.")
    )
    together = _(" and ").join(changes)
    return sentence % {"changes": together, "route": outcome_name(leads_to, language)}


def level_means(level: int, text: str, language: str) -> str:
    """What a level stands for."""
    sentence = translator(language).gettext("Level %(level)s: %(text)s")
    return sentence % {"level": level, "text": text}


def reached(score: str, required: str, language: str) -> str:
    """What a topic has, and what the route asks of it."""
    sentence = translator(language).gettext("has %(score)s points, the route asks for %(required)s")
    return sentence % {"score": score, "required": required}


def gain(points: float, language: str) -> str:
    """How much firmer the advice is likely to get."""
    sentence = translator(language).gettext(
        "likely to make the advice firmer by %(number)s of 100 trials"
    )
    return sentence % {"number": of_hundred(points, language)}


def gain_up_to(points: float, language: str) -> str:
    """How much firmer the advice for one of several applications is likely to get."""
    sentence = translator(language).gettext(
        "likely to make the advice firmer by up to %(number)s of 100 trials"
    )
    return sentence % {"number": of_hundred(points, language)}


def of_the_house(language: str) -> str:
    """Who can say something about a factor of the body."""
    return translator(language).gettext("Conditions of the house")


def of_the_plan(language: str) -> str:
    """Who can say something about a factor of an application."""
    return translator(language).gettext("Statement on the application")
