"""Phone numbers as the Netherlands dials them.

We found no range that is reserved for fiction. Area code 019 does not exist (libphonenumber's list of Dutch area
codes goes from 018 to 020), so a number in 0199 can never ring at anybody's: fictional partners use it.
"""

from __future__ import annotations

import re

import phonenumbers

_NETHERLANDS = 31
_SHORT = frozenset({"112", "113", "144"})
_FICTIONAL = re.compile(r"0199\d{6}")


def normalised(text: str) -> str | None:
    """A phone number in its one written form ("0800-2000", "070-400 0000", "112"), or None when it is none."""
    digits = re.sub(r"[\s.()/–-]", "", text)
    if digits in _SHORT:
        return digits
    if _FICTIONAL.fullmatch(digits):
        return f"{digits[:4]}-{digits[4:6]} {digits[6:8]} {digits[8:]}"
    try:
        number = phonenumbers.parse(digits, "NL")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number) or number.extension:
        return None
    return _written(number)


def _written(number: phonenumbers.PhoneNumber) -> str:
    if number.country_code != _NETHERLANDS:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    text = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
    return text.replace(" ", "-", 1) if text.startswith("0") else text


def dialled(number: str) -> str:
    """What a telephone dials, for a `tel:` link: digits, with the plus of a foreign number."""
    return re.sub(r"[^\d+]", "", number)


def is_fictional(number: str) -> bool:
    """Whether a number can never belong to anybody."""
    return _FICTIONAL.fullmatch(dialled(number)) is not None
