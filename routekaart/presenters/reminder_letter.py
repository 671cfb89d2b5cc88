"""The mail of a reminder: that one asked for it, and where to go on. Nothing of what it is about (INV-33)."""

from routekaart.mail import Letter

SUBJECT = "Herinnering"
TEXT = """Je vroeg om een herinnering voor vandaag.

Ga verder op {site}/doorloop/verder
Je hebt daar je code nodig.

Waar het over gaat, weten wij niet. Deze herinnering is nu gewist.

Wil je geen herinneringen meer op dit adres? Zet ze uit op
{site}/doorloop/herinnering/{stop}

Op deze mail kun je niet antwoorden.
"""


def reminder_letter(address: str, *, site: str, stop: str) -> Letter:
    """The mail of a reminder. `stop` is the token of the link with which one asks for no more."""
    return Letter(address, SUBJECT, TEXT.format(site=site, stop=stop))
