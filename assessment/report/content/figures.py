"""Numbers and dates as the reader's language writes them; what cannot be formed is a dash."""

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from assessment.presentation import points as rounded_points
from assessment.wording import DATES

DASH = "–"


def points(value: float | None, language: str) -> str:
    """Points with one decimal, rounded as everywhere: 61,5."""
    shown = rounded_points(value)
    return DASH if shown is None else format_decimal(shown, "0.0", locale=language)


def signed_points(value: float, language: str) -> str:
    """Points with their sign, for what speaks for and against: +3,2."""
    shown = points(abs(value), language)
    return f"{'−' if value < 0 else '+'}{shown}"


def span(low: float | None, high: float | None, language: str) -> str:
    """The range that open answers leave, a dash where there is none left."""
    shown = (points(low, language), points(high, language))
    return DASH if shown[0] == shown[1] else f"{shown[0]}–{shown[1]}"


def percent(value: float | None, language: str) -> str:
    """A share as whole percent."""
    if value is None:
        return DASH
    return f"{format_decimal(value * 100, '0', locale=language)}\N{NO-BREAK SPACE}%"


def whole(value: float | None, language: str) -> str:
    """A whole number with the thousands set apart."""
    return DASH if value is None else format_decimal(value, "#,##0", locale=language)


def number(value: float, language: str) -> str:
    """A number as it was given, with the decimal sign of the language."""
    return format_decimal(value, "#,##0.###", locale=language)


def days(value: float, language: str) -> str:
    """Person-days: rounded like points, without a decimal where it is 0."""
    return format_decimal(rounded_points(value) or 0, "#,##0.#", locale=language)


def quarter(value: str) -> str:
    """A quarter such as Q1 2027, said so in both languages."""
    return " ".join(reversed(value.split("-")))


def quarters(first: str, last: str) -> str:
    """From one quarter to another: Q1 2027, Q1–Q3 2027 or Q4 2027–Q2 2028."""
    if first == last:
        return quarter(first)
    same_year = first[:4] == last[:4]
    return f"{first[5:] if same_year else quarter(first)}–{quarter(last)}"


def day(value: date, language: str) -> str:
    """A date such as 22. November 2026."""
    return format_date(value, "long", locale=DATES[language])


def source_day(value: str | None, language: str) -> str | None:
    """The date of a source, which may be a year or a month only; None where it has none."""
    if not value:
        return None
    parts = value.split("-")
    if len(parts) == 3:
        return format_date(date.fromisoformat(value), "medium", locale=DATES[language])
    if len(parts) == 2:
        return format_date(date(int(parts[0]), int(parts[1]), 1), "LLLL y", locale=DATES[language])
    return value
