import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from routekaart.walks.casefile import RECORDS, CaseFile, FromNewerRelease, TooLong, Unreadable, from_bytes, to_bytes
from routekaart.walks.casework import Call, Entry, FollowUp, Reminder, Share, View

CASE = CaseFile("voorbeeldregio", 3, "onderwijs", "meldcode-2019", date(2026, 5, 12))

ids = st.text(max_size=20)
texts = st.text(max_size=300)
values = st.one_of(ids, st.lists(ids, max_size=5).map(tuple), st.dictionaries(ids, st.integers(0, 12), max_size=4))


def few(kind):
    """A few records of a kind, every field filled in some way."""
    return st.lists(st.from_type(kind), max_size=3).map(tuple)


cases = st.builds(
    CaseFile,
    region=ids,
    revision=st.integers(1, 10**6),
    sector=ids,
    edition=ids,
    started_on=st.dates(),
    municipality=st.none() | ids,
    organisation=st.none() | ids,
    values=st.dictionaries(ids, values, max_size=6),
    departures=st.dictionaries(ids, texts, max_size=3),
    ticked=st.frozensets(ids, max_size=5),
    notes=st.dictionaries(ids, texts, max_size=4),
    step_dates=st.dictionaries(ids, st.dates(), max_size=4),
    signals=st.frozensets(ids, max_size=5),
    log=few(Entry),
    shares=few(Share),
    views=few(View),
    calls=few(Call),
    follow_ups=few(FollowUp),
    reminders=few(Reminder),
    report=st.dictionaries(ids, texts, max_size=3),
    safety_plan=st.dictionaries(ids, texts, max_size=3),
)


@given(cases)
def test_given_any_case_file_when_written_and_read_then_it_is_the_same(case):
    assert from_bytes(to_bytes(case)) == case


@given(cases)
def test_given_any_case_file_when_written_twice_then_the_bytes_are_the_same(case):
    assert to_bytes(case) == to_bytes(from_bytes(to_bytes(case)))


def test_given_a_newer_schema_when_read_then_that_is_said():
    data = json.loads(to_bytes(CASE)) | {"schema": 4, "new": "field"}
    with pytest.raises(FromNewerRelease, match="schema 4, this release knows 3"):
        from_bytes(json.dumps(data).encode())


LATER = {2: (*RECORDS, "report", "safety_plan"), 1: (*RECORDS, "report", "safety_plan", "signals")}


@pytest.mark.parametrize("schema", LATER)
@given(case=cases)
def test_given_a_case_file_of_an_earlier_release_when_read_then_it_opens_without_what_came_later(case, schema):
    old = json.loads(to_bytes(case)) | {"schema": schema}
    for name in LATER[schema]:
        del old[name]
    empty = {name: type(getattr(case, name))() for name in LATER[schema]}
    assert from_bytes(json.dumps(old).encode()) == replace(case, **empty)


def test_given_a_record_with_a_text_that_is_too_long_when_made_then_its_kind_is_named():
    with pytest.raises(TooLong) as caught:
        Entry(date(2026, 5, 12), saw="x" * 10_001)
    assert caught.value.where == "Entry"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"schema":1}',
        to_bytes(CASE).replace(b'"ticked":[],', b""),
        to_bytes(CASE).replace(b'"log":[]', b'"log":[{"on":"2026-05-12","name":"x"}]'),
        to_bytes(CASE).replace(b"2026-05-12", b"2026-55-12"),
    ],
)
def test_given_something_else_when_read_then_it_is_unreadable(content):
    with pytest.raises(Unreadable):
        from_bytes(content)


def test_given_a_field_that_does_not_exist_when_read_then_nothing_of_it_is_in_the_error():
    data = json.loads(to_bytes(CASE)) | {"geheim": "gemarkeerd"}
    with pytest.raises(Unreadable) as caught:
        from_bytes(json.dumps(data).encode())
    assert "gemarkeerd" not in str(caught.value)


@pytest.mark.parametrize("fields", [{"notes": {"stap-1": "x" * 10_001}}, {"departures": {"stap-1": "x" * 10_001}}])
def test_given_a_text_that_is_too_long_when_kept_then_the_step_and_the_length_are_named(fields):
    with pytest.raises(TooLong) as caught:
        replace(CASE, **fields)
    assert (caught.value.where, caught.value.length, caught.value.most) == ("stap-1", 10_001, 10_000)


def test_given_a_note_of_the_greatest_length_when_kept_then_nothing_is_lost():
    case = CASE.noting("stap-1", "é" * 10_000)
    assert from_bytes(to_bytes(case)).notes == {"stap-1": "é" * 10_000}


def test_given_notes_ticks_and_dates_when_set_and_taken_back_then_the_case_file_is_as_before():
    case = CASE.noting("stap-1", "gezien").ticking("a", True).dating("stap-1", date(2026, 5, 1))
    assert (case.notes, case.ticked, case.step_dates) == ({"stap-1": "gezien"}, {"a"}, {"stap-1": date(2026, 5, 1)})
    assert case.noting("stap-1", "  ").ticking("a", False).dating("stap-1", None) == CASE


def test_given_signals_when_ticked_and_unticked_then_only_those_that_were_shown_change():
    case = CASE.seeing(frozenset({"a", "b", "c"}), frozenset({"a", "b", "x"}))
    assert case.signals == {"a", "b"}
    assert case.seeing(frozenset({"b", "c"}), frozenset({"c"})).signals == {"a", "c"}
