"""Words as people type them, on a handful of entries."""

import pytest

from routekaart.search.entry import Entry, Kind
from routekaart.search.index import Index, Part
from routekaart.search.shard import Shard
from routekaart.search.synonyms import Synonyms


def entry(name, title, text="", kind=Kind.ITEM, **more):
    return Entry(kind=kind, id=name, title=title, text=text, **more)


def index(*entries, synonyms=()):
    return Index([Part(Shard(entries))], Synonyms(synonyms))


def ids(found):
    return [hit.entry.id for hit in found.hits]


@pytest.mark.parametrize(
    "asked",
    [
        "Coördinator",
        "COORDINATOR",
        "coordinatoren",
        "coordinatr",
        "coördi",
        "zorgcoördinator",
    ],
    ids=["accent", "capitals", "stem", "slip", "beginning", "inside a compound"],
)
def test_given_one_word_when_written_in_another_way_then_it_is_found(asked):
    here = index(entry("a", "Bel de coördinator"), entry("b", "Zorg"), entry("c", "Iets anders"))
    assert "a" in ids(here.search(asked))


def test_given_a_part_of_a_compound_when_asked_then_the_compound_is_found():
    here = index(entry("a", "Kindermishandeling"), entry("b", "Kinderen"), entry("c", "Mishandeling van dieren"))
    assert set(ids(here.search("mishandeling"))) == {"a", "c"}


def test_given_two_words_that_are_one_when_asked_then_the_one_is_found():
    here = index(entry("a", "Tijdelijk huisverbod"), entry("b", "Een huis"), entry("c", "Een verbod"))
    assert ids(here.search("huis verbod"))[0] == "a"


def test_given_the_same_word_when_written_exactly_then_it_stands_before_what_is_only_like_it():
    here = index(entry("a", "Meldingen"), entry("b", "Meldingsplicht"), entry("c", "Melding"))
    assert ids(here.search("melding"))[:2] == ["c", "a"]


def test_given_a_synonym_when_asked_then_what_it_means_is_found_and_its_words_are_known():
    here = index(entry("a", "Veilig Thuis"), entry("b", "Thuis"), synonyms=[("advies en meldpunt", "veilig thuis")])
    found = here.search("het advies- en meldpunt")
    assert ids(found)[0] == "a"
    assert {"veilig", "thuis"} <= found.words


def test_given_a_slip_of_the_pen_when_asked_then_it_says_what_was_read():
    here = index(entry("a", "Verwijsindex"))
    assert here.search("verwijsindeks").corrected == (("verwijsindeks", "verwijsindex"),)


def test_given_a_word_that_is_there_when_asked_then_nothing_is_corrected():
    here = index(entry("a", "Gezin"), entry("b", "Gezag"))
    assert here.search("gezag").corrected == ()
    assert ids(here.search("gezag")) == ["b"]


@pytest.mark.parametrize(("one", "other"), [("gezin", "zin"), ("geweld", "wel"), ("gezag", "zag")])
def test_given_a_noun_that_begins_like_a_participle_when_asked_then_it_keeps_its_beginning(one, other):
    here = index(entry("a", one.title()), entry("b", other.title()))
    assert ids(here.search(one)) == ["a"]


def test_given_a_telephone_number_when_asked_with_or_without_blanks_then_it_is_found():
    here = index(entry("a", "Veilig Thuis", also=("0800-2000",)), entry("b", "Iets met 2000"))
    assert ids(here.search("0800 2000"))[0] == ids(here.search("08002000"))[0] == "a"


def test_given_equals_when_asked_then_they_stand_by_id():
    here = index(entry("c", "Tolk"), entry("a", "Tolk"), entry("b", "Tolk"))
    assert ids(here.search("tolk")) == ["a", "b", "c"]


def test_given_what_a_region_says_when_equal_then_it_stands_first():
    here = index(entry("a", "Wijkteam"), entry("b", "Wijkteam", local=True))
    assert ids(here.search("wijkteam")) == ["b", "a"]


def test_given_a_municipality_when_asked_then_what_holds_elsewhere_is_left_out():
    here = index(
        entry("a", "Wijkteam", places=("GM1",)), entry("b", "Wijkteam", places=("GM2",)), entry("c", "Wijkteam")
    )
    assert ids(here.search("wijkteam", "GM2")) == ["b", "c"]


def test_given_all_words_when_one_entry_holds_them_then_it_stands_before_those_with_one_of_them():
    here = index(entry("a", "Tolk"), entry("b", "Gesprek"), entry("c", "Een gesprek met een tolk"))
    assert ids(here.search("gesprek tolk"))[0] == "c"


@pytest.mark.parametrize("asked", ["", "  ", "de het een", "!?", "x" * 5000, "' OR 1=1 --", "%_*"])
def test_given_nothing_to_look_for_when_asked_then_nothing_is_found(asked):
    assert index(entry("a", "Tolk")).search(asked).hits == ()


def test_given_a_very_long_question_when_asked_then_only_its_first_hundred_letters_count():
    here = index(entry("a", "Tolk"), entry("b", "Gesprek"))
    assert ids(here.search(f"tolk {'.' * 100} gesprek")) == ["a"]
