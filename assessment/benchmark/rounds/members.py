"""The members of a round, found in the register."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from assessment.benchmark.rounds.model import Selection
from assessment.errors import Invalid, Problem
from assessment.municipality import STATES, Municipality, UnknownAgs, by_ags
from assessment.municipality.register import municipality_of, municipality_rows

Listed = tuple[str, int]
"""A key from a list of members, and the line it stands in."""

_DIGITS = 8  # of a municipality's key; a county's has five
_NONE: Mapping[str, Municipality] = {}


def members_of(
    selection: Selection,
    listed: Iterable[Listed] = (),
    *,
    file: str = "",
    counted: Mapping[str, Municipality] = _NONE,
) -> tuple[Municipality, ...]:
    """The members, in order of their keys. Raises Invalid with every line that is none.

    `listed` are the keys of a list, `file` is what problems call it. `counted` are the members by
    key as a release counted them: what the register says of these by now does not matter.
    """
    problems = list(_unknown_names(selection, counted))
    found = {one.ags: one for one in _fitting(selection, counted)}
    single = [(key, None, f"members.ags[{at}]", "") for at, key in enumerate(selection.ags)]
    lines = [(key, line, "", file) for key, line in listed]
    seen: set[str] = set()
    for key, line, place, source in (*single, *lines):
        if not key:
            problems.append(Problem("member_without_key", place, {}, source, line))
            continue
        try:
            found[key] = counted[key] if key in counted else by_ags(key)
        except UnknownAgs as error:
            values = {"given": key, "suggestion": error.suggestion}
            problems.append(Problem("unknown_member", place, values, source, line))
        if key in seen:
            problems.append(Problem("member_twice", place, {"given": key}, source, line))
        seen.add(key)
    if not found and not problems:
        problems.append(Problem("no_members", "members"))
    if problems:
        raise Invalid(problems)
    return tuple(found[key] for key in sorted(found, key=str))


def all_kinds() -> tuple[str, ...]:
    """The kinds of municipality that the register knows, such as Stadt, most frequent first."""
    counts = Counter(row["kind"] for row in municipality_rows().values())
    return tuple(kind for kind, _ in counts.most_common())


def _fitting(selection: Selection, counted: Mapping[str, Municipality]) -> Iterator[Municipality]:
    if not (selection.states or selection.size_classes or selection.districts or selection.kinds):
        return
    rows = municipality_rows()
    merged = (ags for ags in counted if len(ags) == _DIGITS and ags not in rows)
    for ags in chain(rows, merged):
        if selection.districts and ags[:5] not in selection.districts:
            continue
        body = counted[ags] if ags in counted else municipality_of(rows[ags])
        if selection.states and body.state not in selection.states:
            continue
        if selection.kinds and body.kind not in selection.kinds:
            continue
        if not selection.size_classes or body.size_class in selection.size_classes:
            yield body


def _unknown_names(selection: Selection, counted: Mapping[str, Municipality]) -> Iterator[Problem]:
    keys = chain(municipality_rows(), counted) if selection.districts else ()
    districts = {ags[:5] for ags in keys}
    kinds = all_kinds() if selection.kinds else ()
    sizes = {"11", "12", "21", "22", "30", "40", "50"}
    for name, given, known in (
        ("states", selection.states, set(STATES)),
        ("size_classes", selection.size_classes, sizes),
        ("districts", selection.districts, districts),
        ("kinds", selection.kinds, set(kinds)),
    ):
        for at, one in enumerate(given):
            if one not in known:
                code = "unknown_district" if name == "districts" else "not_one_of"
                values = {"given": one, "allowed": ", ".join(sorted(known))}
                yield Problem(code, f"members.{name}[{at}]", values)
