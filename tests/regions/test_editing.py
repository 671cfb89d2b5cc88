from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from routekaart.regions import editing
from routekaart.regions.document import RegionDocument
from routekaart.regions.editing import Clash, Entry, Taken, Unknown
from routekaart.regions.entries import HEAD, LISTS, ONLY
from routekaart.regions.revision import add_revision
from tests.support.regions import voorbeeldregio

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
A, B = {"author": "a@voorbeeld.example", "now": NOW}, {"author": "b@voorbeeld.example", "now": NOW}
TEAM = "wijkteams-voorbeeldstad"


@pytest.fixture
def slug(session):
    """A region with a draft."""
    document = voorbeeldregio()
    add_revision(session, document, author="x", note="", made_at=NOW)
    editing.open_draft(session, document.slug)
    return document.slug


def partner(session, slug) -> Entry:
    return editing.entry(session, slug, "partners", TEAM)


def test_given_a_published_region_when_a_draft_is_opened_then_it_makes_the_same_document(session, slug):
    assert editing.draft_document(session, slug).to_json() == voorbeeldregio().to_json()
    assert editing.changes(session, slug) == ()


def test_given_an_unknown_region_when_a_draft_is_opened_then_it_is_unknown(session):
    with pytest.raises(Unknown):
        editing.open_draft(session, "nergens")


def test_given_a_partner_when_saved_then_the_draft_has_it_and_the_change_is_told(session, slug):
    seen = partner(session, slug)
    kept = editing.save(session, seen, {**seen.data, "note": "Nieuw"}, **A)
    assert (kept.version, partner(session, slug).data["note"]) == (seen.version + 1, "Nieuw")
    (change,) = editing.changes(session, slug, unpublished=True)
    assert (change.entry, change.author, change.before["note"], change.after["note"]) == (
        TEAM,
        A["author"],
        "",
        "Nieuw",
    )


def test_given_nothing_changed_when_saved_then_there_is_no_change(session, slug):
    seen = partner(session, slug)
    assert editing.save(session, seen, seen.data, **A).version == seen.version
    assert editing.changes(session, slug) == ()


def test_given_two_people_when_both_save_other_fields_then_both_fields_survive(session, slug):
    seen = partner(session, slug)
    editing.save(session, seen, {**seen.data, "note": "van a"}, **A)
    kept = editing.save(session, seen, {**seen.data, "does": ["van b"]}, **B)
    assert (kept.data["note"], kept.data["does"]) == ("van a", ["van b"])


def test_given_two_people_when_both_save_the_same_field_then_the_second_is_told_and_nothing_is_lost(session, slug):
    seen = partner(session, slug)
    editing.save(session, seen, {**seen.data, "note": "van a"}, **A)
    with pytest.raises(Clash) as caught:
        editing.save(session, seen, {**seen.data, "note": "van b", "does": ["van b"]}, **B)
    assert caught.value.fields == ("note",)
    assert (caught.value.theirs.data["note"], caught.value.merged["note"]) == ("van a", "van b")
    editing.save(session, caught.value.theirs, caught.value.merged, **B)
    assert partner(session, slug).data["note"] == "van b"


def test_given_something_that_is_no_partner_when_saved_then_the_form_says_so_and_nothing_changes(session, slug):
    seen = partner(session, slug)
    with pytest.raises(ValidationError):
        editing.save(session, seen, {**seen.data, "contacts": [{"kind": "phone", "value": "geen nummer"}]}, **A)
    assert partner(session, slug) == seen


def test_given_another_id_when_saved_then_it_is_refused(session, slug):
    seen = partner(session, slug)
    with pytest.raises(ValueError, match="keeps its id"):
        editing.save(session, seen, {**seen.data, "id": "anders"}, **A)


def test_given_the_head_when_saved_then_it_is_held_to_the_form_of_the_document(session, slug):
    seen = editing.entry(session, slug, HEAD, ONLY)
    kept = editing.save(session, seen, {**seen.data, "display_name": "Anders"}, **A)
    assert kept.data["display_name"] == "Anders"
    with pytest.raises(ValidationError):
        editing.save(session, kept, {**kept.data, "retention_days": 99}, **A)


@pytest.mark.parametrize("kind", ["partners", "bindings"])
def test_given_a_new_entry_when_added_removed_and_undone_then_the_draft_is_as_it_was_each_time(session, slug, kind):
    before = editing.draft_data(session, slug)
    data = {**editing.entries(session, slug, kind)[0].data, **({"id": "nieuw"} if kind == "partners" else {})}
    fresh = editing.add(session, slug, kind, data, **A)
    assert editing.entries(session, slug, kind)[-1] == fresh
    editing.remove(session, fresh, **A)
    assert editing.draft_data(session, slug) == before
    back = editing.undo(session, editing.changes(session, slug)[0].number, **A)
    assert back.data == fresh.data
    assert editing.undo(session, editing.changes(session, slug)[0].number, **A) is None
    assert editing.draft_data(session, slug) == before


def test_given_an_id_that_is_there_when_added_then_it_is_taken(session, slug):
    with pytest.raises(Taken):
        editing.add(session, slug, "partners", partner(session, slug).data, **A)


def test_given_a_change_under_a_later_one_when_undone_then_only_it_is_taken_back(session, slug):
    seen = partner(session, slug)
    first = editing.save(session, seen, {**seen.data, "note": "eerst"}, **A)
    editing.save(session, first, {**first.data, "does": ["later"]}, **A)
    kept = editing.undo(session, editing.changes(session, slug)[1].number, **B)
    assert (kept.data["note"], kept.data["does"]) == (seen.data["note"], ["later"])


def test_given_somebody_changed_it_when_removed_by_who_saw_it_before_then_it_clashes(session, slug):
    seen = partner(session, slug)
    editing.save(session, seen, {**seen.data, "note": "van a"}, **A)
    with pytest.raises(Clash):
        editing.remove(session, seen, **B)


def test_given_another_document_when_the_draft_is_replaced_then_it_is_that_document_and_each_difference_a_change(
    session, slug
):
    document = voorbeeldregio()
    data = document.model_dump(mode="json")
    data["partners"] = [*reversed(data["partners"])]
    data["training"] = []
    data["display_name"] = "Anders"
    wanted = RegionDocument.model_validate(data)
    assert editing.replace_draft(session, wanted, **A) == 1 + len(document.training)
    assert editing.draft_document(session, slug).to_json() == wanted.to_json()


def test_given_changes_when_published_then_they_belong_to_that_revision(session, slug):
    seen = partner(session, slug)
    editing.save(session, seen, {**seen.data, "note": "Nieuw"}, **A)
    editing.mark_published(session, slug, 2)
    assert editing.changes(session, slug)[0].revision == 2
    assert editing.changes(session, slug, unpublished=True) == ()
    assert editing.open_draft(session, slug) == 2


def test_every_list_of_the_document_can_be_edited():
    lists = {name for name, value in voorbeeldregio().model_dump(mode="json").items() if isinstance(value, list)}
    assert lists == set(LISTS)
