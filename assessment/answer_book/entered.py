"""What people enter in cells, as the answer file would have it."""

import datetime as dt
import re
from typing import Any

# How a spreadsheet keeps the carriage return of a text that was pasted from elsewhere.
_RETURN = re.compile("_x000D_\n?")
_KEY_DIGITS = {4: 5, 5: 5, 7: 8, 8: 8}


def text(value: Any) -> str | None:
    """What was entered as text: spreadsheets make numbers and dates of what looks like them."""
    match value:
        case None:
            return None
        case dt.datetime():
            return value.date().isoformat()
        case float() if value.is_integer():
            return str(int(value))
    return _RETURN.sub("\n", str(value))


def number(value: Any) -> Any:
    """A number that was entered, also where the cell keeps it as text."""
    if isinstance(value, str):
        plain = value.strip().replace("\u00a0", "").replace(" ", "")
        if plain.isdigit():
            return int(plain)
        try:
            return float(plain.replace(",", "."))
        except ValueError:
            return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def municipality_key(value: Any) -> Any:
    """The key as text, with the zero in front that spreadsheets take away."""
    said = text(value)
    if said is None or not said.strip().isdigit():
        return said
    digits = said.strip()
    return digits.zfill(_KEY_DIGITS.get(len(digits), 0))


def day(value: Any) -> Any:
    """A date, also as it is written in German."""
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    if isinstance(value, str):
        for form in ("%d.%m.%Y", "%Y-%m-%d"):
            try:
                return dt.datetime.strptime(value.strip(), form).date().isoformat()  # noqa: DTZ007
            except ValueError:
                continue
    return value
