"""`pmo pack`: what it says where it cannot print; and a real print, where there is a browser."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from pmoascode.cli.pack import pack
from pmoascode.finding import CannotRun
from pmoascode.pages.board_pack import sheets

EXAMPLE = Path(__file__).resolve().parents[2] / "portfolio"
TODAY = ("--records", str(EXAMPLE), "--today", "2026-11-10")


def test_without_a_browser_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotRun, match="none of Chromium, Chrome and Edge is on the PATH"):
        CliRunner().invoke(pack, TODAY, catch_exceptions=False)


@pytest.mark.browser
def test_an_unknown_page_is_named(tmp_path: Path) -> None:
    into = tmp_path / "pack.pdf"
    with pytest.raises(CannotRun, match="the site has no page 'moon'"):
        CliRunner().invoke(
            pack, [*TODAY, "--pages", "home,moon", "--into", str(into)], catch_exceptions=False
        )
    assert not into.exists()


def _texts(into: Path, *options: str) -> list[str]:
    pdf = pytest.importorskip("pypdf")
    ran = CliRunner().invoke(pack, [*TODAY, *options, "--into", str(into)], catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    return [sheet.extract_text() for sheet in pdf.PdfReader(into).pages]


@pytest.mark.browser
def test_equal_records_give_equal_text(tmp_path: Path) -> None:
    chosen = ("--pages", "home,projects/smart-meters,money")
    first, again = (_texts(tmp_path / name, *chosen) for name in ("a.pdf", "b.pdf"))
    assert first == again
    assert sum(map(len, first)) > 2000


@pytest.mark.browser
def test_an_edition_keeps_back_what_its_audience_does_not_get(tmp_path: Path) -> None:
    office = tmp_path / "portfolio"
    shutil.copytree(EXAMPLE, office)
    policy = office / "policy/policy.yaml"
    audiences = "audiences: {press: {leave_out: [risk, issue]}}\n"
    policy.write_text(policy.read_text("utf-8") + audiences, "utf-8")
    chosen = ("--pages", "projects/smart-meters", "--audience", "press")
    text = " ".join(_texts(tmp_path / "pack.pdf", "--records", str(office), *chosen))
    assert "Not part of this edition." in text
    assert "The second fitting firm fails" not in text
    assert "Oluwaseun" not in text


@pytest.mark.browser
def test_the_contents_tell_the_sheets(tmp_path: Path) -> None:
    pdf = pytest.importorskip("pypdf")
    into = tmp_path / "pack.pdf"
    chosen = ["--pages", "home,decisions,projects/leak-sensors", "--forum", "Investment board"]
    ran = CliRunner().invoke(pack, [*TODAY, *chosen, "--into", str(into)], catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    read = [sheet.extract_text() for sheet in pdf.PdfReader(into).pages]
    assert sheets(into.read_bytes()) == len(read)
    numbers = [int(n) for n in re.findall(r"^\D+(\d+)$", read[0], re.MULTILINE)][-3:]
    for number, title in zip(
        numbers, ("Portfolio of Thornmere", "Decisions and help", "Leak sensors"), strict=True
    ):
        assert title in read[number - 1].splitlines()[1]  # behind the foot


@pytest.mark.browser
def test_what_is_too_wide_lies_on_its_side_and_the_rest_stands(tmp_path: Path) -> None:
    pdf = pytest.importorskip("pypdf")
    into = tmp_path / "pack.pdf"
    chosen = ["--pages", "decisions,projects,projects/leak-sensors"]
    ran = CliRunner().invoke(pack, [*TODAY, *chosen, "--into", str(into)], catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    read = pdf.PdfReader(into)
    words = ("Contents", "questions wait", "Running projects")
    lies = {
        word: sheet.mediabox.width > sheet.mediabox.height
        for sheet in read.pages
        for word in words
        if word in sheet.extract_text()
    }
    assert lies == {"Contents": False, "questions wait": False, "Running projects": True}
    lines = read.pages[-1].extract_text(extraction_mode="layout").splitlines()
    assert [line for line in lines if "Idea" in line and "Closed" in line]  # phases side by side


@pytest.mark.browser
@pytest.mark.parametrize(
    ("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))], ids=["a4", "letter"]
)
def test_all_sheets_are_of_the_paper(paper: str, size: tuple[int, int], tmp_path: Path) -> None:
    pdf = pytest.importorskip("pypdf")
    into = tmp_path / "pack.pdf"
    chosen = ["--pages", "decisions,projects", "--paper", paper]
    ran = CliRunner().invoke(pack, [*TODAY, *chosen, "--into", str(into)], catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    printed = pdf.PdfReader(into).pages
    boxes = [sheet.mediabox for sheet in printed]
    found = {(round(box.width), round(box.height)) for box in boxes}
    assert found == {size, size[::-1]}
    for number, each in enumerate(printed, 1):
        text = each.extract_text().replace("\xa0", " ")
        assert "Thornmere Water · as of 10 Nov 2026 · Board pack" in text
        assert f"{number} / {len(printed)}" in text
