"""Whether git keeps the records, with their whole history, where others can reach them."""

from collections.abc import Iterator

from pmoascode.condition.remark import Remark
from pmoascode.condition.setup import Setup


def repository(setup: Setup) -> Iterator[Remark]:
    """What there is to say of git and of the repository."""
    git = setup.git
    if not git.version:
        install = "install git 2.38 or newer, and put it on the PATH"
        yield Remark("git", "missing", "git cannot be started", install)
        return
    yield Remark("git", "ok", f"git {git.version}")
    if not git.is_there:
        said = "there is no repository: nothing is kept, compared or proposed"
        yield Remark("repository", "missing", said, "git init -b main")
        return
    if git.problem:
        yield Remark("repository", "odd", git.problem, "git status tells more")
        return
    yield from _commits(setup)
    if git.remote:
        yield Remark("remote", "ok", f"`origin` is {git.remote}")
    else:
        said = "there is no remote repository: nobody else can propose or review a change"
        add = f"git remote add origin ADDRESS, then git push --set-upstream origin {setup.main}"
        yield Remark("remote", "missing", said, add)
    if git.is_shallow:
        said = "the clone is shallow: what is older than its first commit cannot be seen"
        yield Remark("history", "odd", said, "git fetch --unshallow")
    elif git.has_commit:
        yield Remark("history", "ok", "the whole history is here")


def _commits(setup: Setup) -> Iterator[Remark]:
    git, keep = setup.git, "git add --all, then git commit"
    if not git.has_commit:
        yield Remark("commits", "missing", "nothing is committed yet", keep)
    elif setup.records and not git.has_records:
        said = "the newest commit holds none of the records"
        yield Remark("commits", "missing", said, f"see that .gitignore lets them in; {keep}")
    else:
        where = f"branch {git.branch}" if git.branch else "no branch is checked out"
        other = f"; the main branch is {git.default}" if git.default not in ("", git.branch) else ""
        yield Remark("commits", "ok", f"{where}{other}")
