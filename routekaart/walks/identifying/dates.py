"""Dates of birth. An ordinary date is none: what happened when is just what a note is for.

A date counts as one of birth when the words beside it say so (geboren, geb., jarig…), also without a year; or when it
is complete and more than two years ago: signals are noted soon, and what was that long ago and is still known to the
day is nearly always a birth.
"""

import re
from collections.abc import Iterator
from datetime import date

from routekaart.walks.identifying.finding import Identifying, Kind

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"),
    *("september", "oktober", "november", "december"),
)
MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mrt|maart|apr(?:il)?|mei|jun[ie]?|jul[iy]?"
    r"|aug(?:ustus)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
DATE = re.compile(
    rf"""(?<![\w/-])(?:
      (?P<iso>(?:19|20)\d\d[-/]\d{{1,2}}[-/]\d{{1,2}})
    | \d{{1,2}}\s?[-/.]\s?\d{{1,2}}\s?[-/.]\s?(?P<number>(?:19|20)?\d\d)
    | \d{{1,2}}(?:e|ste|de)?[\s-](?:van\s)?(?P<month>{MONTH})\b(?:\.?[\s-](?P<year>(?:19|20)\d\d|['’]\d\d)\b)?
    | \d{{1,2}}[-/]\d{{1,2}}
    )(?![\w/]|-\d)""",
    re.I | re.X,
)
BIRTH = r"(?:geboren|geb|geboortedatum|geboortedag|geboorte|gebdat|g\.?d|d\.?o\.?b|jarig|verjaardag|verjaart)"
BEFORE = re.compile(rf"\b{BIRTH}\b(?:[^\w\n]|\b(?:op|is|was|datum|dd|d\.d|om|van|zijn|haar|kind|de)\b){{0,12}}$", re.I)
AFTER = re.compile(rf"^[^\w\n]{{0,3}}(?:\w+[^\w\n.!?]+){{0,6}}{BIRTH}\b", re.I)
CONTEXT = 60
YEARS = 2


def birth_dates(text: str, today: date | None) -> Iterator[Identifying]:
    """Dates that are, or are likely to be, somebody's date of birth."""
    for match in DATE.finditer(text):
        before = text[max(0, match.start() - CONTEXT) : match.start()]
        after = text[match.end() : match.end() + CONTEXT]
        if BEFORE.search(before) or AFTER.search(after) or (today and _is_long_ago(match, today)):
            yield Identifying.at(Kind.BIRTH_DATE, text, match.start(), match.end())


def _is_long_ago(match: re.Match[str], today: date) -> bool:
    written = match["iso"][:4] if match["iso"] else match["number"] or match["year"]
    if not written or ("." in match[0] and len(written) == 2):  # 7.3.11 is rather an article of law
        return False
    year = int(written.strip("'’"))
    if year < 100:
        year += 2000 if year <= today.year % 100 else 1900
    return year < today.year - YEARS or (year == today.year - YEARS and _month(match) < today.month)


def _month(match: re.Match[str]) -> int:
    if match["month"]:
        return next((n for n, name in enumerate(MONTHS, 1) if name[:3] == match["month"].lower()[:3]), 3)
    parts = re.findall(r"\d+", match[0])
    return int(parts[1])
