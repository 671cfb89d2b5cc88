from routekaart.regions.comparing import differences
from routekaart.regions.document import RegionDocument
from tests.support.regions import voorbeeldregio

TEAM = "wijkteams-voorbeeldstad"


def changed(change) -> RegionDocument:
    """The example region after a change of its plain data."""
    data = voorbeeldregio().model_dump(mode="json")
    change(data, next(one for one in data["partners"] if one["id"] == TEAM))
    return RegionDocument.model_validate(data)


def found(change):
    return [
        (one.kind, one.name, one.path, one.before, one.after) for one in differences(voorbeeldregio(), changed(change))
    ]


def test_given_the_same_document_when_compared_then_nothing_differs():
    assert differences(voorbeeldregio(), voorbeeldregio()) == ()


def test_given_another_number_when_compared_then_the_contact_is_named_with_old_and_new():
    def change(data, team):
        team["contacts"][0]["value"] = "0199-00 00 77"

    path = ("contacts", "aanmelden", "value")
    assert found(change) == [("partners", "Wijkteams Voorbeeldstad", path, "0199-00 00 02", "0199-00 00 77")]


def test_given_a_contact_that_went_when_compared_then_only_it_is_told():
    def change(data, team):
        team["contacts"].pop(0)

    ((kind, _name, path, before, after),) = found(change)
    assert (kind, path, before["value"], after) == ("partners", ("contacts", "aanmelden"), "0199-00 00 02", None)


def test_given_a_partner_that_came_when_compared_then_it_is_told_as_a_whole():
    def change(data, team):
        data["partners"].append({**team, "id": "nieuw", "name": "Nieuw team"})

    ((kind, name, path, before, after),) = found(change)
    assert (kind, name, path, before, after["id"]) == ("partners", "Nieuw team", (), None, "nieuw")


def test_given_another_name_of_the_region_when_compared_then_its_field_is_told():
    def change(data, team):
        data["display_name"] = "Ander kompas"

    assert found(change) == [("region", "Voorbeeldregio", ("display_name",), "Kompas Voorbeeldregio", "Ander kompas")]


def test_given_partners_in_another_order_when_compared_then_nothing_differs():
    assert found(lambda data, team: data["partners"].reverse()) == []


def test_given_a_binding_when_its_note_changes_then_it_is_called_after_its_partner():
    def change(data, team):
        data["bindings"][0]["note"] = "Alleen overdag"

    ((kind, name, path, _before, after),) = found(change)
    assert (kind, path, after) == ("bindings", ("note",), "Alleen overdag")
    assert name in {one.name for one in voorbeeldregio().partners}
