"""A waiver: one rule that one record may break until a day."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from pmoascode.acts.deciding import Decided, role_for, say_signature, sign_off_of
from pmoascode.acts.draft import Draft
from pmoascode.acts.drafting import Drafting
from pmoascode.document import Files
from pmoascode.exchange.cleaning import slug
from pmoascode.finding import CannotRun, Finding
from pmoascode.office import Office
from pmoascode.records.assignment import Assignment
from pmoascode.records.person import Person
from pmoascode.rule import Rule


def waived(
    office: Office,
    files: Files,
    rule: Rule,
    record: str,
    fields: Mapping[str, Any],
    decided: Decided,
) -> Draft:
    """A waiver of the rule for the record; `fields` is what it says besides.

    Raises:
        CannotRun: the rule cannot be waived, is waived already, or the person may not grant it.
    """
    if not rule.waivable:
        raise CannotRun(f"{rule.name} cannot be waived; `pmo explain {rule.name}` says why")
    drafting = Drafting(files)
    id = slug(f"{record.rpartition('/')[2]}-{rule.name}")
    path = f"policy/waivers/{id}.yaml"
    if drafting.has(path):
        raise CannotRun(f"{path} is there already; `pmo withdraw waiver/{id}` removes it")
    role, _ = role_for(decided, None, office, office.policy.waivers.approvers)
    signed = {"approved": sign_off_of(decided, role)}
    drafting.make(path, {"rule": rule.name, "record": record, **fields, **signed})
    drafting.say(
        f"{rule.name} is waived for {record} until {fields['expires']}, once this is merged:"
        " in a pull request of its own, before the change that needs it."
    )
    say_signature(drafting, decided)
    return drafting.draft


def grantor(office: Office, day: dt.date, asking: Person) -> Person | None:
    """Who may grant a waiver to the person; None where nobody or more than one can be asked."""
    found = {
        a.person
        for a in office.all(Assignment)
        if a.role in office.policy.waivers.approvers and a.holds_on(day) and a.person != asking.id
    }
    return office.person(found.pop()) if len(found) == 1 else None


def longest(office: Office, day: dt.date) -> dt.date:
    """The last day on which a waiver of the day may still hold."""
    return office.policy.waivers.longest.after(day)


def excused(findings: Iterable[Finding], rule: str, record: str) -> bool:
    """Whether there is something for the waiver to excuse."""
    return any((finding.rule, finding.record) == (rule, record) for finding in findings)
