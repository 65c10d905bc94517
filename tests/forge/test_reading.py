"""The reviews file: what is taken from it, and what is said of one that proves nothing."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given as each
from hypothesis import strategies as st

from pmoascode.finding import CannotRun
from pmoascode.forge import LARGEST, Account, Maker, PullRequest, Review, read
from tests.forge.samples import GITHUB, GITLAB, given, pull

TOM = Account("github", "tberg", 4711)
MARIA = Account("github", "msilva", 4712)
EITHER = "`pull_request` (GitHub) or `merge_request` (GitLab)"
BOT = Account("github", "github-actions[bot]", 41898282, is_bot=True)


def test_the_facts_of_github() -> None:
    found = pull(GITHUB)
    first, last = (commit["sha"] for commit in GITHUB["commits"])
    assert (found.forge, found.number, found.author) == ("github", 128, TOM)
    assert (found.head, found.base) == (last, GITHUB["pull_request"]["base"]["sha"])
    assert (found.labels, found.merged_by) == (("baseline",), None)
    assert [(r.account, r.state, r.commit == last) for r in found.reviews] == [
        (MARIA, "changes-requested", False),
        (BOT, "approved", True),
        (MARIA, "approved", True),
        (MARIA, "commented", True),
    ]
    assert found.reviews[2].submitted == dt.datetime(2026, 11, 10, 9, 12, 44, tzinfo=dt.UTC)
    by_hand, on_the_page = found.commits
    maker = Maker("Tom Berg", "tom.berg@harbour.example", TOM)
    assert (by_hand.author, by_hand.committer, by_hand.verified) == (maker, maker, False)
    assert (on_the_page.author.account, on_the_page.committer) == (TOM, None)
    assert (on_the_page.verified, on_the_page.parents) == (True, (first,))


def test_the_facts_of_gitlab() -> None:
    found = pull(GITLAB)
    head = GITLAB["merge_request"]["sha"]
    assert (found.forge, found.number, found.head) == ("gitlab", 57, head)
    assert found.author == Account("gitlab", "tberg", 815)
    assert found.base == GITLAB["merge_request"]["diff_refs"]["base_sha"]
    assert found.labels == ("report",)
    sent = dt.datetime(2026, 11, 3, 8, 30, 1, 900000, tzinfo=dt.UTC)
    maria, bot = found.reviews
    assert maria == Review(Account("gitlab", "msilva", 816), "approved", head, sent)
    assert bot.account.is_bot
    assert found.commits[0].author == Maker("Tom Berg", "Tom.Berg@harbour.example")
    assert (found.commits[0].verified, found.commits[0].parents) == (False, ())


def test_a_github_commit_without_an_account() -> None:
    def change(file: Any) -> None:
        file["commits"][0] |= {"author": None, "committer": {}}

    commit = pull(GITHUB, change).commits[0]
    assert commit.author == commit.committer == Maker("Tom Berg", "tom.berg@harbour.example")


def test_github_itself_commits_only_where_it_signed() -> None:
    def change(file: Any) -> None:
        file["commits"][1]["commit"]["verification"]["verified"] = False

    committer = pull(GITHUB, change).commits[1].committer
    assert committer is not None
    assert committer.account == Account("github", "web-flow", 19864447)


def test_reviews_that_are_not_sent_or_whose_account_is_gone_are_passed_over() -> None:
    def change(file: Any) -> None:
        file["reviews"][0]["user"] = None
        file["reviews"][1] |= {"state": "PENDING", "submitted_at": None}

    assert [r.state for r in pull(GITHUB, change).reviews] == ["approved", "commented"]


def test_reviews_are_ordered_by_their_time() -> None:
    found = pull(GITHUB, lambda file: file["reviews"].reverse())
    assert found.reviews == pull(GITHUB).reviews


def _set(answers: str, **values: Any) -> Callable[[Any], object]:
    return lambda file: file[answers].update(values)


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file.pop("approval_settings"),
        _set("approval_settings", reset_approvals_on_push=False),
        _set("approval_settings", selective_code_owner_removals=True),
        _set("merge_request", detailed_merge_status="approvals_syncing"),
    ],
)
def test_an_approval_on_gitlab_is_of_no_known_commit(change: Callable[[Any], object]) -> None:
    assert {review.commit for review in pull(GITLAB, change).reviews} == {""}


def _without(*keys: Any) -> Callable[[Any], object]:
    def change(file: Any) -> None:
        for key in keys[:-1]:
            file = file[key]
        del file[keys[-1]]

    return change


@pytest.mark.parametrize(
    ("answers", "change", "message"),
    [
        (GITHUB, _without("reviews"), "it has no `reviews`"),
        (GITHUB, _without("pull_request", "user", "id"), "`pull_request.user` has no `id`"),
        (GITHUB, _without("pull_request", "commits"), "`pull_request` has no `commits`"),
        (GITHUB, _without("reviews", 0, "submitted_at"), "a review has no `submitted_at`"),
        (
            GITHUB,
            lambda file: file["pull_request"]["user"].update(id="4711"),
            "`pull_request.user.id`: Expected `int`, got `str`",
        ),
        (
            GITHUB,
            lambda file: file["pull_request"]["head"].update(sha="main"),
            "`pull_request.head.sha`: expected the id of a commit",
        ),
        (
            GITHUB,
            lambda file: file["reviews"][0].update(state="LIKED"),
            "`reviews[0].state`: Invalid enum value 'LIKED'",
        ),
        (
            GITHUB,
            lambda file: file["commits"].pop(),
            "the reviews file has 1 of the 2 commits of pull request 128; ask for every page",
        ),
        (
            GITHUB,
            lambda file: file["commits"][1].update(sha="0" * 40),
            "the reviews file lacks the newest commit of pull request 128; fetch its parts again",
        ),
        (GITLAB, _without("approvals"), "it has no `approvals`"),
        (GITLAB, _without("approvals", "approved_by"), "`approvals` has no `approved_by`"),
        (
            GITLAB,
            lambda file: file["commits"].pop(0),
            "the reviews file lacks the newest commit of merge request 57; ask for every page",
        ),
        (
            GITLAB,
            lambda file: file["merge_request"]["diff_refs"].update(head_sha="0" * 40),
            "GitLab is still working on merge request 57: its diff is not of its newest commit",
        ),
        (
            GITHUB,
            lambda file: file["reviews"][0].update(state="\x1b[31m\n" + "A" * 1000),
            "`reviews[0].state`: Invalid enum value '\\x1b[31m\\nAAAA",
        ),
        (GITHUB | GITLAB, None, f"the reviews file needs either {EITHER}, and has both"),
        ({}, None, f"the reviews file needs either {EITHER}, and has neither"),
    ],
)
def test_what_is_missing_is_said(
    answers: dict[str, Any], change: Callable[[Any], object] | None, message: str
) -> None:
    with pytest.raises(CannotRun) as caught:
        pull(answers, change)
    said = str(caught.value).removeprefix("the reviews file cannot be used: ")
    assert said.startswith(message)
    assert len(said) < 250


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b'{"pull_request": 1}',
        b"\xff\xfe{}",
        b'{"pull_request": "\xff"}',
        b'{"pull_request": ' + b"[" * 100_000,
        b'{"pull_request": {"x": ' + b"[" * 5000 + b"]" * 5000 + b"}}",
        b" " * (LARGEST + 1),
    ],
)
def test_what_is_no_such_file_is_said_in_one_line(content: bytes) -> None:
    with pytest.raises(CannotRun) as caught:
        read(content)
    assert str(caught.value).startswith("the reviews file ")
    assert "\n" not in str(caught.value)


def test_keys_that_are_not_needed_are_passed_over() -> None:
    content = json.loads(given(GITHUB)) | {"x": {"y": [1]}, "fetched": "2026-11-10"}
    assert read(json.dumps(content).encode()) == pull(GITHUB)


@each(st.data())
def test_a_damaged_file_is_refused_or_read(data: st.DataObject) -> None:
    content = bytearray(given(data.draw(st.sampled_from([GITHUB, GITLAB]))))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert isinstance(read(bytes(content)), PullRequest)
    except CannotRun as refusal:
        assert "\n" not in str(refusal)  # noqa: PT017 - either outcome is right
