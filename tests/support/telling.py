"""Cases to tell of: scenarios with a log, ticks and notes as somebody would have kept them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from routekaart.engine.answers import Answers
from routekaart.engine.walk import answer, declare_acute, walk
from routekaart.presenters.telling import Story
from routekaart.regions.maps import RegionalMap
from routekaart.walks.casework import Call, Entry
from tests.support.cases import NOW, case_of, guides, lists
from tests.support.regions import CONTENT
from tests.support.scenarios import Scenario, read_all, values_of, written

SCENARIOS = CONTENT.parent / "tests" / "scenarios"


@dataclass(frozen=True, slots=True)
class ToldCase:
    """A scenario by file and title, with what was kept beside its answers."""

    name: str
    file: str
    title: str
    kept: dict[str, Any] = field(default_factory=dict)

    @property
    def scenario(self) -> Scenario:
        return next(one for one in read_all(SCENARIOS / f"{self.file}.yaml") if one.title == self.title)

    def story(self) -> tuple[Story, RegionalMap]:
        """The case as it can be told, where it was walked."""
        scenario = self.scenario
        here = written().map(scenario.region, scenario.sector, edition=scenario.edition)
        given = Answers()
        for stage in scenario.stages:
            given = declare_acute(here.routemap, given) if stage.danger else given
            given = answer(here.routemap, given, values_of(stage.answers, given, here.routemap)).answers
        place = RegionalMap(scenario.region, 1, NOW, here.directory, here.routemap)
        case = case_of(place, given, **self.kept)
        return Story(case, walk(here.routemap, given), lists(), guides()), place


def day(number: int) -> date:
    """A day in November 2026."""
    return date(2026, 11, number)


CASES = (
    ToldCase(
        "baby",
        "tak-baby-met-letsel",
        "Een blauwe plek bij een baby van drie maanden",
        {
            "log": (
                Entry(
                    day(23),
                    saw="Twee blauwe plekken op de linkerwang, rond en zo groot als een vingertop.",
                    said="Zij is tegen de box gerold.",
                    said_by="ouder",
                    thought="De baby kan nog niet rollen. De uitleg past niet.",
                    who="kind-0-11.1",
                    where="spreekkamer",
                ),
            ),
            "signals": frozenset({"vandaag-letsel-baby"}),
            "ticked": frozenset({"beschrijf-signalen", "baby-vraag-jgz"}),
            "step_dates": {"signaleren": day(23)},
            "notes": {"signaleren": "Moeder was rustig en kwam op tijd. De vorige twee afspraken zijn afgezegd."},
        },
    ),
    ToldCase(
        "eer",
        "tak-b04-eergerelateerd-geweld",
        "Een meisje van zestien op school",
        {
            "log": (
                Entry(
                    day(16),
                    saw="Zij wordt elke dag door haar broer gehaald en mag niet mee op excursie.",
                    who="kind-16-17.1",
                    where="school",
                ),
                Entry(
                    day(20),
                    said="Als mijn vader hoort van mijn vriend, ben ik er niet meer.",
                    said_by="kind-16-17.1",
                    thought="Ik neem dit letterlijk.",
                    who="kind-16-17.1",
                    where="school",
                ),
            ),
            "ticked": frozenset({"beschrijf-signalen", "overleg-aandachtsfunctionaris"}),
            "step_dates": {"signaleren": day(20), "overleg": day(21)},
            "calls": (
                Call(
                    day(21),
                    "een medewerker van Veilig Thuis",
                    "Niets tegen de familie zeggen. Vandaag de politie laten meekijken.",
                    "Veilig Thuis belt de politie, ik bel morgen terug.",
                ),
            ),
        },
    ),
    ToldCase(
        "oudere-2011",
        "tak-b08-financieel-misbruik",
        "In 2011 ook niemand waarschuwen",
        {
            "log": (
                Entry(
                    day(3),
                    saw="De koelkast was leeg. Op tafel lag een aanmaning voor de huur.",
                    said="Mijn dochter doet de bank, ik mag er niet aankomen.",
                    said_by="oudere.1",
                    thought="Het geld gaat misschien naar de dochter.",
                    who="oudere.1",
                    where="thuis",
                ),
            ),
            "ticked": frozenset({"beschrijf-signalen"}),
            "notes": {"gesprek": "Mevrouw wil niet dat haar dochter boos wordt."},
        },
    ),
    ToldCase(
        "getuige",
        "tak-b09-partnergeweld",
        "Kinderen in huis, en de ouders horen niets zolang er angst is",
        {
            "log": (
                Entry(
                    day(10),
                    saw="Een blauw oog, en striemen in de hals.",
                    said="Zij riep dat hij haar keel dichtkneep. De kleine stond in de deur.",
                    said_by="buitenstaander",
                    thought="Dit kan dodelijk aflopen.",
                    who="volwassene.1",
                    where="spreekkamer",
                ),
            ),
            "ticked": frozenset(
                {"beschrijf-signalen", "doe-kindcheck", "praat-met-volwassene", "partner-rode-vlaggen"}
            ),
            "step_dates": {"signaleren": day(10), "overleg": day(10), "gesprek": day(11)},
            "notes": {"wegen": "Hij heeft de sleutel van haar nieuwe kamer."},
            "report": {
                "uitzondering-gevaar": "ja",
                "reden-gevaar": "Hij dreigde haar te doden als zij hulp zoekt.",
                "uitzondering-contact": "nee",
                "uitzondering-geen-tijd": "nee",
                "uitzondering-niet-bereikt": "nee",
                "anoniem": "ja",
                "grond-mijn-veiligheid": "ja",
                "anoniem-reden": "Hij wacht haar op bij ons gebouw.",
                "aanvulling-wensen": "Zij wil weg, maar niet zonder haar kind.",
            },
        },
    ),
    ToldCase(
        "onthulling",
        "tak-b03-seksueel-misbruik",
        "Een vrouw met een beperking vertelt het zelf",
        {
            "log": (
                Entry(
                    day(18),
                    said="Hij komt ’s avonds bij mij in bed. Ik mag het niet zeggen.",
                    said_by="volwassene.1",
                    who="volwassene.1",
                    where="werk",
                ),
            ),
            "ticked": frozenset({"luister-bij-onthulling", "seksueel-niet-uitvragen"}),
            "step_dates": {"signaleren": day(18)},
        },
    ),
    ToldCase(
        "ongeboren",
        "tak-b07-ongeboren-kind",
        "Structureel onveilig, dus melden voor de geboorte",
        {
            "log": (
                Entry(
                    day(2),
                    saw="Moeder rook naar drank op het spreekuur van tien uur.",
                    who="client",
                    where="spreekkamer",
                ),
                Entry(
                    day(16),
                    saw="Moeder kwam niet op de echo.",
                    said="Ik drink alleen in het weekend.",
                    said_by="client",
                    thought="Ik denk dat zij elke dag drinkt.",
                    who="client",
                    where="telefoon",
                ),
            ),
            "ticked": frozenset(
                {"beschrijf-signalen", "doe-kindcheck", "ongeboren-wie-begeleidt", "vertel-over-melding"}
            ),
            "step_dates": {"signaleren": day(2), "overleg": day(9), "gesprek": day(17)},
            "report": {
                "uitzondering-gevaar": "nee",
                "uitzondering-contact": "nee",
                "uitzondering-geen-tijd": "nee",
                "uitzondering-niet-bereikt": "nee",
                "reactie": "Zij was boos, en wil wel hulp.",
                "anoniem": "nee",
                "aanvulling-kracht": "Haar zus komt elke dag langs.",
                "aanvulling-hulp": "Verslavingszorg, sinds september. Zij gaat niet altijd.",
            },
        },
    ),
    ToldCase(
        "amk-2011",
        "2011-melden-bij-amk",
        "In 2011, een kind bij het AMK en een volwassene bij het SHG, met een verwijsindex ernaast",
        {
            "log": (
                Entry(
                    day(9),
                    saw="Hij kwam zonder jas, en had een schram in zijn hals.",
                    thought="Er is thuis ruzie geweest.",
                    who="kind-12-15.1",
                    where="school",
                ),
            ),
            "ticked": frozenset({"beschrijf-signalen", "raadpleeg-amk"}),
        },
    ),
)
