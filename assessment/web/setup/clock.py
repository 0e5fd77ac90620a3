"""What day it is on this machine."""

from datetime import date, datetime


def today() -> date:
    """The date on this machine's clock."""
    return datetime.now().astimezone().date()
