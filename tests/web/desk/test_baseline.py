from datetime import UTC, datetime
from io import BytesIO

import pdfua
import pytest
from openpyxl import load_workbook

from routekaart.accounts.policy import Role
from routekaart.regions import editing
from routekaart.storage.database import transaction
from tests.support.desk import at_desk
from tests.support.pdf import opened, read_back, squeezed, tagged

PAGE = "/bureau/voorbeeldregio/startfoto"


def cells(page, row):
    found = page.document.xpath(f"//table[contains(@class, 'baseline')]//tr[th[text()='{row}']]/td")
    return [" ".join(one.text_content().split()) for one in found]


def test_given_the_draft_then_the_startfoto_has_plain_words_with_the_level_and_a_picture_of_each_table(seeded_site):
    page = at_desk(seeded_site, Role.COORDINATOR).get(PAGE)
    assert page.heading == "Startfoto"
    assert "Schade beperken (niveau 5)" in page.text
    assert len(page.document.xpath("//*[name()='svg'][@class='heat']")) == 2
    assert "Ouders uit elkaar (Opvoedpunt Voorbeeld)" in cells(page, "4 t/m 11 jaar")[1]


def test_given_an_offer_in_one_municipality_then_the_others_are_named_as_missing(seeded_site):
    page = at_desk(seeded_site, Role.EDITOR).get(f"{PAGE}?thema=ouderenmishandeling")
    assert "Voorbeelddorp" not in cells(page, "65 jaar en ouder")[3].partition("niet in")[2]
    assert "ouderenmishandeling" in page.text


def test_given_a_municipality_when_chosen_then_only_what_is_there_counts(seeded_site):
    page = at_desk(seeded_site, Role.EDITOR).get(f"{PAGE}?gemeente=VB0003")
    assert "Voorbeeldhaven:" in page.text
    assert "Eén gezin, één plan" not in page.text


def test_given_a_region_without_offer_then_every_level_is_a_gap_for_the_whole_region(seeded_site):
    page = at_desk(seeded_site, Role.NATIONAL).get("/bureau/flevoland/startfoto")
    assert "Voorkomen (niveau 1): helemaal niets, in de hele regio" in page.text


def test_given_a_service_that_is_taken_out_when_compared_with_what_is_published_then_it_is_told(seeded_site):
    user = at_desk(seeded_site, Role.COORDINATOR)
    user.get(PAGE)
    with transaction(seeded_site.extensions["routekaart"].engine) as session:
        partner = editing.entry(session, "voorbeeldregio", "partners", "opvoedpunt-voorbeeld")
        data = {**partner.data, "services": partner.data["services"][1:]}
        editing.save(session, partner, data, author="a@b.example", now=datetime(2026, 11, 24, tzinfo=UTC))
    page = user.get(f"{PAGE}?naast=versie-1")
    assert "Weg. Voorkomen (niveau 1): Folder en lessen Rustig Opvoeden (Opvoedpunt Voorbeeld)" in page.text


def test_given_another_region_when_compared_then_its_numbers_stand_in_brackets(seeded_site):
    page = at_desk(seeded_site, Role.COORDINATOR).get(f"{PAGE}?naast=regio-flevoland")
    assert "Flevoland: 0." in page.text
    assert all("(0)" in one for one in cells(page, "0 t/m 3 jaar"))


@pytest.mark.parametrize("asked", ["versie-99", "versie-x", "regio-bestaat-niet", "regio-", "x", "versie-²"])
def test_given_something_that_is_not_there_when_compared_then_the_startfoto_stands_alone(seeded_site, asked):
    page = at_desk(seeded_site, Role.COORDINATOR).get(f"{PAGE}?naast={asked}&gemeente=x&thema=y&slug=z&_external=1")
    assert page.status == 200
    assert "met tussen haakjes" not in page.text


def test_given_a_spreadsheet_then_each_cell_of_the_matrix_is_a_row_and_gaps_stand_apart(seeded_site):
    answer = at_desk(seeded_site, Role.COORDINATOR).client.get(f"{PAGE}.xlsx")
    book = load_workbook(BytesIO(answer.data))
    assert book.sheetnames == ["Startfoto", "Witte vlekken"]
    rows = list(book["Startfoto"].iter_rows(values_only=True))
    assert rows[0] == ("Niveau", "Doelgroep of thema", "Gemeente", "Aantal", "Aanbod")
    assert ("Voorkomen (niveau 2)", "scheiding", "Voorbeeldstad", 1, "Ouders uit elkaar (Opvoedpunt Voorbeeld)") in rows


def test_given_a_pdf_then_it_is_tagged_as_pdf_ua_asks_and_holds_the_gaps(seeded_site, tmp_path):
    answer = at_desk(seeded_site, Role.COORDINATOR).client.get(f"{PAGE}.pdf")
    file = tmp_path / "startfoto.pdf"
    file.write_bytes(answer.data)
    assert [one for one in pdfua.validate(str(file)).findings if one.severity.name == "ERROR"] == []
    assert squeezed("Witte vlekken") in read_back(answer.data)
    assert len(tagged(opened(answer.data), "/Figure")) == 2
