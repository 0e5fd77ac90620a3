"""What the body plans, looked at from several sides: the portfolio, and what changes would do."""

from assessment.web.planned.pages import pages

__all__ = ["pages"]
