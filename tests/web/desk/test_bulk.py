"""Many at once: nothing happens before somebody confirms, every fault has its place, and then all of it or nothing."""

import io
import json
import re

import pytest

from routekaart import clock
from routekaart.accounts.policy import Role
from routekaart.exchange.csv import write_csv
from routekaart.exchange.sheet import Sheet
from routekaart.exchange.xlsx import read_xlsx, write_xlsx
from routekaart.regions import editing
from routekaart.regions.bulk import Kind
from routekaart.storage.database import reading, transaction
from tests.support.desk import at_desk
from tests.support.regions import voorbeeldregio
from tests.support.sheets import SERVICE, WRONG, faulty_rows, services, sheet
from tests.support.visitor import Page

SLUG = "voorbeeldregio"
PLACE = f"/bureau/{SLUG}/inlezen"
TEAM = "wijkteams-voorbeeldstad"


@pytest.fixture
def desk(seeded_site):
    return at_desk(seeded_site, Role.COORDINATOR)


def send(desk, content: bytes, name: str) -> Page:
    """Sends a file; the page that comes of it."""
    token = desk.get(PLACE).form("/inlezen").fields["csrf_token"]
    data = {"bestand": (io.BytesIO(content), name), "csrf_token": token}
    return desk._inspected(desk.client.post(PLACE, data=data, follow_redirects=True))


def send_sheets(desk, *sheets: Sheet) -> Page:
    return send(desk, write_xlsx(sheets), "aanbod.xlsx")


def faults(page: Page) -> list[tuple[str, ...]]:
    """Row, column, what stands there, what is wrong, what belongs there."""
    rows = page.document.xpath("//table[contains(@class, 'bulk__faults')]/tbody/tr")
    return [tuple(" ".join(cell.text_content().split()) for cell in row) for row in rows]


def partner(site, entry_id=TEAM):
    with reading(site.extensions["routekaart"].engine) as session:
        return editing.entry(session, SLUG, "partners", entry_id)


def changes(site) -> tuple[editing.Change, ...]:
    with reading(site.extensions["routekaart"].engine) as session:
        return editing.changes(session, SLUG, most=5000)


def test_given_2000_services_of_which_50_faulty_when_sent_then_each_fault_has_its_row_and_column(seeded_site, desk):
    page = send_sheets(desk, services(2000, faulty=50))
    assert page.status == 200
    found = faults(page)
    assert [row[0] for row in found] == [f"Aanbod, rij {at}" for at in faulty_rows(2000, 50)]
    for place, (_, column, said, problem, expected) in enumerate(found):
        wrong_column, wrong_said, wrong_told = WRONG[place % len(WRONG)]
        assert (column, said) == (wrong_column, wrong_said or "(leeg)")
        assert wrong_told in problem
        assert expected
    assert changes(seeded_site) == ()

    refused = desk.submit(page, page.path)
    assert refused.status == 422
    assert changes(seeded_site) == ()

    done = desk.submit(page, page.path, **{"alleen-goed": "ja"})
    assert "1950 rijen zijn ingelezen, bij 1 partner" in done.text
    (change,) = changes(seeded_site)
    assert len(change.after["services"]) - len(change.before["services"]) == 1950
    assert change.author == "coordinator-voorbeeldregio@voorbeeld.example"


def test_given_a_fault_halfway_when_brought_in_then_nothing_of_it_is_there(seeded_site, desk):
    second = {**SERVICE, "Partner": "Veilig Thuis Voorbeeldregio"}
    page = send_sheets(desk, sheet(Kind.SERVICE, SERVICE, second))
    engine = seeded_site.extensions["routekaart"].engine
    with transaction(engine) as session:
        seen = editing.entry(session, SLUG, "partners", TEAM)
        changed = [{**one, "name": "Anders"} for one in seen.data["services"]]
        extra = {**changed[0], "id": "gesprek-aan-huis", "name": "Van een ander"}
        data = {**seen.data, "services": [*changed, extra]}
        editing.save(session, seen, data, author="ander@voorbeeld.example", now=clock.now())
    before = partner(seeded_site, "veilig-thuis-voorbeeldregio")
    told = desk.submit(page, page.path)
    assert told.status == 409
    assert "Wijkteams Voorbeeldstad" in told.text
    assert partner(seeded_site, "veilig-thuis-voorbeeldregio") == before
    again = desk.submit(told, page.path)
    assert "ingelezen" in again.text
    names = [one["name"] for one in partner(seeded_site).data["services"]]
    assert "Anders" in names
    assert "Gesprek aan huis" in names


def test_given_somebody_changed_another_field_meanwhile_when_confirmed_then_both_are_there(seeded_site, desk):
    page = send_sheets(desk, sheet(Kind.SERVICE, SERVICE))
    with transaction(seeded_site.extensions["routekaart"].engine) as session:
        seen = editing.entry(session, SLUG, "partners", TEAM)
        data = {**seen.data, "note": "Van een ander"}
        editing.save(session, seen, data, author="ander@voorbeeld.example", now=clock.now())
    done = desk.submit(page, page.path)
    assert "1 rij is ingelezen" in done.text
    kept = partner(seeded_site).data
    assert (kept["note"], kept["services"][-1]["name"]) == ("Van een ander", "Gesprek aan huis")


def test_given_the_own_export_when_sent_back_then_nothing_changes(desk):
    for name in (
        "sociale-kaart.xlsx",
        "aanbod.csv",
        "partners.csv",
        "contacten.csv",
        "adressen.csv",
        "hsds.zip",
        "hsds.json",
    ):
        content = desk.client.get(f"/bureau/{SLUG}/uitdraaien/concept/{name}").data
        page = send(desk, content, name)
        assert re.search(r"fout \(0\) nieuw \(0\) gewijzigd \(0\) zonder wijziging \([1-9]", page.text), name
        assert "Er is niets om in te lezen." in page.text


def test_given_a_changed_cell_when_sent_then_the_page_tells_what_was_and_what_becomes(seeded_site, desk):
    content = desk.client.get(f"/bureau/{SLUG}/uitdraaien/concept/aanbod.csv").data
    changed = content.decode("utf-8-sig").replace("Voor iedereen.", "Alleen met verwijzing.", 1)
    page = send(desk, changed.encode(), "aanbod.csv")
    assert "gewijzigd (1)" in page.text
    assert "Toegang: Voor iedereen. Alleen met verwijzing." in page.text


def test_given_a_new_partner_with_all_that_hangs_from_it_when_brought_in_then_it_is_there(seeded_site, desk):
    page = send_sheets(
        desk,
        sheet(Kind.PARTNER, {"Naam": "Steunpunt", "Rollen": "lokaal-team", "Openingstijden": "ma t/m vr 9-17 uur"}),
        sheet(Kind.CONTACT, {"Partner": "Steunpunt", "Soort": "telefoon", "Nummer of adres": "0199 000077"}),
        sheet(Kind.LOCATION, {"Partner": "steunpunt", "Naam": "Kantoor", "Plaats": "Voorbeeldstad"}),
        sheet(Kind.SERVICE, {**SERVICE, "Partner": "Steunpunt"}),
    )
    desk.submit(page, page.path)
    found = partner(seeded_site, "steunpunt").data
    assert found["schedule"]["periods"] == [{"days": ["ma", "di", "wo", "do", "vr"], "hours": "09:00-17:00"}]
    assert found["contacts"][0]["value"] == "0199-00 00 77"
    assert found["locations"][0]["town"] == "Voorbeeldstad"
    service = found["services"][0]
    assert (service["id"], service["level"], service["municipalities"]) == ("gesprek-aan-huis", 4, ["VB0001", "VB0002"])
    assert service["themes"] == ["partnergeweld", "kindermishandeling"]
    assert service["waiting"] == {"weeks": 3, "known_on": "2026-11-01"}


def test_given_a_partner_row_that_is_wrong_when_sent_then_what_hangs_from_it_is_wrong_too(desk):
    page = send_sheets(
        desk,
        sheet(Kind.PARTNER, {"Naam": "Steunpunt", "Rollen": "tovenaar"}),
        sheet(Kind.SERVICE, {**SERVICE, "Partner": "Steunpunt"}),
    )
    assert [(row[0], row[1]) for row in faults(page)] == [("Partners, rij 2", "Rollen"), ("Aanbod, rij 2", "Partner")]
    assert "Er is niets om in te lezen." in page.text


@pytest.mark.parametrize(
    ("kind", "row", "column", "problem"),
    [
        (
            Kind.CONTACT,
            {"Soort": "telefoon", "Nummer of adres": "199000077"},
            "Nummer of adres",
            "Valt er een nul weg?",
        ),
        (Kind.CONTACT, {"Soort": "fax", "Nummer of adres": "0199000077"}, "Soort", "bestaat niet"),
        (
            Kind.CONTACT,
            {"Soort": "telefoon", "Nummer of adres": "020-5555555"},
            "Nummer of adres",
            "regio is verzonnen",
        ),
        (
            Kind.CONTACT,
            {"Soort": "mail", "Nummer of adres": "a@b.example", "In plaats van": "x@y.example"},
            "In plaats van",
            "heeft de partner niet",
        ),
        (Kind.LOCATION, {"Naam": "Kantoor", "Plaats": ""}, "Plaats", "Hier staat niets."),
    ],
)
def test_given_a_row_that_the_documents_own_rules_refuse_when_sent_then_its_cell_is_named(
    desk, kind, row, column, problem
):
    page = send_sheets(desk, sheet(kind, {"Partner": TEAM, **row}))
    ((_, found, _, told, _),) = faults(page)
    assert found == column
    assert problem in told


def test_given_an_address_for_a_shelter_when_sent_then_it_is_refused(desk):
    shelter = next(one for one in voorbeeldregio().partners if "opvang" in one.roles)
    page = send_sheets(desk, sheet(Kind.LOCATION, {"Partner": shelter.name, "Naam": "Huis", "Plaats": "Voorbeeldstad"}))
    assert "geheim adres" in faults(page)[0][3]


def test_given_a_role_that_the_partner_fills_when_a_sheet_drops_it_then_it_is_told(desk):
    page = send_sheets(desk, sheet(Kind.PARTNER, {"Kenmerk": TEAM, "Naam": "Wijkteams Voorbeeldstad", "Rollen": ""}))
    assert [row[1] for row in faults(page)] == ["Rollen"]


def test_given_a_number_instead_of_another_when_brought_in_then_that_one_is_gone(seeded_site, desk):
    row = {"Partner": TEAM, "Soort": "telefoon", "Nummer of adres": "0199 00 00 88", "In plaats van": "0199-00 00 02"}
    page = send_sheets(desk, sheet(Kind.CONTACT, row))
    desk.submit(page, page.path)
    first = partner(seeded_site).data["contacts"][0]
    assert (first["value"], first["label"]) == ("0199-00 00 88", "aanmelden")


def test_given_the_same_service_twice_when_sent_then_the_second_names_the_first(desk):
    page = send_sheets(desk, sheet(Kind.SERVICE, SERVICE, SERVICE))
    assert faults(page)[0][0] == "Aanbod, rij 3"
    assert "rij 2" in faults(page)[0][3]


def test_given_a_formula_when_sent_then_it_is_told_and_not_read(desk):
    from openpyxl import Workbook

    book, content = Workbook(), io.BytesIO()
    book.active.title = "Aanbod"
    book.active.append(list(SERVICE))
    book.active.append([*list(SERVICE.values())[:-1], "=A1"])
    book.save(content)
    ((_, column, _, problem, _),) = faults(send(desk, content.getvalue(), "x.xlsx"))
    assert column == "Gemeenten"
    assert "formule" in problem


def test_given_wrong_rows_when_downloaded_then_they_come_with_what_is_wrong_and_can_be_mended(seeded_site, desk):
    page = send_sheets(desk, services(20, faulty=2))
    (mended,) = read_xlsx(desk.client.get(f"{page.path}/foute-rijen.xlsx").data)
    heads, first, second = mended.rows
    assert "Zorgniveau" in heads
    assert first[-1] == "Partner: Deze partner staat niet in de regio."
    fixed = [
        heads,
        *(
            tuple(dict(zip(heads, row, strict=True), **{"Partner": TEAM, "Wat het is": "x"}).values())
            for row in (first, second)
        ),
    ]
    assert "nieuw (2)" in send(desk, write_csv(fixed), "x.csv").text


def test_given_columns_that_are_unknown_or_missing_when_sent_then_the_page_says_so(desk):
    page = send(desk, write_csv([("Partner", "Naam", "Kleur"), (TEAM, "x", "rood")]), "x.csv")
    assert "We slaan ze over: Kleur" in page.text
    page = send(desk, write_csv([("Naam", "Wat het is", "Zorgniveau", "Toegang"), ("x", "y", "4", "z")]), "x.csv")
    assert "Aanbod: Partner" in page.text


@pytest.mark.parametrize("content", [b"", b"\0\0", b"PK\x03\x04rubbish", b"{}"])
def test_given_a_file_that_cannot_be_read_when_sent_then_it_says_so(desk, content):
    page = send(desk, content, "x.xlsx")
    assert page.status == 422
    assert page.document.xpath("//*[@data-error-summary]")


def test_given_an_upload_when_another_account_asks_for_it_then_it_is_gone(seeded_site, desk):
    page = send_sheets(desk, sheet(Kind.SERVICE, SERVICE))
    other = at_desk(seeded_site, Role.EDITOR)
    assert other.get(page.path).status == 410


def test_given_an_hour_later_when_confirmed_then_the_file_is_gone(seeded_site, desk, monkeypatch):
    from datetime import timedelta

    page = send_sheets(desk, sheet(Kind.SERVICE, SERVICE))
    later = clock.now() + timedelta(minutes=61)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert desk.submit(page, page.path).status == 410
    assert changes(seeded_site) == ()


def test_given_a_trainer_when_at_the_desk_then_they_take_out_and_bring_nothing_in(seeded_site):
    trainer = at_desk(seeded_site, Role.TRAINER)
    page = trainer.get(PLACE)
    assert not page.document.xpath("//input[@type='file']")
    assert trainer.client.get(f"/bureau/{SLUG}/uitdraaien/gepubliceerd/aanbod.csv").status_code == 200
    assert trainer.client.get(f"{PLACE}/voorbeeld.xlsx").status_code == 404


@pytest.mark.parametrize("source", ["concept", "gepubliceerd"])
def test_given_every_form_when_taken_out_then_it_is_a_file_with_a_name(desk, source):
    page = desk.get(PLACE)
    links = [str(one) for one in page.document.xpath(f"//a[contains(@href, '/uitdraaien/{source}/')]/@href")]
    assert len(links) >= 8
    for link in links:
        response = desk.client.get(link)
        assert response.status_code == 200, link
        assert link.rpartition("/")[2] in response.headers["Content-Disposition"]


def test_given_the_draft_when_taken_out_as_yaml_then_it_is_the_region(desk):
    content = desk.client.get(f"/bureau/{SLUG}/uitdraaien/concept/regio.yaml").data.decode()
    assert content == voorbeeldregio().to_yaml()


def test_given_hsds_of_somebody_else_when_sent_then_its_rows_are_told_like_any_other(desk):
    services_of = [{"id": "1", "name": "Hulp", "status": "active", "organization": {"id": "2", "name": "Ergens"}}]
    page = send(desk, json.dumps(services_of).encode(), "x.json")
    assert [(row[0], row[1]) for row in faults(page)] == [
        ("Aanbod, rij 2", "Wat het is"),
        ("Aanbod, rij 2", "Zorgniveau"),
    ]
    assert "nieuw (1)" in page.text
