"""Two regions, sectors or editions beside each other: what differs, and nothing else."""

import re

import pytest

from tests.support.visitor import Visitor


@pytest.fixture
def reader(guide):
    return Visitor(guide)


def test_given_the_same_twice_then_the_page_says_that_nothing_differs(reader):
    page = reader.get("/vergelijk?a=flevoland/onderwijs&b=flevoland/onderwijs")
    assert "Hier verschilt niets" in page.text
    assert "Stap 1" not in page.text


def test_given_two_regions_then_their_people_agreements_and_additions_are_shown(reader):
    page = reader.get("/vergelijk?a=voorbeeldregio/onderwijs&b=flevoland/onderwijs")
    assert page.document.xpath("//h2[@id='verschil']")[0].text_content() == "Voorbeeldregio en Flevoland"
    rows = {
        row.xpath("th")[0].text_content(): [cell.xpath("text()")[-1].strip() for cell in row.xpath("td")]
        for row in page.document.xpath("//table[@aria-labelledby='wie']/tbody/tr")
    }
    assert rows["Lokaal team of wijkteam"][1] == "niet ingevuld"
    assert "Het lokale team weegt op verzoek met je mee (binnen twee werkdagen)." in page.text
    assert "Neem de gesprekskaart van de regio door" in page.text


def test_given_two_regions_then_what_they_share_is_not_on_the_page(reader):
    page = reader.get("/vergelijk?a=voorbeeldregio/onderwijs&b=flevoland/onderwijs")
    assert "Bel 112" not in page.text


def test_given_the_two_sides_change_places_then_the_same_is_told_from_the_other_side(reader):
    there = reader.get("/vergelijk?a=voorbeeldregio/onderwijs&b=flevoland/onderwijs").text
    back = reader.get("/vergelijk?a=flevoland/onderwijs&b=voorbeeldregio/onderwijs").text
    counts = r"(\d+) × alleen bij \w+, (\d+) × alleen bij \w+, en (\d+) × anders"
    left, right, both = re.search(counts, there).groups()
    assert re.search(counts, back).groups() == (right, left, both)


def test_given_two_regions_with_national_data_only_then_the_page_says_that_more_is_not_known(reader):
    page = reader.get("/vergelijk?a=flevoland/onderwijs&b=utrecht/onderwijs")
    assert "nog alleen landelijke gegevens bekend" in page.text
    assert "nog alleen landelijke" not in reader.get("/vergelijk?a=flevoland/onderwijs&b=flevoland/jgz").text


def test_given_two_sectors_then_order_and_frame_differ_and_the_region_is_not_named(reader):
    page = reader.get("/vergelijk?a=flevoland/onderwijs&b=flevoland/huisartsen-artsen")
    assert "De volgorde van de stappen" in page.text
    assert "Wat geldt voor het beroep" in page.text
    assert page.document.xpath("//h2[@id='verschil']")[0].text_content().startswith("Onderwijs en ")


def test_given_two_editions_of_one_region_then_both_are_compared(reader):
    page = reader.get("/vergelijk?a=flevoland/onderwijs&b=flevoland/onderwijs/basismodel-2011")
    heading = page.document.xpath("//h2[@id='verschil']")[0].text_content()
    assert "2019" in heading
    assert "2011" in heading
    assert "AMK" in page.text


def test_given_very_much_differs_then_each_step_is_a_page_of_its_own(reader):
    page = reader.get("/vergelijk?a=flevoland/onderwijs&b=flevoland/onderwijs/basismodel-2011")
    links = page.document.xpath("//nav[@aria-label='Per stap']//a")
    assert len(links) >= 6
    assert page.document.xpath("//h3[starts-with(@id, 'stap-')]") == []
    step = reader.get(page.link("Overleg"))
    assert [one.get("id") for one in step.document.xpath("//h3[starts-with(@id, 'stap-')]")] == ["stap-overleg"]
    assert step.document.xpath("//nav[@aria-label='Per stap']//a[@aria-current='page']")
    assert "Wie het doet" not in step.text


@pytest.mark.parametrize("asked", ["onzin/onderwijs", "flevoland/onzin", "flevoland/onderwijs/onzin", "a/b/c/d"])
def test_given_something_unknown_then_the_page_names_it_and_the_form_stays(reader, asked):
    page = reader.get(f"/vergelijk?a={asked}&b=flevoland/onderwijs")
    assert page.status == 200
    assert "kennen we niet" in page.text
    assert page.form("/vergelijk").fields["b-regio"] == "flevoland"


def test_given_the_form_when_sent_then_its_fields_become_one_address(guide):
    query = "a-regio=flevoland&a-sector=jgz&a-uitgave=&b-regio=drenthe&b-sector=jgz&b-uitgave=basismodel-2011"
    response = guide.get(f"/vergelijk?{query}")
    assert response.status_code == 303
    assert response.headers["Location"] == "/vergelijk?a=flevoland/jgz&b=drenthe/jgz/basismodel-2011"


def test_given_one_side_when_opened_then_the_form_holds_it_and_nothing_is_wrong(reader):
    page = reader.get("/vergelijk?a=flevoland/jgz")
    assert page.form("/vergelijk").fields["a-sector"] == "jgz"
    assert "kennen we niet" not in page.text


def test_given_another_query_then_it_does_not_get_the_page_of_the_first(guide):
    one = guide.get("/vergelijk?a=flevoland/jgz&b=drenthe/jgz")
    assert one.headers["Cache-Control"] == "no-store"
    assert "Flevoland en Drenthe" in one.text
    assert "Utrecht en Drenthe" in guide.get("/vergelijk?a=utrecht/jgz&b=drenthe/jgz").text
