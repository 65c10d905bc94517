"""Each thing that can be missing or odd is told, and nothing else is."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from pmoascode.condition import Git, Setup, condition
from pmoascode.finding import Finding, Place, Severity
from tests.condition.setups import (
    DRAWN_UP,
    GIT,
    RULES,
    records_of,
    remarks,
    sound,
    to_do,
    with_text,
    without,
)
from tests.starting.offices import files, harbour

CHECK = ".github/workflows/check.yml"
NIGHTLY = ".github/workflows/nightly.yml"
PUBLISH = ".github/workflows/publish.yml"
PIPELINE = ".gitlab-ci.yml"


@pytest.mark.parametrize("forge", ["github", "gitlab"])
def test_nothing_is_said_against_a_sound_set_up(forge: str) -> None:
    setup = sound("gitlab" if forge == "gitlab" else "github")
    assert to_do(setup) == []
    parts = ["Repository", "Records", "Site", "Checks", "Code owners", "This desk", "On the forge"]
    assert list(condition(setup)) == parts


def swap(old: str, new: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return change


def git(**changes: object) -> Setup:
    return sound(git=replace(GIT, **changes))  # type: ignore[arg-type]


def rules(**changes: object) -> Setup:
    return sound(rules=replace(RULES, **changes))  # type: ignore[arg-type]


BROKEN = Finding("merge-conflict", Severity.ERROR, Place("people/ana.yaml"), "A merge is open.")
RECORDS = records_of(files(harbour()), "github")

REPOSITORY = {
    "git": ("missing", sound(git=Git())),
    "repository": ("missing", sound(git=Git("2.47.1", is_there=False, email=GIT.email))),
    "commits": ("missing", git(has_commit=False, has_records=False)),
    "remote": ("missing", git(remote="")),
    "history": ("odd", git(is_shallow=True)),
    "identity": ("odd", git(email="somebody@else.example")),
}
OFFICE = {
    "policy": (
        "missing",
        sound(
            records=records_of(
                {
                    path: content
                    for path, content in files(harbour()).items()
                    if "policy" not in path
                },
                "github",
            )
        ),
    ),
    "litter": ("odd", sound(litter=("portfolio/.pmo-writing-x1",))),
    "site-extra": ("missing", sound(packages=frozenset({"mkdocs"}))),
    "ignored": ("odd", with_text(".gitignore", swap("build/\n", ""))),
    "editor": ("odd", with_text(".vscode/settings.json", swap("risk.schema", "hazard.schema"))),
}

SITE = {
    "without the plugin": ("missing", with_text("mkdocs.yml", swap("pmoascode:", "other:"))),
    "without its place": ("odd", with_text("mkdocs.yml", swap("repo_url:", "x_url:"))),
}
CHECKS = {
    "pull-request-check": ("missing", without(CHECK)),
    "nightly": ("missing", without(NIGHTLY)),
    "publication": ("missing", without(PUBLISH)),
    "check-with-rights": (
        "odd",
        with_text(CHECK, swap("  pull_request:", "  pull_request_target:")),
    ),
    "check-with-secret": (
        "odd",
        with_text(
            CHECK, swap("fetch-depth: 0", "fetch-depth: 0\n          token: ${{ secrets.X }}")
        ),
    ),
    "check-with-write": (
        "odd",
        with_text(CHECK, swap("pull-requests: read", "pull-requests: write")),
    ),
    "check-of-some-paths": (
        "odd",
        with_text(CHECK, swap("  pull_request:\n", "  pull_request:\n    paths: [portfolio/**]\n")),
    ),
    "check-without-reviews": ("odd", with_text(CHECK, swap("pull_request_review:", "release:"))),
    "check-without-queue": ("odd", with_text(CHECK, swap("  merge_group:\n", ""))),
    "check-without-history": ("odd", with_text(CHECK, swap("fetch-depth: 0", "fetch-depth: 1"))),
    "workflow-unreadable": ("odd", with_text(NIGHTLY, lambda text: text + "\n  - [\n")),
    "program": (
        "missing",
        with_text(
            CHECK,
            lambda text: text.replace(
                "harbour/pmoascode@0123456789abcdef0123456789abcdef01234567",
                "OWNER/pmoascode@" + "0" * 40,
            ),
        ),
    ),
    "pins": (
        "odd",
        with_text(
            PUBLISH,
            swap(
                "actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128",
                "actions/deploy-pages@v5",
            ),
        ),
    ),
}
OWNERS = {
    "code-owners": ("missing", without(".github/CODEOWNERS")),
    "accounts": ("odd", sound(records=RECORDS)),
    "owners-of-the-rules": (
        "missing",
        with_text(".github/CODEOWNERS", lambda _: "/portfolio/projects/ @ana\n"),
    ),
    "one-owner": (
        "odd",
        with_text(".github/CODEOWNERS", lambda text: text + "/.github/ @akeller\n"),
    ),
}
FORGE = {
    "ruleset": ("odd", rules(is_enforced=False)),
    "ruleset-target": ("odd", rules(covers=("refs/heads/develop",))),
    "pull-request": ("missing", rules(approvals=0)),
    "code-owner-review": ("missing", rules(by_code_owners=False)),
    "stale-approvals": ("missing", rules(dismisses_stale=False)),
    "last-push": ("missing", rules(needs_last_push=False)),
    "force-push": ("missing", rules(blocks_force_push=False)),
    "deletion": ("missing", rules(blocks_deletion=False)),
    "required-check": ("missing", rules(checks=())),
    "check-source": ("odd", rules(checks=(replace(RULES.checks[0], source=None),))),
    "checked-together": ("odd", rules(is_up_to_date=False)),
    "bypass": ("odd", rules(bypasses=2)),
}


@pytest.mark.parametrize(
    ("name", "state", "setup"),
    [
        (name, state, setup)
        for table in (REPOSITORY, OFFICE, CHECKS, OWNERS, FORGE)
        for name, (state, setup) in table.items()
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_thing_is_told(name: str, state: str, setup: Setup) -> None:
    found = [each for each in remarks(setup) if each.name == name and each.state != "ok"]
    assert [each.state for each in found] == [state]
    assert found[0].remedy
    assert not found[0].said.endswith(".")


@pytest.mark.parametrize(
    ("setup", "alone"),
    [
        *((setup, name) for name, (_, setup) in CHECKS.items() if name.startswith("check-")),
        *((setup, name) for name, (_, setup) in FORGE.items()),
        *((setup, "mkdocs") for _, setup in SITE.values()),
        *((OFFICE[name][1], name) for name in ("litter", "site-extra", "ignored", "editor")),
        *((REPOSITORY[name][1], name) for name in ("repository", "history", "identity")),
    ],
)
def test_nothing_else_is_told(setup: Setup, alone: str) -> None:
    assert {name for name, _ in to_do(setup)} == {alone}


def test_a_fresh_copy_has_no_help_for_the_editor_yet() -> None:
    (said,) = (each for each in remarks(without(DRAWN_UP)) if each.name == "editor")
    assert (said.state, said.remedy) == ("odd", "pmo editor-schemas")


@pytest.mark.parametrize(("state", "setup"), SITE.values(), ids=SITE)
def test_the_configuration_of_the_site(state: str, setup: Setup) -> None:
    assert to_do(setup) == [("mkdocs", state)]


@pytest.mark.parametrize(
    ("name", "state", "setup"),
    [
        ("pull-request-check", "missing", without(PIPELINE, "gitlab")),
        (
            "pull-request-check",
            "missing",
            with_text(PIPELINE, swap("merge_request_event", "push"), "gitlab"),
        ),
        ("nightly", "missing", with_text(PIPELINE, swap('"schedule"', '"web"'), "gitlab")),
        (
            "publication",
            "missing",
            with_text(PIPELINE, swap("pmo build", "mkdocs build"), "gitlab"),
        ),
        (
            "check-without-history",
            "odd",
            with_text(PIPELINE, swap('GIT_DEPTH: "0"', 'GIT_DEPTH: "20"'), "gitlab"),
        ),
        ("program", "missing", with_text(PIPELINE, swap("PMO_PACKAGE:", "OTHER:"), "gitlab")),
        (
            "pins",
            "odd",
            with_text(
                PIPELINE, swap("@0123456789abcdef0123456789abcdef01234567", "@main"), "gitlab"
            ),
        ),
    ],
)
def test_what_a_pipeline_lacks(name: str, state: str, setup: Setup) -> None:
    assert to_do(setup) == [(name, state)]


def test_an_included_pipeline_is_as_it_is_shipped() -> None:
    text = (
        "include:\n  - {project: a/pmoascode, ref: x, file: templates/gitlab/pmo.gitlab-ci.yml}\n"
        'variables:\n  PMO_PACKAGE: "pmoascode==1.4.0"\n'
    )
    assert to_do(with_text(PIPELINE, lambda _: text, "gitlab")) == []


def test_a_publication_of_another_branch_is_odd() -> None:
    assert ("publication", "odd") in to_do(git(default="trunk"))


def test_findings_and_open_merges_are_told() -> None:
    found = sound().records
    assert found
    setup = sound(records=replace(found, findings=(BROKEN,)))
    said = {each.name: each.said for each in remarks(setup) if each.state == "odd"}
    assert said == {
        "merge": "a merge was not finished in people/ana.yaml",
        "check": "the check finds 1 error",
    }


def test_without_records_there_is_one_way_on() -> None:
    setup = Setup(
        Git("2.47.1", is_there=False, email="ana@x.example"), None, sound().day, None, "no folder"
    )
    assert [(each.name, each.remedy) for each in remarks(setup) if each.state == "missing"] == [
        ("repository", "git init -b main"),
        ("records", "pmo init"),
        ("site-extra", 'pip install "pmoascode[site]"'),
    ]


def test_what_github_asks_is_to_be_looked_at_until_it_is_told() -> None:
    (ask,) = [each for each in remarks(sound(rules=None)) if each.name == "ruleset"]
    assert ask.state == "look"
    assert ask.remedy == (
        "gh api repos/harbour/office/rules/branches/main >rules.json, then pmo doctor --rulesets "
        "rules.json"
    )


@pytest.mark.parametrize("required", ["records", "check / records"])
def test_the_required_check_goes_by_the_name_of_the_job(required: str) -> None:
    called = (
        "on: [pull_request, pull_request_review, merge_group]\njobs:\n  check:\n    uses: "
        "harbour/pmoascode/.github/workflows/pmo-check.yml@0123456789abcdef0123456789abcdef01234567\n"
    )
    setup = with_text(CHECK, lambda text: called if "/" in required else text)
    checks = (replace(RULES.checks[0], name=required),)
    assert to_do(replace(setup, rules=replace(RULES, checks=checks))) == []


def test_the_check_of_a_copy_of_the_program_is_known() -> None:
    own = {CHECK: swap("harbour/pmoascode@0123456789abcdef0123456789abcdef01234567", "./tool")}
    setup = with_text(CHECK, own[CHECK])
    assert ("pull-request-check", "missing") in to_do(setup)
    known = replace(setup, files={**setup.files, "action.yml": "run: pmo check\n"})
    assert to_do(known) == []
