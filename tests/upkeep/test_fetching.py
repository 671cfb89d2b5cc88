"""Dead links, against a real server; and addresses that are not asked at all."""

import pytest

from routekaart.upkeep.fetching import Answer, Reason, Verdict, check, is_public
from tests.support.https import web_server

HERE = ("127.0.0.1",)


@pytest.fixture
def server(tmp_path, monkeypatch):
    with web_server(tmp_path) as server:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        yield server


@pytest.mark.parametrize(
    ("path", "verdict"),
    [
        ("/", Verdict.FINE),
        ("/no-head", Verdict.FINE),
        ("/to?/200", Verdict.FINE),
        ("/404", Verdict.DEAD),
        ("/410", Verdict.DEAD),
        ("/to?/404", Verdict.DEAD),
        ("/403", Verdict.UNSURE),
        ("/503", Verdict.UNSURE),
    ],
)
def test_given_an_answer_then_it_is_what_it_says(server, path, verdict):
    assert check(server.url + path, HERE).verdict is verdict


def test_given_an_address_that_answers_then_it_is_asked_once_and_without_a_body(server):
    check(f"{server.url}/", HERE)
    assert server.asked == [("HEAD", "/")]


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("http://127.0.0.1/", Reason.NOT_SAFE),
        ("https://10.0.0.1/", Reason.NOT_PUBLIC),
        ("https://169.254.169.254/latest/", Reason.NOT_PUBLIC),
        ("file:///etc/passwd", Reason.NOT_SAFE),
    ],
)
def test_given_a_redirect_to_where_nobody_may_go_then_it_is_not_followed(server, target, reason):
    assert check(f"{server.url}/to?{target}", HERE) == Answer(Verdict.DEAD, reason)


def test_given_a_redirect_that_goes_round_then_it_ends(server):
    assert check(f"{server.url}/round", HERE) == Answer(Verdict.DEAD, Reason.REDIRECTS)


def test_given_a_server_on_this_machine_then_without_the_setting_it_is_not_asked(server):
    assert check(f"{server.url}/") == Answer(Verdict.DEAD, Reason.NOT_PUBLIC)
    assert server.asked == []


def test_given_a_certificate_that_nobody_trusts_then_that_is_the_reason(server, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    assert check(f"{server.url}/", HERE) == Answer(Verdict.DEAD, Reason.CERTIFICATE)


def test_given_nobody_who_listens_then_there_is_no_answer(tmp_path):
    with web_server(tmp_path) as gone:
        address = gone.url
    assert check(address, HERE) == Answer(Verdict.DEAD, Reason.NO_ANSWER)


@pytest.mark.parametrize("address", ["http://voorbeeld.nl/", "https://u:p@voorbeeld.nl/", "ftp://voorbeeld.nl/"])
def test_given_another_scheme_or_a_user_then_it_is_not_safe(address):
    assert check(address) == Answer(Verdict.DEAD, Reason.NOT_SAFE)


@pytest.mark.parametrize(
    "address", ["https://127.0.0.1/", "https://[::1]/", "https://0/", "https://2130706433/", "https://localhost/"]
)
def test_given_another_way_to_write_this_machine_then_it_is_not_asked(address):
    assert check(address).reason in {Reason.NOT_PUBLIC, Reason.NO_NAME}


@pytest.mark.parametrize(
    ("ip", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_given_an_ip_address_then_it_is_public_or_not(ip, public):
    assert is_public(ip) is public
