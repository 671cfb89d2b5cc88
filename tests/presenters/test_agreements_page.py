"""Who is accountable: each agreement with its paper, its function, since when and until when."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from routekaart.directory import Agreement, Covenant, RoleBinding
from routekaart.presenters.agreements_page import agreements_page
from routekaart.presenters.here import Here
from routekaart.presenters.region_page import state
from routekaart.regions.maps import RegionalMap
from tests.support import regions
from tests.support.protocol import mini

TODAY = date(2026, 11, 24)
PAPER = Covenant("papier", "Papier", also_signed=("Gemeente Stad",), valid_from=date(2025, 1, 1))
AGREED = Agreement("bellen", "signaleren", "team", "Belt terug.", covenant="papier", accountable="Manager van het team")


def page(*agreements, covenants=(PAPER,)):
    directory = regions.directory(
        RoleBinding("team", "wijkteam"),
        roles=(regions.role("team"),),
        agreements=agreements,
        covenants={one.id: one for one in covenants},
    )
    here = Here(RegionalMap("r", 1, datetime(2026, 9, 1, tzinfo=UTC), directory, mini()))
    return agreements_page(here, TODAY)


def test_given_an_agreement_then_it_shows_its_paper_its_function_and_who_fills_the_role():
    (step,) = page(AGREED)["steps"]
    (one,) = step["agreements"]
    assert (one["accountable"], one["partners"]) == ("Manager van het team", "wijkteam")
    assert one["covenant"] == {"id": "papier", "name": "Papier", "period": "sinds 1 januari 2025"}


def test_given_a_covenant_then_it_lists_who_signed_and_the_agreements_that_rest_on_it():
    other = replace(AGREED, id="los", does="Denkt mee.", covenant=None)
    (paper,) = page(AGREED, other)["covenants"]
    assert paper["signatories"] == ["Gemeente Stad"]
    assert [one["does"] for one in paper["agreements"]] == ["Belt terug."]


@pytest.mark.parametrize(
    ("since", "until", "kind"),
    [
        (date(2025, 1, 1), None, None),
        (None, date(2027, 6, 1), None),
        (None, date(2027, 1, 31), "soon"),
        (None, TODAY, "soon"),
        (None, date(2026, 11, 23), "ended"),
        (date(2027, 1, 1), None, "later"),
    ],
)
def test_given_a_period_then_the_covenant_is_marked_when_it_ended_ends_soon_or_begins_later(since, until, kind):
    found = state(replace(PAPER, valid_from=since, valid_until=until), TODAY)
    assert (found and found["kind"]) == kind


def test_given_an_ended_paper_then_its_agreements_are_marked_too():
    ended = replace(PAPER, valid_until=date(2026, 1, 1))
    (step,) = page(AGREED, covenants=[ended])["steps"]
    assert step["agreements"][0]["state"]["text"] == "afgelopen op 1 januari 2026"


def test_given_gaps_then_each_is_told_and_without_gaps_nothing_is():
    loose = replace(AGREED, id="los", covenant=None, accountable="")
    unsigned = Covenant("leeg", "Leeg papier")
    assert page(AGREED)["attention"] == []
    assert page(AGREED, loose, covenants=[PAPER, unsigned])["attention"] == [
        "Eén afspraak rust niet op een convenant.",
        "Eén afspraak noemt geen functie die aanspreekbaar is.",
        "Leeg papier: niet ingevuld wie tekende.",
    ]
