"""A partner as a card for an address book."""

from routekaart.directory import Contact, ContactKind, Partner
from routekaart.exchange.vcard import vcard


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_given_a_partner_then_name_number_site_and_mail_are_on_the_card():
    partner = Partner(
        id="x",
        name="Team; Noord, Oost",
        contacts=(
            Contact(ContactKind.PHONE, "0800-2000"),
            Contact(ContactKind.EMAIL, "a@b.example"),
            Contact(ContactKind.URL, "https://b.example/x;y"),
            Contact(ContactKind.CHAT, "https://chat.example"),
        ),
    )
    assert unfolded(vcard(partner)) == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:Team\\; Noord\\, Oost",
        "N:Team\\; Noord\\, Oost;;;;",
        "ORG:Team\\; Noord\\, Oost",
        "TEL;TYPE=WORK,VOICE:08002000",
        "EMAIL;TYPE=INTERNET:a@b.example",
        "URL:https://b.example/x;y",
        "END:VCARD",
        "",
    ]


def test_given_a_long_name_then_lines_are_folded_between_letters():
    name = "Überregionaal team voor véél en langdurige zorgen " * 3
    text = vcard(Partner(id="x", name=name))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert f"FN:{name}" in unfolded(text)
