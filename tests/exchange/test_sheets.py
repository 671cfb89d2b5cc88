"""CSV and XLSX: what goes out comes back the same, nothing runs as a formula, and no file can grow without end."""

import io
from contextlib import suppress
from functools import cache
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from routekaart.exchange.csv import read_csv, write_csv
from routekaart.exchange.hsds_files import read_json, read_zip, write_zip
from routekaart.exchange.sheet import MOST_CHARACTERS, MOST_ROWS, Sheet, Unreadable, Why, defused, fused
from routekaart.exchange.xlsx import read_xlsx, write_xlsx

FORMULAS = ("=1+1", "+31 6", "-1", "@SUM(A1)", "\tx", "'=1", "''@x", "=cmd|' /C calc'!A0")
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), min_size=1, max_size=30)
DANGEROUS = st.builds(lambda start, rest: start + rest, st.sampled_from(["=", "+", "-", "@", "\t", "'", "'="]), TEXT)
HEADINGS = ("Partner", "Naam", "Wat het is")
ROWS = st.lists(st.tuples(*[TEXT | DANGEROUS] * 3), min_size=1, max_size=6).map(lambda rows: (HEADINGS, *rows))


@given(ROWS)
def test_given_any_rows_when_written_as_csv_then_they_read_back_the_same(rows):
    assert read_csv(write_csv(rows)).rows == rows


@settings(max_examples=40)
@given(ROWS)
def test_given_any_rows_when_written_as_xlsx_then_they_read_back_the_same(rows):
    (sheet,) = read_xlsx(write_xlsx([Sheet("Aanbod", rows)]))
    assert (sheet.name, sheet.rows, sheet.formulas) == ("Aanbod", rows, frozenset())


@given(TEXT | DANGEROUS)
def test_given_any_text_when_defused_then_no_spreadsheet_runs_it_and_it_fuses_back(text):
    assert not defused(text).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert fused(defused(text)) == text


@pytest.mark.parametrize("text", FORMULAS)
def test_given_a_text_like_a_formula_when_written_as_xlsx_then_it_is_text(text):
    from openpyxl import load_workbook

    page = load_workbook(io.BytesIO(write_xlsx([Sheet("A", (("Kop",), (text,)))]))).active
    assert (page["A2"].value, page["A2"].data_type) == (text, "s")


def test_given_a_sheet_with_a_formula_when_read_then_its_place_is_known():
    from openpyxl import Workbook

    book, content = Workbook(), io.BytesIO()
    book.active.append(["Naam", "Som"])
    book.active.append(["x", "=1+1"])
    book.save(content)
    (sheet,) = read_xlsx(content.getvalue())
    assert sheet.formulas == {(1, 1)}


def test_given_numbers_dates_and_ticks_when_read_then_they_are_as_somebody_would_type_them():
    from datetime import datetime, time

    from openpyxl import Workbook

    book, content = Workbook(), io.BytesIO()
    day = datetime(2026, 9, 1)  # noqa: DTZ001 - a spreadsheet knows no zones
    book.active.append([4.0, 4.5, True, day, time(8, 30), None, "x"])
    book.save(content)
    (sheet,) = read_xlsx(content.getvalue())
    assert sheet.rows == (("4", "4.5", "ja", "2026-09-01", "08:30", "", "x"),)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_given_csv_of_any_spreadsheet_when_read_then_its_rows_are_there(separator, encoding):
    content = separator.join(("Naam", "Wat", "Thema")) + "\r\n" + separator.join(("Café", "x", "y"))
    assert read_csv(content.encode(encoding)).rows == (("Naam", "Wat", "Thema"), ("Café", "x", "y"))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", Why.EMPTY),
        (b"\0\1\2", Why.UNKNOWN),
        (b"x\n" * (MOST_ROWS + 2), Why.TOO_MANY_ROWS),
        (b"x" * (MOST_CHARACTERS + 1), Why.LONG_CELL),
    ],
)
def test_given_csv_that_is_none_or_too_much_when_read_then_it_is_refused(content, why):
    with pytest.raises(Unreadable) as refused:
        read_csv(content)
    assert refused.value.why is why


def packed(**parts: bytes) -> bytes:
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", part)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"PK\x03\x04rubbish", Why.UNKNOWN),
        (packed(x=b"<x/>"), Why.UNKNOWN),
        (packed(xl__workbook=b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'), Why.UNSAFE),
        (packed(xl__sharedStrings=bytes(70 * 1024 * 1024)), Why.TOO_LARGE),
    ],
)
def test_given_a_made_up_xlsx_when_read_then_it_is_refused(content, why):
    with pytest.raises(Unreadable) as refused:
        read_xlsx(content)
    assert refused.value.why is why


@cache
def whole_files() -> tuple[bytes, ...]:
    """A file of each kind; made once, since an XLSX says when it was made."""
    rows = (HEADINGS, *(("Team", f"Aanbod {number}", "x") for number in range(5)))
    tables = {"organizations": [{"id": "1", "name": "Ergens"}], "services": [{"id": "2", "organization_id": "1"}]}
    return write_xlsx([Sheet("A", rows)]), write_zip(tables), write_csv(rows)


@settings(max_examples=150)
@given(st.data())
def test_given_a_damaged_file_when_read_then_it_is_read_or_refused_and_nothing_else(data):
    content = bytearray(data.draw(st.sampled_from(whole_files())))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(len(content) // 2, len(content)))
    for read in (read_xlsx, read_zip, read_csv, read_json):
        with suppress(Unreadable):
            read(bytes(content[:cut]))


def test_given_a_sheet_that_claims_a_million_rows_when_read_then_it_is_bounded():
    from openpyxl import Workbook

    book, content = Workbook(), io.BytesIO()
    book.active["A1"], book.active["XFD1048576"] = "Naam", "ver weg"
    book.save(content)
    with pytest.raises(Unreadable) as refused:
        read_xlsx(content.getvalue())
    assert refused.value.why is Why.TOO_MANY_ROWS
