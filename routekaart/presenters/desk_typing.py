"""How people type numbers, days, hours and addresses at the desk, and how we write them down.

What cannot be understood is given back as it was typed: the form of the entry says what is wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from datetime import date

from routekaart.directory.phone import normalised

_HOUR = re.compile(r"(\d{1,2})(?:[:.u]?(\d{2}))?(?: ?uur)?|(\d{1,2}) ?u(?:ur)?")
_BETWEEN = re.compile(r"\s*(?:-|–|tot|t/m)\s*")
_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_COLOUR = re.compile(r"#? ?([0-9a-f]{6}|[0-9a-f]{3})")
_HOST = re.compile(r"[^\s/@]+\.[^\s/@.]{2,}(/\S*)?")


def as_it_is(text: str) -> str:
    """Nothing to write differently."""
    return text


def as_colour(text: str) -> str:
    """A colour as "#rrggbb", from #0A6, 00AA66 or that itself."""
    found = _COLOUR.fullmatch(text.strip().lower())
    if not found:
        return text
    digits = found[1]
    return "#" + (digits if len(digits) == 6 else "".join(one * 2 for one in digits))


def as_number(text: str) -> int | str | None:
    """A whole number."""
    text = text.strip()
    return int(text) if text.isdecimal() and text.isascii() else text or None


def as_day(text: str) -> str | None:
    """A day in ISO form, from 24-11-2026, 24/11/26 or ISO itself."""
    text = text.strip()
    found = _DAY.fullmatch(text)
    if not found:
        return text or None
    day, month, year = found.groups()
    try:
        return date(int(year if len(year) == 4 else f"20{year}"), int(month), int(day)).isoformat()
    except ValueError:
        return text


def as_hours(text: str) -> str:
    """Hours as "09:00-17:00", from "9-17", "9.00 tot 17.00 uur" and the like."""
    parts = _BETWEEN.split(text.strip())
    times = [_time(part) for part in parts]
    return "-".join(time for time in times if time) if len(parts) == 2 and all(times) else text.strip()


def as_contact(kind: object, value: str) -> str:
    """The number or address of a contact in its one written form."""
    if kind == "phone":
        return normalised(value) or value
    return as_mail(value) if kind == "email" else as_web(value)


def as_web(text: str) -> str:
    """A web address with https:// in front and its host in small letters."""
    text = text.strip()
    if _HOST.fullmatch(text):
        text = f"https://{text}"
    if "://" not in text:
        return text
    scheme, between, rest = text.partition("://")
    host, slash, path = rest.partition("/")
    return f"{'https' if scheme.lower() == 'http' else scheme.lower()}{between}{host.lower()}{slash}{path}"


def as_mail(text: str) -> str:
    """A mail address as it is written: without spaces or mailto:, the part after the @ in small letters."""
    from email_validator import EmailNotValidError, validate_email  # a twentieth of a second: only for whom asks

    text = text.strip().removeprefix("mailto:")
    try:
        return validate_email(text, check_deliverability=False).normalized
    except EmailNotValidError:
        return text


def as_id(name: str, taken: Container[str] = ()) -> str:
    """An id made of a name, unlike those that are taken: "wijkteam-noord", "wijkteam-noord-2"."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    first = "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-") or "naamloos"
    found, place = first, 2
    while found in taken:
        found, place = f"{first}-{place}", place + 1
    return found


def _time(text: str) -> str | None:
    found = _HOUR.fullmatch(text.strip())
    if not found:
        return None
    hour, minute = int(found[1] or found[3]), int(found[2] or 0)
    return f"{hour:02d}:{minute:02d}" if (hour < 24 and minute < 60) or (hour, minute) == (24, 0) else None
