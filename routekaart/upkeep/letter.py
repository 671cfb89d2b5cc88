"""The mail that asks a partner whether its entry is still right."""

from routekaart.mail import Letter

SUBJECT = "Klopt dit nog? {partner} in de Routekaart van {region}"
TEXT = """Beste collega,

{partner} staat in de Routekaart van {region}. Professionals bellen jullie
met de gegevens die daar staan. Kloppen die nog?

Kijk en antwoord hier, zonder account:
{site}/bevestigen/{token}

Klopt alles, dan is één klik genoeg. Klopt er iets niet, dan kun je het daar
voorstellen. De coördinator van {region} kijkt er dan naar.

De link werkt {days} dagen, en één keer. Op deze mail kun je niet antwoorden.
{coordinator}"""
COORDINATOR = "\nVragen? {function}, {organisation}: {reach}\n"


def partner_letter(
    address: str, *, partner: str, region: str, site: str, token: str, days: int, coordinator: str = ""
) -> Letter:
    """The mail with a link to answer by. `coordinator` is a line on whom to ask."""
    words = {"partner": partner, "region": region, "site": site, "token": token, "days": days}
    subject = " ".join(SUBJECT.format(partner=partner, region=region).split())
    return Letter(address, subject, TEXT.format(**words, coordinator=coordinator))


def coordinator_line(function: str, organisation: str, reach: str) -> str:
    """Whom a partner can ask."""
    return COORDINATOR.format(function=function, organisation=organisation, reach=reach) if reach else ""
