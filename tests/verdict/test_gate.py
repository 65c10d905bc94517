"""What a change introduces blocks it, and nothing old or unreadable lets it slip through."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from pmoascode.document import Blob, blob_id
from pmoascode.finding import CannotRun
from pmoascode.office import Office, load
from pmoascode.rules import RULES
from pmoascode.verdict import Verdict, judge, judge_change
from pmoascode.worktree import built_in_files, files_in

DAY = dt.date(2026, 11, 10)
APOLLO = "projects/apollo/project.yaml"
POLICY = "policy/policy.yaml"
BASE = {
    "organisation.yaml": "name: Meridian\ncurrency: EUR\n",
    POLICY: "schema: 1\nprofile: starter\n",
    APOLLO: "name: Apollo\ncolour: 1\n",
}


def office(files: Mapping[str, str]) -> Office:
    def blob(text: str) -> Blob:
        content = text.encode()
        return Blob(blob_id(content), len(content), lambda: content)

    return load({path: blob(text) for path, text in files.items()}, built_in_files())


def judged(head: Mapping[str, str], base: Mapping[str, str] = BASE) -> Verdict:
    return judge_change(office(head), office(base), RULES, today=DAY)


def introduced(head: Mapping[str, str]) -> list[str]:
    return sorted(finding.rule for finding in judged(head).findings)


def test_an_old_fault_stands_and_blocks_nothing() -> None:
    verdict = judged(BASE | {APOLLO: "name: Apollo portal\ncolour: 1\n"})
    assert [f.rule for f in verdict.findings] == []
    assert [f.rule for f in verdict.standing] == ["unknown-field"]


def test_a_new_fault_does_not_hide_behind_an_old_one_of_its_kind() -> None:
    head = BASE | {APOLLO: "name: Apollo\ncolour: 1\nbudgit: {forecast: 5}\n"}
    assert introduced(head) == ["unknown-field"]


def test_an_edited_fault_is_the_editors() -> None:
    assert introduced(BASE | {APOLLO: "name: Apollo\nstatus: actve\n"}) == ["value-not-allowed"]


def test_a_record_emptied_to_braces_is_not_passed_over() -> None:
    assert introduced(BASE | {APOLLO: "{}\n"}) == ["missing-field"]


def test_a_record_broken_in_its_syntax_is_found() -> None:
    assert introduced(BASE | {APOLLO: "name: [\n"}) == ["syntax-error"]


@pytest.mark.parametrize("policy", ["a: [\n", "schema: 1\nprofile: standrd\n"])
def test_a_base_whose_policy_has_faults_judges_nothing(policy: str) -> None:
    broken = BASE | {POLICY: policy}
    with pytest.raises(CannotRun, match="policy"):
        judged(broken | {APOLLO: "name: Apollo portal\n"}, broken)


def test_a_change_that_only_mends_the_policy_is_judged() -> None:
    verdict = judged(BASE, BASE | {POLICY: "a: [\n"})
    assert [f.rule for f in verdict.findings if f.rule == "syntax-error"] == []


def test_a_project_with_the_id_of_a_unit_is_refused() -> None:
    units = "name: M\ncurrency: EUR\nunits: {apollo: {title: Apollo, type: team}}\n"
    found = office(BASE | {"organisation.yaml": units}).findings
    assert [f.rule for f in found] == ["id-shared-by-two-scopes", "unknown-field"]


WAIVER = (
    "rule: dates-out-of-order\nrecord: project/apollo\n{at}reason: Kept for the ledger.\n"
    "risk: none\ncompensation: none\nrequested_by: tom\ncreated: 2026-11-01\nexpires: 2026-12-01\n"
    "approved: {{outcome: approved, by: ana, as: pmo-director, date: 2026-11-02}}\n"
)
LATE_START = (
    "name: Apollo\nstart: {baseline: 2026-05-01}\nfinish: {baseline: 2026-01-01}\n"
    "stages: {build: {title: Build, start: 2026-06-01, forecast: 2026-02-01}}\n"
)


@pytest.mark.parametrize(
    ("at", "waived"), [("", 2), ("at: stages.build\n", 1), ("at: budget\n", 0)]
)
def test_a_waiver_excuses_the_field_that_it_names_alone(at: str, waived: int) -> None:
    files = BASE | {APOLLO: LATE_START, "policy/waivers/ledger.yaml": WAIVER.format(at=at)}
    verdict = judge(office(files), RULES, today=DAY)
    found = [f for f in verdict.findings if f.rule == "dates-out-of-order"]
    assert (len(verdict.waived), len(found)) == (waived, 2 - waived)
    idle = [f.rule for f in verdict.findings if f.rule == "waiver-unused"]
    assert idle == ([] if waived else ["waiver-unused"])


def test_an_office_beside_itself_is_judged_as_a_change_of_nothing() -> None:
    files = files_in(Path(__file__).parents[2] / "portfolio")
    one, other = load(files, built_in_files()), load(files, built_in_files())
    quick = judge_change(one, one, RULES, today=DAY)
    assert quick.standing
    assert quick == judge_change(other, one, RULES, today=DAY)
