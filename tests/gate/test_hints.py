"""Without a word from the forge, commits give hints of who did it, and hints alone."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from pmoascode.cli import main
from pmoascode.rules import RULES
from pmoascode.verdict.hints import AWAITING, SUSPECTING
from tests.gate.branches import Pull, Push, Repository, edit
from tests.gate.changes import HERMES, ONE_MORE, POLICY, WAIVER, WITHHELD, gate
from tests.gate.hostile_appointments import APPOINTED
from tests.gate.hostile_signatures import SIGNED
from tests.gate.requests import text

TIER = edit(HERMES, ("tier: small", "tier: medium"))
OWN_LIMITS = "own-limits-changed project/hermes"
SIGNER = "sign-off-in-another-name of Ines Roth, sponsor"
STRICT = POLICY, "profile: {}\nrules: {{own-limits-changed: {{severity: error}}}}\n"
MERGED = {"people/li-wen.yaml": text("people/li-wen.yaml") + "active_until: 2026-11-09\n"}
EXCUSED = WAIVER.replace("required-role-lapsed", "own-limits-changed").replace("apollo", "hermes")
TAKES_ADDRESS = edit(
    "people/sam-okoro.yaml", ("email: sam.okoro@harbour.example", "email: new@elsewhere.example")
)


class Case(NamedTuple):
    """A pull request and what its commits suggest."""

    pull: Pull
    suspected: tuple[str, ...] = ()  # rule and record
    needed: tuple[str, ...] = ()  # rule and whose approval
    unknown: tuple[str, ...] = ()  # addresses


CASES = {
    "a manager moves the own limits": Case(Pull(TIER, "sam-okoro"), (OWN_LIMITS,)),
    "somebody else moves them": Case(Pull(TIER, "tom-berg")),
    "the manager among others moves them": Case(
        Pull(ONE_MORE, "tom-berg", then=(Push("sam-okoro", TIER),)), (OWN_LIMITS,)
    ),
    "a gate in the sponsor's name": Case(Pull(gate(), "sam-okoro"), (), (SIGNER,)),
    "a gate by the sponsor herself": Case(Pull(gate(), "ines-roth")),
    "a gate by the sponsor and another": Case(
        Pull(gate(), "ines-roth", then=(Push("sam-okoro", ONE_MORE),)), (), (SIGNER,)
    ),
    "a gate by the sponsor and a stranger": Case(
        Pull(gate(), "ines-roth", then=(Push("mallory"),)),
        (),
        (SIGNER,),
        ("mallory@elsewhere.example",),
    ),
    "an approval of what the approver wrote": Case(
        SIGNED["one's own report accepted"].pull,
        ("approver-is-author report/apollo/2026-11",),
    ),
    "a chair taken": Case(APPOINTED["a chair taken"].pull, ("self-appointment portfolio/change",)),
    "a friend appointed": Case(
        APPOINTED["a friend put in charge of assurance"].pull,
        (),
        ("role-given-without-authority of Maria Silva, sponsor",),
    ),
    "a sum withheld in another's name": Case(
        Pull({"projects/apollo/reports/2026-11.yaml": WITHHELD}, "tom-berg"),
        (),
        ("sign-off-in-another-name of Maria Silva",),
    ),
    "the policy changed": Case(
        Pull(edit(POLICY, ("profile: full", "profile: standard")), "tom-berg"),
        (),
        ("policy-changed-without-owner of Ana Keller, PMO director",),
    ),
    "somebody who has left": Case(Pull(ONE_MORE, "li-wen", before=MERGED), ("unknown-author ",)),
    "an address that the change itself brings": Case(
        Pull(TAKES_ADDRESS, "mallory", then=(Push("mallory", name="new"),)),
        (),
        ("policy-changed-without-owner of Ana Keller, PMO director",),
        ("mallory@elsewhere.example", "new@elsewhere.example"),
    ),
    "what a waiver excuses": Case(
        Pull(TIER, "sam-okoro", before={"policy/waivers/hermes-limits.yaml": EXCUSED})
    ),
    **{
        f"an error of the profile {profile}": Case(
            Pull(TIER, "sam-okoro", before={STRICT[0]: STRICT[1].format(profile)}), (OWN_LIMITS,)
        )
        for profile in ("starter", "standard", "full")
    },
}

Check = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    pulls = {name: case.pull for name, case in CASES.items()}
    return Repository(tmp_path_factory.mktemp("office"), pulls)


@pytest.fixture
def check(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Check:
    """Runs `pmo check` on a pull request with more words, as the program does."""

    def run(name: str, *words: str, at: bool = True) -> tuple[int, str]:
        change = ["--base", repository.base(name), "--today", "2026-11-10"]
        if at:
            change += ["--at", repository.branch(name)]
        monkeypatch.chdir(repository.folder)
        monkeypatch.setattr(sys, "argv", ["pmo", "check", *change, *words])
        with pytest.raises(SystemExit) as ended:
            main()
        return int(str(ended.value.code)), capsys.readouterr().out

    return run


def hints_of(output: str) -> Case:
    """The hints of the JSON, as a case says them."""
    said: dict[str, Any] = json.loads(output)["hints"]
    return Case(
        Pull({}),
        tuple(f"{each['rule']} {each['record']}" for each in said["suspected"]),
        tuple(f"{each['rule']} of {each['of']}" for each in said["approval_needed"]),
        tuple(said["unknown_addresses"]),
    )


@pytest.mark.parametrize("name", CASES)
def test_commits_suggest_who_did_it(name: str, check: Check) -> None:
    _, output = check(name, "--format", "json")
    assert hints_of(output)[1:] == CASES[name][1:]


@pytest.mark.parametrize("name", [name for name in CASES if CASES[name].suspected])
def test_a_hint_is_never_an_error_and_never_blocks(name: str, check: Check) -> None:
    _, output = check(name, "--format", "json", "--fail-on", "info")
    said = json.loads(output)
    assert {each["severity"] for each in said["hints"]["suspected"]} == {"warning"}
    about_people = SUSPECTING | AWAITING
    counting = {each["rule"] for fate in ("findings", "standing") for each in said[fate]}
    assert not counting & about_people
    assert {each["rule"] for each in said["not_asked"]} <= about_people
    assert len(said["not_asked"]) >= 8  # a smaller profile has fewer


def test_a_change_with_hints_alone_passes_under_the_strictest_limit(check: Check) -> None:
    assert check("a manager moves the own limits", "--fail-on", "info", "--format", "text")[0] == 0


@pytest.mark.parametrize("name", CASES)
def test_what_the_forge_says_leaves_no_hint(
    name: str, check: Check, repository: Repository, tmp_path: Path
) -> None:
    reviews = repository.reviews(name, tmp_path / "reviews.json")
    _, output = check(name, "--reviews", str(reviews), "--format", "json")
    assert hints_of(output) == Case(Pull({}))
    assert json.loads(output)["not_asked"] == []


@pytest.mark.parametrize("name", ["a manager moves the own limits", "a gate in the sponsor's name"])
def test_a_mailmap_changes_nothing(name: str, check: Check, repository: Repository) -> None:
    proper = "{} <{}> <sam.okoro@harbour.example>\n"
    for other in ("Ines Roth", "Maria Silva"):
        address = f"{other.lower().replace(' ', '.')}@harbour.example"
        (repository.folder / ".mailmap").write_text(proper.format(other, address), "utf-8")
        repository.git("config", "log.mailmap", "true")
        said = hints_of(check(name, "--format", "json")[1])
        (repository.folder / ".mailmap").unlink()
        assert said[1:] == CASES[name][1:]


def test_work_that_is_not_committed_has_no_author(check: Check, repository: Repository) -> None:
    name = "a gate by the sponsor herself"
    file = repository.folder / "portfolio" / HERMES
    repository.git("checkout", "--quiet", "--force", repository.branch(name))
    file.write_text(TIER[HERMES], "utf-8")  # type: ignore[arg-type]
    _, by_ines = check(name, "--format", "json", at=False)
    repository.git("checkout", "--quiet", "--force", repository.branch("somebody else moves them"))
    repository.git("reset", "--quiet", "--soft", "main")
    _, nobody = check("somebody else moves them", "--format", "json", at=False)
    repository.git("checkout", "--quiet", "--force", "main")
    assert hints_of(by_ines) == hints_of(nobody) == Case(Pull({}))


def test_a_terminal_is_told_that_it_is_a_hint_and_what_would_prove_it(check: Check) -> None:
    _, said = check("a gate by the sponsor and a stranger")
    about, *hints = said.split("\n\n")[0].splitlines()
    assert "no proof" in about
    assert "--reviews" in about
    assert hints == [
        (
            "  hint: the approval of Ines Roth, sponsor, which cannot be seen here, is needed for"
            " portfolio/approvals/hermes/start-initiation.yaml:2"
        ),
        (
            "  hint: there are commits by mallory@elsewhere.example, and nobody was known by that"
            " before the change; a person's addresses stand under `identities.emails`"
        ),
    ]
    assert "2 hints" in said.splitlines()[-1]
    assert "hint" not in check("a gate by the sponsor and a stranger", "--quiet")[1]


def test_a_hint_says_nothing_of_reviews_that_it_cannot_see(check: Check) -> None:
    _, said = check("a manager moves the own limits")
    assert "not seen here" in said
    assert "nobody above has approved" not in said


def test_a_summary_folds_the_hints_away(check: Check) -> None:
    _, said = check("a manager moves the own limits", "--format", "markdown")
    assert said.startswith("## ✅ This change is not blocked")
    assert "<summary>Hints, which prove nothing: 1</summary>" in said


def test_hints_keep_to_the_paths_that_are_asked_about(check: Check) -> None:
    name = "a manager moves the own limits"
    _, there = check(name, f"portfolio/{HERMES}", "--format", "json")
    _, elsewhere = check(name, "portfolio/people", "--format", "json")
    assert hints_of(there).suspected == (OWN_LIMITS,)
    assert hints_of(elsewhere).suspected == ()


def test_each_rule_about_who_did_it_suspects_or_awaits() -> None:
    about_people = {rule.name for rule in RULES if "pull_request" in rule.inputs}
    assert about_people == SUSPECTING | AWAITING
    assert not SUSPECTING & AWAITING
