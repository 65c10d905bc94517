"""A pull request as GitHub tells it.

https://docs.github.com/rest/pulls/pulls, .../pulls/reviews: the answers of the REST API.
"""

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta, Struct

from pmoascode.finding import CannotRun
from pmoascode.forge.pull_request import Account, Maker, PullCommit, PullRequest, Review, State

Sha = Annotated[str, Meta(pattern=r"^[0-9a-f]{40}([0-9a-f]{24})?$")]
Number = Annotated[int, Meta(ge=1)]
When = Annotated[dt.datetime, Meta(tz=True)]

_FORGE_ITSELF = 19864447  # web-flow: commits that GitHub makes for somebody on its pages
_STATES: dict[str, State] = {
    "APPROVED": "approved",
    "CHANGES_REQUESTED": "changes-requested",
    "COMMENTED": "commented",
    "DISMISSED": "dismissed",
}


class _User(Struct, frozen=True):
    login: Annotated[str, Meta(min_length=1)]
    id: Number
    type: str


class _MaybeUser(Struct, frozen=True):
    """The account behind a commit's address; `{}` where there is none."""

    login: str = ""
    id: int = 0
    type: str = ""


class _Commit(Struct, frozen=True):
    sha: Sha


class _Label(Struct, frozen=True):
    name: str = ""


class _Pull(Struct, frozen=True):
    number: Number
    user: _User
    head: _Commit
    base: _Commit
    commits: int
    labels: tuple[_Label, ...] = ()
    merged_by: _User | None = None


class _Review(Struct, frozen=True):
    user: _User | None
    state: Literal["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED", "PENDING"]
    commit_id: Sha | None
    submitted_at: When | None = None


class _Signature(Struct, frozen=True):
    name: str = ""
    email: str = ""


class _Verification(Struct, frozen=True):
    verified: bool


class _GitCommit(Struct, frozen=True):
    author: _Signature | None
    committer: _Signature | None
    verification: _Verification | None = None


class _PullCommit(Struct, frozen=True):
    sha: Sha
    commit: _GitCommit
    author: _MaybeUser | None
    committer: _MaybeUser | None
    parents: tuple[_Commit, ...]


class GitHubFile(Struct, frozen=True):
    """The file: three answers of GitHub under their keys."""

    pull_request: _Pull
    reviews: tuple[_Review, ...]
    commits: tuple[_PullCommit, ...]

    def facts(self) -> PullRequest:
        """The pull request that the answers describe.

        Raises:
            CannotRun: commits are missing, or the answers are of different moments.
        """
        pull = self.pull_request
        if len(self.commits) != pull.commits:
            raise CannotRun(
                f"the reviews file has {len(self.commits)} of the {pull.commits} commits of pull "
                f"request {pull.number}; ask for every page (GitHub gives 250 commits at most)"
            )
        if all(commit.sha != pull.head.sha for commit in self.commits):
            raise CannotRun(
                f"the reviews file lacks the newest commit of pull request {pull.number}; fetch "
                "its parts again, after the last push"
            )
        return PullRequest(
            forge="github",
            number=pull.number,
            author=_account(pull.user),
            head=pull.head.sha,
            base=pull.base.sha,
            reviews=_reviews(self.reviews),
            commits=tuple(_commit(commit) for commit in self.commits),
            labels=tuple(label.name for label in pull.labels),
            merged_by=_account(pull.merged_by) if pull.merged_by else None,
        )


def _account(user: _User | _MaybeUser) -> Account:
    is_bot = user.type != "User" or user.login.endswith("[bot]")
    return Account("github", user.login, user.id, is_bot)


def _reviews(given: tuple[_Review, ...]) -> tuple[Review, ...]:
    """The reviews that were sent, by accounts that still exist, oldest first."""
    found = []
    for each in given:
        if each.state != "PENDING" and each.submitted_at is None:
            raise CannotRun("the reviews file cannot be used: a review has no `submitted_at`")
        if each.state != "PENDING" and each.submitted_at and each.user:
            state, commit = _STATES[each.state], each.commit_id or ""
            review = Review(_account(each.user), state, commit, each.submitted_at)
            found.append((each.submitted_at, review))
    return tuple(review for _, review in sorted(found, key=lambda pair: pair[0]))


def _commit(given: _PullCommit) -> PullCommit:
    git = given.commit
    verified = git.verification is not None and git.verification.verified
    by_forge = verified and given.committer is not None and given.committer.id == _FORGE_ITSELF
    return PullCommit(
        id=given.sha,
        author=_maker(git.author, given.author),
        committer=None if by_forge else _maker(git.committer, given.committer),
        verified=verified,
        parents=tuple(parent.sha for parent in given.parents),
    )


def _maker(signature: _Signature | None, user: _MaybeUser | None) -> Maker:
    said = signature or _Signature()
    return Maker(said.name, said.email, _account(user) if user and user.id else None)
