"""Two people at once, and what was typed while something else happened."""

import pytest

from routekaart.accounts.policy import Role
from tests.support.desk import at_desk
from tests.web.desk.test_partners import LIST, TEAM, value


@pytest.fixture
def two(seeded_site):
    """A coordinator and an editor at the same desk."""
    return at_desk(seeded_site, Role.COORDINATOR), at_desk(seeded_site, Role.EDITOR)


def test_given_two_people_when_they_change_other_fields_then_both_survive(two):
    first, second = two
    mine, theirs = first.get(TEAM), second.get(TEAM)
    second.submit(theirs, TEAM, **{"contacts.0.value": "0199-000081", "doe": "bewaar"})
    page = first.submit(mine, TEAM, note="Van de eerste", doe="bewaar")
    assert page.status == 200
    assert (value(page, "contacts.0.value"), value(page, "note").strip()) == ("0199-00 00 81", "Van de eerste")


@pytest.mark.parametrize(("choice", "kept"), [("mij", "Van de eerste"), ("zij", "Van de tweede")])
def test_given_two_people_when_they_change_one_field_then_the_second_chooses_and_the_rest_is_merged(two, choice, kept):
    first, second = two
    mine, theirs = first.get(TEAM), second.get(TEAM)
    second.submit(theirs, TEAM, **{"note": "Van de tweede", "contacts.0.value": "0199-000081", "doe": "bewaar"})
    page = first.submit(mine, TEAM, note="Van de eerste", does="Een\nTwee", doe="bewaar")
    assert (page.status, page.heading) == (409, "Iemand anders wijzigde hetzelfde")
    assert "editor-voorbeeldregio@voorbeeld.example" in page.text
    assert "‘Van de eerste’" in page.text
    assert "‘Van de tweede’" in page.text
    page = first.submit(page, TEAM, **{"keuze-0": choice, "doe": "kies"})
    assert page.status == 200
    found = value(page, "note").strip(), value(page, "does").split(), value(page, "contacts.0.value")
    assert found == (kept, ["Een", "Twee"], "0199-00 00 81")


def test_given_two_people_when_both_add_to_a_list_then_both_can_stay(two):
    first, second = two
    mine, theirs = first.get(TEAM), second.get(TEAM)
    second.submit(theirs, TEAM, does="Van de tweede", doe="bewaar")
    page = first.submit(mine, TEAM, does="Van de eerste", doe="bewaar")
    page = first.submit(page, TEAM, **{"keuze-0": "beide", "doe": "kies"})
    assert value(page, "does").strip().splitlines() == ["Van de tweede", "Van de eerste"]


def test_given_a_choice_when_meanwhile_there_is_another_change_then_one_chooses_again(two):
    first, second = two
    mine, theirs = first.get(TEAM), second.get(TEAM)
    second.submit(theirs, TEAM, note="Tweede", doe="bewaar")
    page = first.submit(mine, TEAM, note="Eerste", doe="bewaar")
    second.submit(second.get(TEAM), TEAM, note="Tweede, later", doe="bewaar")
    page = first.submit(page, TEAM, **{"keuze-0": "mij", "doe": "kies"})
    assert (page.status, "Tweede, later" in page.text) == (409, True)
    page = first.submit(page, TEAM, **{"keuze-0": "mij", "doe": "kies"})
    assert value(page, "note").strip() == "Eerste"


def test_given_an_entry_that_was_removed_meanwhile_when_saved_then_what_was_typed_comes_back_as_a_new_one(two):
    first, second = two
    opvoed = f"{LIST}/opvoedpunt-voorbeeld"
    mine = first.get(opvoed)
    second.submit(second.get(f"{opvoed}/verwijderen"), "verwijderen")
    page = first.submit(mine, opvoed, note="Toch nodig", doe="bewaar")
    assert page.status == 409
    assert "Iemand anders heeft dit net verwijderd" in page.text
    page = first.submit(page, "/nieuw", doe="bewaar")
    assert page.heading == "Opvoedpunt Voorbeeld"
    assert value(page, "note").strip() == "Toch nodig"


def test_given_an_entry_that_was_changed_meanwhile_when_removed_then_one_looks_first(two):
    first, second = two
    opvoed = f"{LIST}/opvoedpunt-voorbeeld"
    mine = first.get(f"{opvoed}/verwijderen")
    second.submit(second.get(opvoed), opvoed, note="Net gewijzigd", doe="bewaar")
    page = first.submit(mine, "verwijderen")
    assert (page.status, "Iemand anders heeft dit net gewijzigd" in page.text) == (409, True)


def test_given_typed_text_when_the_browser_puts_it_back_then_the_form_shows_it_and_nothing_is_saved(two):
    first, second = two
    mine = first.get(TEAM)
    second.submit(second.get(TEAM), TEAM, **{"contacts.0.value": "0199-000081", "doe": "bewaar"})
    page = first.submit(mine, TEAM, note="Eerder getypt", doe="toon")
    assert "Wat je eerder typte, staat er weer" in page.text
    assert "Eerder getypt" not in second.get(TEAM).text
    page = first.submit(page, TEAM, doe="bewaar")
    assert (value(page, "contacts.0.value"), value(page, "note").strip()) == ("0199-00 00 81", "Eerder getypt")


def test_given_nonsense_instead_of_a_choice_when_sent_then_nothing_breaks_or_changes(two):
    first, _ = two
    mine = first.get(TEAM)
    assert first.submit(mine, TEAM, samengevoegd="{", doe="kies").status == 400
    assert first.submit(mine, TEAM, samengevoegd="[]", doe="kies").status == 400
    assert first.submit(mine, TEAM, samengevoegd='{"id": "ander"}', doe="kies").status == 422
    assert first.submit(mine, TEAM, doe="minder:contacts.99").status == 200
    assert first.submit(mine, TEAM, doe="meer:nergens.0.iets").status == 200
    assert "Gelijk aan wat nu live is" in first.get(TEAM).text
