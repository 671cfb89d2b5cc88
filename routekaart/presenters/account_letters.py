"""The mails to account holders: in plain text, with at most one link."""

from __future__ import annotations

from routekaart.mail import Letter

SIGNED = """
Routekaart
{site}

Op deze mail kun je niet antwoorden.
"""
INVITATION = """Je bent uitgenodigd om mee te werken aan Routekaart, als {role}.

Aanvaard de uitnodiging op
{site}/bureau/uitnodiging/{token}

De link werkt zeven dagen, één keer. Ken je Routekaart niet, of verwachtte je dit niet? Doe dan niets.
"""
RESET = """Je vroeg om een nieuw wachtwoord voor het bureau van Routekaart.

Kies het op
{site}/bureau/wachtwoord/{token}

De link werkt {lasts}, één keer. Was jij het niet? Doe dan niets: je wachtwoord blijft zoals het is.
"""
BEGIN_ANEW = """De beheerder heeft je aanmelding bij Routekaart opnieuw ingesteld.
Je oude wachtwoord en je oude app werken niet meer.

Kies een nieuw wachtwoord en stel je app in op
{site}/bureau/wachtwoord/{token}

De link werkt {lasts}, één keer. Vroeg jij hier niet om? Vraag het je beheerder.
"""
LOCKED = """Iemand probeerde tien keer met jouw mailadres aan te melden bij het bureau van Routekaart.
Dat lukte niet. Aanmelden kan daarom een kwartier niet.

Was jij het? Probeer het straks nog eens, of kies een nieuw wachtwoord op
{site}/bureau/wachtwoord-vergeten

Was jij het niet? Dan hoef je niets te doen. Gebeurt het vaker, vertel het dan je beheerder.
"""
CHANGED = """{what} voor het bureau van Routekaart.

Was jij het niet? Kies dan meteen een nieuw wachtwoord op
{site}/bureau/wachtwoord-vergeten
en vertel het je beheerder.
"""


def invitation_letter(address: str, role: str, *, site: str, token: str) -> Letter:
    """An invitation to a role."""
    return _letter(address, "Uitnodiging voor Routekaart", INVITATION, site, role=role, token=token)


def reset_letter(address: str, *, site: str, token: str) -> Letter:
    """The link to choose a new password, as somebody asked for."""
    return _letter(address, "Nieuw wachtwoord voor Routekaart", RESET, site, token=token, lasts="een uur")


def begin_anew_letter(address: str, *, site: str, token: str) -> Letter:
    """The link to begin anew, after an administrator took password and app away."""
    return _letter(address, "Stel je aanmelding opnieuw in", BEGIN_ANEW, site, token=token, lasts="zeven dagen")


def locked_letter(address: str, *, site: str) -> Letter:
    """Somebody tried too often."""
    return _letter(address, "Aanmelden lukte tien keer niet", LOCKED, site)


def changed_letter(address: str, what: str, *, site: str) -> Letter:
    """What somebody changed of how they sign in."""
    return _letter(address, "Je aanmelding is gewijzigd", CHANGED, site, what=what)


def _letter(address: str, subject: str, text: str, site: str, **values: str) -> Letter:
    return Letter(address, subject, (text + SIGNED).format(site=site, **values))
