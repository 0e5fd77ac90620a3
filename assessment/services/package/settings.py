"""What the publisher of a package says about it."""

import re
from dataclasses import dataclass
from datetime import date

from assessment.errors import Invalid, Problem
from assessment.services.package.licences import Licence

_EMAIL = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>.]+")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


def publication_faults(publisher: str, address: str, email: str) -> list[Problem]:
    """All that is wrong with what the publisher says; the files would tell it to everybody."""
    return [
        Problem(code, place, {"given": given})
        for code, place, given, is_sound in (
            ("publisher_missing", "publisher", publisher, bool(publisher.strip())),
            ("email_not_one", "email", email, not email or _EMAIL.fullmatch(email)),
            ("address_not_one", "address", address, not address or _ADDRESS.fullmatch(address)),
        )
        if not is_sound
    ]


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

    def __post_init__(self) -> None:
        if faults := publication_faults(self.publisher, self.address, self.email):
            raise Invalid(faults)

    def place_of(self, name: str) -> str:
        """Where a file of the package will lie."""
        return f"{self.address.rstrip('/')}/{name}" if self.address else name

    @property
    def attribution(self) -> str:
        """How the publisher is to be named."""
        return f"{self.publisher}, {self.licence.name}"
