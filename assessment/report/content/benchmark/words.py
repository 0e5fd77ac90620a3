"""Groups, quarters and reasons in words."""

from collections.abc import Mapping
from datetime import date

from assessment.benchmark.position.model import Because, Passed, Place, Position, Quarter
from assessment.benchmark.position.peers import Group
from assessment.benchmark.position.release import Origin
from assessment.report.content.figures import day, points, whole
from assessment.wording import group_name, translator
from assessment.wording.catalogue import N_

_ORDER = ("size_class", "kind", "district", "state")
QUARTERS = {
    Quarter.LOWER: N_("lowest quarter"),
    Quarter.BELOW_MEDIAN: N_("second quarter, below the median"),
    Quarter.ABOVE_MEDIAN: N_("third quarter, from the median on"),
    Quarter.UPPER: N_("highest quarter"),
}
_NO_PLACE = {
    Because.NO_VALUE: N_("no position: no points yet"),
    Because.MOSTLY_OPEN: N_("no position: more than half of it is still open"),
    Because.HIDDEN: N_("no position: no group of yours is shown for it"),
}
_PASSED = {
    Because.HIDDEN: N_(
        "The closer group “%(group)s” is not shown, so that nobody's answers can be told."
    ),
    Because.NO_QUARTILES: N_(
        "The closer group “%(group)s” is shown without quartiles, so that nobody's answers can be "
        "told."
    ),
}


def group_words(group: Group, language: str) -> str:
    """The group as a reader calls it: size, kind and place, or the whole round."""
    _ = translator(language).gettext
    if not group.key:
        return _("all who took part in the round")
    told = group_name({one: group.key[one] for one in _ORDER if one in group.key}, language)
    if "district" in group.key or "state" in group.key:
        return told
    return f"{told}, " + _("across the whole round")


def peer_sentence(position: Position, language: str) -> str:
    """Who the body is compared with, or why with nobody."""
    _ = translator(language).gettext
    if position.group is None:
        return _(
            "No group that this body belongs to is shown with quartiles in this release, so that "
            "nobody's answers can be told. There is no position therefore."
        )
    values = {
        "group": group_words(position.group, language),
        "count": whole(position.group.taking.n, language),
    }
    told = _("Peer group: %(group)s. Of it %(count)s took part.") % values
    if position.group.key.keys() & {"size_class", "kind"}:
        return told
    return f"{told} " + _("It is not limited to bodies of the same size or kind.")


def passed_sentence(passed: Passed, titles: Mapping[str, str], language: str) -> str:
    """That a closer group is not shown, and why, never that it is small; and the medians it has.

    `titles` are those of the dimensions.
    """
    _ = translator(language).gettext
    told = _(_PASSED[passed.because]) % {"group": group_words(passed.group, language)}
    medians = ", ".join(
        f"{titles[id]} {_median(value, as_of, language)}"
        for id, (value, as_of) in passed.medians.items()
    )
    return f"{told} " + _("Its medians: %(medians)s.") % {"medians": medians} if medians else told


def _median(value: float, as_of: date | None, language: str) -> str:
    told = points(value, language)
    if as_of is None:
        return told
    then = translator(language).gettext("as of %(day)s") % {"day": day(as_of, language)}
    return f"{told} ({then})"


def quarter_words(quarter: Quarter, language: str) -> str:
    """A quarter in words."""
    return translator(language).gettext(QUARTERS[quarter])


def place_words(place: Place, language: str) -> str:
    """Where the body stands in a subject, or why it stands nowhere."""
    if place.quarter is None:
        return translator(language).gettext(_NO_PLACE[place.because or Because.HIDDEN])
    return quarter_words(place.quarter, language)


def place_note(place: Place, common: Group | None, language: str) -> str:
    """That a position is not firm, rests on another group, or on an earlier release."""
    _ = translator(language).gettext
    notes = []
    if place.quarter and not place.firm and place.lowest and place.highest:
        ends = {
            "low": quarter_words(place.lowest, language),
            "high": quarter_words(place.highest, language),
        }
        notes.append(_("not firm: depending on open answers from “%(low)s” to “%(high)s”") % ends)
    if place.group is not None and place.group is not common:
        group = group_words(place.group, language)
        notes.append(_("compared with: %(group)s") % {"group": group})
    if place.as_of:
        then = day(place.as_of, language)
        notes.append(_("figures of an earlier release, of %(day)s") % {"day": then})
    return "; ".join(notes)


def source_words(origin: Origin, language: str) -> str:
    """Round, release, day, who took part, and the digest that tells whether it is the same."""
    _ = translator(language).gettext
    taking = origin.taking
    values = {
        "round": origin.round,
        "number": origin.number,
        "day": day(origin.date, language),
        "digest": origin.digest,
    }
    told = _("The figures come from release %(number)s of the round “%(round)s”, of %(day)s.")
    sentences = [told % values]
    if taking and taking.n is not None:
        counts = {"n": whole(taking.n, language), "members": whole(taking.members, language)}
        sentences.append(_("%(n)s of %(members)s members took part.") % counts)
    sentences.append(_("Digest of the release (SHA-256): %(digest)s.") % values)
    return " ".join(sentences)
