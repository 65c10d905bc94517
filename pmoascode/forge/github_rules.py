"""The rules of a branch as GitHub's API gives them.

https://docs.github.com/rest/repos/rules: a ruleset by its id, or the rules of a branch;
https://docs.github.com/rest/branches/branch-protection: the protection that came before rulesets.
"""

from collections.abc import Iterable
from dataclasses import replace

import msgspec
from msgspec import Struct, field

from pmoascode.finding import CannotRun
from pmoascode.forge.branch_rules import BranchRules, Required

_LARGEST = 4 * 1024 * 1024  # bytes
_WRONG = (
    "the file of rules is no answer of the API that tells rules; fetch it with: gh api "
    "repos/OWNER/NAME/rules/branches/main"
)


class _Check(Struct):
    context: str
    integration_id: int | None = None
    app_id: int | None = None


class _Parameters(Struct):
    required_approving_review_count: int = 0
    require_code_owner_review: bool = False
    dismiss_stale_reviews_on_push: bool = False
    require_last_push_approval: bool = False
    required_status_checks: tuple[_Check, ...] = ()
    strict_required_status_checks_policy: bool = False


class _Rule(Struct):
    type: str
    parameters: _Parameters = field(default_factory=_Parameters)


class _Names(Struct):
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


class _Conditions(Struct):
    ref_name: _Names | None = None


class _Ruleset(Struct):
    rules: tuple[_Rule, ...]
    enforcement: str = "active"
    target: str = "branch"
    conditions: _Conditions | None = None
    bypass_actors: tuple[msgspec.Raw, ...] | None = None


class _Switch(Struct):
    enabled: bool = False


class _Reviews(Struct):
    required_approving_review_count: int = 0
    require_code_owner_reviews: bool = False
    dismiss_stale_reviews: bool = False
    require_last_push_approval: bool = False


class _Checks(Struct):
    strict: bool = False
    contexts: tuple[str, ...] = ()
    checks: tuple[_Check, ...] = ()


class _Protection(Struct):
    """The protection of one branch as it was before rulesets."""

    enforce_admins: _Switch = field(default_factory=_Switch)
    allow_force_pushes: _Switch = field(default_factory=_Switch)
    allow_deletions: _Switch = field(default_factory=_Switch)
    required_pull_request_reviews: _Reviews | None = None
    required_status_checks: _Checks | None = None


def branch_rules(content: bytes) -> BranchRules:
    """The rules that the file holds.

    Raises:
        CannotRun: the file is too large, is no JSON, or is another answer of the API.
    """
    if len(content) > _LARGEST:
        raise CannotRun(f"the file of rules is larger than {_LARGEST // 1024 // 1024} MiB")
    try:
        said = msgspec.json.decode(content, type=dict[str, msgspec.Raw] | list[msgspec.Raw])
        if isinstance(said, list):
            return _of_branch(content)
        if "rules" in said:
            return _of_ruleset(msgspec.json.decode(content, type=_Ruleset))
        if "enforce_admins" in said:
            return _of_protection(msgspec.json.decode(content, type=_Protection))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise CannotRun(f"the file of rules cannot be used: {str(error)[:200]}") from error
    raise CannotRun(_WRONG)


def _of_branch(content: bytes) -> BranchRules:
    try:
        return _of_rules(msgspec.json.decode(content, type=tuple[_Rule, ...]))
    except msgspec.ValidationError as error:  # a list of rulesets, which does not tell their rules
        raise CannotRun(_WRONG) from error


def _of_ruleset(ruleset: _Ruleset) -> BranchRules:
    names = ruleset.conditions and ruleset.conditions.ref_name
    covers = tuple(name for name in names.include if name not in names.exclude) if names else ()
    rules = _of_rules(ruleset.rules)
    actors = ruleset.bypass_actors
    return replace(
        rules,
        is_enforced=ruleset.enforcement == "active" and ruleset.target == "branch",
        covers=covers,
        bypasses=None if actors is None else len(actors),
    )


def _of_rules(rules: Iterable[_Rule]) -> BranchRules:
    asked: dict[str, list[_Parameters]] = {}
    for rule in rules:
        asked.setdefault(rule.type, []).append(rule.parameters)
    reviews, checks = asked.get("pull_request", []), asked.get("required_status_checks", [])
    return BranchRules(
        pull_request=bool(reviews),
        approvals=max((each.required_approving_review_count for each in reviews), default=0),
        by_code_owners=any(each.require_code_owner_review for each in reviews),
        dismisses_stale=any(each.dismiss_stale_reviews_on_push for each in reviews),
        needs_last_push=any(each.require_last_push_approval for each in reviews),
        checks=tuple(
            Required(check.context, check.integration_id)
            for each in checks
            for check in each.required_status_checks
        ),
        is_up_to_date=any(each.strict_required_status_checks_policy for each in checks),
        has_queue="merge_queue" in asked,
        blocks_force_push="non_fast_forward" in asked,
        blocks_deletion="deletion" in asked,
    )


def _of_protection(said: _Protection) -> BranchRules:
    reviews, checks = said.required_pull_request_reviews, said.required_status_checks
    named = checks.checks if checks else ()
    known = {check.context for check in named}
    return BranchRules(
        pull_request=reviews is not None,
        approvals=reviews.required_approving_review_count if reviews else 0,
        by_code_owners=bool(reviews and reviews.require_code_owner_reviews),
        dismisses_stale=bool(reviews and reviews.dismiss_stale_reviews),
        needs_last_push=bool(reviews and reviews.require_last_push_approval),
        checks=(
            *(Required(check.context, check.app_id) for check in named),
            *(Required(name) for name in (checks.contexts if checks else ()) if name not in known),
        ),
        is_up_to_date=bool(checks and checks.strict),
        blocks_force_push=not said.allow_force_pushes.enabled,
        blocks_deletion=not said.allow_deletions.enabled,
        bypasses=0 if said.enforce_admins.enabled else 1,
    )
