"""What the rules say of people's skills and development stays at the desk."""

import re
from collections.abc import Collection
from dataclasses import replace

from pmoascode.audience.shown import tells_personal
from pmoascode.finding import Finding
from pmoascode.office import Office
from pmoascode.records.own_rule import OwnRule
from pmoascode.records.person import PERSONAL as FIELDS
from pmoascode.rules import PERSONAL as RULES
from pmoascode.verdict import Verdict

_FIELD = re.compile(rf"\b({'|'.join(sorted(FIELDS))})\b")


def for_readers(verdict: Verdict, office: Office) -> Verdict:
    """The verdict without what it says of personal matters, unless the policy publishes them."""
    if tells_personal(office):
        return verdict
    rules = RULES | {own.id for own in office.all(OwnRule) if _reads_personal(own)}
    return replace(
        verdict,
        findings=_public(verdict.findings, rules),
        waived=tuple(each for each in verdict.waived if not _is_personal(each.finding, rules)),
        standing=_public(verdict.standing, rules),
    )


def _reads_personal(own: OwnRule) -> bool:
    """Whether a rule of the office's own may speak of a personal field."""
    return bool(_FIELD.search(f"{own.when or ''} {own.must} {own.message}"))


def _public(findings: tuple[Finding, ...], rules: Collection[str]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if not _is_personal(finding, rules))


def _is_personal(finding: Finding, rules: Collection[str]) -> bool:
    """Whether it tells of somebody's skills and the like; what reading finds may do so too."""
    if finding.rule in rules:
        return True
    in_person = finding.place.path.startswith("people/")
    return in_person and (not finding.keys or finding.keys[0] in FIELDS)
