from datetime import UTC, datetime, timedelta

import pytest

from routekaart.accounts import totp

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
STEP = int(NOW.timestamp()) // totp.SECONDS
RFC_SECRET = b"12345678901234567890"
KEY = bytes(32)


@pytest.mark.parametrize(
    ("second", "code"),
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"), (20000000000, "353130")],
)
def test_given_the_examples_of_rfc_6238_then_the_codes_are_theirs(second, code):
    assert totp.code_at(RFC_SECRET, second // totp.SECONDS) == code


@pytest.mark.parametrize("step", [STEP - 1, STEP, STEP + 1])
def test_given_a_clock_that_is_half_a_minute_off_then_the_code_counts_once(step):
    code = totp.code_at(RFC_SECRET, step)
    spaced = f" {code[:3]} {code[3:]}"
    assert totp.step_of(RFC_SECRET, spaced, now=NOW, after=0) == step
    assert totp.step_of(RFC_SECRET, code, now=NOW, after=step) is None


@pytest.mark.parametrize("code", ["", "12345", "é", "٣٣٣٣٣٣", totp.code_at(RFC_SECRET, STEP - 2), "0" * 999])
def test_given_what_is_no_code_of_about_now_then_it_does_not_count(code):
    assert totp.step_of(RFC_SECRET, code, now=NOW, after=0) is None


def test_given_an_older_code_of_the_same_minute_when_a_newer_one_was_used_then_it_does_not_count():
    older = totp.code_at(RFC_SECRET, STEP - 1)
    assert totp.step_of(RFC_SECRET, older, now=NOW + timedelta(seconds=1), after=STEP) is None


def test_given_a_sealed_secret_then_only_this_account_and_installation_open_it():
    sealed = totp.seal(RFC_SECRET, 7, KEY)
    assert totp.unseal(sealed, 7, KEY) == RFC_SECRET
    assert RFC_SECRET not in sealed
    for account, key, text in ((8, KEY, sealed), (7, b"x" * 32, sealed), (7, KEY, sealed[:-1]), (7, KEY, b"")):
        with pytest.raises(totp.BadSeal):
            totp.unseal(text, account, key)


def test_given_an_address_for_the_qr_code_then_an_app_finds_whose_it_is():
    assert totp.address(RFC_SECRET, "anna+desk@x.example") == (
        "otpauth://totp/Routekaart:anna%2Bdesk%40x.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Routekaart"
    )
