"""What many maps share is indexed once; what a region or a sector says otherwise stands in its place."""

from collections import Counter

from tests.support.scenarios import written


def shards(index):
    return {id(part.shard): len(part.shard) for part in index.parts}


def test_given_two_regions_and_two_sectors_when_indexed_then_the_national_part_is_the_same_object(index_of):
    here, there = shards(index_of("voorbeeldregio", "onderwijs")), shards(index_of("flevoland", "jgz"))
    shared = sum(size for shard, size in here.items() if shard in there)
    assert shared > 0.6 * sum(here.values())


def test_given_a_map_when_indexed_then_each_entry_can_be_found_once_as_the_map_words_it(index_of):
    index = index_of("voorbeeldregio", "onderwijs")
    seen = [
        entry for part in index.parts for number, entry in enumerate(part.shard.entries) if number not in part.hidden
    ]
    assert [key for key, count in Counter(entry.key for entry in seen).items() if count > 1] == []
    titles = {entry.id: entry.title for entry in seen if entry.kind == "item"}
    items = list(written().map("voorbeeldregio", "onderwijs").routemap.items())
    assert titles == {item.id: (item.specialisations[-1] if item.specialisations else item).text for item in items}


def test_given_the_edition_of_2011_when_asked_for_its_own_words_then_its_steps_are_found(index_of):
    hits = index_of("voorbeeldregio-2011", "onderwijs").search("raadplegen amk").hits
    assert any(hit.entry.kind in ("step", "item") and "AMK" in hit.entry.title for hit in hits)
