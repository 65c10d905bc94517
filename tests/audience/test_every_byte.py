"""No byte of an edition of the site tells what its audience does not get."""

import gzip
from pathlib import Path

import pytest
from click.testing import CliRunner

from pmoascode.cli import pmo
from tests.audience.marked_office import (
    COMMITTED,
    FIGURE,
    LEFT_OUT,
    PROJECT,
    UNNAMED,
    WITHHELD,
    files,
    read,
)
from tests.checkouts import VALID, git

WORDS = (WITHHELD, LEFT_OUT, UNNAMED, COMMITTED)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    for path, text in files(read(VALID)).items():
        (folder / "portfolio" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "portfolio" / path).write_text(text, encoding="utf-8")
    git("init", "-q", "-b", "main", cwd=folder)
    git("remote", "add", "origin", "https://github.com/example/office", cwd=folder)
    git("add", ".", cwd=folder)
    author = "Bilby Digger <bilby@example.org>"
    git("commit", "-q", "-m", "Dig for the bilby", "--author", author, cwd=folder)
    return folder


def edition(office: Path, audience: str) -> dict[str, bytes]:
    """Every file of the edition by its path, what is compressed as it was before."""
    into = office.parent / f"site-{audience or 'all'}"
    words = ["build", "--records", str(office / "portfolio"), "--today", "2026-11-10"]
    words += ["--into", str(into), "--audience", audience]
    ran = CliRunner().invoke(pmo, words)
    assert ran.exit_code == 0, ran.output
    found = {p.relative_to(into).as_posix(): p.read_bytes() for p in into.rglob("*") if p.is_file()}
    return {p: gzip.decompress(b) if p.endswith(".gz") else b for p, b in found.items()}


def places(made: dict[str, bytes], word: str) -> list[str]:
    """Where the word stands, in a path or in what lies there."""
    return sorted(
        path
        for path, content in made.items()
        if word.encode() in path.lower().encode() + content.lower()
    )


def test_what_no_audience_is_named_for_has_it_all(office: Path) -> None:
    made = edition(office, "")
    ends = {word: {Path(path).suffix for path in places(made, word)} for word in WORDS}
    assert {".html", ".json", ".csv", ".ics", ".atom"} <= ends[WITHHELD]
    assert {".html", ".json", ".csv", ".ics"} <= ends[LEFT_OUT]
    assert {".html", ".json", ".csv"} <= ends[UNNAMED]
    assert {".html"} <= ends[COMMITTED]
    assert f"projects/{PROJECT}/index.html" in made
    assert places(made, str(FIGURE))
    assert places(made, f"{FIGURE:,}")
    assert "search/search_index.json" in places(made, WITHHELD)


@pytest.mark.parametrize(
    ("audience", "told", "untold"),
    [
        ("internal", (WITHHELD, LEFT_OUT, COMMITTED), (UNNAMED,)),
        ("board", (WITHHELD, UNNAMED), (LEFT_OUT, COMMITTED)),
        ("public", (), (*WORDS, str(FIGURE), f"{FIGURE:,}")),
    ],
)
def test_no_byte_tells_what_the_audience_does_not_get(
    office: Path, audience: str, told: tuple[str, ...], untold: tuple[str, ...]
) -> None:
    made = edition(office, audience)
    assert {word: places(made, word) for word in untold} == {word: [] for word in untold}
    assert [word for word in told if not places(made, word)] == []
    assert f"Edition: {audience}." in made["index.html"].decode()
