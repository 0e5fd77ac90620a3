"""Writes an assessment as an answer book that reads back as the same assessment."""

from collections.abc import Mapping
from typing import Any

from assessment.answer_book import choices
from assessment.answer_book.choices import NONE, OWN, Choices
from assessment.answer_book.layout import PLAN_ROWS
from assessment.answer_book.writer import BookWriter, Kind, row_height
from assessment.model import Model
from assessment.questionnaire.answer_file import answers_as_data
from assessment.questionnaire.answer_file.vocabulary import FIELDS, TECHNOLOGIES
from assessment.questionnaire.answers import Assessment
from assessment.questionnaire.model import LevelsQuestion, NumberQuestion, SeveralQuestion

_HIGHEST_PRIORITY = 5
_MARKED = "x"

Data = Mapping[str, Any]


def write_book(assessment: Assessment, model: Model, language: str) -> bytes:
    """The assessment as XLSX; a blank one becomes a form to be filled in offline."""
    data = answers_as_data(assessment)
    writer = BookWriter(model, language, assessment.date)
    _write_body(writer, data, assessment.municipality.name)
    _write_answers(writer, data["answers"])
    _write_factors(writer, data.get("factors", {}))
    _write_applications(writer, data.get("applications", []))
    _write_plan(writer, data.get("plan") or {})
    _write_targets(writer, data.get("targets", {}))
    return writer.bytes()


def _write_body(writer: BookWriter, data: Data, known_name: str) -> None:
    _ = writer.translate
    area = writer.areas["body"]
    body = data["municipality"]
    sheet = writer.sheet(
        "body",
        title=_("Start here"),
        note=_(
            "Fill in the yellow cells, sheet by sheet; the other cells are locked. Where a cell "
            "has a list, choose from it. What you leave empty counts as not answered. Then send "
            "the file back: the tool reads it and names every cell that it cannot use."
        ),
        columns=[(_("Subject"), 34), (_("Your entry"), 40), (_("Help"), 70)],
    )
    rows: dict[str, tuple[str, str, Any, Choices | None]] = {
        "ags": (
            _("Municipality key (AGS)"),
            _("8 digits, 5 for a county. With it, the four rows below may stay empty."),
            body.get("ags"),
            None,
        ),
        "name": (_("Name"), _("Of a body without a key."), body.get("name", known_name), None),
        "body": (_("Kind of body"), "", body.get("body"), choices.of_bodies(writer.language)),
        "state": (_("State (Land)"), "", body.get("state"), choices.of_states(writer.language)),
        "population": (_("Population"), _("A whole number."), body.get("population"), None),
        "date": (_("Date"), _("Such as 2026-11-22 or 22.11.2026."), data["date"], None),
        "note": (_("Note"), _("Shown wherever the result is."), data.get("note"), None),
    }
    for key, (title, help_, value, allowed) in rows.items():
        row = writer.key(sheet, area, key)
        sheet.write_string(row, 1, title, writer.formats["strong"])
        kind: Kind = "number" if key == "population" else "input"
        writer.fill(sheet, (row, area.column("value")), value, allowed, kind=kind)
        sheet.write_string(row, 3, help_, writer.formats["text"])


def _write_answers(writer: BookWriter, answers: Data) -> None:
    _ = writer.translate
    questionnaire, area, language = (
        writer.model.questionnaire,
        writer.areas["answers"],
        writer.language,
    )
    sheet = writer.sheet(
        "answers",
        title=_("Answers"),
        note=questionnaire.answer_rule[language],
        columns=[
            (_("Topic"), 22),
            (_("Question"), 44),
            (_("Help"), 44),
            (_("Levels"), 70),
            (_("Answer"), 34),
            (_("Comment"), 34),
            (_("Evidence"), 26),
            (_("Answered by"), 20),
            (_("Reason why it does not apply"), 26),
        ],
    )
    for question in questionnaire.questions:
        row = writer.key(sheet, area, question.id)
        topic = questionnaire.topic_by_id[question.topic].title[language]
        text, help_, scale = (
            question.text[language],
            question.help[language],
            _scale(writer, question),
        )
        for place, (shown, look) in enumerate(
            ((topic, "text"), (text, "strong"), (help_, "text"), (scale, "text")), start=1
        ):
            sheet.write_string(row, place, shown, writer.formats[look])
        sheet.set_row(row, row_height((text, 44), (help_, 44), (scale, 70)))
        said = _long(answers.get(question.id))
        allowed = choices.of_question(question, language)
        listed = not isinstance(question, SeveralQuestion | NumberQuestion) and (
            isinstance(question, LevelsQuestion) or bool(question.options)
        )
        value = _shown(said.get("state") or said.get("level", said.get("value")))
        cell = (row, area.column("value"))
        if listed:
            writer.fill(sheet, cell, value, allowed)
        else:
            kind: Kind = "number" if isinstance(question, NumberQuestion) else "input"
            writer.fill(sheet, cell, allowed.label(value), kind=kind)
        for column in area.columns[1:]:
            writer.fill(sheet, (row, area.column(column)), said.get(column))


def _scale(writer: BookWriter, question: Any) -> str:
    """What may be answered, a line each."""
    _ = writer.translate
    allowed = choices.of_question(question, writer.language)
    lines = list(allowed.labels)
    if isinstance(question, SeveralQuestion):
        options = [f"{option.id} – {option.text[writer.language]}" for option in question.options]
        lines = [_("Several, with commas between them:"), *options, *lines]
    elif isinstance(question, NumberQuestion):
        unit = question.unit[writer.language] if question.unit else ""
        lines = [" ".join(part for part in (_("A number"), unit) if part), *lines]
    return "\n".join(lines)


def _write_factors(writer: BookWriter, given: Data) -> None:
    _ = writer.translate
    area, language = writer.areas["factors"], writer.language
    sheet = writer.sheet(
        "factors",
        title=_("Conditions"),
        note=_("What holds for every application; without it no recommendation is called firm."),
        columns=[(_("Factor"), 26), (_("Question"), 46), (_("Levels"), 70), (_("Answer"), 40)],
    )
    for id in area.rows:
        factor = writer.model.recommendation.factor_by_id[id]
        row, allowed = writer.key(sheet, area, id), choices.of_factor(factor, language)
        scale = "\n".join(allowed.labels)
        sheet.write_string(row, 1, factor.name[language], writer.formats["strong"])
        sheet.write_string(row, 2, factor.question[language], writer.formats["text"])
        sheet.write_string(row, 3, scale, writer.formats["text"])
        sheet.set_row(row, row_height((factor.question[language], 46), (scale, 70)))
        writer.fill(sheet, (row, area.column("value")), given.get(id), allowed)


def _write_applications(writer: BookWriter, planned: list[Data]) -> None:
    _ = writer.translate
    area, language, advice = (
        writer.areas["applications"],
        writer.language,
        writer.model.recommendation,
    )
    lists = application_choices(writer.model, language)
    heads = {
        "id": _("Short name"),
        "archetype": _("Kind of application"),
        "title": _("Title"),
        "priority": _("Priority 1–5"),
        "benefit": _("Expected benefit"),
        "field": _("Field"),
        "technology": _("Technology"),
        "ai_act": _("AI Act"),
    }
    heads |= {f"factor.{factor.id}": factor.name[language] for factor in advice.factors}
    heads |= {
        f"trait.{id}": _("Own application: %(trait)s (x)") % {"trait": text[language]}
        for id, text in advice.traits.items()
    }
    sheet = writer.sheet(
        "applications",
        title=_("Applications"),
        note=_(
            "A row for each AI application that is planned. The kind says the rest; field, "
            "technology, AI Act and the marks at the right are for one’s own application only. A "
            "factor of the body that is left empty holds as in the sheet of conditions."
        ),
        columns=[(_("No."), 6), *((heads[column], _width(column)) for column in area.columns)],
    )
    for number, key in enumerate(area.rows):
        row = writer.key(sheet, area, key)
        sheet.write_number(row, 1, number + 1, writer.formats["text"])
        said = _flat(planned[number]) if number < len(planned) else {}
        for column in area.columns:
            cell = (row, area.column(column))
            writer.fill(sheet, cell, said.get(column), lists.get(column))


def application_choices(model: Model, language: str) -> dict[str, Choices]:
    """The lists of the columns of applications."""
    advice = model.recommendation
    levels = advice.portfolio.benefit.names
    lists = {
        "archetype": choices.of_archetypes(model, language),
        "priority": Choices(tuple((str(n), n) for n in range(1, _HIGHEST_PRIORITY + 1))),
        "benefit": Choices(tuple((f"{n} – {t[language]}", n) for n, t in enumerate(levels))),
        "field": choices.of_codes("field", FIELDS, language),
        "technology": choices.of_codes("technology", TECHNOLOGIES, language),
        "ai_act": choices.of_ai_act(model, language),
    }
    lists |= {
        f"factor.{factor.id}": choices.of_factor(factor, language) for factor in advice.factors
    }
    mark = Choices(((_MARKED, True),))
    return lists | {f"trait.{trait}": mark for trait in advice.traits}


def _flat(application: Data) -> dict[str, Any]:
    """An application of the answer file by the columns of the sheet."""
    flat = {
        key: application.get(key)
        for key in ("id", "title", "priority", "benefit", "field", "technology", "ai_act")
    }
    factors = {f"factor.{id}": level for id, level in (application.get("factors") or {}).items()}
    traits = {f"trait.{trait}": True for trait in application.get("traits") or ()}
    return flat | {"archetype": application["archetype"] or OWN} | factors | traits


def _write_plan(writer: BookWriter, plan: Data) -> None:
    _ = writer.translate
    area = writer.areas["plan"]
    sheet = writer.sheet(
        "plan",
        title=_("Frame of the roadmap"),
        note=_("May stay empty: then a frame is assumed, and said so."),
        columns=[(_("Subject"), 34), (_("Your entry"), 20), (_("Help"), 60)],
    )
    texts = {
        "start": (_("First quarter"), _("Such as 2027-Q1.")),
        "quarters": (_("Number of quarters"), _("A whole number from 1 to 40.")),
        "person_days_per_quarter": (_("Person-days per quarter"), _("A number above 0.")),
    }
    for key in PLAN_ROWS:
        row = writer.key(sheet, area, key)
        sheet.write_string(row, 1, texts[key][0], writer.formats["strong"])
        kind: Kind = "input" if key == "start" else "number"
        writer.fill(sheet, (row, area.column("value")), plan.get(key), kind=kind)
        sheet.write_string(row, 3, texts[key][1], writer.formats["text"])


def _write_targets(writer: BookWriter, targets: Data) -> None:
    _ = writer.translate
    area, questionnaire, language = (
        writer.areas["targets"],
        writer.model.questionnaire,
        writer.language,
    )
    sheet = writer.sheet(
        "targets",
        title=_("Targets"),
        note=_("Levels that you want to reach by the end of the plan."),
        columns=[(_("Kind"), 16), (_("Topic or question"), 80), (_("Level wanted"), 18)],
    )
    for id in area.rows:
        row = writer.key(sheet, area, id)
        topic = questionnaire.topic_by_id.get(id)
        text = (topic.title if topic else questionnaire.by_id[id].text)[language]
        highest = len(questionnaire.bands) if topic else len(questionnaire.by_id[id].levels) - 1
        sheet.write_string(row, 1, _("Topic") if topic else _("Question"), writer.formats["text"])
        sheet.write_string(row, 2, text, writer.formats["text"])
        sheet.set_row(row, row_height((text, 80)))
        allowed = choices.of_levels(highest)
        writer.fill(sheet, (row, area.column("value")), targets.get(id), allowed)


def _long(said: Any) -> dict[str, Any]:
    """An answer of the answer file in its long form."""
    if isinstance(said, dict):
        return said
    return {"state": said} if said in ("unknown", "not_applicable") else {"value": said}


def _shown(value: Any) -> Any:
    """Several options as one text."""
    return (", ".join(value) or NONE) if isinstance(value, list) else value


def _width(column: str) -> float:
    return {"archetype": 36, "title": 36}.get(column, 8 if column.startswith("trait.") else 20)
