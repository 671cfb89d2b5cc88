import re

import pytest
from icalendar import Calendar

from routekaart.printing import render
from routekaart.printing.render import Printer
from tests.support.answering import begin, fields_for, walk_on
from tests.support.pdf import read_back, squeezed

CHOSEN = {"wie": {"kind-0-11": 1}, "besluit-melden": "ja", "afweging-1": "ja", "afweging-2": "ja"}
NOTE = "Het kind had een blauwe plek op de linkerarm."


@pytest.mark.pdf
def test_given_a_walk_then_its_pdf_comes_as_a_neutral_file_that_nobody_keeps(visitor):
    first = begin(visitor)
    visitor.submit(first, "/vraag/", **fields_for(first, "nee"), notitie=NOTE)
    response = visitor.client.get("/doorloop/verslag.pdf")
    assert response.status_code == 200
    assert response.content_type == "application/pdf"
    assert response.headers["Cache-Control"] == "no-store"
    assert re.fullmatch(
        r'attachment; filename="Verslag doorloop \d\d-\d\d-\d{4}\.pdf"', response.headers["Content-Disposition"]
    )
    assert squeezed(NOTE) in read_back(response.data)


def test_given_a_walk_with_dates_then_they_come_as_a_calendar_that_says_nothing(visitor):
    walk_on(visitor, begin(visitor), CHOSEN)
    response = visitor.client.get("/doorloop/afspraken.ics")
    assert response.content_type == "text/calendar; charset=utf-8"
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Disposition"] == "attachment; filename=Afspraken.ics"
    events = Calendar.from_ical(response.data).walk("VEVENT")
    assert events
    assert {str(one["summary"]) for one in events} == {"Afspraak nakijken"}
    assert not re.search(rb"meld|veilig|geweld|kind|voorbeeld|doorloop", response.data, re.I)


def test_given_the_calendar_is_asked_again_then_the_same_days_have_the_same_names(visitor):
    walk_on(visitor, begin(visitor), CHOSEN)

    def uids():
        events = Calendar.from_ical(visitor.client.get("/doorloop/afspraken.ics").data).walk("VEVENT")
        return [str(one["uid"]) for one in events]

    first = uids()
    assert uids() == first
    assert len(set(first)) == len(first)


@pytest.mark.parametrize("address", ["/doorloop/verslag.pdf", "/doorloop/afspraken.ics"])
def test_given_no_walk_in_this_browser_then_a_page_says_so(visitor, address):
    page = visitor.get(address)
    assert page.status == 404
    assert "niet open" in page.heading


@pytest.mark.pdf
def test_given_a_pdf_that_takes_too_long_then_a_dutch_page_says_what_to_do(visitor, monkeypatch):
    monkeypatch.setattr(render, "_printer", Printer(workers=1, seconds=0.01))
    begin(visitor)
    page = visitor.get("/doorloop/verslag.pdf")
    assert page.status == 503
    assert "De PDF is niet gelukt" in page.heading


def test_given_a_machine_without_the_libraries_then_a_dutch_page_says_so(visitor, monkeypatch, tmp_path):
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library pango')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    printer = Printer(workers=1)
    monkeypatch.setattr(render, "_printer", printer)
    begin(visitor)
    page = visitor.get("/doorloop/verslag.pdf")
    assert page.status == 503
    assert "geen PDF" in page.heading
    assert "pango" not in page.text
