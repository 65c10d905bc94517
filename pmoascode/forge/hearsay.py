"""A pull request by what its commits say of themselves: a hint of who did it, and no proof."""

from collections.abc import Iterable

from pmoascode.commit import Commit
from pmoascode.forge.people import person_at
from pmoascode.forge.pull_request import Maker, PullCommit, PullRequest
from pmoascode.office import Office


def hearsay(commits: Iterable[Commit], head: str, base: str) -> PullRequest | None:
    """What the commits say, each author once; None where there is no commit to say anything."""
    first = {commit.email.casefold(): commit for commit in commits}
    said = tuple(
        PullCommit(commit.id, Maker(commit.author, commit.email), None)
        for _, commit in sorted(first.items())
    )
    return PullRequest(None, 0, None, head, base, commits=said) if said else None


def unknown_addresses(pull_request: PullRequest, authority: Office) -> tuple[str, ...]:
    """The addresses in the commits that belong to nobody of the office."""
    addresses = (commit.author.email for commit in pull_request.commits)
    return tuple(each for each in addresses if person_at(each, authority) is None)
