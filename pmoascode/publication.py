"""The site of a workspace, with the commits and links that its repository knows."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import jinja2

from pmoascode.commit import Commit
from pmoascode.finding import CannotRun
from pmoascode.pages import template_code
from pmoascode.pages.editions import for_audience
from pmoascode.pages.facts import Facts
from pmoascode.pages.forge_links import ForgeLinks
from pmoascode.pages.own_templates import FOLDER
from pmoascode.pages.page import Site
from pmoascode.pages.rendering import keep_code
from pmoascode.pages.sandbox import Refused
from pmoascode.pages.site import site
from pmoascode.repository import Repository
from pmoascode.revision import folder_below, opened
from pmoascode.workspace import Workspace
from pmoascode.worktree import files_below, in_processes
from pmoascode.worktree.kept_code import KeptCode


def site_of(workspace: Workspace, root: str = "", since: str = "", audience: str = "") -> Site:
    """The site of the workspace; with commits and links where its records are in git.

    `root` is the address at which the site will stand, where it is known; `since` a revision or a
    day from which on changes are told; `audience` that of the policy for whom the site is.

    Raises:
        CannotRun: there is no such revision or audience, or a template of the office is wrong.
    """
    keep_code(_kept_code())
    facts = Facts(
        workspace.office,
        workspace.verdict,
        workspace.today,
        folder="",
        own_rules=workspace.own_rules,
        root=f"{root.rstrip('/')}/" if root else "",
    )
    if since:
        earlier = opened(workspace.folder, at=since, today=workspace.today)
        facts = replace(facts, earlier=earlier.office, earlier_name=since)
    try:
        with Repository.open(workspace.folder) as repository:
            below = folder_below(workspace.folder, repository)
            facts = replace(facts, folder=below, **_from_git(repository, below, workspace.commit))
    except CannotRun:  # not in git, or nothing committed yet: a site without commits
        facts = replace(facts, folder=workspace.folder.name)
    facts = replace(facts, templates=_templates(workspace.folder.parent / FOLDER))
    try:
        return site(for_audience(facts, audience) if audience else facts, in_processes)
    except Refused as error:
        raise CannotRun(f"{error.file}:{error.line}: {error}") from error


def _kept_code() -> KeptCode:
    """Where the code of the program's templates is kept; it depends on Jinja and on our writer."""
    writer = Path(template_code.__file__)
    return KeptCode(writer.parent / "templates", jinja2.__version__ + writer.read_text("utf-8"))


def _templates(folder: Path) -> tuple[tuple[str, str], ...]:
    """The office's own templates, by file name; a link is none of them."""
    texts = {
        name: path.read_bytes()
        for name, path in files_below(folder).items()
        if not path.is_symlink()
    }
    try:
        return tuple(sorted((name, text.decode("utf-8")) for name, text in texts.items()))
    except UnicodeDecodeError as error:
        raise CannotRun(f"{FOLDER}: a template is not UTF-8 text: {error.reason}") from error


def filled(site: Site, name: str, content: bytes) -> bytes:
    """The hand-written page with the data that it asks for.

    Raises:
        CannotRun: it asks for what there is not, or does what it must not.
    """
    try:
        return site.fill(name, content.decode("utf-8")).encode()
    except UnicodeDecodeError as error:
        raise CannotRun(f"{name} is not UTF-8 text") from error
    except Refused as error:
        raise CannotRun(f"{name}:{error.line}: {error}") from error


def _from_git(repository: Repository, below: str, commit: Commit | None) -> dict[str, Any]:
    shown = commit or repository.commit("HEAD")
    root = repository.root
    forge = ForgeLinks.of(
        repository.remote_url or "",
        repository.branch or "main",
        commit.id if commit else "",
        on_gitlab=root is not None and (root / ".gitlab-ci.yml").is_file(),
    )
    commits = {} if repository.is_shallow else repository.last_commits(shown.id, below)
    return {"commits": commits, "forge": forge, "commit": commit}
