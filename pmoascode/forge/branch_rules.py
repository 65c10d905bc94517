"""What a forge asks before something is merged into a branch."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Required:
    """A check that has to pass."""

    name: str
    source: int | None = None  # the number of the program that may report it; None for any


@dataclass(frozen=True)
class BranchRules:
    """What is asked before a merge; several rules together ask for all that any of them does."""

    is_enforced: bool = True
    covers: tuple[str, ...] | None = None  # names of branches; None where it is not said
    pull_request: bool = False
    approvals: int = 0
    by_code_owners: bool = False
    dismisses_stale: bool = False
    needs_last_push: bool = False
    checks: tuple[Required, ...] = ()
    is_up_to_date: bool = False  # the branch must hold the newest state of its target
    has_queue: bool = False
    blocks_force_push: bool = False
    blocks_deletion: bool = False
    bypasses: int | None = None  # who may pass over it all; None where it is not said
