"""What GitHub says of the rules of a branch, in its three ways."""

import json
from typing import Any

import pytest

from pmoascode.finding import CannotRun
from pmoascode.forge import BranchRules, branch_rules
from pmoascode.forge.branch_rules import Required

PULL_REQUEST = {
    "type": "pull_request",
    "parameters": {
        "required_approving_review_count": 1,
        "dismiss_stale_reviews_on_push": True,
        "require_code_owner_review": True,
        "require_last_push_approval": True,
        "required_review_thread_resolution": False,
        "allowed_merge_methods": ["merge", "squash"],
    },
}
CHECKS = {
    "type": "required_status_checks",
    "parameters": {
        "strict_required_status_checks_policy": True,
        "do_not_enforce_on_create": False,
        "required_status_checks": [{"context": "records", "integration_id": 15368}],
    },
}
QUEUE = {"type": "merge_queue", "parameters": {"merge_method": "MERGE", "max_entries_to_build": 5}}
RULES: list[dict[str, Any]] = [
    PULL_REQUEST,
    CHECKS,
    {"type": "non_fast_forward"},
    {"type": "deletion"},
]
ALL = BranchRules(
    pull_request=True,
    approvals=1,
    by_code_owners=True,
    dismisses_stale=True,
    needs_last_push=True,
    checks=(Required("records", 15368),),
    is_up_to_date=True,
    blocks_force_push=True,
    blocks_deletion=True,
)
RULESET = {
    "id": 42,
    "name": "main",
    "target": "branch",
    "enforcement": "active",
    "conditions": {"ref_name": {"include": ["~DEFAULT_BRANCH"], "exclude": []}},
    "bypass_actors": [],
    "rules": RULES,
}
PROTECTION = {
    "url": "https://api.github.com/repos/harbour/office/branches/main/protection",
    "required_status_checks": {
        "strict": True,
        "contexts": ["records"],
        "checks": [{"context": "records", "app_id": 15368}],
    },
    "required_pull_request_reviews": {
        "dismiss_stale_reviews": True,
        "require_code_owner_reviews": True,
        "required_approving_review_count": 1,
        "require_last_push_approval": True,
    },
    "enforce_admins": {"enabled": True},
    "allow_force_pushes": {"enabled": False},
    "allow_deletions": {"enabled": False},
}


def read(said: object) -> BranchRules:
    return branch_rules(json.dumps(said).encode())


def with_(rules: BranchRules, **changes: Any) -> dict[str, Any]:
    return {**vars(rules), **changes}


def test_the_rules_of_a_branch() -> None:
    told = [
        {**rule, "ruleset_source_type": "Repository", "ruleset_source": "harbour/office"}
        for rule in RULES
    ]
    assert read(told) == ALL


def test_a_ruleset() -> None:
    assert vars(read(RULESET)) == with_(ALL, covers=("~DEFAULT_BRANCH",), bypasses=0)


def test_the_older_protection_of_a_branch() -> None:
    assert vars(read(PROTECTION)) == with_(ALL, bypasses=0)


@pytest.mark.parametrize(
    ("said", "changes"),
    [
        ({"enforcement": "evaluate"}, {"is_enforced": False}),
        ({"enforcement": "disabled"}, {"is_enforced": False}),
        ({"target": "tag"}, {"is_enforced": False}),
        ({"bypass_actors": [{"actor_id": 5, "actor_type": "RepositoryRole"}]}, {"bypasses": 1}),
        (
            {"conditions": {"ref_name": {"include": ["~ALL", "x"], "exclude": ["x"]}}},
            {"covers": ("~ALL",)},
        ),
        ({"rules": [*RULES, QUEUE]}, {"has_queue": True}),
        ({"rules": RULES[1:]}, dict.fromkeys(("pull_request", "approvals"), 0)),
    ],
)
def test_what_a_ruleset_leaves_open(said: dict[str, Any], changes: dict[str, Any]) -> None:
    found = vars(read({**RULESET, **said}))
    assert {name: found[name] for name in changes} == changes


def test_several_rules_of_a_kind_ask_for_all() -> None:
    more = {"type": "pull_request", "parameters": {"required_approving_review_count": 2}}
    check = {
        "type": "required_status_checks",
        "parameters": {"required_status_checks": [{"context": "tests"}]},
    }
    found = read([*RULES, more, check])
    assert (found.approvals, found.by_code_owners) == (2, True)
    assert found.checks == (Required("records", 15368), Required("tests"))


def test_an_unprotected_branch_has_no_rules() -> None:
    assert read([]) == BranchRules()


def test_the_older_protection_knows_checks_without_a_source() -> None:
    said = {**PROTECTION, "required_status_checks": {"contexts": ["records"]}}
    assert read(said).checks == (Required("records"),)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[1]",
        b'"x"',
        b"\xff",
        b"{}",
        json.dumps({"message": "Not Found", "status": "404"}).encode(),
        json.dumps([{"id": 42, "name": "main", "enforcement": "active"}]).encode(),
        json.dumps({"rules": [{"type": "pull_request", "parameters": []}]}).encode(),
        b"[" * 100_000,
        b" " * (4 * 1024 * 1024 + 1),
    ],
)
def test_another_answer_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(CannotRun, match=r"^the file of rules [^\n]+$"):
        branch_rules(content)
