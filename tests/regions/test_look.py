import base64

import pytest
import yaml
from pydantic import ValidationError

from routekaart.directory import Look
from routekaart.regions.document import RegionDocument
from tests.exchange.test_png import png
from tests.support.regions import document_data

LOGO = base64.b64encode(png()).decode()
FULL = {"line": "#004a80", "here": "#ffd500", "logo": LOGO, "logo_text": "Samenwerking Proefregio"}


def refused(**look):
    with pytest.raises(ValidationError) as error:
        RegionDocument.model_validate(document_data(look=look))
    (one,) = error.value.errors()
    return ".".join(map(str, one["loc"])), one["type"]


def test_given_a_document_without_a_look_then_it_reads_and_its_yaml_says_nothing_of_one():
    document = RegionDocument.model_validate(document_data())
    assert document.to_region().look is None
    assert "look" not in yaml.safe_load(document.to_yaml())


def test_given_a_look_when_written_and_read_again_then_it_is_the_same():
    document = RegionDocument.model_validate(document_data(look=FULL))
    assert RegionDocument.model_validate_json(document.to_json()) == document
    assert RegionDocument.model_validate(yaml.safe_load(document.to_yaml())) == document
    look = document.to_region().look
    assert look == Look(**FULL)
    assert (look.png, look.logo_size) == (png(), (40, 20))


def test_given_looks_that_differ_in_one_thing_then_their_names_differ():
    names = {Look(**(FULL | {name: ""})).digest for name in FULL} | {Look(**FULL).digest}
    assert len(names) == 5


def test_given_colours_that_are_none_or_cannot_be_read_then_they_are_refused():
    assert refused(line="teal") == ("look.line", "no_colour")
    assert refused(line="#66ccff") == ("look.line", "contrast")
    assert refused(here="#003060") == ("look.here", "contrast")
    assert refused(line="#c8102e") == ("look.line", "like_danger")


def test_given_logos_that_will_not_do_then_they_are_refused():
    words = {"logo_text": "Beeld"}
    assert refused(logo="geen base64!", **words) == ("look.logo", "no_png")
    assert refused(logo=base64.b64encode(b"GIF89a").decode(), **words) == ("look.logo", "no_png")
    assert refused(logo=base64.b64encode(png(1201, 10)).decode(), **words) == ("look.logo", "png_too_large")
    assert refused(logo=base64.b64encode(png() + bytes(100_000)).decode(), **words) == ("look.logo", "png_too_heavy")
    assert refused(logo=LOGO) == ("look", "logo_without_words")
