"""The settings: defaults, refusals, and the secret of an installation."""

import stat

import pytest

from routekaart import config


def test_given_only_an_instance_when_loaded_then_the_rest_has_its_default(tmp_path):
    settings = config.load({"INSTANCE": str(tmp_path / "new")})
    assert settings.port == 8000
    assert settings.database_url == f"sqlite:///{tmp_path}/new/routekaart.sqlite3"


def test_given_empty_variables_when_loaded_then_they_count_as_not_given(tmp_path):
    settings = config.load({"INSTANCE": str(tmp_path), "PORT": "", "DATABASE_URL": ""})
    assert settings.port == 8000
    assert settings.database_url.startswith("sqlite:///")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_given_any_name_of_postgresql_when_loaded_then_the_installed_driver_is_used(tmp_path, scheme):
    settings = config.load({"INSTANCE": str(tmp_path), "DATABASE_URL": f"{scheme}://me@db/routekaart"})
    assert settings.database_url == "postgresql+psycopg://me@db/routekaart"


def test_given_a_relative_sqlite_file_when_loaded_then_it_is_absolute(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    settings = config.load({"INSTANCE": str(tmp_path), "DATABASE_URL": "sqlite:///here.db"})
    assert settings.database_url == f"sqlite:///{tmp_path}/here.db"


def test_given_several_wrong_settings_when_loaded_then_all_are_named_and_no_password_is_repeated(tmp_path):
    (tmp_path / "file").touch()
    wrong = {"INSTANCE": str(tmp_path / "file"), "PORT": "70000", "DATABASE_URL": "mysql://me:secret@db/x"}
    with pytest.raises(config.BadSettings) as refusal:
        config.load(wrong)
    message = str(refusal.value)
    assert [line.split("=")[0].split(":")[0] for line in message.splitlines()] == ["INSTANCE", "PORT", "DATABASE_URL"]
    assert "secret" not in message


MAIL = {"SMTP_HOST": "mail.example", "SITE_URL": "https://kaart.example/", "MAIL_FROM": "kaart@kaart.example"}


def test_given_a_mail_server_when_loaded_then_it_is_used_with_starttls_and_its_password_is_not_shown(tmp_path):
    more = {"SMTP_USER": "me", "SMTP_PASSWORD": "hidden-word"}
    settings = config.load({"INSTANCE": str(tmp_path)} | MAIL | more)
    assert settings.mail_server == config.MailServer("mail.example", 587, "me", "hidden-word", starttls=True)
    assert settings.site_url == "https://kaart.example"
    assert "hidden-word" not in repr(settings)


def test_given_no_mail_server_when_loaded_then_mails_are_files_and_the_address_is_this_machine(tmp_path):
    settings = config.load({"INSTANCE": str(tmp_path), "PORT": "8123"})
    assert settings.mail_server is None
    assert settings.site_url == "http://127.0.0.1:8123"


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"SITE_URL": "kaart.example"}, "SITE_URL=kaart.example"),
        ({"SITE_URL": "https://"}, "SITE_URL=https://"),
        ({"SITE_URL": ""}, "SITE_URL: not set"),
        ({"MAIL_FROM": ""}, "MAIL_FROM: not set"),
        ({"MAIL_FROM": "kaart"}, "MAIL_FROM=kaart"),
        ({"MAIL_FROM": "a@b.nl\nBcc: c@d.nl"}, "MAIL_FROM="),
        ({"SMTP_PORT": "smtp"}, "SMTP_PORT=smtp"),
        ({"SMTP_STARTTLS": "ja"}, "SMTP_STARTTLS=ja"),
    ],
)
def test_given_a_wrong_setting_for_mail_when_loaded_then_it_is_named(tmp_path, wrong, named):
    with pytest.raises(config.BadSettings) as refusal:
        config.load({"INSTANCE": str(tmp_path)} | MAIL | wrong)
    assert named in str(refusal.value)


def test_given_a_first_start_when_loaded_then_the_secret_is_for_its_owner_alone_and_stays(tmp_path):
    first = config.load({"INSTANCE": str(tmp_path)})
    again = config.load({"INSTANCE": str(tmp_path)})
    assert first.secret == again.secret
    assert len(first.secret) == 32
    assert [path.name for path in (tmp_path / "keys").iterdir()] == ["secret"]
    assert stat.S_IMODE((tmp_path / "keys" / "secret").stat().st_mode) == 0o600
    assert first.secret.hex() not in repr(first)


def test_given_two_purposes_then_their_keys_differ_and_other_installations_have_other_keys(tmp_path):
    here, there = (config.load({"INSTANCE": str(tmp_path / name)}) for name in ("here", "there"))
    assert len({here.key("a"), here.key("b"), there.key("a"), here.secret}) == 4
    assert here.key("a") == here.key("a")


def test_given_a_provider_when_loaded_then_all_of_it_is_asked_and_its_secret_is_not_repeated(tmp_path):
    given = {"INSTANCE": str(tmp_path), "OIDC_ISSUER": "https://aanmelden.example/"}
    with pytest.raises(config.BadSettings) as refusal:
        config.load(given | {"OIDC_ISSUER": "http://aanmelden.example"})
    named = [line.split("=")[0].split(":")[0] for line in str(refusal.value).splitlines()]
    assert named == ["OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET", "SITE_URL", "OIDC_ISSUER"]
    rest = {"OIDC_CLIENT_ID": "routekaart", "OIDC_CLIENT_SECRET": "heel geheim", "SITE_URL": "https://kaart.example"}
    found = config.load(given | rest).single_sign_on
    assert (found.issuer, found.client_id, found.client_secret) == (
        "https://aanmelden.example",
        *list(rest.values())[:2],
    )
    assert "heel geheim" not in repr(found)
