"""The guides beside the steps: what is written in them, and that a mistake in one is found with its file and line."""

import re
import shutil

import pytest
import yaml

from routekaart.content.conversations import read_conversations
from routekaart.content.guides import read_guides
from routekaart.content.instruments import read_instruments
from routekaart.content.national import read_national
from routekaart.content.parents import read_parents
from routekaart.content.sharing import Consent, read_sharing
from routekaart.content.source import ContentError
from tests.support.regions import CONTENT

FILES = [
    *sorted((CONTENT / "conversations").glob("*.yaml")),
    *(CONTENT / f"{name}.yaml" for name in ("instruments", "sharing", "disagreement", "parents", "follow-up")),
]
MOST_WORDS = 30
TALKS_ASKED_FOR = {
    "ouders",
    "kind-0-6",
    "kind-6-12",
    "kind-12-18",
    "volwassene-alleen",
    "na-advies",
    "oudere-alleen",
    "eenvoudige-taal",
    "vertelt-zelf",
    "vertellen-wat-je-besluit",
    "het-wordt-spannend",
    "telefoon",
}
TELLING = re.compile(r"geweld|mishand|misbruik|slachtoffer|dader|pleger|melding|gevaar", re.IGNORECASE)
OTHERS_TALK = re.compile(
    r"bemiddel|samen met (de|je|haar|zijn) partner|familielid (kan|mag) (tolken|vertalen)", re.IGNORECASE
)


@pytest.fixture(scope="module")
def national():
    return read_national(CONTENT)


@pytest.fixture(scope="module")
def guides(national):
    return read_guides(CONTENT, national)


@pytest.fixture
def content(tmp_path):
    """A copy of the content folder that a test may spoil."""
    return shutil.copytree(CONTENT, tmp_path / "content")


def sentences(data):
    if isinstance(data, str):
        yield from re.split(r"(?<=[.!?…])\s+", data)
    for child in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from sentences(child)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_given_a_guide_then_no_sentence_is_longer_than_thirty_words(path):
    written = yaml.safe_load(path.read_text())
    assert [one for one in sentences(written) if len(one.split()) > MOST_WORDS] == []


def test_given_the_ages_and_situations_asked_for_then_each_has_its_talk(guides):
    assert {one.conversation for one in guides.conversations.all} == TALKS_ASKED_FOR


def test_given_a_talk_then_its_name_and_address_do_not_tell_what_it_is_about(guides):
    named = [f"{one.conversation} {one.title}" for one in guides.conversations.all]
    assert [one for one in named if TELLING.search(one)] == []


def test_given_what_comes_first_in_a_talk_then_not_safe_or_unknown_means_asking_first(guides):
    unsafe = guides.conversations.always.unsafe
    assert "niet veilig" in unsafe
    assert "dat weet ik niet" in unsafe
    assert "praat je nog niet" in unsafe
    assert "advies aan Veilig Thuis" in unsafe


def test_given_the_talk_with_somebody_who_may_hurt_others_then_it_is_only_held_after_advice(guides):
    after = [one.conversation for one in guides.conversations.all if one.after_advice]
    assert after == ["na-advies"]
    assert "Veilig Thuis" in guides.conversations.get("na-advies").warning


def test_given_a_talk_then_what_one_does_never_is_a_joint_talk_or_an_interpreter_from_the_family(guides):
    done = [line for one in guides.conversations.all for line in (*one.prepare, *one.say, *one.do, *one.next_step)]
    assert [line for line in done if OTHERS_TALK.search(line)] == []
    assert any("nooit een kind, partner, familielid" in line for line in guides.conversations.always.interpreter)


def test_given_the_instruments_then_the_referral_index_never_takes_the_place_of_a_report(guides):
    index = next(one for one in guides.instruments.instruments if one.id == "verwijsindex")
    assert index.not_for == "Is geen advies en geen melding."
    assert any("nooit in plaats van Veilig Thuis" in line for line in index.is_not)


def test_given_the_first_question_about_instruments_then_it_is_about_danger_and_leads_to_112(guides):
    first = guides.instruments.choices[0]
    assert "gevaar" in first.question
    assert first.if_yes.startswith("Bel 112")


@pytest.mark.parametrize(
    ("recipient", "consent", "law"),
    [
        ("veilig-thuis-advies", Consent.NAMELESS, "Wmo 2015"),
        ("veilig-thuis-melding", Consent.NOT_NEEDED, "artikel 5.2.6"),
        ("gi", Consent.NOT_NEEDED, "Jeugdwet, artikel 7.3.11, lid 4"),
        ("rvdk", Consent.NOT_NEEDED, "BW, artikel 1:240"),
        ("politie", Consent.IN_DANGER, "Conflict van plichten"),
        ("lokaal-team", Consent.ASK_FIRST, "BW, artikel 7:457"),
    ],
)
def test_given_somebody_to_share_with_then_it_is_said_whether_one_asks_and_by_which_law(
    guides, recipient, consent, law
):
    found = next(one for one in guides.sharing.recipients if one.id == recipient)
    assert found.consent is consent
    assert law in found.law


def test_given_a_disagreement_then_somebody_holds_the_case_meanwhile(guides):
    assert all("hou" in one.holds or "blijf" in one.holds for one in guides.disagreement.disagreements)


def test_given_the_page_for_parents_then_eight_other_languages_say_that_no_native_speaker_read_them(guides):
    translations = guides.parents.translations
    assert len(translations) == 8
    assert all(one.unreviewed for one in translations)
    assert [one.lang for one in translations if one.direction == "rtl"] == ["ar"]


def test_given_a_language_then_it_has_the_two_numbers_that_matter_most(guides):
    for one in (guides.parents.dutch, *guides.parents.translations):
        assert [row.partner for row in one.numbers][:2] == ["112", "veilig-thuis"]


def spoil(path, before, after):
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))
    return text[: text.index(before)].count("\n") + 1


def test_given_a_talk_without_a_safety_check_when_read_then_it_is_refused(content):
    path = content / "conversations" / "ouders.yaml"
    spoil(path, "safety:", "closing:")
    with pytest.raises(ContentError) as refused:
        read_conversations(content)
    assert any('"safety" is missing' in str(one) for one in refused.value.findings)


def test_given_a_talk_after_advice_without_a_warning_when_read_then_it_is_refused(content):
    spoil(content / "conversations" / "ouders.yaml", "group: met-wie", "group: met-wie\nafter_advice: true")
    with pytest.raises(ContentError, match="after_advice and warning go together"):
        read_conversations(content)


def test_given_an_unknown_role_when_read_then_file_and_line_are_named(content, national):
    line = spoil(content / "instruments.yaml", "role: mda", "role: mdda")
    with pytest.raises(ContentError) as refused:
        read_instruments(content, national.roles)
    assert str(refused.value.findings[0]).startswith(f'content/instruments.yaml:{line}: unknown role "mdda"')


def test_given_a_question_that_leads_nowhere_when_read_then_it_is_refused(content, national):
    spoil(content / "instruments.yaml", "instrument: lokaal-team", "instrument: lokal-team")
    with pytest.raises(ContentError, match='unknown instrument "lokal-team"'):
        read_instruments(content, national.roles)


def test_given_a_recipient_twice_when_read_then_it_is_refused(content, national):
    spoil(content / "sharing.yaml", "id: rvdk", "id: gi")
    with pytest.raises(ContentError, match='"gi" stands twice'):
        read_sharing(content, national.roles)


def test_given_a_number_that_is_not_certain_when_read_then_it_is_refused(content, national):
    spoil(content / "parents.yaml", "partner: kindertelefoon", "partner: juridisch-loket")
    with pytest.raises(ContentError, match='unknown national partner "juridisch-loket"'):
        read_parents(content, national.partners)


def test_given_two_spoiled_guides_when_read_then_both_are_named(content, national):
    spoil(content / "sharing.yaml", "role: gi", "role: gii")
    spoil(content / "disagreement.yaml", "roles: [collega,", "roles: [collegga,")
    with pytest.raises(ContentError) as refused:
        read_guides(content, national)
    assert {one.file for one in refused.value.findings} == {"content/sharing.yaml", "content/disagreement.yaml"}
