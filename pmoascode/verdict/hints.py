"""Hints: rules about who did it, asked of what the commits of a change say of themselves.

Anybody can write any name into a commit. So a hint never blocks, and nothing that a commit says
lets a change pass that would else be stopped: what the forge says is asked of the same rules.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from pmoascode.finding import Finding, Severity, order
from pmoascode.forge import PullRequest, unknown_addresses
from pmoascode.office import Office
from pmoascode.rule import Rule
from pmoascode.verdict.judging import found_by, is_asked
from pmoascode.verdict.verdict import Hints
from pmoascode.verdict.waiving import after_waivers

# Rules that accuse the author of a commit: they are worth a warning before anybody has reviewed.
SUSPECTING = frozenset(
    {"approver-is-author", "own-limits-changed", "self-appointment", "unknown-author"}
)
# Rules that ask for somebody's approval, which is still to come while the work is at the desk.
AWAITING = frozenset(
    {
        "dependency-confirmed-for-other-side",
        "policy-changed-without-owner",
        "report-in-another-name",
        "role-given-without-authority",
        "sign-off-in-another-name",
        "too-many-projects-touched",
    }
)


def hints(
    head: Office, base: Office, rules: Iterable[Rule], said: PullRequest, today: dt.date
) -> Hints:
    """What the rules suggest of the change from base to head if its commits told the truth."""
    office = head.under(base)
    inputs = {
        "office": office,
        "today": today,
        "before": base,
        "authority": base,
        "pull_request": said,
    }
    about_people = [
        rule
        for rule in rules
        if rule.name in SUSPECTING | AWAITING and is_asked(rule, office.policy.profile)
    ]
    found = [finding for rule in about_people for finding in found_by(rule, office, inputs)]
    kept, _, _ = after_waivers(found, office, about_people, today)
    return Hints(_sorted(kept, SUSPECTING), _sorted(kept, AWAITING), unknown_addresses(said, base))


def _sorted(found: Iterable[Finding], names: frozenset[str]) -> tuple[Finding, ...]:
    """The findings of the rules of these names, none of them more than a warning."""
    meant = (each for each in found if each.rule in names)
    mild = (replace(each, severity=min(each.severity, Severity.WARNING)) for each in meant)
    return tuple(sorted(mild, key=order))
