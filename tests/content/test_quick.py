"""The five-minute route of an edition can be asked from top to bottom."""

import shutil

import pytest

from routekaart.content.reader import read_edition
from routekaart.content.source import ContentError
from tests.support.regions import CONTENT

QUICK = "quick: [acuut-gevaar, wie, vorm, onthulling]"


def findings(tmp_path, old, new):
    content = shutil.copytree(CONTENT, tmp_path / "content")
    path = content / "protocols" / "meldcode-2019" / "edition.yaml"
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))
    line = text[: text.index(old)].count("\n") + 1
    with pytest.raises(ContentError) as found:
        read_edition(content, "meldcode-2019")
    (finding,) = found.value.findings
    assert str(finding).startswith(f"content/protocols/meldcode-2019/edition.yaml:{line}: ")
    return str(finding)


@pytest.mark.parametrize(
    ("quick", "told"),
    [
        ("[acuut-gevaar, bestaat-niet]", '"bestaat-niet" is no question'),
        ("[acuut-gevaar, bel-112]", '"bel-112" is no question'),
        ("[acuut-gevaar, onthulling, wie]", '"onthulling" looks at wie'),
        ("[acuut-gevaar, angst, vorm]", '"angst" looks at vorm'),
        ("[acuut-gevaar, wie, vorm, onthulling, relatie]", "at most 4"),
    ],
)
def test_given_a_route_that_cannot_be_asked_then_the_finding_points_at_it(tmp_path, quick, told):
    assert told in findings(tmp_path, QUICK, f"quick: {quick}")


@pytest.mark.parametrize("wrong", ["bestaat-niet", "overleg-collega", "wie"])
def test_given_no_call_in_doubt_then_the_finding_points_at_it(tmp_path, wrong):
    told = findings(tmp_path, "in_doubt: [vraag-advies]", f"in_doubt: [{wrong}]")
    assert f'"{wrong}" is no consultation' in told


def test_given_a_route_without_a_call_in_doubt_then_the_finding_says_so(tmp_path):
    assert "without `in_doubt`" in findings(tmp_path, f"{QUICK}\nin_doubt: [vraag-advies]", QUICK)
