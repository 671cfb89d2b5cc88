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
# Every repetition has a bound: a long text of nothing but letters must not take long.
SPACE = r"[^\S\n]{1,3}"
NUMBER = (
    rf"{SPACE}(?:(?:nr|no|nummer|huisnummer)\.?{SPACE})?\d{{1,4}}(?:\s?[-/]\s?\d{{1,3}})?(?:\s?[a-zA-Z]\b)?"
    r"(?!\d|[.:,]\d)"
)
CAPITAL = r"[A-ZÀ-Ý][\w'’-]{1,30}"
STREET = re.compile(
    rf"(?<![\w'’-])(?P<street>[\w'’-]{{2,30}}(?i:{CLEAR})|[A-ZÀ-Ý][\w'’-]{{0,30}}(?:{WITH_CAPITAL})){NUMBER}"
)
BEFORE = re.compile(rf"(?:(?:[A-ZÀ-Ý][\w.'’-]{{0,20}}|van|de|den|der|het|'t|ter|ten|te){SPACE}){{1,4}}$")
LANE_OF = re.compile(
    rf"\b(?P<street>(?:Laan|Plein|Weg|Hof|Straat|Dijk|Kade|Park|Baan){SPACE}(?:van|der|de|den|het|ter|op){SPACE}"
    rf"(?:(?:de|den|der|het){SPACE})?{CAPITAL}(?:\s{CAPITAL})?){NUMBER}"
)
SQUARE = re.compile(
    rf"\b(?:[Aa]an|[Oo]p|[Aa]dres:?|[Dd]e|[Hh]et){SPACE}"
    rf"(?P<street>Brink|Dijk|Plein|Hof|Weg|Laan|Dreef|Kade|Markt|Haven|Singel|Wal|Dam){NUMBER}"
)
LIVES_AT = re.compile(
    r"\b(?:[Ww]oont|[Ww]onen|[Ww]oonde|[Vv]erblijft|[Ll]ogeert|[Aa]dres)\b[^\n.\d]{0,20}?"
    rf"\b(?P<street>{CAPITAL})\s\d{{1,3}}(?:-\d{{1,3}})?[a-z]?\b(?![:.,]\d)"
)
NO_STREET = clues("no street")
COUNTED = re.compile(
    r"\s*(?:x|keer|maal|uur|u|min|minuten|km|kilometer|meter|m|jaar|dagen|weken|maanden|kinderen|jongens|meisjes|mensen|personen|januari|"
    r"februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b",
    re.I,
)


def addresses(text: str) -> Iterator[Identifying]:
    """Street names with a number; not "op de snelweg 4 uur"."""
    for pattern in (LANE_OF, STREET, SQUARE, LIVES_AT):
        for match in pattern.finditer(text):
            if match["street"].lower() in NO_STREET or COUNTED.match(text, match.end()):
                continue
            if re.search(r"\d\s[a-zA-Z]$", match[0]) and COUNTED.match(text, match.end() - 1):
                continue
            start = _start(text, match.start("street")) if pattern is STREET else match.start("street")
            yield Identifying.at(Kind.ADDRESS, text, start, match.end())


def _start(text: str, street: int) -> int:
    """Where the street's name starts: "Jan van" before "Goyenkade" is part of it, "op de" is not."""
    before = BEFORE.search(text, max(0, street - 60), street)
    if before is None:
        return street
    small = re.match(r"(?:[^\WA-ZÀ-Ý]\w*\s+|'t\s+)*", before[0])
    return before.start() + (small.end() if small else 0)
