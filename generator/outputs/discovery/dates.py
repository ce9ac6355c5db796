"""Dates as machines read them. They are told what is written: a month stays a month, and what is not known is empty."""

from __future__ import annotations

from generator.notation.date import Date, find_dates, is_possible

KOREAN_TIME = "+09:00"


def first_date(*texts: str) -> Date | None:
    """Give the first date with a year that one of the texts holds; None where none does."""
    found = (when for text in texts for _, _, when in find_dates(text))
    return next((w for w in found if isinstance(w, Date) and w.year is not None and is_possible(w)), None)


def iso_date(date: Date | None) -> str:
    """Print a date as ISO 8601 does, as exactly as it is known: `2022-08-31`, `2022-08`, `2022`; None is empty."""
    if date is None or date.year is None:
        return ""
    numbers = [f"{date.year:04}"]
    for part in (date.month, date.day):
        if part is None:
            break
        numbers.append(f"{part:02}")
    return "-".join(numbers)


def timestamp(date: Date) -> str:
    """Print a date as RFC 3339 does, where a whole date and a time are demanded: the first moment of what is known, in
    Korean time. Expects a date with its year."""
    return f"{date.year:04}-{date.month or 1:02}-{date.day or 1:02}T00:00:00{KOREAN_TIME}"
