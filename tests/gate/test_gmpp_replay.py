"""Six years of real returns as six pull requests: what each year would have been told."""

import datetime as dt
import subprocess
from collections import Counter
from pathlib import Path
from shutil import copy

import pytest
from click.testing import CliRunner

from pmoascode.cli.import_ import import_group
from pmoascode.finding import Severity
from pmoascode.revision import opened
from pmoascode.verdict import Verdict

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data" / "gmpp"
MAPS = ROOT / "site" / "docs" / "guides" / "gmpp"
POLICY = "profile: {profile}\nscale: [green, amber-green, amber, amber-red, red]\n"
STATES = {  # report to the day whose state it shows
    2016: "2015-09-30",
    2017: "2016-09-30",
    2018: "2017-09-30",
    2019: "2018-09-30",
    2020: "2019-09-30",
    2021: "2021-03-31",
}
NEW = {2016: 143, 2017: 37, 2018: 25, 2019: 23, 2020: 18, 2021: 95}
LEFT = {2016: 0, 2017: 0, 2018: 36, 2019: 72, 2020: 94, 2021: 157}  # reported for too long ago
NOT_IN_THE_DATA = {  # the returns name no people, gates, portfolios or goals
    "delivery-before-pid-approval": 1,
    "phase-without-gate-approval": 2,
    "planning-before-business-case": 1,
    "project-board-incomplete": 2,
    "project-outside-any-portfolio": 1,
    "project-without-manager": 1,
    "project-without-objective": 1,
    "project-without-sponsor": 1,
    "raci-role-unfilled": 1,
}
ABOUT_THE_DATA = {  # rule to its findings in the return of each year
    "amber-but-far-late": (5, 33, 42, 48, 51, 47),
    "amber-but-far-over-budget": (0, 21, 30, 38, 39, 32),
    "green-but-late": (2, 2, 1, 2, 2, 5),
    "rating-changed-without-reason": (0, 48, 50, 51, 51, 43),
    "red-without-path-to-green": (6, 4, 8, 4, 11, 7),
    "tolerance-breach-without-exception": (8, 59, 60, 59, 64, 67),
}

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the returns are not beside this checkout, in ../shared/data/gmpp"
)


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=Importer", "-c", "user.email=importer@office.example"]
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


@pytest.fixture(scope="module")
def six_years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository: one commit a year, with its tag, after one without projects."""
    folder = tmp_path_factory.mktemp("returns")
    records = folder / "portfolio"
    for name in ("people", "policy"):
        (records / name).mkdir(parents=True)
    copy(MAPS / "organisation.yaml", records)
    copy(MAPS / "ipa.yaml", records / "people")
    (records / "policy" / "policy.yaml").write_text(POLICY.format(profile="full"), encoding="utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, "2015")
    for year in STATES:
        maps, table = str(MAPS / "returns-map.yaml"), str(DATA / f"gmpp_{year}.csv")
        words = ["csv", "--map", maps, table, "--records", str(records)]
        assert CliRunner().invoke(import_group, words, standalone_mode=False).exception is None
        commit(folder, str(year))
    return records


def commit(folder: Path, year: str) -> None:
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", f"Return of {year}")
    git(folder, "tag", f"return-{year}")


@pytest.fixture(scope="module")
def verdicts(six_years: Path) -> dict[int, Verdict]:
    """Each year judged against the year before, on the day whose state it shows."""
    return {
        year: opened(
            six_years, at=f"return-{year}", base=f"return-{year - 1}", today=day_of(year)
        ).verdict
        for year in STATES
    }


def day_of(year: int) -> dt.date:
    """The day whose state the report shows."""
    return dt.date.fromisoformat(STATES[year])


def counts(verdict: Verdict) -> Counter[str]:
    """Rule to how often it found something that the year has brought."""
    return Counter(finding.rule for finding in verdict.findings)


@pytest.mark.parametrize("rule", NOT_IN_THE_DATA)
def test_what_the_returns_do_not_say_is_found_once_a_new_project(
    rule: str, verdicts: dict[int, Verdict]
) -> None:
    found = {year: counts(verdict)[rule] for year, verdict in verdicts.items()}
    assert found == {year: new * NOT_IN_THE_DATA[rule] for year, new in NEW.items()}


@pytest.mark.parametrize("rule", ABOUT_THE_DATA)
def test_what_the_returns_do_say_is_found_year_by_year(
    rule: str, verdicts: dict[int, Verdict]
) -> None:
    assert tuple(counts(verdict)[rule] for verdict in verdicts.values()) == ABOUT_THE_DATA[rule]


def test_projects_that_left_the_return_stand_apart(verdicts: dict[int, Verdict]) -> None:
    for year, verdict in verdicts.items():
        overdue = Counter(f.rule for f in verdict.standing)["report-overdue"]
        assert overdue == LEFT[year]
        assert counts(verdict)["report-overdue"] == 0


def test_an_import_moves_no_baseline_and_rewrites_nothing(verdicts: dict[int, Verdict]) -> None:
    history = {"baseline-moved-without-change", "published-report-rewritten", "record-removed"}
    for verdict in verdicts.values():
        assert not history & set(counts(verdict))
        assert all(f.severity < Severity.ERROR or f.record for f in verdict.findings)
