"""Every component on a few pages, with sample values; for looking at them and for measuring them."""

from pathlib import Path

from flask import Flask, redirect, render_template
from jinja2 import ChoiceLoader, FileSystemLoader

from routekaart.web import assets, filters

PAGES = ("guide", "parts", "question", "result", "start")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"
)

REPORTING_POINT = {
    "name": "Veilig Thuis Voorbeeldregio",
    "does_here": "Advies, ook anoniem",
    "phones": [{"number": "0800-2000", "href": "tel:08002000"}],
    "opening": {"kind": "open", "text": "Nu open · dag en nacht"},
    "provenance": "landelijk",
    "does": [],
    "does_not": [],
    "links": [],
}
LOCAL_TEAM = {
    "name": "Lokaal team Voorbeeldstad",
    "does_here": "Denkt mee over hulp voor het gezin",
    "phones": [
        {
            "label": "Voor professionals",
            "number": "0900-000 00 00",
            "href": "tel:09000000000",
            "note": "keuze 2, daarna toestel 14",
        }
    ],
    "opening": {"kind": "closed", "text": "Gesloten, opent morgen om 8.30 uur"},
    "does": ["Komt binnen vijf werkdagen op huisbezoek", "Organiseert hulp in het gezin"],
    "does_not": ["Behandelt niet", "Neemt geen meldingen aan"],
    "links": [
        {"href": "https://example.org", "text": "Website"},
        {"href": "mailto:a@example.org", "text": "E-mail"},
        {"href": "/x.vcf", "text": "Opslaan als contact"},
    ],
    "verified": {"text": "Gecontroleerd op 3 november 2026 door de regio", "stale": False},
    "provenance": "regio Voorbeeldregio",
    "where": "alleen Voorbeeldstad",
}
STALE_PARTNER = dict(
    LOCAL_TEAM,
    name="Raad voor de Kinderbescherming",
    verified={"text": "Niet recent gecontroleerd (laatst op 2 januari 2025)", "stale": True},
    opening={"kind": "unknown", "text": "Openingstijden onbekend"},
    does=[],
    does_not=[],
    where=None,
)
GAP = {
    "name": "Aandachtsfunctionaris",
    "does_here": "Denkt mee over het gesprek",
    "instead": "Vraag je leidinggevende wie dit bij jullie is. Weet niemand het? Bel Veilig Thuis voor advies.",
    "phones": [{"number": "0800-2000", "href": "tel:08002000", "label": "Veilig Thuis"}],
    "provenance": "jouw organisatie",
}
PLACE = {"region": "Voorbeeldregio", "sector": "Onderwijs", "change_url": "/wijzig"}
OPTIONS = [
    {"value": "ja", "text": "Ja", "meaning": "Ik verwacht geen gevaar voor het kind, de andere ouder of mij"},
    {"value": "nee", "text": "Nee", "meaning": "Ik verwacht dat iemand door het gesprek gevaar loopt"},
    {
        "value": "t",
        "text": "Ik twijfel",
        "meaning": "Dan bel je eerst Veilig Thuis voor advies. Dat kan zonder naam",
        "checked": True,
    },
]
TASKS = [
    {
        "id": "a1",
        "name": "gedaan",
        "value": "a1",
        "text": "Bel Veilig Thuis voor advies over het gesprek",
        "detail": "Vraag of je de ouders nu kunt spreken, en hoe.",
        "checked": True,
        "binding": {"kind": "norm", "text": "beroepsnorm"},
        "provenance": "landelijk",
        "people": ["kind 1 (0–11)", "kind 2 (12–15)"],
        "who": "jij",
        "when": "vandaag",
        "phones": [{"number": "0800-2000", "href": "tel:08002000"}],
    },
    {
        "id": "a2",
        "name": "gedaan",
        "value": "a2",
        "text": "Leg vast wat je zag en hoorde",
        "detail": None,
        "checked": False,
        "binding": {"kind": "law", "text": "wet"},
        "provenance": "onderwijs",
    },
    {
        "id": "a3",
        "name": "gedaan",
        "value": "a3",
        "text": "Geef een signaal af in de verwijsindex",
        "binding": {"kind": "agreement", "text": "afspraak van de regio"},
        "provenance": "regio Voorbeeldregio",
        "who": "aandachtsfunctionaris",
        "when": "binnen 5 werkdagen",
    },
    {
        "id": "a4",
        "name": "gedaan",
        "value": "a4",
        "text": "Plan een tweede moment met een collega",
        "binding": {"kind": "practice", "text": "goede praktijk"},
    },
]
STEPS = [
    {
        "number": 1,
        "title": "Signalen",
        "text": "Wat zie je, wat hoor je? Zet feiten op een rij.",
        "href": "/1",
        "state": "visited",
    },
    {
        "number": 2,
        "title": "Overleg",
        "text": "Vraag een collega mee te denken. Twijfel? Bel Veilig Thuis.",
        "href": "/2",
        "state": "visited",
    },
    {
        "number": 3,
        "title": "Gesprek",
        "text": "Praat met ouders en kind, als dat veilig is.",
        "href": "/3",
        "state": "current",
        "state_text": "Je bent hier",
    },
    {"number": 4, "title": "Wegen", "text": "Hoe ernstig is het? Vijf vragen helpen.", "href": "/4", "state": "ahead"},
    {"number": 5, "title": "Beslissen", "text": "Melden? Hulp? Of allebei.", "href": "/5", "state": "ahead"},
]
DEADLINES = [
    {"when": "Vandaag", "what": "Bel Veilig Thuis en doe de melding", "who": "jij", "state": "due"},
    {
        "when": "binnen 5 werkdagen · uiterlijk di 1 december",
        "what": "Veilig Thuis besluit wat er gebeurt met je melding",
        "who": "Veilig Thuis",
        "note": "niets gehoord? bel",
        "state": "theirs",
    },
    {"when": "over 6 weken · 5 januari", "what": "Kijk of de hulp echt is gestart", "who": "mentor"},
    {"when": "24 november", "what": "Overleg gehad met collega", "state": "done"},
]
VALUES = {
    "reporting_point": REPORTING_POINT,
    "local_team": LOCAL_TEAM,
    "stale_partner": STALE_PARTNER,
    "gap": GAP,
    "options": OPTIONS,
    "tasks": TASKS,
    "steps": STEPS,
    "deadlines": DEADLINES,
}
FICTIONAL = [
    {
        "kind": "fictional",
        "text": "Voorbeeldregio is verzonnen, van begin tot eind. Zoek je hulp? Kies je eigen gemeente.",
    }
]
HISTORICAL = [{"kind": "historical", "text": "Historische uitgave: zo ging het in 2011."}]


def showcase() -> Flask:
    """An application of nothing but the showcase, under the policy of the real one."""
    app = Flask("routekaart", static_folder=None)
    app.jinja_loader = ChoiceLoader([FileSystemLoader(Path(__file__).parent), app.jinja_loader])
    assets.init_app(app)
    filters.init_app(app)

    @app.get("/<any(guide, parts, question, result, start):name>")
    def page(name):
        banners = {"start": [], "result": HISTORICAL}.get(name, FICTIONAL)
        return render_template(f"{name}.html", **VALUES, banners=banners, place=None if name == "start" else PLACE)

    @app.get("/verlaten")
    def leave():
        return redirect("/start")

    @app.after_request
    def guarded(response):
        response.headers["Content-Security-Policy"] = POLICY
        return response

    return app
