"""What somebody says who starts an office: the organisation, its people, its first project."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from pmoascode.exchange.cleaning import folded
from pmoascode.forge import Forge
from pmoascode.starting.program import Program

Superior = Literal[
    "chief-executive", "chief-operating-officer", "chief-information-officer", "department"
]

REASONS: dict[Superior, str] = {
    "chief-executive": (
        "The projects change the whole organisation, and bad news has the shortest way to whoever "
        "can act on it."
    ),
    "chief-operating-officer": (
        "Most of the projects change daily operations, and their people come from there."
    ),
    "chief-information-officer": (
        "Most of the projects change systems, and their people and money come from technology."
    ),
    "department": (
        "Most of the projects are those of the department; what concerns others goes to the chief "
        "executive without a detour."
    ),
}


@dataclass(frozen=True)
class Someone:
    """A person as they are named at the start."""

    name: str
    email: str = ""
    account: str = ""  # login on the forge


def same(one: Someone, other: Someone) -> bool:
    """Whether both are one person: the same name, and no two addresses or accounts."""
    names = [folded(each.name) or each.name for each in (one, other)]
    pairs = ((one.email, other.email), (one.account, other.account))
    return names[0] == names[1] and not any(
        mine and its and mine.casefold() != its.casefold() for mine, its in pairs
    )


@dataclass(frozen=True)
class Around:
    """What stands around the records: the forge that keeps them, and the program that it runs."""

    forge: Forge | None = None
    repository: str = ""  # https address
    program: Program | None = None

    @property
    def uses(self) -> str:
        """The program as a workflow of GitHub names it, to be filled in where it is not known."""
        return self.program.uses if self.program else UNNAMED

    @property
    def edit_uri(self) -> str:
        """The forge's editor for the pages of one's own, from the repository's address."""
        return ("-/" if self.forge == "gitlab" else "") + "edit/main/site/docs/"


UNNAMED = f"OWNER/pmoascode@{'0' * 40}"  # what GitHub cannot find, so that no check passes unasked


@dataclass(frozen=True)
class Answers:
    """What is to be known of an office before its first record can be written."""

    day: dt.date  # the first day of all assignments
    organisation: str
    head: Someone  # of the PMO
    manager: Someone  # of the first project
    project: str
    portfolio: str
    programme: str = ""  # empty: the project stands in the portfolio directly
    sponsor: Someone | None = None  # None, or the manager: the project waits for a sponsor
    currency: str = "EUR"
    fiscal_year_start: str = "01-01"
    reports_to: Superior = "chief-executive"
    department: str = ""  # of the director to whom the PMO reports
    superior: Someone | None = None  # who fills the post to which the PMO reports
    executive: Someone | None = None  # the chief executive, where the superior is a director
    reason: str = ""  # why the PMO reports there; empty: as usual
    start: dt.date | None = None  # the day of the answers if left out
    finish: dt.date | None = None
    budget: Decimal | None = None
    around: Around = field(default_factory=Around)

    @property
    def waits(self) -> bool:
        """Whether the first project has nobody yet who answers for its money."""
        return self.sponsor is None or same(self.sponsor, self.manager)

    @property
    def rationale(self) -> str:
        """Why the PMO reports where it does."""
        return self.reason or REASONS[self.reports_to]
