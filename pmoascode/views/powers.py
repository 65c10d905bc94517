"""What a role may decide: gates by tier, amounts, waivers, as the policy and lifecycles have it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import get_args

from pmoascode.office import Office, Work
from pmoascode.records.fields import Tier
from pmoascode.records.lifecycle import Lifecycle

_CHANGES = ("sponsor", "change-authority")  # who decides on change requests, within the limit
_TIERS: tuple[Tier, ...] = get_args(Tier)


@dataclass(frozen=True, slots=True)
class GatePower:
    """One gate of one lifecycle that the role may decide, alone or as well as others."""

    gate: str  # title
    lifecycle: str  # title
    tiers: tuple[Tier, ...]  # of the projects; all of them where every tier counts


@dataclass(frozen=True, slots=True)
class Powers:
    """What the holders of one role may decide."""

    gates: tuple[GatePower, ...]
    limit: Decimal | None  # the largest amount; None where the policy sets none
    above: str  # the role with the next higher limit; empty where none has one
    changes: bool  # whether change requests are theirs to decide
    waivers: bool

    @property
    def is_any(self) -> bool:
        """Whether the role decides anything."""
        return bool(self.gates or self.limit is not None or self.changes or self.waivers)


def powers(office: Office, role: str) -> Powers:
    """What the role may decide in the lifecycles that the office's work follows."""
    policy = office.policy
    return Powers(
        tuple(_gates(office, role)),
        policy.approvals.limits.get(role),
        _next_higher(policy.approvals.limits, role),
        role in _CHANGES,
        role in policy.waivers.approvers,
    )


def _next_higher(limits: Mapping[str, Decimal], role: str) -> str:
    own = limits.get(role)
    higher = [(limit, each) for each, limit in limits.items() if own is not None and limit > own]
    return min(higher)[1] if higher else ""


def _gates(office: Office, role: str) -> Iterator[GatePower]:
    works: tuple[Work, ...] = (*office.programmes, *office.projects)
    followed = (office.lifecycle(work) for work in works)
    used = {lifecycle.id for lifecycle in followed if lifecycle}
    for lifecycle in office.known(Lifecycle):
        if lifecycle.id not in used:
            continue
        for gate in lifecycle.gates.values():
            tiers = tuple(tier for tier in _TIERS if role in gate.approvers_for(tier))
            if tiers:
                yield GatePower(gate.title, lifecycle.title, tiers)
