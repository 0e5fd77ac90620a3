"""The rules of a round: how many members a figure must rest on."""

from dataclasses import dataclass

LEAST_GROUP = 5
LEAST_FOR_SHARES = 10


@dataclass(frozen=True)
class Rules:
    """Threshold rule (Hundepool et al., "minimum frequency rule"): how many a figure needs.

    `group` for n and median, `shares` for quartiles, shares and distributions. Rounds may raise
    them, never lower them.
    """

    group: int = LEAST_GROUP
    shares: int = LEAST_FOR_SHARES

    def __post_init__(self) -> None:
        if self.group < LEAST_GROUP or self.shares < max(LEAST_FOR_SHARES, self.group):
            raise ValueError(f"the minimum may only be raised: {self.group}, {self.shares}")

    @property
    def protection(self) -> int:
        """The protection interval: how wide the bounds of a hidden count are at least."""
        return self.group
