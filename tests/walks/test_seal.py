import pytest
from hypothesis import given
from hypothesis import strategies as st

from routekaart.walks.seal import Corrupt, edition, seal, unseal

KEY, ROW = bytes(range(32)), b"row 1"


@given(st.binary(max_size=20_000))
def test_given_any_bytes_when_sealed_and_opened_then_they_are_the_same(plain):
    assert unseal(seal(plain, KEY, ROW), KEY, ROW) == plain


@given(st.binary(min_size=12, max_size=200))
def test_given_any_bytes_when_sealed_then_they_cannot_be_seen(plain):
    assert plain not in seal(plain, KEY, ROW)


@given(st.data())
def test_given_a_sealed_text_when_any_bit_is_changed_then_it_is_corrupt(data):
    sealed = bytearray(seal(b"gemarkeerd", KEY, ROW))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Corrupt):
        unseal(bytes(sealed), KEY, ROW)


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x01" * 20, b"\x02" + bytes(60)])
def test_given_something_else_when_opened_then_it_is_corrupt(sealed):
    with pytest.raises(Corrupt):
        unseal(sealed, KEY, ROW)


def test_given_another_key_when_opened_then_it_is_corrupt():
    with pytest.raises(Corrupt):
        unseal(seal(b"x", KEY, ROW), bytes(32), ROW)


def test_given_a_ciphertext_in_another_row_when_opened_then_it_is_corrupt():
    with pytest.raises(Corrupt):
        unseal(seal(b"x", KEY, ROW), KEY, b"row 2")


def test_given_the_same_text_when_sealed_twice_then_the_results_differ():
    one, other = seal(b"x", KEY, ROW), seal(b"x", KEY, ROW)
    assert one != other
    assert edition(one) != edition(other)


def test_given_little_and_much_text_when_sealed_then_the_lengths_are_the_same():
    sentence = b"Er zijn signalen; we spraken erover met de ouders en maakten een afspraak. "
    assert len(seal(b"", KEY, ROW)) == len(seal(sentence * 200, KEY, ROW)) == 2048 + 29
