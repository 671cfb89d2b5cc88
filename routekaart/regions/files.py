"""content/municipalities.yaml, content/region-groups and content/regions: read with every finding, written back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from routekaart.content.national import read_in, read_national
from routekaart.content.partners import Form, Needed
from routekaart.content.source import ContentError, Finding, Source, parse
from routekaart.regions.checks import Known, Problem, unknown, unknown_in_group
from routekaart.regions.document import RegionDocument, RegionGroupDocument
from routekaart.regions.municipalities import Place

_Model = TypeVar("_Model", bound=BaseModel)


class NamedMunicipalityForm(Form):
    """A real municipality with the other names under which people look for it."""

    code: Needed
    name: Needed
    aliases: tuple[Needed, ...] = ()
    former_names: tuple[Needed, ...] = ()


class MunicipalitiesFile(Form):
    """content/municipalities.yaml."""

    as_of: Needed
    note: Needed
    municipalities: tuple[NamedMunicipalityForm, ...]


@dataclass(frozen=True, slots=True)
class RegionContent:
    """Everything that the content folder says about regions."""

    known: Known
    named: Mapping[str, NamedMunicipalityForm]
    groups: Mapping[str, RegionGroupDocument]
    regions: Mapping[str, RegionDocument]
    sources: Mapping[str, Source]


def read_regions(content: Path, *, steps: Iterable[str] = ()) -> RegionContent:
    """Read the regions of a content folder. Raises ContentError with every finding, of all files at once.

    `steps` are the ids of the protocol's steps; none means that the step of an agreement is not looked at.
    """
    national = read_national(content)
    named = _one(content, "municipalities.yaml", MunicipalitiesFile)[1].municipalities
    folder = _Folder(content)
    groups = folder.read_all("region-groups", RegionGroupDocument)
    regions = folder.read_all("regions", RegionDocument)
    names = {one.code: one.name for one in named}
    editions = frozenset(path.name for path in (content / "protocols").glob("*") if path.is_dir())
    known = Known(national, names, frozenset(groups), editions, frozenset(steps))
    for slug, group in groups.items():
        folder.note(slug, unknown_in_group(group, known))
    for slug, region in regions.items():
        folder.note(slug, unknown(region, known, groups.get(region.group or "")))
    folder.note_twice(regions.values())
    if folder.findings:
        raise ContentError(tuple(folder.findings))
    return RegionContent(known, {one.code: one for one in named}, groups, regions, folder.sources)


def read_groups(content: Path) -> Mapping[str, RegionGroupDocument]:
    """The region groups of a content folder by slug. Raises ContentError."""
    folder = _Folder(content)
    groups = folder.read_all("region-groups", RegionGroupDocument)
    if folder.findings:
        raise ContentError(tuple(folder.findings))
    return groups


def read_named(content: Path) -> Mapping[str, NamedMunicipalityForm]:
    """The real municipalities by code, with their other names. Raises ContentError."""
    return {one.code: one for one in _one(content, "municipalities.yaml", MunicipalitiesFile)[1].municipalities}


def places(documents: Iterable[RegionDocument], named: Mapping[str, NamedMunicipalityForm]) -> tuple[Place, ...]:
    """The municipalities of these regions, with every name that leads to them."""
    return tuple(
        Place(
            code=one.code,
            name=one.name,
            region=document.slug,
            region_name=document.name,
            aliases=named[one.code].aliases if one.code in named else (),
            former_names=named[one.code].former_names if one.code in named else (),
            fictional=document.fictional,
        )
        for document in documents
        for one in document.municipalities
    )


def _one(content: Path, name: str, model: type[_Model]) -> tuple[Source, _Model]:
    source = read_in(content, name)
    parsed, findings = parse(source, model)
    if parsed is None:
        raise ContentError(findings)
    return source, parsed


class _Folder:
    """Reads files of a content folder one after the other and keeps what is wrong in each."""

    def __init__(self, content: Path) -> None:
        self.content = content
        self.sources: dict[str, Source] = {}
        self.findings: list[Finding] = []

    def read_all(self, folder: str, model: type[_Model]) -> dict[str, _Model]:
        """The documents of a folder by the name of their file, which is their slug."""
        documents: dict[str, _Model] = {}
        for path in sorted((self.content / folder).glob("*.yaml")):
            try:
                self.sources[path.stem], documents[path.stem] = _one(self.content, f"{folder}/{path.name}", model)
            except ContentError as error:
                self.findings += error.findings
                continue
            if getattr(documents[path.stem], "slug", "") != path.stem:
                self.note(path.stem, (Problem(("slug",), "slug and file name differ", f'"{path.stem}"'),))
        return documents

    def note(self, slug: str, problems: Iterable[Problem]) -> None:
        """Keep problems as findings with the line in their file."""
        source = self.sources[slug]
        self.findings += [source.finding(one.where, one.problem, one.expected) for one in problems]

    def note_twice(self, regions: Iterable[RegionDocument]) -> None:
        """A real municipality lies in one region; historical regions may repeat one."""
        current = [region for region in regions if not region.historical]
        counted = Counter(one.code for region in current for one in region.municipalities)
        for region in current:
            for at, one in enumerate(region.municipalities):
                if counted[one.code] > 1:
                    problem = f'municipality "{one.code}" stands in more than one region'
                    self.note(region.slug, (Problem(("municipalities", at, "code"), problem, "each in one region"),))
