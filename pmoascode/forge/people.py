"""Who did it: the people of the office behind the accounts of a pull request.

The people are those of `authority`, the office before the change: what a pull request says of
accounts confers nothing on its own author. A commit's name and address are what its writer typed,
so they can take an approval away but never give one.
"""

from collections.abc import Iterator, Mapping

from pmoascode.forge.pull_request import Account, Forge, Maker, PullRequest, Review
from pmoascode.office import Office
from pmoascode.records.person import Person

_JUDGING = ("approved", "changes-requested", "dismissed")  # a comment takes nothing back


def person_of(account: Account, authority: Office) -> Person | None:
    """The person whose account it is, by its number.

    The login alone counts only for a person who states no number, since a login that was given up
    can be taken by somebody else. Nobody, where two people claim the account.
    """
    if account.is_bot:
        return None
    claims = tuple(_accounts(authority, account.forge))
    by_id = [person for person, own in claims if own == account.id]
    if by_id:
        return by_id[0] if len(by_id) == 1 else None
    login = account.login.casefold()
    by_login = [person for person, own in claims if own == login]
    return by_login[0] if len(by_login) == 1 else None


def author_person(pull_request: PullRequest, authority: Office) -> Person | None:
    """The person who opened the pull request; by hearsay, who made each of its commits."""
    if pull_request.author:
        return person_of(pull_request.author, authority)
    people = [_maker_person(maker, authority) for maker in _makers(pull_request)]
    return people[0] if people and all(person == people[0] for person in people) else None


def committer_people(pull_request: PullRequest, authority: Office) -> tuple[Person, ...]:
    """The people whose commits are in the pull request, by account or else by address.

    Sorted by id.
    """
    found = {
        person.id: person
        for maker in _makers(pull_request)
        if (person := _maker_person(maker, authority))
    }
    return tuple(found[id] for id in sorted(found))


def unknown_accounts(pull_request: PullRequest, authority: Office) -> tuple[Account, ...]:
    """The accounts, bots aside, that took part and belong to nobody of the office; by login."""
    took_part = {
        *filter(None, (pull_request.author,)),
        *(review.account for review in pull_request.reviews),
        *(maker.account for maker in _makers(pull_request) if maker.account),
    }
    unknown = [
        account
        for account in took_part
        if not account.is_bot and person_of(account, authority) is None
    ]
    return tuple(sorted(unknown, key=lambda account: (account.login, account.id)))


def consents(pull_request: PullRequest, authority: Office) -> Mapping[str, Review]:
    """Person id to the approval of the head commit that stands, whoever wrote the commits."""
    latest: dict[int, Review] = {}
    for review in pull_request.reviews:
        if review.state in _JUDGING:
            latest[review.account.id] = review
    return {
        person.id: review
        for review in latest.values()
        if review.state == "approved"
        and review.commit == pull_request.head
        and (person := person_of(review.account, authority))
    }


def approvers(pull_request: PullRequest, authority: Office) -> Mapping[str, Review]:
    """Person id to approval: `consents` without whoever opened it or committed to it."""
    involved = {person.id for person in committer_people(pull_request, authority)}
    author = author_person(pull_request, authority)
    if author:
        involved.add(author.id)
    standing = consents(pull_request, authority)
    return {id: review for id, review in standing.items() if id not in involved}


def signs(
    pull_request: PullRequest, authority: Office, person_id: str, *, only_verified: bool = False
) -> bool:
    """Whether the person stands by what the pull request records in their name.

    They do by approving its head commit, or by having opened it with commits of their own alone:
    somebody else's commit could write into it what they never saw. With `only_verified` these
    commits must also bear a signature that the forge has checked. That a second person looked at
    it is another question: see `approvers`.
    """
    if person_id in consents(pull_request, authority):
        return True
    author = author_person(pull_request, authority)
    if author is None or author.id != person_id or not pull_request.commits:
        return False
    are_own = all(_is_of(author, maker, authority) for maker in _makers(pull_request))
    return are_own and (not only_verified or all(c.verified for c in pull_request.commits))


def _accounts(authority: Office, forge: Forge) -> Iterator[tuple[Person, int | str]]:
    """Each person with the number of their account, or with its login where they state none."""
    for person in authority.all(Person):
        account = person.identities and getattr(person.identities, forge)
        if account:
            yield person, account.id or account.login.casefold()


def _makers(pull_request: PullRequest) -> tuple[Maker, ...]:
    """Whoever made the commits, each once: many commits have few makers."""
    both = (maker for commit in pull_request.commits for maker in (commit.author, commit.committer))
    return tuple(dict.fromkeys(maker for maker in both if maker))


def _maker_person(maker: Maker, authority: Office) -> Person | None:
    known = person_of(maker.account, authority) if maker.account else None
    return known or person_at(maker.email, authority)


def _is_of(person: Person, maker: Maker, authority: Office) -> bool:
    """Whether the person made it; an account that the forge names counts more than the address."""
    if maker.account:
        return person_of(maker.account, authority) == person
    return person_at(maker.email, authority) == person


def person_at(email: str, authority: Office) -> Person | None:
    """The person whose address it is; nobody, where two people claim it."""
    wanted = email.casefold()
    found = [
        person
        for person in authority.all(Person)
        if wanted and wanted in (own.casefold() for own in _addresses(person))
    ]
    return found[0] if len(found) == 1 else None


def _addresses(person: Person) -> tuple[str, ...]:
    own = (person.email,) if person.email else ()
    return own + (person.identities.emails if person.identities else ())
