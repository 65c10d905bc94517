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
class Verdict:
    """What the rules say of an office on a day."""

    today: dt.date
    findings: tuple[Finding, ...]  # sorted by place; those that a waiver excuses are left out
    waived: tuple[Waived, ...]
    skipped: tuple[Skipped, ...]
    asked: int  # rules that were asked
    standing: tuple[Finding, ...] = ()  # of a change: found in the base already, and untouched

    def count(self, severity: Severity) -> int:
        """How many findings have the severity."""
        return sum(f.severity is severity for f in self.findings)
