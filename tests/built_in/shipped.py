"""The records that come with the package, read once for all their tests."""

from functools import cache
from importlib.resources import files as resources
from pathlib import Path

import yaml

from pmoascode.office.loading import load
from pmoascode.office.office import Office
from pmoascode.records.kinds import KINDS
from pmoascode.records.lifecycle import Lifecycle
from pmoascode.records.role import Role
from pmoascode.worktree import files_in

PACKAGE = Path(str(resources("pmoascode")))
KIND_NAMES = {kind.name for kind in KINDS}
CAREER = {
    "pmo-coordinator": "entry",
    "junior-project-manager": "entry",
    "pmo-analyst": "intermediate",
    "project-manager": "intermediate",
    "business-analyst": "intermediate",
    "change-manager": "intermediate",
    "portfolio-manager": "senior",
    "programme-manager": "senior",
    "programme-director": "senior",
    "pmo-director": "executive",  # also called the head of PMO
    "chief-project-officer": "executive",
}
ON_THE_PROJECT = {
    "project-board",
    "sponsor",
    "senior-user",
    "senior-supplier",
    "project-assurance",
    "change-authority",
    "team-manager",
    "project-support",
    "business-change-manager",
    "benefit-owner",
    "risk-owner",
    "finance-owner",
}


@cache
def office() -> Office:
    return load(files_in(PACKAGE / "built_in"), {})


@cache
def roles() -> dict[str, Role]:
    return {role.id: role for role in office().all(Role)}


@cache
def lifecycles() -> dict[str, Lifecycle]:
    return {lifecycle.id: lifecycle for lifecycle in office().all(Lifecycle)}


@cache
def rules() -> set[str]:
    """The rules in force; a superseded one watches nothing."""
    catalogue = yaml.safe_load((PACKAGE / "rules" / "catalogue.yaml").read_bytes())
    return {name for name, entry in catalogue.items() if "superseded_by" not in entry}
