"""Waivers applied: the findings that stand, those that are excused, waivers that excuse nothing."""

import datetime as dt
from collections.abc import Iterable

from pmoascode.finding import Defect, Finding, Severity
from pmoascode.office import Office
from pmoascode.records.waiver import Waiver
from pmoascode.rule import Rule
from pmoascode.verdict.verdict import Waived

UNUSED = Defect(
    "waiver-unused",
    "A waiver excuses a finding that there is not.",
    "A waiver that is no longer needed would hide the next defect of its kind.",
    "Remove the waiver.",
    Severity.WARNING,
)


def after_waivers(
    findings: list[Finding], office: Office, rules: Iterable[Rule], today: dt.date
) -> tuple[list[Finding], tuple[Waived, ...], list[Finding]]:
    """The findings that stand, those that a waiver excuses, and the waivers that excuse nothing."""
    waivable = {rule.name for rule in rules if rule.waivable}
    live = {
        (w.rule, w.record): w
        for w in (office.law or office).all(Waiver)
        if w.holds_on(today) and w.rule in waivable
    }
    kept, waived = [], []
    for finding in findings:
        waiver = live.get((finding.rule, finding.record))
        if waiver:
            waived.append(Waived(finding, waiver))
        else:
            kept.append(finding)
    used = {w.waiver.id for w in waived}
    unused = [_unused(w, office) for w in live.values() if w.id not in used]
    return kept, tuple(waived), unused


def _unused(waiver: Waiver, office: Office) -> Finding:
    return Finding(
        UNUSED.name,
        UNUSED.severity,
        office.place(waiver.at("rule")),
        f"waiver {waiver.id} excuses {waiver.rule} on {waiver.record}, where nothing is found",
        UNUSED.remedy,
        record=waiver.name_in_full,
        keys=("rule",),
    )
