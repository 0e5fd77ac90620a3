"""Licences under which a package may be published, with their names in DCAT-AP.de."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Licence:
    """A licence: its id, its name, where its text stands, and what DCAT-AP.de calls it.

    `asks_for_name` says whether whoever uses the data must name the publisher.
    """

    id: str
    name: str
    url: str
    catalogue: str
    asks_for_name: bool = True


_ALL = (
    Licence(
        "dl-de/by-2-0",
        "Datenlizenz Deutschland – Namensnennung – Version 2.0",
        "https://www.govdata.de/dl-de/by-2-0",
        "http://dcat-ap.de/def/licenses/dl-by-de/2.0",
    ),
    Licence(
        "dl-de/zero-2-0",
        "Datenlizenz Deutschland – Zero – Version 2.0",
        "https://www.govdata.de/dl-de/zero-2-0",
        "http://dcat-ap.de/def/licenses/dl-zero-de/2.0",
        asks_for_name=False,
    ),
    Licence(
        "cc-by-4.0",
        "Creative Commons Namensnennung 4.0 International (CC BY 4.0)",
        "https://creativecommons.org/licenses/by/4.0/",
        "http://dcat-ap.de/def/licenses/cc-by/4.0",
    ),
)
LICENCES: Mapping[str, Licence] = {one.id: one for one in _ALL}
