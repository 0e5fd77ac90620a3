"""Readiness self-assessment for municipalities that plan to use AI."""

__version__ = "0.1.0"
