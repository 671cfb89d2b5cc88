"""How easy the texts read, measured; no sentence is longer than thirty words."""

import pytest
from click.testing import CliRunner

from routekaart import config
from routekaart.cli import main
from routekaart.content.readability import MOST_WORDS, flesch_douma, hardest, level_of, levels, sentences_of, syllables

CONTENT = config.ROOT / "content"


@pytest.fixture(scope="module")
def found():
    return levels(CONTENT)


def test_given_the_content_then_no_sentence_has_more_than_thirty_words(found):
    long = [one for level in found for one in level.sentences if one.words > MOST_WORDS]
    assert [f"{one.file}:{one.line}: {one.words} words" for one in long] == []


def test_given_the_content_then_as_a_whole_it_reads_easily(found):
    assert level_of(tuple(one for level in found for one in level.sentences)) >= 70


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("kind", 1),
        ("moeder", 2),
        ("mishandeling", 4),
        ("advies", 2),
        ("geüit", 3),
        ("mooie", 2),
        ("eeuw", 1),
        ("nieuwe", 2),
        ("zij", 1),
        ("aandachtsfunctionaris", 7),
        ("112", 1),
    ],
)
def test_given_a_word_then_its_syllables_are_counted(word, count):
    assert syllables(word) == count


def test_given_the_formula_then_short_words_in_short_sentences_read_easier():
    assert flesch_douma(10, 1, 15) == pytest.approx(206.84 - 9.3 - 115.5)
    assert flesch_douma(5, 1, 6) > flesch_douma(25, 1, 50)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Bel 112. Bel daarna Veilig Thuis.", ["Bel 112.", "Bel daarna Veilig Thuis."]),
        ("Is er gevaar? Bel!", ["Is er gevaar?", "Bel!"]),
        ("Bel binnen 2.5 uur, b.v. het team", ["Bel binnen 2.5 uur, b.v. het team"]),
        ("Een regel\nNog een regel", ["Een regel", "Nog een regel"]),
        ('"Ik merk het." Praat verder.', ['"Ik merk het.', "Praat verder."]),
    ],
)
def test_given_a_text_then_it_falls_apart_in_sentences(text, sentences):
    assert sentences_of(text) == sentences


def written(tmp_path, text):
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "een.yaml").write_text(text, encoding="utf-8")
    return folder


def test_given_sources_names_and_other_languages_then_they_are_not_measured(tmp_path):
    text = (
        "source: Wet op iets heel ingewikkelds\nname: Veilig Thuis\n"
        "items:\n  - {lang: en, text: Somebody talks}\n  - {text: Lees dit nu.}\n"
    )
    (level,) = levels(written(tmp_path, text))
    assert [(one.line, one.text) for one in level.sentences] == [(5, "Lees dit nu.")]


def test_given_a_hard_and_an_easy_sentence_then_the_hard_one_comes_first(tmp_path):
    hard = (
        "Organisaties documenteren ingewikkelde problematiek desondanks onvoldoende, adviseren commissies regelmatig."
    )
    easy = "Bel nu met een van ons en zeg wat je ziet."
    found = levels(written(tmp_path, f"a: {easy}\nb: {hard}\n"))
    assert [one.text for one in hardest(found)] == [hard, easy]


def test_given_the_command_then_files_and_the_hardest_sentences_are_listed(tmp_path):
    folder = written(tmp_path, "tekst: Bel nu met een van ons en zeg wat je ziet.\n")
    done = CliRunner().invoke(main, ["content", "readability", "--content", str(folder)])
    assert done.exit_code == 0
    assert "longest 11 words  content/een.yaml" in done.output
    assert "content/een.yaml:1: Bel nu" in done.output
    assert "1 sentences read at" in done.output
