"""An office's own Word template, tried out: everything wrong with it is named before it is used."""

import re
import zipfile
from collections.abc import Iterable
from io import BytesIO

from jinja2 import ChainableUndefined, Undefined

from assessment.errors import Invalid, Problem
from assessment.model import Model
from assessment.questionnaire.documents import closest
from assessment.report.brief import Brief
from assessment.report.content import Report, content_of
from assessment.report.office.council_content import council_content
from assessment.report.office.council_paper import filled
from assessment.report.office.given import GivenFile
from assessment.result import Result

_RELATION = re.compile(rb"<Relationship\b[^>]*>")
_TARGET = re.compile(rb'Target="([^"]*)"')
_PICTURES = ("logo", "coat_of_arms")


def problems_of_template(
    data: bytes, results: Iterable[Result], model: Model, language: str
) -> tuple[Problem, ...]:
    """What is wrong with the template, found by filling it with each of these results."""
    if elsewhere := _fetched(data):
        values = {"given": elsewhere[0]}
        return (Problem("template_fetches", values=values),)
    problems: list[Problem] = []
    for result in results:
        report = content_of(result, model, Brief(language))
        problems += _problems(GivenFile("", data), report, result, model)
    return tuple({(problem.code, str(problem.values)): problem for problem in problems}.values())


def _problems(
    template: GivenFile, report: Report, result: Result, model: Model
) -> Iterable[Problem]:
    """What is wrong when it is filled with this result."""
    missed: list[str] = []
    try:
        filled(template, report, result, model=model, undefined=_noting(missed))
    except Invalid as error:
        return error.problems
    except Exception as error:  # noqa: BLE001 - templates can do wrong whatever a program can
        missed.clear()
        return [Problem("template_not_filled", values={"reason": str(error)[:300]})]
    known = (*council_content(report, result, model), *_PICTURES)
    return [_unknown_field(name, known) for name in dict.fromkeys(missed)]


def _unknown_field(name: str, known: Iterable[str]) -> Problem:
    return Problem(
        "template_unknown_field", values={"given": name, "suggestion": closest(name, known)}
    )


def _noting(missed: list[str]) -> type[Undefined]:
    """What stands for a name that is not known: it is noted, and the template read on."""

    class Noting(ChainableUndefined):
        def _note(self) -> None:
            missed.append(str(self._undefined_name))

        def __str__(self) -> str:
            self._note()
            return ""

        __html__ = __str__

        def __iter__(self) -> object:  # type: ignore[override]
            self._note()
            return iter(())

        def __bool__(self) -> bool:
            self._note()
            return False

    return Noting


def _fetched(data: bytes) -> list[str]:
    """What Word would fetch from elsewhere when it opens the template; links are only followed."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            relations = [
                relation
                for name in packed.namelist()
                if name.endswith(".rels")
                for relation in _RELATION.findall(packed.read(name))
            ]
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError):
        return []
    return [
        found[1].decode(errors="replace")
        for relation in relations
        if b'TargetMode="External"' in relation and b"/hyperlink" not in relation
        if (found := _TARGET.search(relation))
    ]
