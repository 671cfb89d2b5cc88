import pytest

from routekaart.printing.fetcher import BASE_URL, STATIC, Refused, own_file


def test_given_a_file_of_the_package_then_it_is_loaded():
    assert own_file(f"{BASE_URL}css/tokens.css") == STATIC / "css/tokens.css"
    assert own_file(f"{BASE_URL}css/print/../tokens.css") == STATIC / "css/tokens.css"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:8000/healthz",
        "https://example.org/x.css",
        "ftp://example.org/x.css",
        "data:text/css,body{}",
        "data:image/svg+xml,<svg/>",
        "file:///etc/passwd",
        "file://example.org/etc/passwd",
        "file:/etc/passwd",
        f"{BASE_URL}../config.py",
        f"{BASE_URL}css/../../config.py",
        f"{BASE_URL}%2e%2e/config.py",
        f"{BASE_URL}%00",
        f"{BASE_URL}nothing.css",
        f"{BASE_URL}css",
        BASE_URL,
        "css/tokens.css",
        "",
    ],
)
def test_given_any_other_address_then_it_is_refused(url):
    with pytest.raises(Refused):
        own_file(url)


def test_given_a_link_that_leads_out_of_the_folder_then_it_is_refused(monkeypatch, tmp_path):
    inside, secret = tmp_path / "static", tmp_path / "secret.css"
    inside.mkdir()
    secret.write_text("secret")
    (inside / "link.css").symlink_to(secret)
    monkeypatch.setattr("routekaart.printing.fetcher.STATIC", inside)
    with pytest.raises(Refused):
        own_file((inside / "link.css").as_uri())
