"""The method: every number that points and advice rest on, taken from the data the code uses."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assessment.model import Model, load_model
from assessment.report.content.figures import source_day
from assessment.report.method.example import WorkedExample, example_of, example_result
from assessment.report.method.gates import GateRow, gate_rows
from assessment.report.method.kinds import KindRow, kind_rows
from assessment.report.method.matching import MatchingView, matching_of
from assessment.report.method.needs import NeedRow, need_rows
from assessment.report.method.scoring import ScoringView, scoring_of
from assessment.report.method.utility import FactorRow, factor_rows
from assessment.report.method.weighing import WeighingView, weighing_of
from assessment.result import Result

__all__ = ["Method", "method_of", "printed_method"]


@dataclass(frozen=True)
class Method:
    """All of it in one language, in the order in which it is told."""

    language: str
    reference: str
    model_hash: str
    as_of: str
    note: str
    route_names: tuple[str, ...]
    scoring: ScoringView
    weighing: WeighingView
    needs: tuple[NeedRow, ...]
    factors: tuple[FactorRow, ...]
    gates: tuple[GateRow, ...]
    kinds: tuple[KindRow, ...]
    matching: MatchingView
    exit_reason: str
    exit_as_of: str
    example: WorkedExample | None


@cache
def printed_method(folder: Path, language: str) -> Method:
    """The method of the model in the folder for print, put together once per process."""
    return method_of(example_result(folder), load_model(folder), language)


def method_of(example: Result | None, model: Model, language: str) -> Method:
    """The method in the language; `example` is the result of the invented worked example."""
    advice, check = model.recommendation, model.exit_check
    return Method(
        language=language,
        reference=model.questionnaire.reference,
        model_hash=model.hash,
        as_of=source_day(advice.as_of, language) or "",
        note=advice.note[language],
        route_names=tuple(route.name[language] for route in advice.routes),
        scoring=scoring_of(model.questionnaire, language),
        weighing=weighing_of(advice, language),
        needs=need_rows(model, language),
        factors=factor_rows(advice, language),
        gates=gate_rows(model, language),
        kinds=kind_rows(model, language),
        matching=matching_of(model.matching, language),
        exit_reason=check.settled_reason[language],
        exit_as_of=source_day(check.as_of, language) or "",
        example=example_of(example, model, language) if example else None,
    )
