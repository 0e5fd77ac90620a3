"""Cases of local governments all over Europe: a second list, never mixed with our own cases."""

from assessment.cases.european.catalogue import ATTRIBUTION, european_cases
from assessment.cases.european.model import EuropeanCase, EuropeanStatus

__all__ = ["ATTRIBUTION", "EuropeanCase", "EuropeanStatus", "european_cases"]
