"""`routekaart remind` asks partners, each once for a term and at most once in thirty days."""

from datetime import timedelta

from sqlalchemy import select, update

from routekaart import clock
from routekaart.storage.database import reading, transaction
from routekaart.upkeep.tables import PartnerLetterRow
from tests.support.visitor import Visitor

ASKED = "1 partner(s) asked whether their entry is right, 0 refused by the mail server.\n"


def later(engine, days):
    """As if the letters went out so many days ago."""
    with transaction(engine) as session:
        session.execute(update(PartnerLetterRow).values(sent_at=clock.now() - timedelta(days=days)))


def test_given_a_check_that_ran_out_then_the_partner_is_asked_once(remind, box):
    assert ASKED in remind()
    assert ASKED not in remind()
    [mail] = box.mails
    assert mail["To"] == "post@team.example"
    assert mail["Subject"] == "Klopt dit nog? Team in de Routekaart van Proefregio"


def test_given_no_answer_then_it_is_asked_again_after_thirty_days_and_no_more_than_three_times(engine, remind, box):
    for _ in range(5):
        remind()
        later(engine, 29)
        assert ASKED not in remind()
        later(engine, 31)
    assert len(box.mails) == 3


def test_given_an_answer_then_nothing_is_asked_until_the_next_term(site, engine, link, remind, box):
    partner = Visitor(site.test_client())
    partner.submit(partner.get(link), "/klopt")
    later(engine, 40)
    remind()
    assert len(box.mails) == 1


def test_given_an_address_that_is_refused_then_nothing_is_kept_and_it_is_tried_again(engine, remind, box):
    box.refused = ["post@team.example"]
    assert "0 partner(s) asked whether their entry is right, 1 refused" in remind()
    with reading(engine) as session:
        assert session.scalars(select(PartnerLetterRow)).all() == []
    box.refused = []
    assert ASKED in remind()
