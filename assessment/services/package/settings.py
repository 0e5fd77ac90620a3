"""What the publisher of a package says about it."""

from dataclasses import dataclass
from datetime import date

from assessment.services.package.licences import Licence


@dataclass(frozen=True)
class Publication:
    """Who publishes a package, under which licence, and where.

    `address` is the folder on the web where the files will lie; without one, the metadata names
    them relative to themselves. `email` is where questions go, `period` when answers were taken.
    """

    publisher: str
    licence: Licence
    address: str = ""
    email: str = ""
    period: tuple[date, date] | None = None

    def place_of(self, name: str) -> str:
        """Where a file of the package will lie."""
        return f"{self.address.rstrip('/')}/{name}" if self.address else name

    @property
    def attribution(self) -> str:
        """How the publisher is to be named."""
        return f"{self.publisher}, {self.licence.name}"
