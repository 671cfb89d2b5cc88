"""Which protocol is mine: the answer on top, and what each layer says per step."""

import pytest
from lxml import html

from tests.support.visitor import Visitor

OWN = "?organisatie=basisschool-de-voorbeeldboom"


@pytest.fixture
def reader(guide):
    return Visitor(guide)


def cells(page, step):
    """What the layers say in a row, by name of the layer."""
    row = next(row for row in page.document.xpath("//tbody/tr") if step in row.xpath("th")[0].text_content())
    said = {}
    for cell in row.xpath("td"):
        (label,) = cell.xpath("span[@class='relation__label']")
        name = label.text_content()
        label.drop_tree()
        said[name] = " ".join(cell.text_content().split())
    return said


def test_given_a_region_with_every_layer_then_they_stand_in_the_order_in_which_they_hold(reader):
    page = reader.get(f"/voorbeeldregio/onderwijs/verhouding{OWN}")
    names = [one.text_content() for one in page.document.xpath("(//ol[@class='relation-layers'])[1]/li/strong")]
    expected = ["Landelijk", "Onderwijs", "Voorbeeldprovincie", "Voorbeeldregio", "Basisschool De Voorbeeldboom"]
    assert names == expected
    assert list(cells(page, "Overleg")) == expected


def test_given_the_page_then_its_first_three_sentences_answer_the_question(reader):
    page = reader.get(f"/voorbeeldregio/onderwijs/verhouding{OWN}")
    answer = [one.text_content() for one in page.document.xpath("//p[contains(@class, 'relation-answer')]")]
    assert len(answer) == 3
    assert "één protocol" in answer[0]
    assert "Basisschool De Voorbeeldboom" in answer[0]
    assert "neemt er nooit iets van af" in answer[1]
    assert [answer[2].index(word) for word in ("wet", "beroepsnorm", "afspraak", "gewoonte")] == sorted(
        answer[2].index(word) for word in ("wet", "beroepsnorm", "afspraak", "gewoonte")
    )


def test_given_a_layer_adds_and_says_more_precisely_then_its_cell_shows_both_with_what_stood_there(reader):
    said = cells(reader.get("/voorbeeldregio/onderwijs/verhouding"), "Overleg")["Voorbeeldregio"]
    assert "Erbij Bel bij twijfel de overleglijn voor professionals actie, afspraak" in said
    assert "Preciezer Bespreek je zorgen binnen twee werkdagen met een deskundige collega" in said
    assert "Er stond: Bespreek" in said


def test_given_the_region_group_adds_a_record_then_only_its_column_has_it(reader):
    said = cells(reader.get("/voorbeeldregio/onderwijs/verhouding"), "Signalen")
    text = "Schrijf op of het gezin ook in een andere regio woont"
    assert [name for name, cell in said.items() if text in cell] == ["Voorbeeldprovincie"]


def test_given_a_region_without_own_agreements_then_the_page_says_so(reader):
    page = reader.get("/flevoland/onderwijs/verhouding")
    assert "Flevoland zegt hier niets extra's" in page.text


def test_given_a_sector_with_its_own_order_then_it_is_told(reader):
    assert "Zet de stappen in een eigen volgorde:" in reader.get("/flevoland/huisartsen-artsen/verhouding").text


def test_given_a_group_that_the_act_does_not_bind_then_the_page_does_not_say_that_it_must(reader):
    page = reader.get("/flevoland/geen-sector/verhouding")
    assert "niet bij wet verplicht" in page.text
    assert "De wet vraagt je organisatie" not in page.text


def test_given_the_opening_page_then_it_leads_there(guide):
    document = html.document_fromstring(guide.get("/flevoland/jgz/").data)
    assert "/flevoland/jgz/verhouding" in document.xpath("//a/@href")
