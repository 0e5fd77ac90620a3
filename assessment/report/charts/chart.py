"""A drawing with what it shows in words and its figures as a table."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from html import escape


@dataclass(frozen=True)
class Chart:
    """A drawing, what it shows in a sentence or two, and its figures as a table with a head.

    It is drawn when first asked for: a page may show the figures in its own way.
    """

    draw: Callable[[], str]
    alternative: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @cached_property
    def svg(self) -> str:
        """The drawing, named by its alternative for those who do not see it."""
        head, rest = self.draw().split(">", 1)
        return f'{head} role="img"><title>{escape(self.alternative)}</title>{rest}'

    @cached_property
    def key(self) -> str:
        """A name for the drawing that is the same for the same drawing."""
        return hashlib.sha256(self.svg.encode()).hexdigest()[:16]
