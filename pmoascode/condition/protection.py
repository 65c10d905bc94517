"""Whether the forge lets nothing in that was not checked and approved, as far as it was asked."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from pmoascode.condition.github_checks import judges
from pmoascode.condition.remark import Remark
from pmoascode.condition.setup import Setup
from pmoascode.forge import BranchRules, browsable

_WHERE = "Settings, Rules, Rulesets"
_ALL = ("~ALL", "~DEFAULT_BRANCH")


def protection(setup: Setup) -> Iterator[Remark]:
    """What there is to say of the forge's own settings."""
    if setup.forge == "github":
        if setup.rules is None:
            yield _ask(setup)
        else:
            yield from _judged(setup, setup.rules)
        yield from (Remark(name, "look", said, where) for name, said, where in _GITHUB)
    elif setup.forge == "gitlab":
        yield from (Remark(name, "look", said, where) for name, said, where in _GITLAB)


def _ask(setup: Setup) -> Remark:
    place = urlsplit(browsable(setup.git.remote)).path.strip("/") or "OWNER/NAME"
    return Remark(
        "ruleset",
        "look",
        f"whether {setup.main} takes in nothing that was not checked and approved: {_WHERE}",
        f"gh api repos/{place}/rules/branches/{setup.main} >rules.json, then "
        "pmo doctor --rulesets rules.json",
    )


_GITHUB = (
    (
        "pages",
        "who can read the site: even that of a private repository is public, unless restricted",
        "Settings, Pages",
    ),
    (
        "actions",
        "what workflows may do: read, and approve no pull request",
        "Settings, Actions, General",
    ),
    (
        "accounts-of-others",
        "who may write, and whether all of them sign in with two factors",
        "Settings, Collaborators and teams",
    ),
)
_GITLAB = (
    (
        "protected-branch",
        "whether the main branch is protected: nobody pushes, maintainers merge",
        "Settings, Repository, Protected branches",
    ),
    (
        "pipelines",
        "whether pipelines must succeed before a merge",
        "Settings, Merge requests, Merge checks",
    ),
    (
        "approvals",
        "whether an approval is needed, none of one's own, and taken back by a push",
        "Settings, Merge requests, Merge request approvals",
    ),
    ("schedule", "whether the nightly look has a schedule", "Build, Pipeline schedules"),
    (
        "pages",
        "who can read the site: project members, unless everybody may",
        "Settings, General, Visibility",
    ),
)


def _judged(setup: Setup, rules: BranchRules) -> Iterator[Remark]:
    if not rules.is_enforced:
        yield Remark("ruleset", "odd", "the ruleset is not enforced", f"{_WHERE}: Active")
    names = (*_ALL, f"refs/heads/{setup.main}", setup.main)
    if rules.covers is not None and not set(names) & set(rules.covers):
        covered = ", ".join(rules.covers) or "no branch"
        said = f"the ruleset is for {covered}, not for {setup.main}"
        yield Remark("ruleset-target", "odd", said, f"{_WHERE}: target the default branch")
    for name, holds, good, lack, remedy in _asked(rules):
        state = Remark(name, "ok", good) if holds else Remark(name, "missing", lack, remedy)
        yield state
    yield from _required(setup, rules)
    if rules.bypasses:
        said = f"{rules.bypasses} may pass over the rules"
        yield Remark("bypass", "odd", said, f"{_WHERE}: an empty bypass list")


def _asked(rules: BranchRules) -> Iterator[tuple[str, bool, str, str, str]]:
    """Name, whether it holds, what is said then and else, and the remedy."""
    yield from _of_reviews(rules)
    yield from _of_pushes(rules)


def _of_reviews(rules: BranchRules) -> Iterator[tuple[str, bool, str, str, str]]:
    yield (
        "pull-request",
        rules.pull_request and rules.approvals > 0,
        f"each change needs a pull request and {rules.approvals} approval or more",
        "a change needs no pull request"
        if not rules.pull_request
        else "a pull request needs no approval",
        "Require a pull request before merging, with one approval at least",
    )
    yield (
        "code-owner-review",
        rules.by_code_owners,
        "code owners must approve",
        "anybody who may write can approve in place of the code owners",
        "Require review from Code Owners",
    )
    yield (
        "stale-approvals",
        rules.dismisses_stale,
        "an approval is dismissed when commits follow",
        "an approval stays, whatever is pushed after it",
        "Dismiss stale pull request approvals when new commits are pushed",
    )


def _of_pushes(rules: BranchRules) -> Iterator[tuple[str, bool, str, str, str]]:
    yield (
        "last-push",
        rules.needs_last_push,
        "somebody else must approve the last push",
        "who pushes last can have approved it themselves",
        "Require approval of the most recent reviewable push",
    )
    yield (
        "force-push",
        rules.blocks_force_push,
        "the history cannot be rewritten",
        "the history can be rewritten by a forced push",
        "Block force pushes",
    )
    yield (
        "deletion",
        rules.blocks_deletion,
        "the branch cannot be deleted",
        "the branch can be deleted",
        "Restrict deletions",
    )


def _required(setup: Setup, rules: BranchRules) -> Iterator[Remark]:
    """Whether the check of the records has to pass, and comes from the workflow itself."""
    wanted = [name for each in judges(setup) for name in each.checks] or ["records"]
    found = [check for check in rules.checks if check.name in wanted]
    if not found:
        others = ", ".join(check.name for check in rules.checks)
        beside = f" (but {others})" if others else ""
        said = f"the check `{wanted[0]}` need not pass{beside}"
        remedy = f"Require status checks to pass: add {wanted[0]}, from GitHub Actions"
        yield Remark("required-check", "missing", said, remedy)
        return
    yield Remark("required-check", "ok", f"the check `{found[0].name}` must pass")
    if found[0].source is None or found[0].source < 0:
        said = f"any program may report `{found[0].name}` as passed"
        yield Remark("check-source", "odd", said, "choose GitHub Actions as the check's source")
    if not (rules.has_queue or rules.is_up_to_date):
        said = "two changes that pass one by one are never checked together"
        remedy = "Require merge queue, or Require branches to be up to date before merging"
        yield Remark("checked-together", "odd", said, remedy)
