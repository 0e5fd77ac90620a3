"""What every service works with."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from assessment.jobs.queue import Queue
from assessment.model import Model
from assessment.persistence import assessments as stored_assessments
from assessment.persistence.database import Database
from assessment.persistence.stored import Head
from assessment.services.review.models import KeptModels

T = TypeVar("T")

# Of so many assessments a process remembers the questionnaire version, which never changes.
MOST_REFERENCES = 10_000


class Remembered:
    """The last outcomes of costly work by the content they were made from."""

    def __init__(self, size: int = 24) -> None:
        self._size = size
        self._lock = threading.Lock()
        self._outcomes: OrderedDict[Hashable, Any] = OrderedDict()

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """The outcome for this key, made now unless it is remembered."""
        with self._lock:
            if key in self._outcomes:
                self._outcomes.move_to_end(key)
                known: T = self._outcomes[key]
                return known
        made = make()
        self.put(key, made)
        return made

    def put(self, key: Hashable, outcome: object) -> None:
        """Remember this outcome from now on."""
        with self._lock:
            self._outcomes[key] = outcome
            while len(self._outcomes) > self._size:
                self._outcomes.popitem(last=False)

    def known(self, key: str) -> Any:
        """The outcome for this key if it is remembered; None otherwise."""
        with self._lock:
            return self._outcomes.get(key)


@dataclass(frozen=True)
class Desk:
    """The database, the model in force, where heavy work is handed in, and what was worked out.

    `folder` is the data folder; models of the past are unpacked in it.
    """

    database: Database
    model: Model
    queue: Queue
    folder: Path
    remembered: Remembered = field(default_factory=Remembered, repr=False, compare=False)
    references: Remembered = field(
        default_factory=lambda: Remembered(MOST_REFERENCES), repr=False, compare=False
    )

    @cached_property
    def kept(self) -> KeptModels:
        """The models that were in force, this one included once it was kept."""
        return KeptModels(self.database, self.folder)

    def model_of(self, reference: str) -> Model:
        """The model of a questionnaire version: the one in force, else the last one kept of it.

        Raises QuestionnaireNotKept where there is none.
        """
        if reference == self.model.questionnaire.reference:
            return self.model
        return self.kept.newest(reference)

    def model_under(self, head: Head) -> Model:
        """The model that this assessment is seen under: the one it was submitted with, if it is.

        Raises QuestionnaireNotKept, and Damaged where what was kept has been changed.
        """
        if head.model_key is None:
            return self.model_of(head.questionnaire)
        return self.model_with(head.model_key)

    def model_with(self, key: str) -> Model:
        """The model with exactly this content; QuestionnaireNotKept, Damaged."""
        return self.model if key == self.kept.keep(self.model) else self.kept.with_key(key)

    def model_for(self, id: str) -> Model:
        """The model under which this assessment goes on; NotFound, QuestionnaireNotKept."""
        return self.model_of(self.references.of(id, lambda: self._reference(id)))

    def _reference(self, id: str) -> str:
        """The version that the assessment was begun with; it never becomes another one."""
        with self.database.reading() as connection:
            return stored_assessments.head(connection, id).questionnaire
