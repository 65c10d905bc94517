"""The rule that every change has a name."""

import datetime as dt

from pmoascode.change import changes
from pmoascode.finding import Severity
from pmoascode.forge import PullRequest, author_person, committer_people, unknown_accounts
from pmoascode.office import Office
from pmoascode.records.record import At
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="Audit practice: each change has a name",
    in_starter=Severity.WARNING,
    bad=(
        """
        # author: mallory
        # projects/apollo/actions.yaml
        tell-branches:
          do: Tell all branches when the portal opens  # <--
          owner: nora-lind
          due: 2026-11-20
        """,
        """
        # author: zoe-hart
        # before: people/zoe-hart.yaml
        name: Zoe Hart
        email: zoe.hart@harbour.example
        identities: {github: {login: zoe-hart}}
        active_until: 2026-11-09
        # projects/apollo/actions.yaml
        tell-branches:
          do: Tell all branches when the portal opens  # <--
          owner: nora-lind
          due: 2026-11-20
        """,
    ),
    good=(
        """
        # author: tom-berg
        # commits by: tom-berg, harbour-bot
        # approved by: mallory
        # projects/apollo/actions.yaml
        tell-branches: {do: Tell all branches, owner: nora-lind, due: 2026-11-20}
        """,
        """
        # author: mallory
        # projects/apollo/actions.yaml
        tell-branches:
          do: Tell the branches when the portal opens
          owner: nora-lind
          due: 2026-11-20
        """,
    ),
)
def unknown_author(
    office: Office, before: Office, pull_request: PullRequest, authority: Office, today: dt.date
) -> Problems:
    """The author of a change is no active person of the organisation.

    Who changes the records answers for them, so there must be somebody with a name. Accounts count
    as the records knew them before the change. Programs that act through an account of their own
    are no people, and sign for nobody.

    To put it right, let somebody of the organisation open the pull request and make its commits;
    or first add the person, or the account to the person, in a pull request of its own.
    """
    changed = changes(before, office)
    authors = {
        pull_request.author,
        *(
            maker.account
            for commit in pull_request.commits
            for maker in (commit.author, commit.committer)
            if maker
        ),
    }
    unknown = [a.login for a in unknown_accounts(pull_request, authority) if a in authors]
    people = (*committer_people(pull_request, authority), author_person(pull_request, authority))
    gone = [person.name for person in people if person and not person.is_active_on(today)]
    if changed and (unknown or gone):
        record = changed[0].record
        who = f"the account {unknown[0]}" if unknown else gone[0]
        what = "belongs to nobody known here" if unknown else f"is not active on {today}"
        yield At(record.path, record.keys), f"{who}, who made this change, {what}"
