from datetime import UTC, datetime

from lxml import etree

from routekaart.exchange.atom import FeedEntry, atom

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
NAMESPACE = {"a": "http://www.w3.org/2005/Atom"}
# RFC 4287, appendix B, as far as this feed goes: what has to be there, once, in any order.
SCHEMA = """<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
 datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start><element name="feed"><attribute name="xml:lang"/>
<interleave><ref name="common"/><oneOrMore><ref name="link"/></oneOrMore>
<element name="author"><element name="name"><text/></element></element>
<oneOrMore><element name="entry"><interleave><ref name="common"/><ref name="link"/>
<element name="content"><attribute name="type"><value>text</value></attribute><text/></element></interleave></element>
</oneOrMore></interleave></element></start>
<define name="common"><element name="id"><data type="anyURI"/></element><element name="title"><text/></element>
<element name="updated"><data type="dateTime"/></element></define>
<define name="link"><element name="link">
<attribute name="rel"><choice><value>self</value><value>alternate</value></choice></attribute>
<attribute name="type"/><attribute name="href"><data type="anyURI"/></attribute></element></define></grammar>"""


def feed(*texts: str) -> etree._Element:
    entries = [FeedEntry(f"https://x.example/{at}/", f"Versie {at}", AT, text) for at, text in enumerate(texts)]
    return etree.fromstring(atom("https://x.example/a", "https://x.example/", "Wijzigingen", "Regio", entries))


def test_given_entries_when_written_then_the_feed_has_all_that_the_standard_asks():
    schema = etree.RelaxNG(etree.fromstring(SCHEMA))
    assert schema.validate(feed("Eén", "Twee & <drie>")), schema.error_log
    ids = feed("Eén", "Twee").xpath("//a:id/text()", namespaces=NAMESPACE)
    assert len(set(ids)) == 3


def test_given_text_that_xml_cannot_hold_when_written_then_only_that_is_left_out():
    assert feed("a\x00b\x1b\nc < d").findtext(".//a:content", namespaces=NAMESPACE) == "ab\nc < d"
