"""What changed since an earlier report, put together."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assessment.comparison import Comparison, Reached, Side, TopicPart
from assessment.model import Model
from assessment.report.brief import Brief
from assessment.report.content.changes.advice import advice_with_changes
from assessment.report.content.changes.answers import body_factors, topics_with_changes
from assessment.report.content.changes.points import dimension_changes, moved
from assessment.report.content.changes.short import short_lines
from assessment.report.content.changes.view import ChangesView
from assessment.report.content.figures import day
from assessment.report.since import comparison_since
from assessment.result import Result
from assessment.wording import translator


@dataclass(frozen=True)
class Earlier:
    """The earlier report: the day it was handed out, and what it was."""

    day: date
    standing: str = ""


def changes_of(result: Result, model: Model, brief: Brief) -> ChangesView | None:
    """What changed since the report that the brief names; None where it names none."""
    since = brief.since
    if since is None:
        return None
    found = comparison_since(since, result, model)
    return changes_view(found, Earlier(since.day, since.standing), brief.language)


def changes_view(found: Comparison[Side], earlier: Earlier, language: str) -> ChangesView:
    """What changed, in the language."""
    dimensions = dimension_changes(found, language)
    answers = topics_with_changes(found, language)
    applications = advice_with_changes(found, language)
    factors = body_factors(found, language)
    notes = tuple(_notes(found, language))
    quiet = not (answers or applications or factors or notes or any(map(moved, _parts(found))))
    count = sum(len(topic.answers) for topic in answers)
    short = short_lines(count, dimensions, applications, language)
    since = {"day": day(earlier.day, language)}
    return ChangesView(
        since=day(earlier.day, language),
        as_of=day(found.earlier.result.assessment.date, language),
        standing=earlier.standing,
        nothing=quiet,
        notes=notes,
        dimensions=dimensions,
        answers=answers,
        factors=factors,
        applications=applications,
        unchanged_applications=len(found.applications) - len(applications),
        targets=_since(found.targets, language),
        measures=_since(found.measures, language),
        short=(_nothing(language) % since,) if quiet else short,
        told=_nothing(language) % since
        if quiet
        else _told(language) % {**since, "list": " ".join(short)},
    )


def _parts(found: Comparison[Side]) -> Iterator[TopicPart]:
    for part in found.dimensions:
        yield part
        yield from part.topics


def _since(reached: tuple[Reached, ...], language: str) -> tuple[str, ...]:
    """What was reached only since then, with its level."""
    sentence = translator(language).gettext("%(title)s (level %(level)s)")
    return tuple(
        sentence % {"title": one.title[language], "level": one.level}
        for one in reached
        if one.since
    )


def _notes(found: Comparison[Side], language: str) -> Iterator[str]:
    """What is to be known before figures of different versions are compared."""
    _ = translator(language).gettext
    before, after = (side.result.assessment.questionnaire for side in (found.earlier, found.later))
    if found.bridge is None:
        yield _(
            "The earlier report rests on %(before)s, this one on %(after)s. Nobody has declared "
            "how their questions belong together: answers cannot be compared, and differences in "
            "points may come from the other questionnaire."
        ) % {"before": before, "after": after}
    elif not found.same_version:
        yield _(
            "The earlier report rests on %(before)s, this one on %(after)s. What a difference in "
            "points comes from is told apart through the %(count)s questions that both versions "
            "ask."
        ) % {"before": before, "after": after, "count": len(found.bridge.anchors)}
        again = len(found.asked_again)
        if again:
            sentence = translator(language).ngettext(
                "One question is no longer the same; answers to it cannot be compared.",
                "%(num)s questions are no longer the same; answers to them cannot be compared.",
                again,
            )
            yield sentence % {"num": again}
    if not found.same_body:
        yield _("The earlier report is of another organisation: %(name)s.") % {
            "name": found.earlier.result.assessment.municipality.name
        }


def _nothing(language: str) -> str:
    return translator(language).gettext(
        "Since the report of %(day)s no answer, no points and no recommendation have changed."
    )


def _told(language: str) -> str:
    return translator(language).gettext("Changed since the report of %(day)s: %(list)s")
