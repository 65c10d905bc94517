"""The facts of a pull request, as its forge knows them; a merge request of GitLab is one too."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

Forge = Literal["github", "gitlab"]
State = Literal["approved", "changes-requested", "commented", "dismissed"]


@dataclass(frozen=True)
class Account:
    """An account on the forge; the number stays when the login is renamed."""

    forge: Forge
    login: str
    id: int
    is_bot: bool = False  # whoever acts through it is no person


@dataclass(frozen=True)
class Review:
    """What one account said of the pull request."""

    account: Account
    state: State
    commit: str  # the commit that was looked at; empty where the forge does not say
    submitted: dt.datetime | None = None  # with its zone


@dataclass(frozen=True)
class Maker:
    """Who wrote a commit, or who put it there.

    Name and address are what the commit says of itself, and anybody can write them; the account
    is the one that the forge knows the address by.
    """

    name: str
    email: str
    account: Account | None = None


@dataclass(frozen=True)
class PullCommit:
    """One commit of the pull request."""

    id: str
    author: Maker
    committer: Maker | None  # None where the forge itself did it, as for an edit on its pages
    verified: bool = False  # the forge has checked the commit's signature
    parents: tuple[str, ...] = ()  # empty on GitLab, which does not say


@dataclass(frozen=True)
class PullRequest:
    """One pull request at one moment."""

    forge: Forge | None  # None where only its commits are known, by what they say of themselves
    number: int
    author: Account | None  # whoever opened it; None as above
    head: str  # the commit that is proposed
    base: str  # the commit that the forge compares it with
    reviews: tuple[Review, ...] = ()  # oldest first
    commits: tuple[PullCommit, ...] = ()
    labels: tuple[str, ...] = ()
    merged_by: Account | None = None

    @property
    def is_hearsay(self) -> bool:
        """Whether only its commits are known: who reviewed it, and who opened it, is not."""
        return self.author is None
