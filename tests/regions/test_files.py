import shutil
from collections import Counter
from pathlib import Path

import pytest

from routekaart.content.source import ContentError
from routekaart.directory import ContactKind, FilledBy
from routekaart.directory.phone import is_fictional
from routekaart.regions.files import RegionContent, places, read_regions
from routekaart.regions.maps import regional_layers
from tests.support.regions import CONTENT


@pytest.fixture(scope="module")
def regions() -> RegionContent:
    return read_regions(CONTENT)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what read_regions reads, to be broken."""
    for name in ("roles.yaml", "national.yaml", "municipalities.yaml"):
        shutil.copy(CONTENT / name, tmp_path)
    for name in ("regions", "region-groups"):
        shutil.copytree(CONTENT / name, tmp_path / name)
    return tmp_path


def test_given_the_content_when_read_then_every_municipality_lies_in_one_real_region(regions):
    real = [one for one in regions.regions.values() if not one.fictional]
    assert len(real) == 25
    assert Counter(m.code for one in real for m in one.municipalities) == Counter(regions.named.keys())
    assert len(regions.named) == 342


def test_given_a_region_file_when_exported_then_it_is_the_same_to_the_byte(regions):
    for folder, documents in (("regions", regions.regions), ("region-groups", regions.groups)):
        for slug, document in documents.items():
            assert (CONTENT / folder / f"{slug}.yaml").read_text(encoding="utf-8") == document.to_yaml()


def test_given_a_real_region_when_asked_then_only_national_partners_fill_roles(regions):
    for document in regions.regions.values():
        if not document.fictional:
            directory = document.to_directory(regions.known.national)
            fillings = {directory.filling(role).by for role in regions.known.national.roles}
            assert fillings == {FilledBy.NATIONAL, FilledBy.NOBODY}
            assert [p.id for p in directory.for_role("advies-en-meldpunt")] == ["veilig-thuis"]


def test_given_voorbeeldregio_when_asked_then_nothing_is_left_open(regions):
    document = regions.regions["voorbeeldregio"]
    directory = document.to_directory(regions.known.national)
    assert directory.gaps(regions.known.national.roles) == ()
    assert {one.level for p in directory.partners.values() for one in p.services} == {1, 2, 3, 4, 5}
    assert all(p.does and p.does_not and p.contacts and p.verification for p in directory.partners.values())
    stad, dorp = (directory.for_role("lokaal-team", code) for code in ("VB0001", "VB0002"))
    assert stad != dorp


def test_given_fictional_regions_when_their_phones_are_asked_then_none_can_be_somebodys(regions):
    national = {c.value for p in regions.known.national.partners.values() for c in p.contacts}
    for slug in ("voorbeeldregio", "voorbeeldregio-2011"):
        contacts = [c for p in regions.regions[slug].partners for c in p.contacts if c.kind is ContactKind.PHONE]
        assert all(is_fictional(one.value) or one.value in national for one in contacts)


def test_given_the_2011_region_when_amk_and_shg_are_asked_then_they_have_no_contact_and_point_to_veilig_thuis(regions):
    directory = regions.regions["voorbeeldregio-2011"].to_directory(regions.known.national)
    partners = directory.for_role("advies-en-meldpunt")
    assert [one.id for one in partners] == ["amk-voorbeeld", "shg-voorbeeld"]
    assert all(one.contacts == () and "0800-2000" in one.note for one in partners)


def test_given_the_fictional_layers_when_read_then_their_items_know_their_lines(regions):
    document = regions.regions["voorbeeldregio"]
    layers = tuple(regional_layers(document, regions.groups, document.organisations[0].id, regions.sources))
    assert len(layers) == 3
    assert all(layer.additions for layer in layers)
    assert all(added.item.provenance.line > 1 for layer in layers for added in layer.additions)


def test_given_places_when_made_then_a_real_one_has_its_other_names(regions):
    (hague,) = [one for one in places(regions.regions.values(), regions.named) if one.code == "GM0518"]
    assert (hague.region, "Den Haag" in hague.aliases, hague.fictional) == ("haaglanden", True, False)


@pytest.mark.parametrize(
    ("file", "old", "new", "line_of", "message"),
    [
        ("regions/flevoland.yaml", "GM0034", "GM9999", "GM9999", 'unknown municipality "GM9999"'),
        ("regions/flevoland.yaml", "name: Almere", "name: Almeer", "Almeer", 'is not called "Almeer"'),
        ("regions/flevoland.yaml", "GM0050", "GM0193", "name: Zeewolde", "is not called"),
        ("regions/flevoland.yaml", "slug: flevoland", "slug: elders", "slug", "slug and file name differ"),
        ("regions/flevoland.yaml", "name: Flevoland", "naam: Flevoland", "naam", 'unknown field "naam"'),
        ("regions/voorbeeldregio.yaml", "group: voorbeeld-bovenregio", "group: weg", "group", "unknown region group"),
        ("regions/voorbeeldregio.yaml", "0199-00 00 90", "070-400 0000", "070-400 0000", "may belong to somebody"),
        ("regions/voorbeeldregio.yaml", "0199-00 00 90", "0800-21", "0800-21", "is no phone number"),
        ("regions/voorbeeldregio.yaml", "routekaart.voorbeeld.example", "badexample.nl", "badexample.nl", "body"),
        (
            "regions/voorbeeldregio.yaml",
            "role: tolk\n    does",
            "role: oor\n    does",
            "role: oor",
            'unknown role "oor"',
        ),
        ("regions/voorbeeldregio.yaml", "covenant: gebruik-verwijsindex", "covenant: weg", "covenant: weg", '"weg"'),
        ("region-groups/voorbeeld-bovenregio.yaml", "role: lokaal-team", "role: wijk", "wijk", 'unknown role "wijk"'),
        ("roles.yaml", "fallback: [lkha]", "fallback: [weg]", "[weg]", 'unknown national partner "weg"'),
        ("national.yaml", "- id: lkha", "- id: comensha", "- id: comensha", "stands twice"),
    ],
)
def test_given_a_broken_file_when_read_then_file_line_and_cause_are_told(copy, file, old, new, line_of, message):
    path = copy / file
    text = path.read_text(encoding="utf-8").replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    *_, line = [n for n, row in enumerate(text.splitlines(), 1) if line_of in row]
    with pytest.raises(ContentError) as caught:
        read_regions(copy)
    found = [str(one) for one in caught.value.findings]
    assert any(f"{file}:{line}: " in one and message in one for one in found), found


def test_given_two_broken_files_when_read_then_both_are_told(copy):
    for name in ("flevoland", "zeeland"):
        path = copy / "regions" / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "kleur: rood\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_regions(copy)
    assert len(caught.value.findings) == 2


def test_given_an_invented_contact_when_it_stands_in_a_real_region_then_it_is_refused(copy):
    path = copy / "regions" / "flevoland.yaml"
    contact = "[{kind: phone, value: 0199-00 00 01}]"
    partner = f"partners:\n  - id: verzinsel\n    name: Verzinsel\n    contacts: {contact}\n"
    path.write_text(path.read_text(encoding="utf-8") + partner, encoding="utf-8")
    with pytest.raises(ContentError, match="invented contact"):
        read_regions(copy)


def test_given_a_municipality_in_two_regions_when_read_then_both_are_told(copy):
    path = copy / "regions" / "zeeland.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "  - code: GM0034\n    name: Almere\n", encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        read_regions(copy)
    assert {Path(one.file).name for one in caught.value.findings} == {"zeeland.yaml", "flevoland.yaml"}


def test_given_the_steps_when_an_agreement_names_another_then_it_is_told():
    with pytest.raises(ContentError, match='unknown step "wegen"'):
        read_regions(CONTENT, steps=("signaleren", "overleg", "gesprek", "beslissen", "vervolg"))
