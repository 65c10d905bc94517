"""Who did it, by what GitHub and GitLab say of a pull request: its author, reviews and commits."""

from pmoascode.forge.address import browsable
from pmoascode.forge.branch_rules import BranchRules
from pmoascode.forge.github_rules import branch_rules
from pmoascode.forge.hearsay import hearsay, unknown_addresses
from pmoascode.forge.people import (
    approvers,
    author_person,
    committer_people,
    consents,
    person_at,
    person_of,
    signs,
    unknown_accounts,
)
from pmoascode.forge.pull_request import (
    Account,
    Forge,
    Maker,
    PullCommit,
    PullRequest,
    Review,
    State,
)
from pmoascode.forge.reading import LARGEST, read
from pmoascode.forge.web import Web, web

__all__ = [
    "browsable",
    "BranchRules",
    "branch_rules",
    "read",
    "LARGEST",
    "Web",
    "web",
    "PullRequest",
    "PullCommit",
    "Review",
    "Account",
    "Maker",
    "Forge",
    "State",
    "person_at",
    "person_of",
    "author_person",
    "committer_people",
    "approvers",
    "consents",
    "signs",
    "unknown_accounts",
    "hearsay",
    "unknown_addresses",
]
