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
    ("office", "today"),
)


def after_waivers(
    findings: list[Finding], office: Office, rules: Iterable[Rule], today: dt.date
) -> tuple[list[Finding], tuple[Waived, ...], list[Finding]]:
    """The findings that stand, those that a waiver excuses, and the waivers that excuse nothing."""
    waivable = {rule.name for rule in rules if rule.waivable}
    live: dict[tuple[str, str], list[Waiver]] = {}
    for waiver in (office.law or office).all(Waiver):
        if waiver.holds_on(today) and waiver.rule in waivable:
            live.setdefault((waiver.rule, waiver.record), []).append(waiver)
    kept, waived = [], []
    used: set[str] = set()
    for finding in findings:
        told = live.get((finding.rule, finding.record), ())
        excuses = [waiver for waiver in told if _is_meant(finding, waiver)]
        used |= {waiver.id for waiver in excuses}
        if excuses:
            waived.append(Waived(finding, max(excuses, key=lambda w: (w.expires, w.id))))
        else:
            kept.append(finding)
    idle = (waiver for told in live.values() for waiver in told if waiver.id not in used)
    unused = [_unused(waiver, office) for waiver in idle]
    return kept, tuple(waived), unused


def _is_meant(finding: Finding, waiver: Waiver) -> bool:
    """Whether the waiver is for the whole record, or for the field that the finding is about."""
    if waiver.at_field is None:
        return True
    keys = ".".join(str(key) for key in finding.keys)
    return f".{waiver.at_field}." in f".{keys}."


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
