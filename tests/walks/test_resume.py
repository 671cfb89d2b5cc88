import random
import string
import time
from contextlib import suppress
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from routekaart.storage.database import transaction
from routekaart.walks.resume import (
    Mistyped,
    Tampered,
    WrongWord,
    from_cookie,
    from_words,
    new_secret,
    to_cookie,
    to_words,
)

WORDS = (files("routekaart.walks") / "words" / "resume.txt").read_text("utf-8").split()
secrets = st.binary(min_size=16, max_size=16)


def test_given_the_list_when_looked_at_then_it_holds_2048_plain_words_in_order():
    assert len(set(WORDS)) == len(WORDS) == 2048
    assert sorted(WORDS) == WORDS
    assert all(word.isascii() and word.islower() and word.isalpha() and 4 <= len(word) <= 7 for word in WORDS)


def test_given_the_list_when_words_are_compared_then_one_slip_never_makes_another_word():
    near = cdist(WORDS, WORDS, scorer=OSA.distance, score_cutoff=1, dtype="uint8")
    assert sum(int((row <= 1).sum()) for row in near) == len(WORDS)


def test_given_the_list_when_words_are_compared_then_none_is_another_with_a_short_ending():
    assert [pair for pair in pairwise(WORDS) if pair[1].startswith(pair[0]) and len(pair[1]) - len(pair[0]) <= 2] == []


@given(secrets)
def test_given_any_secret_when_written_and_typed_then_it_is_the_same(secret):
    words = to_words(secret)
    assert len(words) == 12
    assert from_words(" ".join(words)) == secret


@given(secrets, st.sampled_from([" ", "-", "\n", " , ", "  -  ", "\t", " 7. "]), st.booleans())
def test_given_capitals_hyphens_and_line_ends_when_typed_then_it_is_the_same(secret, separator, shouted):
    text = separator.join(to_words(secret))
    assert from_words(f"  1. {text.upper() if shouted else text.title()}. ") == secret


def test_given_accents_that_a_phone_put_there_when_typed_then_it_is_the_same():
    secret = bytes(range(16))
    text = " ".join(to_words(secret)).replace("e", "é", 2)
    assert from_words(text) == secret


@given(secrets, st.integers(0, 11), st.randoms(use_true_random=False))
def test_given_one_slip_when_typed_then_that_word_is_named_and_the_right_one_offered(secret, place, chance):
    words = list(to_words(secret))
    right = words[place]
    words[place] = slip(right, chance)
    assume(words[place] != right)
    with pytest.raises(Mistyped) as caught:
        from_words(" ".join(words))
    (wrong,) = caught.value.wrong
    assert (wrong.place, wrong.typed) == (place + 1, words[place])
    assert OSA.distance(wrong.suggestion, wrong.typed) == 1


def slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) - 1)
    letter = chance.choice(string.ascii_lowercase)
    return chance.choice(
        [
            word[:at] + letter + word[at + 1 :],
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        ]
    )


def test_given_several_wrong_words_when_typed_then_each_is_named():
    words = [*to_words(bytes(16))[:10], "qqqqqqq", "zzzz"]
    with pytest.raises(Mistyped) as caught:
        from_words(" ".join(words))
    assert caught.value.wrong == (WrongWord(11, "qqqqqqq", None), WrongWord(12, "zzzz", None))


@pytest.mark.parametrize(("text", "count"), [("", 0), ("   ", 0), ("banaan", 1), (" ".join(["banaan"] * 13), 13)])
def test_given_another_number_of_words_when_typed_then_the_number_is_named(text, count):
    with pytest.raises(Mistyped) as caught:
        from_words(text)
    assert (caught.value.count, caught.value.wrong) == (count, ())


def test_given_a_whole_book_when_pasted_then_it_is_refused_at_once():
    started = time.process_time()
    with pytest.raises(Mistyped) as caught:
        from_words("onzinwoord " * 100_000)
    assert (caught.value.count, len(caught.value.wrong)) == (100_000, 12)
    assert time.process_time() - started < 2


def test_given_a_mistake_when_it_passes_through_a_transaction_then_it_stays_what_it_is(engine):
    def typing() -> None:
        with transaction(engine):
            from_words("banaan")

    with pytest.raises(Mistyped):
        typing()


def test_given_words_in_another_order_when_typed_then_nearly_all_are_noticed():
    chance = random.Random(5)
    swapped = [swap(list(to_words(chance.randbytes(16)))) for _ in range(500)]
    mistakes = [error for error in map(mistake, swapped) if error]
    assert len(mistakes) > 440
    assert {(error.count, error.wrong) for error in mistakes} == {(12, ())}


def swap(words: list[str]) -> str:
    words[3], words[8] = words[8], words[3]
    return " ".join(words)


def mistake(text: str) -> Mistyped | None:
    try:
        from_words(text)
    except Mistyped as error:
        return error
    return None


def test_given_a_new_secret_when_made_then_it_has_128_bits_and_is_another_each_time():
    made = {new_secret() for _ in range(100)}
    assert len(made) == 100
    assert {len(secret) for secret in made} == {16}


@given(secrets)
def test_given_any_secret_when_put_in_a_cookie_then_it_comes_back(secret):
    value = to_cookie(secret)
    assert len(value) == 22
    assert from_cookie(value) == secret


@given(st.text(max_size=40))
def test_given_any_other_cookie_when_read_then_it_is_tampered_or_a_secret(value):
    with suppress(Tampered):
        assert to_cookie(from_cookie(value)) == value


@pytest.mark.parametrize("value", ["", "a", "A" * 21, "A" * 23, "A" * 21 + "é", "A" * 21 + "B", "A" * 22 + "=="])
def test_given_a_cookie_of_another_shape_when_read_then_it_is_tampered(value):
    with pytest.raises(Tampered):
        from_cookie(value)
