"""The planned applications beside each other: benefit, what is missing, and the routes."""

from dataclasses import dataclass

from assessment.persistence.stored import Head
from assessment.recommendation.model import Portfolio
from assessment.report.content.portfolio import PortfolioView, portfolio_of
from assessment.services import results
from assessment.services.desk import Desk


@dataclass(frozen=True)
class PortfolioPage:
    """The portfolio of an assessment, of its last submission while it is submitted."""

    head: Head
    view: PortfolioView
    division: Portfolio


def portfolio_page(desk: Desk, id: str, language: str) -> PortfolioPage:
    """The portfolio in the language; raises NotFound, TaskFailed, Damaged."""
    found = results.shown(desk, id)
    view = portfolio_of(found.result, found.model, language)
    return PortfolioPage(found.head, view, found.model.recommendation.portfolio)
