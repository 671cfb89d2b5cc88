"""The standalone map in a PDF, as the case file and the booklet have it."""

import io

import pypdfium2
import pytest
from weasyprint import HTML

from routekaart.drawing import transit_map
from routekaart.drawing.palette import TOKENS
from tests.drawing.maps import a_map, at

pytestmark = pytest.mark.pdf
PAGE = "<style>@page { size: 180mm 90mm; margin: 0 } svg { width: 180mm; height: auto }</style>"


@pytest.fixture(scope="module")
def page():
    svg = transit_map(a_map(), progress=at(3), size="full", standalone=True)
    pdf = HTML(string=f"<html lang=nl><title>Kaart</title>{PAGE}{svg}").write_pdf(pdf_variant="pdf/ua-1")
    return pypdfium2.PdfDocument(io.BytesIO(pdf))[0]


def test_given_a_pdf_then_every_name_on_the_map_can_be_read_back(page):
    text = page.get_textpage().get_text_range()
    for name in ("Signalen", "Overleg", "Gesprek", "Wegen", "Beslissen", "Acuut gevaar: bel 112", "Veilig Thuis"):
        assert name in text


def test_given_a_pdf_then_the_map_has_its_own_colours(page):
    colours = {
        f"#{r:02x}{g:02x}{b:02x}" for r, g, b in page.render(scale=2).to_pil().convert("RGB").get_flattened_data()
    }
    assert {TOKENS[name] for name in ("line", "danger", "here", "ink", "order", "index", "follow")} <= colours
