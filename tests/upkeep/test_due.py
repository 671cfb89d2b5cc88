"""What there is to do, and how urgent it is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from routekaart.directory import Contact, ContactKind, Covenant, Partner, RoleBinding, Verification
from routekaart.upkeep.asking import MOST, Sent, to_ask
from routekaart.upkeep.due import CameIn, Kind, Urgency, due
from tests.support.regions import directory, role

TODAY = date(2026, 11, 24)
NOTHING = CameIn({}, {}, {}, {}, {})
MAIL = Contact(ContactKind.EMAIL, "post@team.example")


def region(*, checked=TODAY, contacts=(), **fields):
    """A region in which `team` fills a role in town alone, checked on a day."""
    found = directory(RoleBinding("r1", "team", ("stad",)), roles=(role("r1"), role("r2")), **fields)
    check = Verification(checked, "c") if checked else None
    given = tuple(replace(one, verification=one.verification or check) for one in contacts)
    return replace(found, partners={"team": Partner("team", "Team", contacts=given, verification=check)})


def kinds(found):
    return [(one.kind, one.urgency) for one in found]


def test_given_all_is_well_then_there_is_nothing_to_do():
    assert due(region(), (), NOTHING, TODAY) == ()


@pytest.mark.parametrize(
    ("checked", "is_due"),
    [(date(2025, 12, 24), True), (date(2025, 12, 25), False), (date(2024, 1, 1), True), (None, True)],
)
def test_given_a_check_then_it_is_due_thirty_days_before_it_runs_out(checked, is_due):
    found = kinds(due(region(checked=checked), (), NOTHING, TODAY))
    assert found == ([(Kind.VERIFY, Urgency.SOON)] if is_due else [])


def test_given_one_contact_of_long_ago_then_its_partner_is_due():
    old = Contact(ContactKind.PHONE, "112", verification=Verification(date(2020, 1, 1), "c"))
    [one] = due(region(contacts=(old,)), (), NOTHING, TODAY)
    assert (one.kind, one.on) == (Kind.VERIFY, date(2021, 1, 1))


def test_given_gaps_then_each_role_is_told_once_with_its_municipalities():
    found = due(region(), ("r1", "r2"), NOTHING, TODAY)
    assert {one.id: one.detail for one in found} == {"r1": ("Dorp",), "r2": ()}


@pytest.mark.parametrize(
    ("days", "urgency"),
    [(-1, Urgency.NOW), (0, Urgency.SOON), (30, Urgency.SOON), (31, Urgency.LATER), (90, Urgency.LATER)],
)
def test_given_a_covenant_then_its_end_is_told_ninety_days_ahead(days, urgency):
    paper = Covenant("p", "Papier", valid_until=TODAY + timedelta(days=days))
    assert kinds(due(region(covenants={"p": paper}), (), NOTHING, TODAY)) == [(Kind.COVENANT, urgency)]


def test_given_a_covenant_that_ends_later_or_never_then_it_is_not_told():
    papers = {"p": Covenant("p", "P", valid_until=TODAY + timedelta(days=91)), "q": Covenant("q", "Q")}
    assert due(region(covenants=papers), (), NOTHING, TODAY) == ()


def test_given_a_number_in_doubt_then_it_is_on_top():
    came_in = replace(NOTHING, doubtful={"team": "112"}, questions={"team": 2}, unpublished=3)
    found = due(region(checked=None), ("r2",), came_in, TODAY)
    assert [one.kind for one in found] == [Kind.DOUBTFUL, Kind.QUESTION, Kind.VERIFY, Kind.GAP, Kind.UNPUBLISHED]
    assert found[0].name == "Team"


def test_given_a_letter_without_an_answer_then_it_is_told_while_the_check_is_due():
    came_in = replace(NOTHING, unanswered={"team": date(2026, 11, 1)})
    assert (Kind.SILENT, Urgency.LATER) in kinds(due(region(checked=None), (), came_in, TODAY))
    assert due(region(), (), came_in, TODAY) == ()


def asked(found, *sent):
    return [one.partner for one in to_ask(found, {"team": sent}, TODAY)]


def test_given_a_check_that_runs_out_and_an_address_then_the_partner_is_asked():
    assert asked(region(checked=None, contacts=(MAIL,))) == ["team"]
    assert asked(region(checked=None)) == []
    assert asked(region(contacts=(MAIL,))) == []


def test_given_letters_then_there_is_one_in_thirty_days_and_so_many_for_a_term():
    found = region(checked=date(2025, 11, 1), contacts=(MAIL,))
    term, long_ago = date(2026, 11, 1), TODAY - timedelta(days=30)
    assert asked(found, Sent(term, TODAY - timedelta(days=29))) == []
    assert asked(found, Sent(term, long_ago)) == ["team"]
    assert asked(found, *[Sent(term, long_ago)] * MOST) == []
    assert asked(found, *[Sent(date(2025, 11, 1), long_ago)] * MOST) == ["team"]
