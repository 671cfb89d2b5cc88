"""Streets with a house number."""

import re
from collections.abc import Iterator

from routekaart.walks.identifying.finding import Identifying, Kind
from routekaart.walks.identifying.lists import clues

# Endings that are a street in small letters too, and those that are one only with a capital.
CLEAR = r"straat|straatje|laan|gracht|plantsoen|singel|steeg|kade|dreef|boulevard"
WITH_CAPITAL = (
    r"weg|plein|dijk|hof|pad|park|markt|wal|ring|baan|veld|hoek|erf|oord|burg|poort|brink|zoom|kamp|akker|haven|horst"
)
NUMBER = r"\s+(?:(?:nr|no|nummer|huisnummer)\.?\s*)?\d{1,4}(?:\s?[-/]\s?\d{1,3})?(?:\s?[a-zA-Z]\b)?(?!\d|[.:,]\d)"
THE_PART_BEFORE = r"(?:(?:[A-ZÀ-Ý][\w.'’-]*|van|de|den|der|het|'t|ter|ten|te|op|in)\s+){0,4}"
ADDRESS = re.compile(
    rf"(?P<before>{THE_PART_BEFORE})(?P<street>(?:[\w'’-]{{2,}}(?i:{CLEAR})|[A-ZÀ-Ý][\w'’-]*(?:{WITH_CAPITAL}))){NUMBER}"
)
LANE_OF = re.compile(
    rf"\b(?P<street>(?:Laan|Plein|Weg|Hof|Straat|Dijk|Kade|Park|Baan)\s+(?:van|der|de|den|het|ter|op)\s+(?:(?:de|den|der|het)\s+)?[A-ZÀ-Ý][\w'’-]+(?:\s[A-ZÀ-Ý][\w'’-]+)?){NUMBER}"
)
SQUARE = re.compile(
    rf"\b(?:[Aa]an|[Oo]p|[Aa]dres:?|[Dd]e|[Hh]et)\s+(?P<street>Brink|Dijk|Plein|Hof|Weg|Laan|Dreef|Kade|Markt|Haven|Singel|Wal|Dam){NUMBER}"
)
LIVES_AT = re.compile(
    r"\b(?:[Ww]oont|[Ww]onen|[Ww]oonde|[Vv]erblijft|[Ll]ogeert|[Aa]dres)\b[^\n.\d]{0,20}?(?P<street>\b[A-ZÀ-Ý][\w'’-]+)\s\d{1,3}(?:-\d{1,3})?[a-z]?\b(?![:.,]\d)"
)
NO_STREET = clues("no street")
COUNTED = re.compile(
    r"\s*(?:x|keer|maal|uur|u|min|minuten|km|kilometer|meter|m|jaar|dagen|weken|maanden|kinderen|jongens|meisjes|mensen|personen|januari|"
    r"februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b",
    re.I,
)


def addresses(text: str) -> Iterator[Identifying]:
    """Street names with a number; not "op de snelweg 4 uur"."""
    for match in (*LANE_OF.finditer(text), *ADDRESS.finditer(text), *SQUARE.finditer(text), *LIVES_AT.finditer(text)):
        if match["street"].lower() in NO_STREET or COUNTED.match(text, match.end()):
            continue
        if re.search(r"\d\s[a-zA-Z]$", match[0]) and COUNTED.match(text, match.end() - 1):
            continue
        yield Identifying.at(Kind.ADDRESS, text, _start(match), match.end())


def _start(match: re.Match[str]) -> int:
    """Words such as "op de" before the street's own name stay out."""
    before = match.groupdict().get("before")
    if before is None:
        return match.start("street")
    skipped = 0
    for word in re.findall(r"\S+\s+", before):
        if not word[0].islower():
            break
        skipped += len(word)
    return match.start() + skipped
