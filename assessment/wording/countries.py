"""Names of countries: from the English one, which lists of others use, to that of the language."""

from functools import cache

from babel import Locale


def country(english: str, language: str) -> str:
    """What the country is called in the language; the English name where it is not known."""
    territory = _codes().get(english.replace(" and ", " & "))
    names = Locale(language).territories
    return str(names[territory]) if territory else english


@cache
def _codes() -> dict[str, str]:
    return {name: code for code, name in Locale("en").territories.items()}
