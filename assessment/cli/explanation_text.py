"""How a figure arose, as lines of text for a terminal."""

from collections.abc import Iterator, Sequence

from babel.numbers import format_decimal

from assessment.cli.language import _
from assessment.model import Model
from assessment.presentation import points
from assessment.presentation.explanation import ShownTerm, shown_terms
from assessment.result import Result
from assessment.scoring.explanation import Explanation
from assessment.wording import name

NAME_WIDTH = 60


def explanations_text(
    explanations: Sequence[Explanation], result: Result, model: Model, language: str
) -> str:
    """Every explanation as a table that adds up."""
    return "\n\n".join(
        "\n".join(_lines(explanation, result, model, language)) for explanation in explanations
    )


def _lines(explanation: Explanation, result: Result, model: Model, language: str) -> Iterator[str]:
    yield _heading(explanation, result, model, language)
    terms = shown_terms(explanation)
    if terms:
        words = _("Points"), _("Weight"), _("gives")
        yield f"  {'':{NAME_WIDTH}} {words[0]:>8} {words[1]:>9} {words[2]:>8}"
    for term in terms:
        yield _term_line(_short(_title(term, explanation, model, language)), term, language)
    total, label = _number(explanation.total, language, nothing=_("no result")), _("Sum")
    yield f"  {label:{NAME_WIDTH}} {'':8} {'':9} {total:>8}"
    if explanation.low is not None:
        low, high = (_number(end, language) for end in (explanation.low, explanation.high))
        yield "  " + _("Range") + f" {low}–{high}"
    for part in explanation.part_of:
        shown = ShownTerm(part.kind, part.id, part.value, part.weight, None)
        title = _title(shown, explanation, model, language)
        whole = _short(_("counts in:") + f" {title}")
        yield f"  {whole:{NAME_WIDTH}} {'':18} {_number(part.contribution, language):>8}"


def _term_line(title: str, term: ShownTerm, language: str) -> str:
    value = _number(term.value, language)
    weight = "–" if term.weight is None else f"{_number(100 * term.weight, language)} %"
    contribution = _number(term.contribution, language)
    return f"  {title:{NAME_WIDTH}} {value:>8} {weight:>9} {contribution:>8}"


def _heading(explanation: Explanation, result: Result, model: Model, language: str) -> str:
    if explanation.route is None:
        own = ShownTerm(explanation.kind, explanation.id, None, None, None)
        return _title(own, explanation, model, language)
    (advice,) = (
        one.recommendation for one in result.applications if one.recommendation.id == explanation.id
    )
    archetype = model.recommendation.archetype_by_id.get(advice.archetype or "")
    title = advice.title or (archetype.name[language] if archetype else advice.id)
    return f"{title} – {name('route', explanation.route, language)}"


def _title(term: ShownTerm, explanation: Explanation, model: Model, language: str) -> str:
    asked = model.questionnaire
    match term.kind:
        case "question":
            return f"{term.id} – {asked.by_id[term.id].text[language]}"
        case "topic":
            return next(t.title[language] for t in asked.topics if t.id == term.id)
        case "dimension":
            return next(d.title[language] for d in asked.dimensions if d.id == term.id)
        case "factor":
            return model.recommendation.factor_by_id[term.id].name[language]
    return _("Answer:") + f" {_answer(asked.by_id[explanation.id], term.id, language)}"


def _answer(question: object, value: str, language: str) -> str:
    """The level with its text, the option's text, or the number."""
    levels = getattr(question, "levels", ())
    if levels:
        return f"{value} – {levels[int(value)][language]}"
    options = {option.id: option.text[language] for option in getattr(question, "options", ())}
    return str(options.get(value, value))


def _short(title: str) -> str:
    return title if len(title) <= NAME_WIDTH else f"{title[: NAME_WIDTH - 1]}…"


def _number(value: float | None, language: str, nothing: str = "–") -> str:
    rounded = points(value)
    return nothing if rounded is None else format_decimal(rounded, format="0.0", locale=language)
