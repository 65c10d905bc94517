"""A merge request as GitLab tells it.

https://docs.gitlab.com/api/merge_requests/ and .../merge_request_approvals/: the answers of the
REST API. They name no account behind a commit, and not the commit that was approved: an approval
is of the newest one only where the project takes approvals away as soon as something is pushed.
"""

import datetime as dt
import re
from typing import Annotated

from msgspec import Meta, Struct, field

from pmoascode.finding import CannotRun
from pmoascode.forge.pull_request import Account, Maker, PullCommit, PullRequest, Review

Sha = Annotated[str, Meta(pattern=r"^[0-9a-f]{40}([0-9a-f]{24})?$")]
Number = Annotated[int, Meta(ge=1)]
When = Annotated[dt.datetime, Meta(tz=True)]

# Access tokens and service accounts act through accounts of these names.
_BOT = re.compile(r"(project|group)_\d+_bot.*|service_account_.*|ghost\d*", re.IGNORECASE)
_SYNCING = "approvals_syncing"  # pushed to a moment ago, and approvals not taken away yet


class _User(Struct, frozen=True):
    username: Annotated[str, Meta(min_length=1)]
    id: Number
    bot: bool = False


class _Refs(Struct, frozen=True):
    base_sha: Sha
    head_sha: Sha


class _Merge(Struct, frozen=True):
    iid: Number
    author: _User
    sha: Sha
    diff_refs: _Refs
    labels: tuple[str, ...] = ()
    detailed_merge_status: str = ""
    merge_user: _User | None = None


class _Approval(Struct, frozen=True):
    user: _User
    approved_at: When | None = None


class _Approvals(Struct, frozen=True):
    approved_by: tuple[_Approval, ...]


class _Settings(Struct, frozen=True):
    reset_approvals_on_push: bool
    selective_code_owner_removals: bool = False


class _Commit(Struct, frozen=True):
    id: Sha
    author_name: str
    author_email: str
    committer_name: str
    committer_email: str
    parents: tuple[Sha, ...] = field(default=(), name="parent_ids")


class GitLabFile(Struct, frozen=True):
    """The file: three answers of GitLab under their keys, and the project's settings."""

    merge_request: _Merge
    approvals: _Approvals
    commits: tuple[_Commit, ...]
    approval_settings: _Settings | None = None  # GET /projects/:id/approvals

    def facts(self) -> PullRequest:
        """The merge request that the answers describe.

        Raises:
            CannotRun: commits are missing, or the answers are of different moments.
        """
        merge = self.merge_request
        if merge.diff_refs.head_sha != merge.sha:
            raise CannotRun(
                f"GitLab is still working on merge request {merge.iid}: its diff is not of its "
                "newest commit; ask again in a moment"
            )
        if all(commit.id != merge.sha for commit in self.commits):
            raise CannotRun(
                f"the reviews file lacks the newest commit of merge request {merge.iid}; ask for "
                "every page of its commits, after the last push"
            )
        return PullRequest(
            forge="gitlab",
            number=merge.iid,
            author=_account(merge.author),
            head=merge.sha,
            base=merge.diff_refs.base_sha,
            reviews=self._reviews(),
            commits=tuple(_commit(commit) for commit in self.commits),
            labels=merge.labels,
            merged_by=_account(merge.merge_user) if merge.merge_user else None,
        )

    def _reviews(self) -> tuple[Review, ...]:
        commit = self.merge_request.sha if self._are_of_head else ""
        return tuple(
            Review(_account(given.user), "approved", commit, given.approved_at)
            for given in self.approvals.approved_by
        )

    @property
    def _are_of_head(self) -> bool:
        """Whether an approval that stands can only be of the newest commit."""
        settings = self.approval_settings
        return (
            settings is not None
            and settings.reset_approvals_on_push
            and not settings.selective_code_owner_removals
            and self.merge_request.detailed_merge_status != _SYNCING
        )


def _account(user: _User) -> Account:
    is_bot = user.bot or _BOT.fullmatch(user.username) is not None
    return Account("gitlab", user.username, user.id, is_bot)


def _commit(given: _Commit) -> PullCommit:
    return PullCommit(
        id=given.id,
        author=Maker(given.author_name, given.author_email),
        committer=Maker(given.committer_name, given.committer_email),
        parents=given.parents,
    )
