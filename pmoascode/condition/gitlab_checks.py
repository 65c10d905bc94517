"""Whether GitLab judges each change, looks each night, and publishes what was merged."""

import re
from collections.abc import Iterator

from pmoascode.condition.remark import Remark
from pmoascode.condition.setup import Setup
from pmoascode.document import parse

PIPELINE = ".gitlab-ci.yml"
_AGAIN = "copy it from what `pmo init --forge gitlab` makes in an empty folder"
_INCLUDED = "pmo.gitlab-ci.yml"  # the shipped pipeline, taken from the program's repository


def gitlab_checks(setup: Setup) -> Iterator[Remark]:
    """What there is to say of the pipeline; an included one is taken to be as shipped."""
    text = _uncommented(setup.files.get(PIPELINE, ""))
    if not text:
        said = "there is no pipeline: whatever is proposed can be merged"
        yield Remark("pull-request-check", "missing", said, f"{PIPELINE}: {_AGAIN}")
        return
    shipped = _INCLUDED in text
    for name, signs, said, lack in _PARTS:
        if shipped or all(re.search(sign, text) for sign in signs):
            yield Remark(name, "ok", f"{PIPELINE} {said}")
        else:
            yield Remark(name, "missing", f"{PIPELINE} {lack}", _AGAIN)
    if not shipped and not re.search(r"""GIT_DEPTH:\s*["']?0["']?\s*(#.*)?$""", text, re.MULTILINE):
        said = f"{PIPELINE} fetches no history, and without a base the check cannot run"
        yield Remark("check-without-history", "odd", said, 'set GIT_DEPTH: "0" under `variables:`')
    yield _program(text)


_PARTS = (
    (
        "pull-request-check",
        (r"pmo check", r"merge_request_event"),
        "judges merge requests",
        "judges no merge request",
    ),
    (
        "nightly",
        (r"pmo check", r"\bschedule\b"),
        "looks for what time alone breaks, where a schedule is set",
        "looks at no time for what time alone breaks",
    ),
    ("publication", (r"pmo build",), "publishes what was merged", "publishes no site"),
)


def _program(text: str) -> Remark:
    variables = parse(PIPELINE, text.encode("utf-8", "replace")).data.get("variables")
    package = str(variables.get("PMO_PACKAGE") or "") if isinstance(variables, dict) else ""
    if not package:
        said = f"{PIPELINE} does not say yet where the program comes from"
        return Remark("program", "missing", said, "set PMO_PACKAGE; the lines at its top say how")
    if not re.search(r"@[0-9a-f]{40,64}$|==[\w.]+$", package):
        said = f"PMO_PACKAGE names no commit: {package}"
        return Remark("pins", "odd", said, "name one commit in full; a branch can be moved")
    return Remark("pins", "ok", "the program is pinned")


def _uncommented(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
