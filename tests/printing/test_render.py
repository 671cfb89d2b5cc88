import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from routekaart import config
from routekaart.printing.render import NotPrinted, Printer, PrintingUnavailable, TooHeavy
from tests.support.pdf import missing_glyphs, opened, read_back, typefaces
from tests.support.site import eventually

pytestmark = pytest.mark.pdf

HEAD = '<!doctype html><html lang="nl"><head><title>x</title></head>'


@pytest.fixture(scope="module")
def printer() -> Iterator[Printer]:
    printer = Printer()
    yield printer
    printer.close()


def page(body: str) -> str:
    return f'{HEAD}<body style="font-family:var(--font)">{body}</body></html>'


def test_given_a_page_then_a_pdf_comes_back_under_its_title(printer):
    pdf = printer.render(page("<h1>Hallo</h1>"), "Verslag")
    assert pdf.startswith(b"%PDF-1.7")
    assert str(opened(pdf).docinfo.Title) == "Verslag"
    assert read_back(pdf) == "Hallo"


def test_given_letters_of_every_kind_then_only_our_typeface_draws_them_and_no_box_is_empty(printer):
    typed = "Özgür Ağaoğlu, Šárka, Łukasz, Győr, ĳ, € – ‘ ’ … ² ½ → ✓ ☐ 😀 Ж 中 e\u0301"
    pdf = printer.render(page(f"<h1>{typed}</h1><p><strong>{typed}</strong></p>"), "x")
    document = opened(pdf)
    assert missing_glyphs(document) == 0
    assert all(typefaces(document).values())
    assert all(name.startswith("Atkinson-Hyperlegible-Next") for name in typefaces(document))
    assert "ÖzgürAğaoğlu,Šárka,Łukasz,Győr," in read_back(pdf)


def test_given_addresses_outside_the_package_then_nothing_of_them_is_in_the_pdf(printer, tmp_path):
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text y="20">geheim</text></svg>')
    body = f'<p>zichtbaar</p><img src="{secret.as_uri()}" alt="leeg"><object data="file:///etc/passwd"></object>'
    style = "<style>@import url(file:///etc/passwd); p::after { content: url(file:///etc/passwd) }</style>"
    assert read_back(printer.render(page(style + body), "x")) == "zichtbaarleeg"


def test_given_a_second_page_then_the_same_worker_draws_it(printer):
    printer.render(page("een"), "x")
    before = workers()
    printer.render(page("twee"), "x")
    assert workers() == before


def test_given_a_page_that_takes_too_long_then_it_is_stopped_and_the_next_one_is_drawn():
    impatient = Printer(workers=1)
    impatient.render(page("eerst"), "x")
    impatient.seconds = 0.3
    with pytest.raises(TooHeavy):
        impatient.render(page("<p>lang</p>" * 20_000), "x")
    impatient.seconds = 60
    assert read_back(impatient.render(page("daarna"), "x")) == "daarna"
    impatient.close()


def test_given_a_page_that_takes_too_much_memory_then_it_is_stopped_and_the_next_one_is_drawn():
    narrow = Printer(workers=1, megabytes=250)
    with pytest.raises(TooHeavy):
        narrow.render(page("veel " * 4_000_000), "x")
    assert read_back(narrow.render(page("daarna"), "x")) == "daarna"
    narrow.close()


def test_given_a_worker_that_was_killed_then_another_takes_its_place():
    others, printer = workers(), Printer(workers=1)
    printer.render(page("een"), "x")
    (worker,) = workers() - others
    os.kill(worker, signal.SIGKILL)
    assert read_back(printer.render(page("twee"), "x")) == "twee"
    printer.close()


def test_given_more_threads_than_workers_then_each_gets_its_own_pdf(printer):
    found: dict[int, str] = {}

    def draw(number: int) -> None:
        found[number] = read_back(printer.render(page(f"nummer {number}"), "x"))

    threads = [threading.Thread(target=draw, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {number: f"nummer{number}" for number in range(6)}


def test_given_the_libraries_are_missing_then_that_is_what_is_said(monkeypatch, tmp_path):
    broken = tmp_path / "weasyprint"
    broken.mkdir()
    (broken / "__init__.py").write_text("raise OSError(\"cannot load library 'pango-1.0-0'\")")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    printer = Printer(workers=1)
    with pytest.raises(PrintingUnavailable, match="pango"):
        printer.render(page("x"), "x")
    printer.close()


def test_given_a_page_that_cannot_be_drawn_then_the_error_says_no_word_of_it(printer):
    with pytest.raises(NotPrinted) as failed:
        printer.render(page("geheim"), "geheim \ud800")
    assert "geheim" not in str(failed.value)


def test_given_a_render_then_no_file_appears_and_the_typeface_goes_with_the_worker(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    printer = Printer(workers=1)
    printer.render(page("eerst"), "x")
    before = files(tmp_path)
    printer.render(page("<h1>een heel eigen woord</h1>" * 200), "x")
    assert files(tmp_path) == before
    assert all(b"eigen" not in path.read_bytes() for path in before)
    printer.close()
    assert files(tmp_path) == {}


def test_given_the_printer_closes_then_its_workers_end():
    others, printer = workers(), Printer(workers=1)
    printer.render(page("x"), "x")
    assert len(workers() - others) == 1
    printer.close()
    assert not workers() - others


def test_given_the_process_that_asks_dies_then_its_worker_ends_and_leaves_nothing(tmp_path):
    dying = "from routekaart.printing.render import Printer; import os; Printer().render('<p>x</p>', 'x'); os._exit(1)"
    subprocess.run([sys.executable, "-c", dying], env=os.environ | {"TMPDIR": str(tmp_path)}, cwd=config.ROOT)
    eventually(lambda: not list(tmp_path.iterdir()), lambda: f"left: {list(tmp_path.iterdir())}")


def test_given_a_print_then_the_process_that_asks_never_loads_weasyprint():
    program = """
import sys
from routekaart.printing.render import render_pdf
assert render_pdf("<html lang=nl><title>x</title><p>x", title="x").startswith(b"%PDF")
print("weasyprint" in sys.modules)
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


def files(folder: Path) -> dict[Path, float]:
    return {path: path.stat().st_mtime for path in folder.rglob("*") if path.is_file()}


def workers() -> set[int]:
    """The processes that this one started to draw in."""
    lists = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    found = {int(number) for one in lists for number in text_of(one).split()}
    return {one for one in found if "routekaart.printing.worker" in text_of(Path(f"/proc/{one}/cmdline"))}


def text_of(path: Path) -> str:
    """What a file of /proc says; a thread or process that just ended says nothing."""
    try:
        return path.read_text()
    except OSError:
        return ""
