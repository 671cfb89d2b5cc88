"""BSNs, phone numbers, e-mail addresses and postcodes."""

import re
from collections.abc import Iterator

from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType, number_type
from stdnum.nl import bsn

from routekaart.walks.identifying.finding import Identifying, Kind, Known, digits

BSN = re.compile(r"(?<![\d+.,-])(?:\d{9}|\d{4}[. ]\d{2}[. ]\d{3}|\d{3}[. ]\d{3}[. ]\d{3})(?![\d-]|[.,]\d)")
BSN_BY_NAME = re.compile(
    r"\b(?:bsn|burger ?service ?nummer|sofi-?nummer)\b(?:[^\S\n]+(?:nr|nummer|is|kind|van|het|moeder|vader)\b)*"
    r"[^\w\n]{0,4}(\d(?:[ .]?\d){7,8})(?!\d)",
    re.I,
)
PHONE_LIKE = re.compile(r"[+0][\d(]")
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[^\W\d_]{2,20}")
POSTCODE = re.compile(r"(?<![\w-])([1-9]\d{3})(\s?)([A-Z]{2})(?![\w-])|(?<![\w-])[1-9]\d{3}[a-z]{2}(?![\w-])")
NEVER_IN_A_POSTCODE = frozenset({"SA", "SD", "SS", "EU", "KM", "KG", "GR", "ML", "CM", "MM", "MG"})
ABBREVIATIONS = frozenset({"VT", "GI", "LT", "CJ", "OM", "ZV", "VO", "PO", "JZ", "AF", "IB", "HA", "BC"})
UNITS = frozenset(
    {"km", "kg", "gr", "ml", "cm", "mm", "mg", "en", "is", "op", "in", "de", "te", "nu", "of", "na", "om"}
)

# Numbers of services: nobody has one at home.
OF_A_SERVICE = frozenset(
    {PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.UAN}
)


def bsns(text: str) -> Iterator[Identifying]:
    """Nine digits that pass the eleven-test, and any that are called a BSN."""
    for match in BSN_BY_NAME.finditer(text):
        yield Identifying.at(Kind.BSN, text, match.start(1), match.end(1))
    for match in BSN.finditer(text):
        if bsn.is_valid(match[0]):
            yield Identifying.at(Kind.BSN, text, match.start(), match.end())


def phones(text: str, known: Known) -> Iterator[Identifying]:
    """Phone numbers that could be somebody's own, Dutch or with a country code."""
    if not PHONE_LIKE.search(text):
        return
    for match in PhoneNumberMatcher(text, "NL", Leniency.VALID):
        if number_type(match.number) not in OF_A_SERVICE and digits(match.raw_string) not in known.phones:
            yield Identifying.at(Kind.PHONE, text, match.start, match.end)


def emails(text: str, known: Known) -> Iterator[Identifying]:
    """E-mail addresses."""
    for match in EMAIL.finditer(text):
        if match[0].lower() not in known.emails:
            yield Identifying.at(Kind.EMAIL, text, match.start(), match.end())


def postcodes(text: str) -> Iterator[Identifying]:
    """Four digits and two letters. "2019 VT" is a year; small letters count only without a space."""
    for match in POSTCODE.finditer(text):
        letters = match[3]
        if letters is None:
            if match[0][4:] in UNITS:
                continue
        elif letters in NEVER_IN_A_POSTCODE or (match[2] and _is_year(match[1]) and letters in ABBREVIATIONS):
            continue
        yield Identifying.at(Kind.POSTCODE, text, match.start(), match.end())


def _is_year(number: str) -> bool:
    return "1900" <= number <= "2099"
