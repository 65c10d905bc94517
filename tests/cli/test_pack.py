"""`pmo pack`: what it says where it cannot print; and a real print, where there is a browser."""

import re
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
        assert title in read[number - 1][:80]
