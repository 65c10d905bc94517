"""Whether GitHub judges each change, looks each night, and publishes what was merged."""

import re
from collections.abc import Iterator
from typing import Any

from pmoascode.condition.records import listed
from pmoascode.condition.remark import Remark
from pmoascode.condition.setup import Setup
from pmoascode.condition.workflow import FOLDER, Workflow, steps

_AGAIN = "copy it from what `pmo init` makes in an empty folder"
_WRITES = re.compile(r"^\s+[\w-]+:\s*write\b|permissions:\s*write-all", re.MULTILINE)
_FILTERS = ("paths", "paths-ignore")


def workflows(setup: Setup) -> tuple[Workflow, ...]:
    """The workflows of the repository."""
    has_own = "pmo check" in setup.files.get("action.yml", "")
    return tuple(
        Workflow(path, text, has_own)
        for path, text in sorted(setup.files.items())
        if path.startswith(FOLDER)
    )


def judges(setup: Setup) -> tuple[Workflow, ...]:
    """Those workflows that judge pull requests."""
    return tuple(
        each
        for each in workflows(setup)
        if each.checks and {"pull_request", "pull_request_target"} & set(each.triggers)
    )


def github_checks(setup: Setup) -> Iterator[Remark]:
    """What there is to say of the workflows."""
    found = judges(setup)
    if not found:
        said = "no workflow judges pull requests: whatever is proposed can be merged"
        yield Remark(
            "pull-request-check", "missing", said, f".github/workflows/check.yml: {_AGAIN}"
        )
    for each in found:
        yield from _of_check(each)
    yield _nightly(setup)
    yield from _publication(setup)
    yield from _uses(setup)


def _of_check(check: Workflow) -> Iterator[Remark]:
    flaws = list(_flaws(check))
    if not flaws:
        yield Remark("pull-request-check", "ok", f"{check.name} judges pull requests")
    for name, said, remedy in flaws:
        yield Remark(name, "odd", f"{check.name} {said}", remedy)


def _flaws(check: Workflow) -> Iterator[tuple[str, str, str]]:
    """Name, sentence and remedy of each thing that makes the check weaker than it looks."""
    on = check.triggers
    if "pull_request_target" in on:
        said = "runs with the rights of the target branch, on what anybody proposes"
        yield "check-with-rights", said, "take `pull_request` in place of `pull_request_target`"
    if "secrets." in check.text:
        said = "names a secret, which who proposes a change could read"
        yield "check-with-secret", said, "take it out: the check needs none"
    if _WRITES.search(check.text):
        said = "may write, on what anybody proposes"
        yield "check-with-write", said, "take the permission out: the check only reads"
    filters = [name for name in _FILTERS if name in _settings(on.get("pull_request"))]
    if filters:
        said = f"runs for some paths only (`{filters[0]}`): as a required check it blocks the rest"
        yield "check-of-some-paths", said, f"take `{filters[0]}` out"
    if "pull_request_review" not in on:
        said = "does not run when somebody reviews, so an approval that was missing stays missing"
        yield "check-without-reviews", said, "add `pull_request_review` under `on:`"
    if "merge_group" not in on:
        said = "does not run in the merge queue, which would wait for it for ever"
        yield "check-without-queue", said, "add `merge_group` under `on:`"
    if any(_is_shallow(job) for _, job in check.judging_jobs()):
        said = "fetches no history, and without a base the check cannot run"
        yield "check-without-history", said, "set `fetch-depth: 0` on actions/checkout"


def _is_shallow(job: Any) -> bool:
    """Whether the first checkout takes the newest commit alone."""
    taken = [
        each for each in steps(job) if str(each.get("uses", "")).startswith("actions/checkout@")
    ]
    return bool(taken) and str(_settings(taken[0].get("with")).get("fetch-depth")) != "0"


def _settings(said: Any) -> dict[str, Any]:
    return said if isinstance(said, dict) else {}


def _nightly(setup: Setup) -> Remark:
    found = [each for each in workflows(setup) if each.checks and "schedule" in each.triggers]
    if found:
        return Remark("nightly", "ok", f"{found[0].name} looks for what time alone breaks")
    said = "nothing looks for what time alone breaks, such as a role that has run out"
    return Remark("nightly", "missing", said, f".github/workflows/nightly.yml: {_AGAIN}")


def _publication(setup: Setup) -> Iterator[Remark]:
    found = [each for each in workflows(setup) if each.publishes]
    if not found:
        said = "no workflow publishes the site"
        yield Remark("publication", "missing", said, f".github/workflows/publish.yml: {_AGAIN}")
    for each in found:
        branches = _settings(each.triggers.get("push")).get("branches")
        if isinstance(branches, list) and setup.main not in branches:
            said = f"{each.name} waits for {', '.join(map(str, branches))}, not for {setup.main}"
            yield Remark("publication", "odd", said, f"name {setup.main} under `push:`")
        else:
            yield Remark("publication", "ok", f"{each.name} publishes what was merged")


def _uses(setup: Setup) -> Iterator[Remark]:
    found = workflows(setup)
    unread = [each.name for each in found if not each.data]
    if unread:
        said = f"{listed(unread)} cannot be read as a workflow"
        yield Remark("workflow-unreadable", "odd", said, "see the line that the forge names")
    unknown = [each.name for each in found if each.unknown]
    if unknown:
        said = f"{listed(unknown)} do not say yet where the program comes from"
        remedy = "put its repository and commit in place of OWNER/pmoascode@000..."
        yield Remark("program", "missing", said, remedy)
    unpinned = sorted({use for each in found for use in each.unpinned})
    if unpinned:
        said = f"taken by a name that can be moved: {listed(unpinned)}"
        yield Remark("pins", "odd", said, "name the commit in full, with the version behind it")
    elif found and not unknown:
        yield Remark("pins", "ok", "all that the workflows take is pinned")
