"""The pages of a consultant's clients."""

from assessment.web.clients import comparing, importing, one, portfolio
from assessment.web.clients.blueprint import pages

__all__ = ["comparing", "importing", "one", "pages", "portfolio"]
