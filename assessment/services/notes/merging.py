"""Two changes of one answer, made apart from each other, brought together part by part."""

from dataclasses import dataclass

from assessment.questionnaire.answers import Answer

# What belongs together: a reason is nothing without the state it explains.
PARTS = {
    "answer": ("state", "value", "reason"),
    "comment": ("comment",),
    "evidence": ("evidence",),
    "respondent": ("respondent",),
}


@dataclass(frozen=True)
class Merge:
    """My answer with what only the others changed; `clashes` are the parts that both changed."""

    answer: Answer
    clashes: tuple[str, ...]


def merged(base: Answer, mine: Answer, theirs: Answer) -> Merge:
    """Both changes of `base` in one; where they clash, mine stands in the answer."""
    taken: dict[str, object] = {}
    clashes = []
    for part, names in PARTS.items():
        before, here, there = ([getattr(a, name) for name in names] for a in (base, mine, theirs))
        taken.update(zip(names, there if here == before else here, strict=True))
        if here != before and there not in (before, here):
            clashes.append(part)
    return Merge(Answer(**taken), tuple(clashes))  # type: ignore[arg-type]
