"""`pmo init` as a user runs it: what it writes, says and refuses, and what it asks."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pmoascode.worktree import PACKAGED

PMO = str(Path(sys.executable).parent / "pmo")
COMMIT = "0123456789abcdef0123456789abcdef01234567"
HARBOUR = (
    *("--yes", "--organisation", "Harbour Mutual", "--project", "Claims portal"),
    *("--head", "Ana Keller <ana.keller@harbour.example> @akeller", "--sponsor", "Maria Silva"),
    *("--program", f"harbour/pmoascode@{COMMIT}", "--today", "2026-11-23"),
)
ENVIRONMENT = {
    **os.environ,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "HOME": "/nonexistent",
    "COLUMNS": "100",
}


def pmo(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PMO, *words], cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("forge", ["github", "gitlab", "none"])
def test_it_says_what_it_made_and_what_comes_next(
    forge: str, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    done = pmo("init", "harbour", *HARBOUR, "--forge", forge, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    golden(f"init-{forge}", done.stdout.replace(str(tmp_path), "HERE"))


def test_what_is_missing_is_told(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    done = pmo("init", "--yes", "--head", "Ana Keller", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    golden("init-alone", done.stdout.replace(str(tmp_path), "HERE"))


def test_what_is_made_passes_the_check(tmp_path: Path) -> None:
    pmo("init", *HARBOUR, cwd=tmp_path)
    checked = pmo("check", "--fail-on", "info", "-q", "--today", "2026-11-23", cwd=tmp_path)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.startswith("nothing to put right (")


@pytest.mark.parametrize("words", [(), ("--sponsor", "Ana Keller"), ("--reports-to", "department")])
def test_what_is_made_is_in_the_canonical_form(words: tuple[str, ...], tmp_path: Path) -> None:
    pmo("init", *HARBOUR, *words, "--finish", "2027-06-30", "--budget", "250000", cwd=tmp_path)
    told = pmo("fmt", "--check", cwd=tmp_path)
    assert (told.returncode, told.stderr) == (0, ""), told.stdout


def test_the_example_is_the_example(tmp_path: Path) -> None:
    done = pmo("init", "--example", "thornmere", cwd=tmp_path)
    assert "pmo serve --today 2026-11-10" in done.stdout
    made = files(tmp_path / "thornmere/portfolio")
    assert made == files(PACKAGED / "portfolio")
    told = (tmp_path / "thornmere/README.md").read_text("utf-8")
    assert told.startswith("# Thornmere Water: programmes and projects\n")
    checked = pmo("check", "-q", "--today", "2026-11-10", cwd=tmp_path / "thornmere")
    assert checked.returncode == 0
    assert "codeowners-drifted" not in checked.stdout


def test_a_dry_run_lists_and_writes_nothing(tmp_path: Path) -> None:
    listed = pmo("init", *HARBOUR, "--dry-run", cwd=tmp_path)
    assert files(tmp_path) == {}
    assert pmo("init", *HARBOUR, cwd=tmp_path).returncode == 0
    *paths, empty, last = listed.stdout.splitlines()
    assert paths == sorted(files(tmp_path))
    assert (empty, last) == ("", f"{len(paths)} files; a dry run: nothing was written")


def test_it_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Mine\n", "utf-8")
    (tmp_path / ".gitignore").write_text("", "utf-8")
    (tmp_path / "LICENSE").write_text("Mine too\n", "utf-8")
    before = files(tmp_path)
    done = pmo("init", *HARBOUR, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"pmo: these files are in the way in {tmp_path}, and nothing was written: .gitignore, "
        "README.md; move them elsewhere, or name another folder\n"
    )
    assert files(tmp_path) == before


def test_a_second_run_says_that_there_is_an_office(tmp_path: Path) -> None:
    pmo("init", *HARBOUR, cwd=tmp_path)
    before = files(tmp_path)
    done = pmo("init", "--yes", "--head", "Tom Berg", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"pmo: {tmp_path} is an office already (it has portfolio/organisation.yaml); nothing was "
        "written; `pmo doctor` tells what it lacks\n"
    )
    assert files(tmp_path) == before


def test_a_run_that_was_cut_off_can_be_run_again(tmp_path: Path) -> None:
    pmo("init", *HARBOUR, cwd=tmp_path)
    whole = files(tmp_path)
    for path in ("portfolio/organisation.yaml", "README.md", "mkdocs.yml"):
        (tmp_path / path).unlink()
    assert pmo("init", *HARBOUR, cwd=tmp_path).returncode == 0
    assert files(tmp_path) == whole


@pytest.mark.parametrize("name", ["portfolio", "site"])
def test_a_link_in_the_way_is_not_followed(name: str, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "office").mkdir()
    (tmp_path / "office" / name).symlink_to(tmp_path / "elsewhere")
    done = pmo("init", "office", *HARBOUR, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"{name} is a symbolic link" in done.stderr
    assert files(tmp_path) == {}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--yes",), "nobody is there to ask, so give --head"),
        (("--currency", "euro"), "'euro' is not the three letters of a currency, such as EUR"),
        (("--fiscal-year", "02-30"), "'02-30' is not a month and a day, such as 04-01"),
        (("--head", "@ana"), "'@ana' is no person; write a name"),
        (("--head", "Ana <ana@x.example> <tom@x.example>"), "is no person; write a name"),
        (("--budget", "1.000.000"), "'1.000.000' is no amount, such as 250000"),
        (("--organisation", "x" * 301), "301 characters are too many; 300 fit"),
        (("--organisation", "\u200b "), "write at least a letter"),
        (("--program", "harbour/pmoascode@main"), "with all 40 digits: a branch or a tag can"),
        (("--repository", "office"), "'office' is no repository; write OWNER/NAME"),
        (("--finish", "June"), "'June' is no day as year-month-day"),
        (
            ("--head", "Ana", "--executive", "Tom"),
            "--department and --executive go with --reports-to department",
        ),
        (("--example", "--head", "Ana"), "the example has its own, so leave out --head"),
        (("--head", "Ana", "--project", "TBD"), "the records would not pass the check: "),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    words: tuple[str, ...], said: str, tmp_path: Path
) -> None:
    done = pmo("init", *words, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in " ".join(done.stderr.split())
    assert "Traceback" not in done.stderr
    assert files(tmp_path) == {}


def typed(words: list[str], answers: list[str], cwd: Path) -> tuple[int, str]:
    """What the command says at a terminal where somebody types the answers; its exit status."""
    ours, theirs = os.openpty()
    ends = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    with subprocess.Popen([PMO, *words], cwd=cwd, env=ENVIRONMENT, **ends) as running:  # type: ignore[call-overload]
        os.close(theirs)
        said, waiting = b"", list(answers)
        while part := _read(ours):
            said += part
            if waiting and part.endswith((b": ", b":")):
                os.write(ours, waiting.pop(0).encode() + b"\n")
        status: int = running.wait()
    os.close(ours)
    assert waiting == [], said.decode()
    return status, said.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the program has ended
        return b""


ANSWERS = [
    "Harbour Mutual",
    "euro",
    "GBP",
    "04-01",
    "Ana Keller <ana.keller@harbour.example> @akeller",
    "department",
    "Operations",
    "Maria Silva",
    "",
    "",
    "",
    "-",
    "Claims portal",
    "",
    "Tom Berg",
    "",
    "2027-06-30",
    "250000",
    "",
    "harbour/office",
    f"harbour/pmoascode@{COMMIT}",
]


def test_it_asks_at_a_terminal(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    words = ["init", "harbour", "--today", "2026-11-23"]
    status, said = typed(words, ANSWERS, tmp_path)
    assert status == 0
    golden("init-asked", said.replace(str(tmp_path), "HERE"))
    office = tmp_path / "harbour/portfolio"
    assert not (office / "programmes").exists()
    project = (office / "projects/claims-portal/project.yaml").read_text("utf-8")
    assert "portfolio: change-portfolio\n" in project
    assert "sponsor:\n  - {person: maria-silva," in (
        (office / "assignments/claims-portal.yaml").read_text("utf-8")
    )


def test_it_asks_only_what_no_option_says(tmp_path: Path) -> None:
    words = ["init", *HARBOUR[1:], "--currency", "EUR", "--reports-to", "ceo"]
    words += ["--forge", "none", "--manager", "Tom Berg", "--programme", "-"]
    status, said = typed(words, ["", "", "", "", "", "", ""], tmp_path)
    assert status == 0
    asked = [
        line.partition(" [")[0].rstrip(": ") for line in said.partition("\n\n")[2].splitlines()
    ]
    assert asked[:8] == [
        "First day of the fiscal year, month-day",
        "Chief Executive, if named",
        "Why there",
        "Portfolio, whose projects one board compares",
        "Its first day",
        "Its last day, if it is agreed",
        "Its budget, if it is agreed",
        "",
    ]


def test_a_folder_inside_another_repository_is_told(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    done = pmo("init", "harbour", *HARBOUR, cwd=tmp_path)
    assert f"The folder lies inside the repository at {tmp_path}." in " ".join(done.stdout.split())
    assert "     git init -b main\n" in done.stdout
    at_root = pmo("init", *HARBOUR, cwd=tmp_path)
    assert "The folder lies inside" not in at_root.stdout
    assert "git init" not in at_root.stdout
