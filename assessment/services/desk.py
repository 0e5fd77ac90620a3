"""What every service works with."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from assessment.jobs.queue import Queue
from assessment.model import Model
from assessment.persistence.database import Database

T = TypeVar("T")


class Remembered:
    """The last outcomes of costly work by the content they were made from."""

    def __init__(self, size: int = 24) -> None:
        self._size = size
        self._lock = threading.Lock()
        self._outcomes: OrderedDict[str, Any] = OrderedDict()

    def of(self, key: str, make: Callable[[], T]) -> T:
        """The outcome for this key, made now unless it is remembered."""
        with self._lock:
            if key in self._outcomes:
                self._outcomes.move_to_end(key)
                known: T = self._outcomes[key]
                return known
        made = make()
        with self._lock:
            self._outcomes[key] = made
            while len(self._outcomes) > self._size:
                self._outcomes.popitem(last=False)
        return made


@dataclass(frozen=True)
class Desk:
    """The database, the model in force, where heavy work is handed in, and what was worked out."""

    database: Database
    model: Model
    queue: Queue
    remembered: Remembered = field(default_factory=Remembered, repr=False, compare=False)
