"""What a council paper says, as plain values that a Word template can name."""

from collections.abc import Iterable
from typing import Any

from assessment.model import Model
from assessment.report.content import ApplicationView, Report
from assessment.report.content.advice import RouteView
from assessment.report.content.figures import DASH
from assessment.report.content.shared.numbers import in_few_signs
from assessment.result import Result
from assessment.wording import name, translator

DATA_PROTECTION = ("data_protection", "training_data_basis")
STAFF_COUNCIL = "governance.staff_involvement"

Values = dict[str, Any]


def council_content(report: Report, result: Result, model: Model) -> Values:
    """The fields that a template may use; texts, and lists of fields."""
    about, roadmap = report.about, report.roadmap
    requirements = _unique(gate.requirement for view in report.applications for gate in view.gates)
    applications = [
        _application(view, requirements, report.language) for view in report.applications
    ]
    return {
        "municipality": about.municipality,
        "place": about.place,
        "date": about.date,
        "note": about.note,
        "standing": about.standing,
        "changes": report.changes.told if report.changes else "",
        "benchmark": report.benchmark.told if report.benchmark else "",
        "questionnaire": f"{about.questionnaire} ({about.reference})",
        "coverage": about.coverage,
        "dimensions": [
            {"title": one.title, "score": one.score, "range": one.range, "level": one.level}
            for one in report.profile.dimensions
        ],
        "applications": applications,
        "requirements": requirements,
        "advised": [one for one in applications if one["is_advised"]],
        "waiting": [one for one in applications if not one["is_advised"]],
        "data_protection": _data_protection(report),
        "laws": [f"{law.gate}: {law.law} ({law.as_of})" for law in report.laws],
        "staff_council": _staff_council(result, model, report.language),
        "plan": f"{roadmap.plan.start} – {roadmap.plan.end}",
        "days": roadmap.days,
        "room": roadmap.plan.room,
        "obstacles": [*roadmap.obstacles, *roadmap.would_do],
        "steps": [
            {
                "when": step.when,
                "days": step.days,
                "title": step.title,
                "responsible": step.responsible,
            }
            for step in sorted(roadmap.steps, key=lambda step: step.first)
        ],
        "cost_note": report.cost_note,
        "model_note": report.model_note,
        "attribution": report.attribution,
        "tool_version": about.tool_version,
        "model_hash": about.model_hash[:12],
        **_office(report),
    }


def _office(report: Report) -> Values:
    """Who made the paper and signs it; empty without a brand."""
    brand = report.brand
    return {
        "office": brand.office if brand else "",
        "signer": brand.signer if brand else "",
        "contact": [line.text for line in brand.contact] if brand else [],
        "intro": brand.intro if brand else (),
        "closing": brand.closing if brand else (),
        "imprint": brand.imprint if brand else (),
    }


def _application(view: ApplicationView, requirements: list[str], language: str) -> Values:
    _ = translator(language).gettext
    advised = view.advised
    waits = _("clarify first") if view.clarify_first else _("prepare first")
    return {
        "title": view.title,
        "is_advised": advised is not None,
        "route": advised.name if advised else waits,
        "suitability": advised.suitability if advised else DASH,
        "firmness": view.firmness.standing.label,
        "trials": view.firmness.standing.stays,
        "too_close": view.firmness.too_close.text if view.firmness.too_close else "",
        "conditions": _unique(gate.requirement for gate in view.conditions),
        "condition_numbers": _numbers((gate.requirement for gate in view.conditions), requirements),
        "clarify": list(view.clarify_first),
        "speaks_for": [reason.text for reason in view.speaks_for],
        "alternatives": [
            {
                "route": route.name,
                "suitability": route.suitability,
                "state": route.state_name,
                "is_advised": route.advised,
                "lacks": " ".join(
                    _unique(gate.requirement for gate in view.gates if route.id in gate.lacks)
                )
                or DASH,
            }
            for route in view.routes
        ],
        "beside": [_beside(route, view, requirements, language) for route in view.routes],
        "costs": [
            f"{group.route}: {cost.text} ({cost.kind}, {cost.place}; {cost.source}"
            + (f", {cost.as_of})" if cost.as_of else ")")
            for group in view.costs
            for cost in group.costs
        ],
        "ai_act": view.ai_act_hint,
    }


def _beside(route: RouteView, view: ApplicationView, requirements: list[str], language: str) -> str:
    """A route in a cell beside the others: points, state, and the numbers of what is missing."""
    _ = translator(language).gettext
    missing = _numbers(
        (gate.requirement for gate in view.gates if route.id in gate.lacks), requirements
    )
    told = f"{route.suitability}, {route.state_name[:1].lower()}{route.state_name[1:]}"
    if missing:
        told += f": {missing}"
    return _("%(route)s (advised)") % {"route": told} if route.advised else told


def _numbers(texts: Iterable[str], requirements: list[str]) -> str:
    """At which places of the list of all requirements these stand."""
    return in_few_signs((requirements.index(text) + 1 for text in texts), of=0)


def _data_protection(report: Report) -> list[str]:
    """What data protection still asks for on the advised routes, and for which applications."""
    asked: dict[str, list[str]] = {}
    for view in report.applications:
        for gate in view.conditions or view.gates:
            if gate.gate in DATA_PROTECTION:
                asked.setdefault(gate.requirement, []).append(view.title)
    return [f"{text} ({', '.join(_unique(titles))})" for text, titles in asked.items()]


def _staff_council(result: Result, model: Model, language: str) -> str:
    """How the staff council takes part today: the level in its words, or that nobody knows."""
    answer, question = (
        result.answers.get(STAFF_COUNCIL),
        model.questionnaire.by_id.get(STAFF_COUNCIL),
    )
    if answer is None or question is None:
        return DASH
    if isinstance(answer.value, int):
        text: str = question.levels[answer.value][language]
        return text
    return name("answer_state", answer.state, language)


def _unique(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))
