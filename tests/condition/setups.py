"""A sound set-up, and others that differ from it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from pmoascode.condition import NEEDED, Git, Records, Remark, Setup, condition
from pmoascode.exchange.codeowners import CodeOwners
from pmoascode.forge import BranchRules, Forge
from pmoascode.forge.branch_rules import Required
from pmoascode.starting import Someone, as_blob
from pmoascode.verdict.code_owners import DEFECTS
from pmoascode.workspace import Workspace
from tests.starting.offices import DAY, GITHUB, GITLAB, MARIA, files, harbour

GIT = Git(
    version="2.47.1",
    has_commit=True,
    has_records=True,
    branch="main",
    default="main",
    remote="https://github.com/harbour/office",
    email="ana.keller@harbour.example",
)
RULES = BranchRules(
    covers=("~DEFAULT_BRANCH",),
    pull_request=True,
    approvals=1,
    by_code_owners=True,
    dismisses_stale=True,
    needs_last_push=True,
    checks=(Required("records", 15368),),
    is_up_to_date=True,
    blocks_force_push=True,
    blocks_deletion=True,
    bypasses=0,
)
# Where two can be asked about everything: the analyst beside the head.
ANALYST = "pmo-analyst:\n  - {person: maria-silva, from: 2026-11-23}\n"


DRAWN_UP = ".pmo/schemas/project.schema.json"


def sound(forge: Forge = "github", **changes: Any) -> Setup:
    """The set-up that `pmo init` makes where everybody has an account, and the forge is set."""
    tom = Someone("Tom Berg", "tom.berg@harbour.example", "tberg")
    around = GITHUB if forge == "github" else GITLAB
    made = dict(files(harbour(manager=tom, sponsor=MARIA, around=around)))
    made["portfolio/assignments/pmo.yaml"] += ANALYST.encode()
    records = records_of(made, forge)
    assert records.owners
    place = ".github/CODEOWNERS" if forge == "github" else "CODEOWNERS"
    texts = {path: content.decode() for path, content in made.items()}
    texts[place] = records.owners.text
    beside = {path: text for path, text in texts.items() if not path.startswith("portfolio/")}
    beside[DRAWN_UP] = "{}"  # by `pmo editor-schemas`
    git = GIT if forge == "github" else replace(GIT, remote="https://gitlab.com/harbour/office")
    setup = Setup(
        git=git,
        forge=forge,
        day=DAY,
        records=records,
        files=beside,
        packages=frozenset(NEEDED),
        rules=RULES if forge == "github" else None,
    )
    return replace(setup, **changes)


def records_of(made: Mapping[str, bytes], forge: Forge | None) -> Records:
    """The records among the files, as they are looked at."""
    prefix = "portfolio/"
    blobs = {
        path.removeprefix(prefix): as_blob(content)
        for path, content in made.items()
        if path.startswith(prefix)
    }
    workspace = Workspace(Path("portfolio"), blobs, DAY)
    return Records(
        office=workspace.office,
        below="portfolio",
        number=len(blobs),
        findings=workspace.verdict.findings,
        owners=CodeOwners(workspace.office, "portfolio", DAY, forge) if forge else None,
        owner_findings=tuple(
            each
            for each in workspace.whole_verdict.findings
            if each.rule in {defect.name for defect in DEFECTS}
        ),
    )


def with_text(path: str, change: Callable[[str], str], forge: Forge = "github") -> Setup:
    """The sound set-up with one text changed."""
    setup = sound(forge)
    return replace(setup, files={**setup.files, path: change(setup.files[path])})


def without(path: str, forge: Forge = "github") -> Setup:
    """The sound set-up without one file."""
    setup = sound(forge)
    assert path in setup.files
    return replace(setup, files={name: text for name, text in setup.files.items() if name != path})


def remarks(setup: Setup) -> tuple[Remark, ...]:
    """All that is said of the set-up."""
    return tuple(remark for each in condition(setup).values() for remark in each)


def to_do(setup: Setup) -> list[tuple[str, str]]:
    """Name and state of what there is to put right."""
    return [(each.name, each.state) for each in remarks(setup) if each.state in ("odd", "missing")]
