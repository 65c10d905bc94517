"""Who must agree to a change of what everybody is judged by: the owners of policy and of roles."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from pmoascode.change import RecordChange, as_known
from pmoascode.forge import (
    PullRequest,
    approvers,
    author_person,
    committer_people,
    signs,
)
from pmoascode.office import Office
from pmoascode.office.holding import above
from pmoascode.records.assignment import Assignment
from pmoascode.records.delegation import Delegation
from pmoascode.records.lifecycle import Lifecycle
from pmoascode.records.own_rule import OwnRule
from pmoascode.records.person import Person
from pmoascode.records.policy import Policy
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.raci import RaciRow
from pmoascode.records.record import Record
from pmoascode.records.role import Role
from pmoascode.records.standard import Standard
from pmoascode.records.waiver import Waiver

POLICY: tuple[type[Record], ...] = (Lifecycle, OwnRule, Policy, RaciRow, Role, Standard, Waiver)
GOVERNING = (
    "chief-project-officer",
    "pmo-director",
    "portfolio-manager",
    "programme-director",
    "programme-manager",
    "sponsor",
)
_IDENTITY = ("email", "identities")
_OWNERS = (("pmo-director",), ("chief-project-officer", "portfolio-manager"))


def is_policy(change: RecordChange) -> bool:
    """Whether it changes what others are judged by: the policy, or who a known person is.

    A waiver that goes excuses nobody any more, so its removal is free.
    """
    if isinstance(change.record, Person):
        return any(field.keys[0] in _IDENTITY for field in change.fields)
    if isinstance(change.record, Waiver) and change.after is None:
        return False
    return isinstance(change.record, POLICY)


def policy_owners(authority: Office, today: dt.date) -> frozenset[str]:
    """The people who own the policy: who leads the PMO, or who leads the portfolios without one."""
    for roles in _OWNERS:
        found = _holders(roles, authority, today)
        if found:
            return found
    return frozenset()


def owners(change: RecordChange, authority: Office, today: dt.date) -> frozenset[str]:
    """The people who own what is changed: besides those of the policy, whomever it speaks for."""
    record = change.before or change.record
    everybody = policy_owners(authority, today)
    if isinstance(record, Waiver):
        return _holders(authority.policy.waivers.approvers, authority, today) or everybody
    if isinstance(record, Delegation):
        return everybody | {record.by}
    return everybody | {record.id} if isinstance(record, Person) else everybody


def governors(scope: str, office: Office, authority: Office, today: dt.date) -> frozenset[str]:
    """The people who may appoint and set limits on the scope, or above it where it was before."""
    work = office.find(Project, scope) or office.find(Programme, scope)
    known = authority.find(Project, scope) or authority.find(Programme, scope)
    placed = as_known(work, authority, office) if work else known
    near = {scope, *(each.id for each in above(placed, authority))} if placed else {scope}
    units = authority.organisation.units if authority.organisation else {}
    return policy_owners(authority, today) | {
        a.person
        for a in authority.all(Assignment)
        if a.role in GOVERNING and a.holds_on(today) and (a.scope_id in near or a.scope_id in units)
    }


def is_owned(owners: Collection[str], pull_request: PullRequest, authority: Office) -> bool:
    """Whether one of the owners wrote or approved it; where there are none, anybody approved."""
    if not owners:
        return bool(approvers(pull_request, authority))
    return any(signs(pull_request, authority, id) for id in sorted(owners))


def is_backed(people: Collection[str], pull_request: PullRequest, authority: Office) -> bool:
    """Whether one of the people, who had no hand in it, approved; anybody where there are none."""
    approved: Any = approvers(pull_request, authority).keys()
    return not approved.isdisjoint(people) if people else bool(approved)


def not_backed(pull_request: PullRequest) -> str:
    """That nobody above approved, or that nobody can tell as long as no review is known."""
    if pull_request.is_hearsay:
        return "whether somebody above approves it is not seen here"
    return "nobody above has approved that"


def hands(pull_request: PullRequest, authority: Office) -> frozenset[str]:
    """The people who opened the pull request or have commits in it."""
    people = (*committer_people(pull_request, authority), author_person(pull_request, authority))
    return frozenset(person.id for person in people if person)


def _holders(roles: Collection[str], authority: Office, today: dt.date) -> frozenset[str]:
    return frozenset(
        a.person for a in authority.all(Assignment) if a.role in roles and a.holds_on(today)
    )
