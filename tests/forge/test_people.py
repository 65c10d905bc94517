"""Who did it: accounts and addresses become people of the base, or nobody."""

from collections.abc import Callable
from typing import Any

import pytest

from pmoascode.forge import (
    Account,
    Forge,
    approvers,
    author_person,
    committer_people,
    consents,
    person_of,
    signs,
    unknown_accounts,
)
from tests.forge.samples import GITHUB, GITLAB, office, pull

OFFICE = office()
MALLORY = {"login": "mallory", "id": 6666, "type": "User"}
MARIA = {"login": "msilva", "id": 4712, "type": "User"}
Change = Callable[[Any], object]


@pytest.mark.parametrize(
    ("forge", "login", "id", "person"),
    [
        ("github", "tberg", 4711, "tom-berg"),
        ("github", "renamed", 4711, "tom-berg"),  # the number stays
        ("github", "tberg", 9999, None),  # the login was given up and taken by another
        ("github", "lnovak", 8888, "lena-novak"),  # states no number
        ("github", "LNovak", 8888, "lena-novak"),  # logins know no capitals
        ("github", "mallory", 6666, None),
        ("gitlab", "tberg", 815, "tom-berg"),
        ("gitlab", "tberg", 4711, None),  # the number is that of another forge
        ("github", "msilva", 816, None),
        ("gitlab", "lnovak", 8888, None),
    ],
)
def test_whose_account_it_is(forge: Forge, login: str, id: int, person: str | None) -> None:
    found = person_of(Account(forge, login, id), OFFICE)
    assert (found and found.id) == person


def test_a_bot_is_nobody() -> None:
    assert person_of(Account("github", "tberg", 4711, is_bot=True), OFFICE) is None


@pytest.mark.parametrize(
    ("identity", "account"),
    [
        ("{github: {login: other, id: 4711}}", Account("github", "tberg", 4711)),
        ("{github: {login: lnovak}}", Account("github", "lnovak", 8888)),
    ],
)
def test_an_account_that_two_people_claim_is_nobodys(identity: str, account: Account) -> None:
    assert person_of(account, OFFICE) is not None
    assert person_of(account, office(mallory_quick=identity)) is None


def _review(**values: Any) -> Change:
    return lambda file: file["reviews"][2].update(values)


def _add(state: str, time: str = "2026-11-10T10:00:00Z", **values: Any) -> Change:
    review = {"user": MARIA, "state": state, "submitted_at": time}
    head = GITHUB["pull_request"]["head"]["sha"]
    return lambda file: file["reviews"].append(review | {"commit_id": head} | values)


def _author(**values: Any) -> Change:
    return lambda file: file["pull_request"]["user"].update(values)


def _commit(**values: Any) -> Change:
    return lambda file: file["commits"][0].update(values)


def _address(email: str) -> Change:
    def change(file: Any) -> None:
        file["commits"][0] |= {"author": None, "committer": None}
        file["commits"][0]["commit"]["author"]["email"] = email

    return change


MARIA_HAS = ["maria-silva"]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (None, MARIA_HAS),
        (_review(commit_id=GITHUB["commits"][0]["sha"]), []),  # of an older commit
        (_review(commit_id=None), []),
        (_review(user=MALLORY), []),
        (_review(user=MARIA | {"id": 9999}), []),  # Maria's login, another account
        (_review(user=MARIA | {"type": "Bot"}), []),
        (_review(state="DISMISSED"), []),
        (_add("CHANGES_REQUESTED"), []),
        (_add("DISMISSED"), []),
        (_add("COMMENTED"), MARIA_HAS),
        (_add("CHANGES_REQUESTED", "2026-11-10T09:00:00Z"), MARIA_HAS),  # before the approval
        (_add("APPROVED", user={"login": "lnovak", "id": 8, "type": "User"}), None),
        (_add("APPROVED", user=GITHUB["pull_request"]["user"]), MARIA_HAS),  # Tom of his own
        (_author(**MARIA), []),
        (_commit(author=MARIA), []),
        (_commit(committer=MARIA), []),
        (_address("Maria.Silva@harbour.example"), []),
        (_address("somebody@else.example"), MARIA_HAS),
    ],
)
def test_who_approved_it_on_github(change: Change | None, found: list[str] | None) -> None:
    wanted = ["lena-novak", "maria-silva"] if found is None else found
    assert sorted(approvers(pull(GITHUB, change), OFFICE)) == wanted


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (None, MARIA_HAS),
        (lambda file: file.pop("approval_settings"), []),
        (lambda file: file["commits"][1].update(author_email="maria.silva@harbour.example"), []),
        (lambda file: file["merge_request"]["author"].update(id=816), []),
        (lambda file: file["approvals"]["approved_by"].pop(0), []),
    ],
)
def test_who_approved_it_on_gitlab(change: Change | None, found: list[str]) -> None:
    assert sorted(approvers(pull(GITLAB, change), OFFICE)) == found


def test_an_approver_who_committed_still_consents() -> None:
    found = pull(GITHUB, _commit(author=MARIA))
    assert sorted(consents(found, OFFICE)) == MARIA_HAS


def test_two_accounts_that_share_a_login_are_reviewers_of_their_own() -> None:
    found = pull(GITHUB, _add("CHANGES_REQUESTED", user=MARIA | {"id": 9999}))
    assert sorted(approvers(found, OFFICE)) == MARIA_HAS


def test_who_opened_it_and_who_committed() -> None:
    for answers in (GITHUB, GITLAB):
        found = pull(answers)
        author = author_person(found, OFFICE)
        assert author is not None
        assert author.id == "tom-berg"
        assert [person.id for person in committer_people(found, OFFICE)] == ["tom-berg"]


def test_people_are_those_of_the_base_alone() -> None:
    identity = "{github: {login: mallory, id: 6666}}"
    found = pull(GITHUB, _review(user=MALLORY))
    assert sorted(approvers(found, office(maria_silva=identity))) == MARIA_HAS
    assert sorted(approvers(found, OFFICE)) == []


def test_accounts_that_belong_to_nobody() -> None:
    found = pull(GITHUB, lambda file: (_review(user=MALLORY)(file), _author(id=9999)(file)))
    assert unknown_accounts(found, OFFICE) == (
        Account("github", "mallory", 6666),
        Account("github", "tberg", 9999),
    )
    assert unknown_accounts(pull(GITHUB), OFFICE) == ()


@pytest.mark.parametrize(
    ("change", "person", "is_signed"),
    [
        (None, "maria-silva", True),  # approved the head commit
        (None, "tom-berg", True),  # opened it, with commits of his own
        (None, "lena-novak", False),
        (None, "nobody", False),
        (_review(commit_id=GITHUB["commits"][0]["sha"]), "maria-silva", False),
        (_commit(author=MARIA), "maria-silva", True),  # four eyes are another question
        (_commit(author=MARIA), "tom-berg", False),  # her commit could say anything of him
        (_commit(author=MALLORY), "tom-berg", False),
        (_commit(committer=MALLORY), "tom-berg", False),
        (_commit(author=None, committer=None), "tom-berg", True),  # by the commit's address
        (_address("somebody@else.example"), "tom-berg", False),
        (_author(**MALLORY), "tom-berg", False),  # spoofed commits in somebody else's request
        (_author(type="Bot"), "tom-berg", False),
    ],
)
def test_who_signs_what_is_recorded_in_their_name(
    change: Change | None, person: str, is_signed: bool
) -> None:
    assert signs(pull(GITHUB, change), OFFICE, person) is is_signed


def test_where_only_verified_commits_count() -> None:
    def verified(file: Any) -> None:
        file["commits"][0]["commit"]["verification"]["verified"] = True

    assert not signs(pull(GITHUB), OFFICE, "tom-berg", only_verified=True)
    assert signs(pull(GITHUB, verified), OFFICE, "tom-berg", only_verified=True)
    assert signs(pull(GITHUB), OFFICE, "maria-silva", only_verified=True)  # a review is proof
