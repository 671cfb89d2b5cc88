"""XLSX: sheets of cells ⇄ a file. What is written is text, never a formula. Pure."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from routekaart.exchange.archive import DAMAGED, opened, refuse_declarations
from routekaart.exchange.sheet import MOST_COLUMNS, MOST_ROWS, Row, Sheet, Unreadable, Why, bounded

if TYPE_CHECKING:
    from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WIDEST = 60
_FORMULA = "f"


def write_xlsx(sheets: Iterable[Sheet]) -> bytes:
    """The sheets as a file, with the headings in bold and in sight."""
    from openpyxl import Workbook  # a third of a second: only for who asks

    book = Workbook(write_only=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        page.freeze_panes = "A2"
        for at, width in enumerate(_widths(sheet.rows)):
            page.column_dimensions[_letters(at)].width = width
        for at, row in enumerate(sheet.rows):
            page.append([_cell(page, value, is_heading=at == 0) for value in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def read_xlsx(content: bytes) -> tuple[Sheet, ...]:
    """The sheets of a file that have something in them. Raises Unreadable."""
    from openpyxl import load_workbook

    with opened(content) as archive:
        refuse_declarations(archive)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        sheets = tuple(_read(page) for page in book.worksheets)
        book.close()
    except Unreadable:
        raise
    except (*DAMAGED, TypeError, AttributeError, LookupError, SyntaxError, ArithmeticError):
        raise Unreadable(Why.UNKNOWN) from None  # what openpyxl raises for files that are none
    return tuple(sheet for sheet in sheets if sheet.rows)


def _read(page: Any) -> Sheet:
    page.reset_dimensions()  # a file may claim to have a million rows
    formulas: set[tuple[int, int]] = set()

    def rows() -> Iterator[list[str]]:
        for at, cells in enumerate(page.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS)):
            formulas.update((at, place) for place, cell in enumerate(cells) if cell.data_type == _FORMULA)
            yield [_text(cell) for cell in cells]

    return Sheet(page.title, bounded(rows()), frozenset(formulas))


def _text(cell: ReadOnlyCell | EmptyCell) -> str:
    """A cell as somebody would have typed it."""
    value = cell.value
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case time():
            return f"{value:%H:%M}"
        case _:
            return str(value)


def _cell(page: Any, value: str | int, *, is_heading: bool) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font

    cell = WriteOnlyCell(page, value=None)
    if isinstance(value, int):
        cell.value = value
        return cell
    cell._value, cell.data_type = ILLEGAL_CHARACTERS_RE.sub("", value), "s"  # setting `value` would make formulas
    if is_heading:
        cell.font = Font(bold=True)
        return cell
    cell.number_format = "@"
    if "\n" in value:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _widths(rows: tuple[Row, ...]) -> list[int]:
    """For each column as wide as its longest line, within reason."""
    widths: list[int] = []
    for row in rows[:200]:
        for at, value in enumerate(row):
            longest = max((len(line) for line in str(value).splitlines()), default=0)
            widths[at : at + 1] = [min(_WIDEST, max(longest + 2, widths[at] if at < len(widths) else 10))]
    return widths


def _letters(at: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(at + 1))
