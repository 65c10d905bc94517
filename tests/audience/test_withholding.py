"""What the rules say of skills and development is no matter of readers."""

import ast
import datetime as dt
import inspect
import sys

import pytest

from pmoascode.audience import for_readers
from pmoascode.finding import Finding, Place, Severity
from pmoascode.records.person import PERSONAL as FIELDS
from pmoascode.records.record import Keys
from pmoascode.records.waiver import Waiver
from pmoascode.rule import Rule
from pmoascode.rules import RULES
from pmoascode.verdict import Verdict, Waived
from tests.views.test_people_and_roles import office_with

TODAY = dt.date(2026, 11, 10)
OWN = """\
title: A manager without a mentor
judges: person
must: has(person.mentor)
message: "{person.name} has no mentor"
"""
WAIVER = """\
rule: manager-too-junior
record: project/apollo
reason: Nora guides him.
risk: He learns as he goes.
compensation: A talk each week.
requested_by: tom-berg
approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-03}
created: 2026-11-02
expires: 2026-11-20
"""


def finding(rule: str, path: str = "projects/apollo/project.yaml", keys: Keys = ()) -> Finding:
    return Finding(rule, Severity.WARNING, Place(path), "said", keys=keys)


PUBLIC = (
    finding("report-overdue"),
    finding("reference-to-missing-record", "people/tom-berg.yaml", ("unit",)),
)
HIDDEN = (
    finding("manager-too-junior"),
    finding("promotion-without-evidence", "people/tom-berg.yaml", ("career_role",)),
    finding("dates-out-of-order", "people/tom-berg.yaml", ("certifications", 0, "expires")),
    finding("out-of-range", "people/tom-berg.yaml"),  # reading names no field
    finding("manager-without-mentor"),
)


@pytest.mark.parametrize(("personal", "kept"), [("false", PUBLIC), ("true", PUBLIC + HIDDEN)])
def test_readers_get_what_the_policy_publishes(personal: str, kept: tuple[Finding, ...]) -> None:
    office = office_with(
        {
            "policy/policy.yaml": f"people: {{publish: full, personal: {personal}}}\n",
            "policy/rules/manager-without-mentor.yaml": OWN,
            "policy/waivers/junior.yaml": WAIVER,
        }
    )
    assert not office.findings
    waived = tuple(Waived(each, office.all(Waiver)[0]) for each in PUBLIC + HIDDEN)
    whole = Verdict(TODAY, PUBLIC + HIDDEN, waived, (), 5, standing=PUBLIC + HIDDEN)
    found = for_readers(whole, office)
    assert (found.findings, found.standing) == (kept, kept)
    assert tuple(each.finding for each in found.waived) == kept


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_that_reads_personal_fields_says_so(rule: Rule) -> None:
    source = inspect.getsource(sys.modules[rule.judge.__module__])
    read = {
        node.attr
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) in ("person", "known", "was")
    }
    if read & FIELDS:
        assert rule.is_personal
