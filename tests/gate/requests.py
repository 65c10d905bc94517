"""Pull requests to the valid office, told in few words: the files they lay over it, and who did."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pmoascode.document import Blob
from pmoascode.forge import Account, Maker, PullCommit, PullRequest, Review
from pmoascode.office import Office, load
from pmoascode.worktree import built_in_files, files_in

FOLDER = Path(__file__).parents[1] / "valid_office"
HEAD = "head"


def blob(path: str, content: str | bytes, mode: str = "100644") -> Blob:
    data = content.encode() if isinstance(content, str) else content
    return Blob(id=path, size=len(data), read=lambda: data, mode=mode)


VALID = {path: blob(path, each.read()) for path, each in files_in(FOLDER).items()}
BUILT_IN = {path: blob(path, each.read()) for path, each in built_in_files().items()}
BASE = load(VALID, BUILT_IN)


def text(path: str) -> str:
    """A file of the valid office."""
    return VALID[path].read().decode()


def with_files(files: Mapping[str, str | bytes | Blob], over: Mapping[str, Blob] = VALID) -> Office:
    """The office with the files laid over it; an empty text takes a file away."""
    laid = dict(over)
    for path, content in files.items():
        laid.pop(path, None)
        if content:
            laid[path] = content if isinstance(content, Blob) else blob(path, content)
    return load(laid, BUILT_IN)


def account(login: str, id: int | None = None) -> Account:
    """The account of the person of that id; an unknown one where there is no such person."""
    person = BASE.person(login)
    known = person and person.identities and person.identities.github
    number = id or (known.id if known else None) or 9999
    return Account("github", login, number, login.endswith("-bot"))


@dataclass(frozen=True)
class By:
    """Who opened it, whose commits it has, who approved what."""

    author: str = "tom-berg"
    commits: tuple[str, ...] = ()  # its author's where none is named
    approved: tuple[str, ...] = ()
    approved_before: tuple[str, ...] = ()  # approvals of an older commit
    makers: tuple[Maker, ...] = field(default=())  # of further commits

    @property
    def request(self) -> PullRequest:
        """The same as the forge tells it."""
        made = [Maker(n, f"{n}@harbour.example", account(n)) for n in self._names()]
        commits = tuple(
            PullCommit(str(number), maker, None)
            for number, maker in enumerate([*made, *self.makers])
        )
        reviews = (*_reviews(self.approved_before, "old"), *_reviews(self.approved, HEAD))
        return PullRequest("github", 7, account(self.author), HEAD, "base", reviews, commits)

    def _names(self) -> tuple[str, ...]:
        return self.commits or (self.author,)


def _reviews(logins: Iterable[str], commit: str) -> tuple[Review, ...]:
    return tuple(Review(account(login), "approved", commit) for login in logins)
