"""The set-up of an office as it was found: git, the files beside the records, the desk."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from pmoascode.exchange.codeowners import CodeOwners
from pmoascode.finding import Finding
from pmoascode.forge import BranchRules, Forge
from pmoascode.office import Office


@dataclass(frozen=True)
class Git:
    """What git says of the repository around the records."""

    version: str = ""  # as git says it, as in "2.47.1"; empty where it cannot be started
    is_there: bool = True  # a repository is around the records
    problem: str = ""  # why it cannot be read; empty where it can
    has_commit: bool = False
    has_records: bool = False  # the newest commit holds them
    branch: str = ""  # empty where none is checked out
    default: str = ""  # the main branch, as the remote has it; empty where it is not known
    remote: str = ""  # address of `origin`; empty where there is none
    is_shallow: bool = False
    email: str = ""  # under which changes are committed here


@dataclass(frozen=True)
class Records:
    """The records, as they were found."""

    office: Office
    below: str  # their folder from the repository's root; empty for the root itself
    number: int  # of files
    findings: tuple[Finding, ...]  # of the check
    owners: CodeOwners | None = None  # whom CODEOWNERS should name; None where nothing needs one
    owner_findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class Setup:
    """All that can be seen from here."""

    git: Git
    forge: Forge | None
    day: dt.date
    records: Records | None
    why_not: str = ""  # there are no records
    files: Mapping[str, str] = field(default_factory=dict)  # texts beside the records, by path
    litter: tuple[str, ...] = ()  # what a writer left that was cut off
    packages: frozenset[str] = frozenset()  # of those that make the site, the installed ones
    requirement: str = "pmoascode[site]"  # how pip installs the program with them
    rules: BranchRules | None = None  # of the main branch, where the forge was asked

    @property
    def main(self) -> str:
        """The main branch, as far as it is known."""
        return self.git.default or "main"
