"""Shares of the trials as people say them: so many of 100, and never 100 where it is not all."""

from decimal import ROUND_HALF_UP, Decimal

from assessment.wording import translator

_PERCENT = "\N{NO-BREAK SPACE}%"


def of_hundred(share: float, language: str) -> str:
    """The number of 100 trials, such as 87; "more than 99" where it is many but not all."""
    _ = translator(language).gettext
    whole = _rounded(share)
    if whole == 0 and share > 0:
        return _("fewer than 1")
    if whole == 100 and share < 1:
        return _("more than 99")
    return str(whole)


def percent_of_trials(share: float, language: str) -> str:
    """The share in whole percent; "under 1 %" where it is little but not nothing."""
    _ = translator(language).gettext
    whole = _rounded(share)
    if whole == 0 and share > 0:
        return _("under %(percent)s") % {"percent": f"1{_PERCENT}"}
    if whole == 100 and share < 1:
        return _("over %(percent)s") % {"percent": f"99{_PERCENT}"}
    return f"{whole}{_PERCENT}"


def _rounded(share: float) -> int:
    return int((Decimal(repr(float(share))) * 100).quantize(Decimal(1), ROUND_HALF_UP))
