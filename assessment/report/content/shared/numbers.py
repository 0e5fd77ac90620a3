"""For which applications something holds: their numbers in the report, in few signs."""

from collections.abc import Iterable, Iterator
from itertools import groupby

EN_DASH = "\N{EN DASH}"


def in_few_signs(numbers: Iterable[int], of: int) -> str:
    """The numbers with neighbours joined, such as "1–4, 6"; nothing where all are meant."""
    ordered = sorted(set(numbers))
    return "" if len(ordered) == of else ", ".join(_runs(ordered))


def _runs(ordered: list[int]) -> Iterator[str]:
    for _, run in groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0]):
        same = [number for _, number in run]
        if len(same) > 2:
            yield f"{same[0]}{EN_DASH}{same[-1]}"
        else:
            yield ", ".join(str(number) for number in same)
