from io import BytesIO

import pytest
from PIL import Image, ImageFile
from PIL.PngImagePlugin import PngInfo

from routekaart.exchange.png import NotAPicture, TooLarge, remade


def png(wide=40, high=20, mode="RGB", **more) -> bytes:
    made = BytesIO()
    Image.new(mode, (wide, high), "teal").save(made, "PNG", **more)
    return made.getvalue()


def test_given_a_picture_with_words_and_a_tail_when_made_anew_then_only_its_pixels_stay():
    words = PngInfo()
    words.add_text("Author", "Jan de Maker")
    sent = png(pnginfo=words) + b"<script>alert(1)</script>"
    found = remade(sent, 1200, 600)
    assert b"Jan de Maker" in sent
    assert b"Jan" not in found
    assert b"script" not in found
    with Image.open(BytesIO(found)) as picture:
        assert (picture.size, picture.convert("RGB").getpixel((3, 3))) == ((40, 20), (0, 128, 128))


@pytest.mark.parametrize("sent", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", png()[:60], png()[:24] + b"x" * 400])
@pytest.mark.parametrize("is_lenient", [False, True])
def test_given_what_is_no_picture_when_made_anew_then_it_is_refused(sent, is_lenient, monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", is_lenient)
    with pytest.raises(NotAPicture):
        remade(sent, 1200, 600)


def test_given_more_pixels_than_allowed_when_made_anew_then_nothing_is_unpacked():
    with pytest.raises(TooLarge):
        remade(png(1201, 1)[:30], 1200, 600)
