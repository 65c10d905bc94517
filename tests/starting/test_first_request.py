"""The first weeks of an office: its site, and the first change that is proposed."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from pmoascode.cli import pmo
from tests.checkouts import git
from tests.starting.offices import GITLAB, MARIA, files, harbour
from tests.starting.test_forges import written

REPORT = """\
date: 2026-11-30
by: {by}
rating: {{overall: green, schedule: green, cost: green, scope: green, resources: green}}
headline: The claims team has seen the first screens.
"""
ALONE = harbour(manager=harbour().head, sponsor=None, around=GITLAB)


@pytest.fixture
def office(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The office of the answers, committed on its main branch; the reader stands in it."""
    folder = written(tmp_path / "office", files(request.param))
    git("init", "-q", "-b", "main", cwd=folder)
    git("add", "--all", cwd=folder)
    git("commit", "-q", "-m", "Start the project office", cwd=folder)
    monkeypatch.chdir(folder)
    return folder


def run(*words: str) -> tuple[object, str]:
    done = CliRunner().invoke(pmo, words, standalone_mode=False)
    assert done.exception is None, done.exception
    return done.return_value or 0, done.output


@pytest.mark.parametrize(
    ("office", "by"), [(harbour(), "tom-berg"), (ALONE, "ana-keller")], indirect=["office"]
)
def test_the_first_status_report_passes(office: Path, by: str) -> None:
    git("switch", "-q", "-c", "report", cwd=office)
    report = office / "portfolio/projects/apollo-claims-portal/reports/2026-11.yaml"
    report.parent.mkdir()
    report.write_text(REPORT.format(by=by), "utf-8")
    git("add", "--all", cwd=office)
    git("commit", "-q", "-m", "Report", cwd=office)
    words = ("check", "--base", "main", "--today", "2026-11-30", "--fail-on", "info", "-q")
    status, said = run(*words)
    assert (status, said.startswith("nothing to put right (")) == (0, True), said


@pytest.mark.parametrize("office", [harbour(), ALONE], indirect=True, ids=["github", "gitlab"])
def test_the_site_is_built_and_shows_the_office(office: Path) -> None:
    status, said = run("build", "--today", "2026-11-30")
    assert status == 0
    assert said.endswith("The site is ready: build/site/index.html\n")
    site = office / "build/site"
    assert "Portfolio of Harbour Mutual</h1>" in text(site / "index.html")
    assert "Our project office" in text(site / "guides/our-office/index.html")
    assert (site / "guides/sponsor/index.html").is_file()
    assert "Ana Keller" not in text(site / "people/index.html")
    assert git("status", "--porcelain", cwd=office) == ""


@pytest.mark.parametrize(
    ("office", "link"),
    [
        (harbour(), "https://github.com/harbour/office/edit/main/"),
        (harbour(around=GITLAB), "https://gitlab.com/harbour/office/-/edit/main/"),
    ],
    indirect=["office"],
)
def test_a_page_can_be_edited_on_the_forge(office: Path, link: str) -> None:
    run("build", "--today", "2026-11-30")
    site = office / "build/site"
    page = text(site / "projects/apollo-claims-portal/index.html")
    assert f'href="{link}portfolio/projects/apollo-claims-portal/project.yaml"' in page
    own = text(site / "guides/our-office/index.html")
    assert f'href="{link}site/docs/guides/our-office.md"' in own


@pytest.mark.parametrize("office", [harbour(sponsor=MARIA)], indirect=True)
def test_a_change_of_the_policy_alone_is_no_mistake(office: Path) -> None:
    policy = office / "portfolio/policy/policy.yaml"
    policy.write_text(policy.read_text("utf-8").replace("tier: small", "tier: medium"), "utf-8")
    git("commit", "-qam", "Change the tier", cwd=office)
    status, said = run("check", "--base", "HEAD~1", "--today", "2026-11-30", "-q")
    assert status == 0, said


def text(path: Path) -> str:
    return path.read_text("utf-8")
