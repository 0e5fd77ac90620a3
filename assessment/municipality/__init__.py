"""The bodies that answer (municipalities, counties and others) and the official register."""

from assessment.municipality.model import STATES, Body, Municipality
from assessment.municipality.register import ATTRIBUTION, UnknownAgs, by_ags, size_class
from assessment.municipality.search import folded, named, search

__all__ = [
    "ATTRIBUTION",
    "STATES",
    "Body",
    "Municipality",
    "UnknownAgs",
    "by_ags",
    "folded",
    "named",
    "search",
    "size_class",
]
