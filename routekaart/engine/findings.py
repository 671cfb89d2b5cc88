"""What is wrong in the content, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that is wrong in the content, with where it stands and what is expected there."""

    file: str
    line: int
    problem: str
    expected: str = ""

    def __str__(self) -> str:
        tail = f"; expected: {self.expected}" if self.expected else ""
        return f"{self.file}:{self.line}: {self.problem}{tail}"


class ContentError(Exception):
    """The content cannot be used; holds every finding, in order of file and line."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        self.findings = tuple(sorted(set(findings)))
        super().__init__("\n".join(str(finding) for finding in self.findings))
