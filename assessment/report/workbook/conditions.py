"""Rules of the questionnaire and of the gates as formulas."""

from collections.abc import Callable

from assessment.questionnaire.conditions import All, Any, Condition, Not, Statement


def formula_of(condition: Condition | None, tell: Callable[[Statement], str]) -> str:
    """The condition as a formula that is TRUE or FALSE; `tell` gives that of single statements."""
    match condition:
        case None:
            return "TRUE"
        case All(all=parts):
            return f"AND({','.join(formula_of(part, tell) for part in parts)})"
        case Any(any=parts):
            return f"OR({','.join(formula_of(part, tell) for part in parts)})"
        case Not(not_=part):
            return f"NOT({formula_of(part, tell)})"
    return tell(condition)
