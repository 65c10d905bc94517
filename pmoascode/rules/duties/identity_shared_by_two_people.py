"""The rule that an account or address belongs to one person."""

from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.office import Office
from pmoascode.records.person import Person
from pmoascode.records.record import Keys
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="Audit practice: each change has a name",
    in_starter=Severity.WARNING,
    bad=(
        """
        # people/zoe-hart.yaml
        name: Zoe Hart
        email: zoe.hart@harbour.example
        identities:
          github: {login: zoe-hart, id: 105}  # <--
        active_from: 2026-11-01
        """,
        """
        # people/zoe-hart.yaml
        name: Zoe Hart
        email: Tom.Berg@harbour.example  # <--
        identities:
          emails: [maria.silva@harbour.example]  # <--
          github: {login: Ana-Keller}  # <--
        active_from: 2026-11-01
        """,
    ),
    good="""
        # people/zoe-hart.yaml
        name: Zoe Hart
        email: zoe.hart@harbour.example
        identities:
          emails: [zoe.hart@harbour.example, zoe@home.example]
          github: {login: zoe-hart, id: 110110}
          gitlab: {login: tom-berg, id: 110}
        active_from: 2026-11-01
        """,
)
def identity_shared_by_two_people(office: Office) -> Problems:
    """Two people claim the same address or account.

    Every commit and every review must have one name behind it. An account with two owners has
    none: each may say that it was the other, and one may sign as the other.

    To put it right, take the address or account out of the record of whoever does not own it. An
    account stays the same where its number does, whatever its login.
    """
    owned: dict[tuple[str, str], tuple[Person, Keys]] = {}
    for person in office.all(Person):
        for claim, keys in _claims(person):
            owner, at = owned.setdefault(claim, (person, keys))
            if owner is not person:
                kind, value = claim
                yield (
                    person.at(*keys),
                    f"{person.name} claims the {kind} `{value}`, which {owner.name} claims too",
                    (owner.at(*at),),
                )


def _claims(person: Person) -> Iterator[tuple[tuple[str, str], Keys]]:
    """Each address and account of the person, with its place; letter case means nothing."""
    if person.email:
        yield ("address", person.email.casefold()), ("email",)
    identities = person.identities
    for number, email in enumerate(identities.emails if identities else ()):
        yield ("address", email.casefold()), ("identities", "emails", number)
    for forge, name in (("github", "GitHub"), ("gitlab", "GitLab")):
        account = identities and getattr(identities, forge)
        if account:
            yield (f"{name} account", account.login.casefold()), ("identities", forge, "login")
            if account.id:
                yield (f"{name} number", str(account.id)), ("identities", forge, "id")
