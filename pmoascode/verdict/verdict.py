"""What the rules say of an office on a day."""

import datetime as dt
from dataclasses import dataclass

from pmoascode.finding import Finding, Severity
from pmoascode.records.waiver import Waiver


@dataclass(frozen=True)
class Waived:
    """A finding that a waiver excuses, and the waiver."""

    finding: Finding
    waiver: Waiver


@dataclass(frozen=True)
class Skipped:
    """A rule that could not be asked, and why."""

    rule: str
    reason: str


@dataclass(frozen=True)
class Hints:
    """What the commits of a change suggest of who did it: no proof, so it counts for nothing."""

    suspected: tuple[Finding, ...] = ()  # at most warnings, sorted by place
    awaited: tuple[Finding, ...] = ()  # what would be found unless the right person approves
    unknown: tuple[str, ...] = ()  # addresses in the commits that are nobody's

    def __len__(self) -> int:
        return len(self.suspected) + bool(self.awaited) + bool(self.unknown)


@dataclass(frozen=True)
class Verdict:
    """What the rules say of an office on a day."""

    today: dt.date
    findings: tuple[Finding, ...]  # sorted by place; those that a waiver excuses are left out
    waived: tuple[Waived, ...]
    skipped: tuple[Skipped, ...]
    asked: int  # rules that were asked
    standing: tuple[Finding, ...] = ()  # of a change: found in the base already, and untouched
    hints: Hints = Hints()

    def count(self, severity: Severity) -> int:
        """How many findings have the severity."""
        return sum(f.severity is severity for f in self.findings)
