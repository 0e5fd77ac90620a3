"""The portfolio in words and as a drawing."""

from assessment.report.content.portfolio.view import PlannedView, PortfolioView, portfolio_of

__all__ = ["PlannedView", "PortfolioView", "portfolio_of"]
