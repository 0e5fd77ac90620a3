"""The position as plain values with stable keys."""

from assessment.benchmark.position.model import Ahead, Passed, PeersRoutes, Place, Position
from assessment.benchmark.position.peers import Group
from assessment.benchmark.position.release import Origin
from assessment.presentation.rounding import Json, points, share


def position_json(position: Position) -> Json:
    """Where the body stands, and from which release: quarters and words, no rank."""
    return {
        "release": _origin(position.origin),
        "group": _group(position.group),
        "passed": [_passed(one) for one in position.passed],
        "dimensions": {one.subject: _place(one, position.group) for one in position.dimensions},
        "topics": {one.subject: _place(one, position.group) for one in position.topics},
        "ahead": [_ahead(one) for one in position.ahead],
        "routes": [_routes(one) for one in position.routes],
        "wanted": [
            {"archetype": one.archetype, "share": share(one.share), "group": _group(one.group)}
            for one in position.wanted
        ],
        "course": {
            id: [
                {"date": one.date.isoformat(), "number": one.number, "median": one.median}
                for one in moments
            ]
            for id, moments in position.course.items()
        },
    }


def _origin(origin: Origin) -> Json:
    taking = origin.taking
    return {
        "round": origin.round,
        "number": origin.number,
        "date": origin.date.isoformat(),
        "questionnaire": origin.questionnaire,
        "digest": origin.digest,
        "note": origin.note or None,
        "n": taking.n if taking else None,
        "members": taking.members if taking else None,
    }


def _group(group: Group | None) -> Json | None:
    return {"key": dict(group.key), "n": group.taking.n} if group else None


def _passed(one: Passed) -> Json:
    return {
        "key": dict(one.group.key),
        "because": one.because.value,
        "medians": {id: median for id, (median, _) in one.medians.items()},
    }


def _place(one: Place, common: Group | None) -> Json:
    own = one.own
    found: Json = {
        "own": points(own.score),
        "quarter": one.quarter.value if one.quarter else None,
        "because": one.because.value if one.because else None,
    }
    if one.quarter is None or one.group is None:
        return found
    found |= {
        "firm": one.firm,
        "between": [one.lowest, one.highest],
        "n": one.n,
        "median": one.median,
        "quartiles": list(one.quartiles or ()),
    }
    if one.group is not common:
        found["group"] = _group(one.group)
    if one.as_of:
        found["as_of"] = one.as_of.isoformat()
    return found


def _ahead(one: Ahead) -> Json:
    return {
        "question": one.question,
        "own": one.own,
        "reached": one.reached,
        "group": _group(one.group),
        "n": one.n,
    }


def _routes(one: PeersRoutes) -> Json:
    shares = [{"routes": list(classes), "share": share(part)} for classes, part in one.shares or ()]
    return {
        "application": one.application,
        "archetype": one.archetype,
        "own": one.own,
        "shares": shares if one.shares is not None else None,
        "group": _group(one.group),
        "n": one.n,
    }
