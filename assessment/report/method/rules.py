"""Conditions of the model in words: when a gate applies, when it asks for more."""

from collections.abc import Iterable

from assessment.model import Model
from assessment.questionnaire.conditions import (
    AiActClass,
    All,
    Any,
    Condition,
    FactorIs,
    HasTrait,
    Not,
    QuestionIs,
    Statement,
)
from assessment.report.content.figures import number
from assessment.wording import name, translator


def told(condition: Condition, model: Model, language: str) -> str:
    """The condition as a reader understands it, such as "reads data that are not public"."""
    _ = translator(language).gettext
    match condition:
        case All(all=parts):
            return _(" and ").join(_each(parts, model, language))
        case Any(any=parts):
            return _(" or ").join(_each(parts, model, language))
        case Not(not_=part):
            return _("not: %(condition)s") % {"condition": told(part, model, language)}
    return _statement(condition, model, language)


def _statement(statement: Statement, model: Model, language: str) -> str:
    _ = translator(language).gettext
    match statement:
        case FactorIs(factor=factor, at_least=level):
            subject = model.recommendation.factor_by_id[factor].name[language]
            return _("%(subject)s from level %(level)s on") % {"subject": subject, "level": level}
        case HasTrait(trait=trait):
            return model.recommendation.traits[trait][language]
        case AiActClass(ai_act=classes):
            texts = [model.recommendation.ai_act_classes[one][language] for one in classes]
            return _("AI Act: %(classes)s") % {"classes": _(" or ").join(texts)}
    return _answer(statement, model, language)


def _each(parts: Iterable[Condition], model: Model, language: str) -> Iterable[str]:
    return (told(part, model, language) for part in parts)


def _answer(statement: QuestionIs, model: Model, language: str) -> str:
    """What the answer to a question must be."""
    _ = translator(language).gettext
    subject = model.questionnaire.by_id[statement.question].text[language]
    parts = []
    if statement.at_least is not None:
        parts.append(_("at least %(level)s") % {"level": number(statement.at_least, language)})
    if statement.at_most is not None:
        parts.append(_("at most %(level)s") % {"level": number(statement.at_most, language)})
    parts += [part for part in (statement.is_, statement.includes) if part]
    if statement.state:
        parts.append(name("answer_state", statement.state, language))
    return f"{subject} {', '.join(parts)}"
