"""The pages of an association's rounds."""

from assessment.web.rounds import (
    beginning,
    contributions,
    dashboard,
    inviting,
    members,
    one,
    releases,
)
from assessment.web.rounds.blueprint import pages

__all__ = [
    "beginning", "contributions", "dashboard", "inviting", "members", "one", "pages", "releases",
]  # fmt: skip
