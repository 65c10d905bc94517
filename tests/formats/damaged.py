"""A change to the valid office: the fixed verdict of all formats.

One defect stood before and one is waived. The change brings a misspelt word, a name full of other
languages' marks on a project with an unknown owner, a file in the wrong place, and a warning.
"""

import datetime as dt
from functools import cache

from pmoascode.finding import Severity
from pmoascode.formats.result import Result
from pmoascode.office import Office
from pmoascode.rules import RULES
from pmoascode.verdict import Verdict, judge_change
from tests.gate.requests import text, with_files

TODAY = dt.date(2026, 11, 10)
HOSTILE = (
    "Hermes <img src=x onerror=alert(1)> [here](https://evil.example) @all #12 ::error:: ##[x]%0A`"
)

_ASKED = frozenset(
    {
        "dependency-late-unmarked",
        "reference-to-missing-record",
        "risk-owner-without-role",
        "risk-review-overdue",
        "self-appointment",  # not asked, since there is no pull request
        "unknown-author",
    }
)
_RULES = tuple(rule for rule in RULES if rule.name in _ASKED)  # so that a new one alters nothing
_APOLLO = "projects/apollo/project.yaml"
_HERMES = "projects/hermes/project.yaml"
_RISKS = "projects/apollo/risks.yaml"
_WAIVER = """\
rule: risk-review-overdue
record: risk/apollo/vendor-late
reason: The vendor <b>names</b> a new lead in a week.
risk: The risk grows unseen.
compensation: A call each Friday.
requested_by: tom-berg
approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
created: 2026-11-02
expires: 2026-11-30
"""
BEFORE = {
    "policy/policy.yaml": text("policy/policy.yaml") + "people: {publish: full}\n",
    "policy/waivers/vendor-late.yaml": _WAIVER,
    "people/sam-okoro.yaml": text("people/sam-okoro.yaml") + "publish: initials\n",
    _HERMES: text(_HERMES).replace("forecast: 2027-01-29", "forecast: 2027-04-29"),
    _RISKS: text(_RISKS).replace("reviewed: 2026-11-02", "reviewed: 2026-08-03"),
}
AFTER = {
    **BEFORE,
    _APOLLO: text(_APOLLO).replace("method: hybrid", "method: hybird"),
    _HERMES: BEFORE[_HERMES]
    .replace("name: Hermes address service", f"name: '{HOSTILE}'")
    .replace("owner: sam-okoro", "owner: nobody-known"),
    _RISKS: BEFORE[_RISKS].replace("owner: tom-berg\n  raised", "owner: sam-okoro\n  raised", 1),
    "people/new-person.yml": "name: New Person\n",
}
"""The files before the change and after it, laid over the valid office."""


def head(more: dict[str, str] | None = None) -> Office:
    """The office after the change, with more files laid over it."""
    return _judged(tuple((more or {}).items()))[0]


def verdict(more: dict[str, str] | None = None) -> Verdict:
    """What the rules say of the change."""
    return _judged(tuple((more or {}).items()))[1]


@cache
def _judged(more: tuple[tuple[str, str], ...]) -> tuple[Office, Verdict]:
    office = with_files({**AFTER, **dict(more)})
    return office, judge_change(office, with_files(BEFORE), _RULES, today=TODAY)


def result(
    more: dict[str, str] | None = None,
    *,
    fail_on: Severity = Severity.ERROR,
    quiet: bool = False,
) -> Result:
    """The verdict as the formats are given it."""
    office = head(more)
    return Result(
        verdict(more),
        office,
        "1.2.3",
        "portfolio/",
        before=with_files(BEFORE),
        below="portfolio",
        in_tree=office.own_files,
        is_change=True,
        fail_on=fail_on,
        quiet=quiet,
    )
