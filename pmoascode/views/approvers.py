"""Who may approve what of a project: the gates of its lifecycle, and amounts of money."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from pmoascode.measures.responsibility import holders
from pmoascode.office import Office, Work
from pmoascode.records.assignment import Assignment


@dataclass(frozen=True, slots=True)
class Approver:
    """A role that may decide, and who holds it for the work on the day."""

    role: str
    people: tuple[Assignment, ...]


@dataclass(frozen=True, slots=True)
class GateApprovers:
    """One decision and the roles of which any one may take it."""

    title: str  # of the gate
    opens: str  # title of the phase behind it; empty for the end of the last
    approvers: tuple[Approver, ...]


@dataclass(frozen=True, slots=True)
class Limit:
    """Up to which amount a role may approve a change, funding or an exception."""

    amount: Decimal
    approver: Approver


def gate_approvers(office: Office, work: Work, today: dt.date) -> tuple[GateApprovers, ...]:
    """The gates of the work's lifecycle in order, with those who may approve each."""
    lifecycle = office.lifecycle(work)
    if lifecycle is None:
        return ()
    tier = office.tier(work)
    return tuple(
        GateApprovers(
            gate.title,
            lifecycle.phases[gate.before].title if gate.before in lifecycle.phases else "",
            tuple(approver(role, office, work, today) for role in gate.approvers_for(tier)),
        )
        for gate in lifecycle.gates.values()
    )


def limits(office: Office, work: Work, today: dt.date) -> tuple[Limit, ...]:
    """What the policy lets each role approve, the smallest amount first."""
    stated = sorted(office.policy.approvals.limits.items(), key=lambda item: (item[1], item[0]))
    return tuple(Limit(amount, approver(role, office, work, today)) for role, amount in stated)


def approver(role: str, office: Office, work: Work, today: dt.date) -> Approver:
    """The role, and who holds it for the work on the day."""
    return Approver(role, holders(role, work, office, today))
