import pytest

from routekaart.presenters.region_changes import FIELDS, KINDS, change_lines, value_words
from routekaart.regions.comparing import Difference, differences
from routekaart.regions.document import RegionDocument
from routekaart.regions.entries import KINDS as EDITED
from tests.support.regions import voorbeeldregio


def told(path, before, after):
    return change_lines([Difference("partners", "team", "Wijkteam", path, before, after)])[0]["text"]


@pytest.mark.parametrize(
    ("difference", "words"),
    [
        (((), None, {"id": "team"}), "nieuw"),
        (((), {"id": "team"}, None), "vervallen"),
        (
            (("contacts", "aanmelden", "value"), "0199-00 00 02", "0199-00 00 77"),
            "contact (aanmelden), nummer of adres is nu ‘0199-00 00 77’; dat was ‘0199-00 00 02’",
        ),
        (
            (("contacts", "chat"), None, {"kind": "chat", "value": "https://x.example", "label": "overdag"}),
            "contact (chat) erbij: https://x.example (overdag)",
        ),
        (
            (("schedule", "periods"), [], [{"days": ["ma", "di", "wo", "do", "vr"], "hours": "08:30-17:00"}]),
            "openingstijden, openingstijden is nu ma t/m vr 08:30-17:00; dat was niet ingevuld",
        ),
        (
            (("roles",), ["lokaal-team"], ["lokaal-team", "opvang"]),
            "rollen is nu lokaal-team en opvang; dat was lokaal-team",
        ),
        ((("schedule", "always"), False, True), "openingstijden, dag en nacht bereikbaar is nu ja; dat was nee"),
    ],
)
def test_given_a_difference_when_told_then_it_is_a_plain_sentence(difference, words):
    assert told(*difference) == words


def test_given_the_title_of_a_line_then_it_names_the_kind_and_the_entry():
    line = change_lines([Difference("partners", "team", "Wijkteam", (), None, {})])[0]
    assert line["title"] == "Partner: Wijkteam"


def test_every_kind_and_field_of_the_document_has_a_dutch_word():
    def names(schema):
        return {name for one in (schema, *schema["$defs"].values()) for name in one.get("properties", ())}

    untold = {"schema_version", "slug", "fictional", "historical", "confidence", *EDITED, "days"}
    assert names(RegionDocument.model_json_schema()) - set(FIELDS) - untold == set()
    assert set(KINDS) == set(EDITED)


def test_given_nothing_changed_when_told_then_there_is_nothing():
    assert change_lines(differences(voorbeeldregio(), voorbeeldregio())) == []


def test_given_something_empty_when_told_then_it_says_that_it_is_not_filled():
    assert [value_words(one) for one in (None, "", [], {})] == ["niet ingevuld"] * 4
