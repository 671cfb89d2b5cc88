"""What a new walk may take along is written with the edition, and never holds danger."""

import shutil

import pytest

from routekaart.content.reader import read_edition
from routekaart.content.source import ContentError
from tests.support.regions import CONTENT

EDITIONS = ["meldcode-2019", "basismodel-2011"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_given_an_edition_then_who_it_is_about_lasts_and_safety_does_not(edition):
    lasting = read_edition(CONTENT, edition).carry_over
    assert "wie" in lasting
    assert not {"acuut-gevaar", "onthulling", "praten-veilig", "ouders-veilig", "kinderen-aanwezig"} & set(lasting)


@pytest.mark.parametrize("wrong", ["acuut-gevaar", "acuut-stand", "bel-112", "bestaat-niet"])
def test_given_something_that_cannot_be_taken_along_then_the_finding_points_at_it(tmp_path, wrong):
    content = shutil.copytree(CONTENT, tmp_path / "content")
    path = content / "protocols" / "meldcode-2019" / "edition.yaml"
    text = path.read_text().replace("carry_over: [client-volwassen, wie]", f"carry_over: [wie, {wrong}]")
    path.write_text(text)
    line = text[: text.index("carry_over")].count("\n") + 1
    with pytest.raises(ContentError) as found:
        read_edition(content, "meldcode-2019")
    (finding,) = found.value.findings
    assert str(finding).startswith(f"content/protocols/meldcode-2019/edition.yaml:{line}: ")
    assert wrong in str(finding)
