import pytest

from routekaart.content.source import ContentError
from routekaart.engine.vocabulary import LayerKind
from tests.support.protocol import changed, copied, mini


def findings(root, sector="vrij"):
    with pytest.raises(ContentError) as raised:
        mini(root, sector)
    return [str(finding) for finding in raised.value.findings]


def test_given_a_sector_with_its_own_order_then_stations_move_and_every_national_step_stays():
    routemap = mini(sector="arts")
    assert [station.short for station in routemap.stations] == ["Onderzoek", "Anderen", "Beslissen"]
    national = {item.id for item in mini().items()}
    assert national <= set(routemap.placed)


def test_given_a_sector_adds_and_specialises_then_provenance_tells_and_the_original_stays():
    routemap = mini(sector="arts")
    added = routemap.placed["onderzoek-lijf"].item
    assert (added.provenance.kind, added.provenance.title) == (LayerKind.SECTOR, "Arts")
    reworded = routemap.placed["leg-signalen-vast"].item
    assert reworded.text == "Schrijf op wat je zag"
    assert [wording.text for wording in reworded.specialisations] == ["Schrijf het in het dossier"]


def test_given_additions_after_the_same_item_then_they_stand_in_order():
    order = list(mini(sector="arts").placed)
    assert order[order.index("wie") :][:4] == ["wie", "kindcheck", "onderzoek-lijf", "vorm"]


BREAKS = [
    (
        "protocols/mini/2-beslissen.yaml",
        "leads_to: [volgen]",
        "leads_to: [bestaat-niet]",
        'leads to unknown "bestaat-niet"',
    ),
    ("protocols/mini/2-beslissen.yaml", "leads_to: [volgen]", "leads_to: [wie]", 'leads back to "wie"'),
    ("protocols/mini/2-beslissen.yaml", "[nee, twijfel]}}", "[nee, misschien]}}", 'has no option "misschien"'),
    (
        "protocols/mini/2-beslissen.yaml",
        "{somebody: {ernstig: [nee, twijfel]}}",
        "{ernstig: nee}",
        "somebody or everybody",
    ),
    ("protocols/mini/2-beslissen.yaml", "starts: melding-datum", "starts: besluit", "a date question"),
    ("protocols/mini/2-beslissen.yaml", "departs_from: [melden, m", "departs_from: [volgen-niet, m", "earlier outcome"),
    ("protocols/mini/1-signaleren.yaml", "{not: {persoon: ongeboren}}", "{ernstig: ja}", 'looks ahead at "ernstig"'),
    (
        "protocols/mini/acuut.yaml",
        "when: {acuut-gevaar: ja}",
        "when: {somebody: {persoon: oudere}}",
        "before anybody is",
    ),
    ("protocols/mini/1-signaleren.yaml", "kind: observe}", "kind: observe, kleur: rood}", 'unknown field "kleur"'),
    ("protocols/mini/1-signaleren.yaml", "kind: colleague", "kind: collega", "action.kind"),
    ("protocols/mini/1-signaleren.yaml", "{praten-veilig: [nee, weet-niet]}", "[nee]", "dictionary"),
    (
        "protocols/mini/1-signaleren.yaml",
        "record: leg-signalen-vast",
        "notitie: leg-signalen-vast",
        "one that begins with",
    ),
    ("protocols/mini/edition.yaml", "never: {action: conversation}", "never: {items: [weg]}", 'unknown item "weg"'),
]


@pytest.mark.parametrize(("file", "old", "new", "problem"), BREAKS, ids=[b[3] for b in BREAKS])
def test_given_broken_content_then_file_and_line_are_named(tmp_path, file, old, new, problem):
    root = copied(tmp_path)
    line = changed(root, file, old, new)
    found = [text for text in findings(root) if problem in text]
    assert found, findings(root)
    at = int(found[0].split(":")[1])
    assert found[0].startswith(f"content/{file}:")
    assert line - 6 <= at <= line


REMOVALS = [
    ("add:", "remove: [bel-112]\n    add:", "cannot remove bel-112"),
    ("action: onderzoek-lijf", "action: bel-112", '"bel-112" exists already'),
    ("steps: [beslissen]}", "steps: [anderen]}", 'step "beslissen" stands in 0 stations'),
    (
        "item: leg-signalen-vast, text",
        "item: leg-signalen-vast, when: {acuut-gevaar: ja}, text",
        'unknown field "when"',
    ),
    ("step: anderen", "step: beslissen", 'step "beslissen" exists already'),
]


@pytest.mark.parametrize(("old", "new", "problem"), REMOVALS, ids=[r[2] for r in REMOVALS])
def test_given_a_sector_that_tries_to_remove_or_replace_then_it_is_refused_with_its_line(tmp_path, old, new, problem):
    root = copied(tmp_path)
    changed(root, "sectors/arts.yaml", old, new)
    found = [text for text in findings(root, "arts") if problem in text]
    assert found, findings(root, "arts")
    assert found[0].startswith("content/sectors/arts.yaml:")


def test_given_a_layer_leads_to_a_national_item_then_it_is_refused(tmp_path):
    root = copied(tmp_path)
    question = """
      - question: eigen-vraag
        after: wie
        text: Is er letsel?
        options:
          - {value: ja, text: Ja, leads_to: [leg-signalen-vast]}
          - {value: nee, text: Nee}
      - {action: onderzoek-lijf,"""
    changed(root, "sectors/arts.yaml", "\n      - {action: onderzoek-lijf,", question)
    assert any("of another layer" in text for text in findings(root, "arts"))


def test_given_yaml_that_does_not_parse_then_the_line_is_named(tmp_path):
    root = copied(tmp_path)
    changed(root, "protocols/mini/vervolg.yaml", "short: Volgen", "short: [Volgen")
    assert any("content/protocols/mini/vervolg.yaml:" in text and "no valid YAML" in text for text in findings(root))


def test_given_several_mistakes_then_all_are_told_at_once(tmp_path):
    root = copied(tmp_path)
    changed(root, "protocols/mini/2-beslissen.yaml", "kind: follow_up, for: person}", "kind: volgen, for: person}")
    changed(root, "protocols/mini/1-signaleren.yaml", "kind: observe}", "kind: kijken}")
    assert len(findings(root)) == 2
