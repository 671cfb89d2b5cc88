"""Whom one may turn to in order to find out what one does not know."""

from enum import StrEnum


class Ask(StrEnum):
    """Whom a professional may ask about a question. Rules that forbid talking come on top: see `influence`.

    `colleague`: a colleague, the own file, another professional or the reporting point; nobody whom it is about.
    `involved`: also the people themselves or their family, when talking with them is safe.
    """

    NOBODY = "nobody"
    COLLEAGUE = "colleague"
    INVOLVED = "involved"
