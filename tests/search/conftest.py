"""The search of the real content, and small indexes."""

from collections.abc import Callable

import pytest

from routekaart.atlas import Atlas
from routekaart.content.glossary import Glossary, read_glossary
from routekaart.content.signals import read_signals
from routekaart.search.catalogue import Catalogue
from routekaart.search.index import Index
from tests.support.regions import CONTENT
from tests.support.scenarios import written

Find = Callable[[str, str], Index]


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    return read_glossary(CONTENT)


@pytest.fixture(scope="session")
def catalogue(glossary: Glossary) -> Catalogue:
    national = written().map("voorbeeldregio", "onderwijs").directory.national
    return Catalogue(national, glossary, read_signals(CONTENT), Atlas(CONTENT).routemap)


@pytest.fixture(scope="session")
def index_of(catalogue: Catalogue) -> Find:
    """The index of a region and a sector as their files say it."""

    def find(region: str, sector: str) -> Index:
        here = written().map(region, sector)
        return catalogue.index((region, sector), here.routemap, here.directory)

    return find
