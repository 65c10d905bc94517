"""How well the records are kept: what each project lacks, and how old its figures are."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pmoascode.finding import Finding, Severity
from pmoascode.measures.health import Health
from pmoascode.office import Office, Work
from pmoascode.records.risk import Risk
from pmoascode.verdict import Verdict
from pmoascode.views.rule_catalogue import Entry


@dataclass(frozen=True, slots=True)
class Kept:
    """The records of one running project or programme."""

    work: Work
    errors: int
    warnings: int
    age: int | None  # days since the last report
    is_silent: bool
    risks_unreviewed: int  # open risks whose review has passed
    lacks: tuple[str, ...]  # what its record does not say


@dataclass(frozen=True, slots=True)
class Family:
    """The rules of one family: how many were asked, how many of them find nothing."""

    name: str
    rules: int
    clean: int
    findings: int


def kept(
    office: Office,
    healths: Mapping[str, Health],
    findings: Mapping[str, Sequence[Finding]],
    today: dt.date,
) -> tuple[Kept, ...]:
    """Each running project and programme, those with most to put right first."""
    found = []
    for health in healths.values():
        work = health.work
        if not work.is_running:
            continue
        numbers = Counter(finding.severity for finding in findings.get(work.id, ()))
        late = sum(
            risk.is_open and risk.review is not None and risk.review < today
            for risk in office.within(Risk, work)
        )
        found.append(
            Kept(
                work,
                numbers[Severity.ERROR],
                numbers[Severity.WARNING],
                health.freshness.age,
                health.freshness.is_overdue,
                late,
                _lacking(work),
            )
        )
    return tuple(sorted(found, key=_worst))


def families(entries: Sequence[Entry], verdict: Verdict) -> tuple[Family, ...]:
    """The families of the rules that were asked, in the catalogue's order."""
    skipped = {each.rule for each in verdict.skipped}
    numbers = Counter(finding.rule for finding in verdict.findings)
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.name not in skipped:
            found.setdefault(entry.family, []).append(entry)
    return tuple(
        Family(
            name,
            len(rules),
            sum(not numbers[rule.name] for rule in rules),
            sum(numbers[rule.name] for rule in rules),
        )
        for name, rules in found.items()
    )


def _lacking(work: Work) -> tuple[str, ...]:
    from_record = {
        "an approved end": work.finish is None or work.finish.baseline is None,
        "a forecast of its end": work.finish is None
        or (work.finish.forecast is None and work.finish.actual is None),
        "milestones": not work.milestones,
    }
    return tuple(name for name, is_missing in from_record.items() if is_missing)


def _worst(each: Kept) -> tuple[int, int, int, str]:
    return (-each.errors, -each.warnings, -each.risks_unreviewed - len(each.lacks), each.work.name)
