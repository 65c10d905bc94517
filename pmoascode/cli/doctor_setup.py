"""The set-up of an office, looked at: git, the files beside the records, this desk."""

import datetime as dt
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from pmoascode.cli.init_sources import installed_program
from pmoascode.condition import NEEDED, Git, Records, Setup
from pmoascode.document import LARGEST
from pmoascode.editors import SCHEMAS
from pmoascode.exchange.codeowners import CodeOwners
from pmoascode.finding import CannotRun
from pmoascode.forge import BranchRules, Forge
from pmoascode.repository import Repository, configured, git_version
from pmoascode.verdict.code_owners import ALL_PLACES, DEFECTS
from pmoascode.workspace import Workspace, of_folder
from pmoascode.worktree import content_of, left_behind, repository_root

_FILES = (
    *ALL_PLACES,
    ".gitignore",
    ".gitlab-ci.yml",
    f"{SCHEMAS}/project.schema.json",
    ".vscode/settings.json",
    "action.yml",
    "mkdocs.yml",
)
_FOLDER = ".github/workflows"
_HIDDEN = (".github", ".gitlab", ".vscode")  # folders that commands write into


def setup(records: Path | None, today: dt.date, rules: BranchRules | None) -> Setup:
    """Everything that can be seen from here."""
    workspace, why_not = _workspace(records, today)
    root = repository_root(workspace.folder) if workspace else _root_here()
    files = _files(root)
    git = _git(root, workspace)
    forge = _forge(git.remote, files)
    program = installed_program()
    return Setup(
        git=git,
        forge=forge,
        day=today,
        records=_records(workspace, forge) if workspace else None,
        why_not=why_not,
        files=files,
        litter=tuple(path.relative_to(root).as_posix() for path in left_behind(root, _HIDDEN)),
        packages=frozenset(name for name in NEEDED if find_spec(name)),
        requirement=program.with_extra("site") if program else "pmoascode[site]",
        rules=rules,
    )


def _workspace(records: Path | None, today: dt.date) -> tuple[Workspace | None, str]:
    try:
        return of_folder(records, today), ""
    except CannotRun as error:
        return None, str(error).partition(";")[0]


def _root_here() -> Path:
    here = Path.cwd()
    return next((each for each in (here, *here.parents) if (each / ".git").exists()), here)


def _records(workspace: Workspace, forge: Forge | None) -> Records:
    kept_apart = {defect.name for defect in DEFECTS}
    office, below = workspace.office, workspace.below
    return Records(
        office=office,
        below=below,
        number=len(workspace.files),
        findings=workspace.verdict.findings,
        owners=CodeOwners(office, below, workspace.today, forge) if forge else None,
        owner_findings=tuple(
            each for each in workspace.whole_verdict.findings if each.rule in kept_apart
        ),
    )


def _git(root: Path, workspace: Workspace | None) -> Git:
    version = git_version(root)
    email = configured(root, "user.email")
    if not version or not (root / ".git").exists():
        return Git(version, is_there=False, email=email)
    try:
        with Repository.open(root) as repository:
            head = None if repository.head_is_unborn else repository.commit("HEAD")
            below = workspace.below if workspace else ""
            return Git(
                version,
                has_commit=head is not None,
                has_records=bool(head and repository.files(head.id, below)),
                branch=repository.branch or "",
                default=repository.default_branch or "",
                remote=repository.remote_url or "",
                is_shallow=repository.is_shallow,
                email=email,
            )
    except CannotRun as error:
        return Git(version, problem=str(error), email=email)


def _files(root: Path) -> Mapping[str, str]:
    """The texts that the set-up consists of; a link counts for nothing."""
    names = [*_FILES]
    if (root / _FOLDER).is_dir():
        found = sorted((root / _FOLDER).iterdir())
        names += [f"{_FOLDER}/{each.name}" for each in found if each.suffix in (".yml", ".yaml")]
    return {
        name: content_of(root / name).decode("utf-8", "replace").replace("\r\n", "\n")
        for name in names
        if (root / name).is_file()
        and not (root / name).is_symlink()
        and (root / name).stat().st_size <= LARGEST
    }


def _forge(remote: str, files: Mapping[str, str]) -> Forge | None:
    """The forge that keeps the repository, by its address or else by what is set up for it."""
    if "gitlab" in remote:
        return "gitlab"
    if "github" in remote or any(name.startswith(".github/") for name in files):
        return "github"
    return "gitlab" if ".gitlab-ci.yml" in files else None
