"""`pmo fmt` as a user runs it: what it writes, what it says, how it ends."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from pmoascode.cli import pmo

FILES = {
    "organisation.yaml": "name: Meridian\ncurrency: EUR\n",
    "projects/apollo/project.yaml": "status: active   # since May\nname: 'Apollo'\r\n",
    "projects/apollo/risks.yaml": "late: {title: Late}\nfire:\n    title: Fire\n",
    "notes.txt": "a:   1\n",
}
BROKEN = {"projects/hermes/project.yaml": "name: Hermes\nbudget: {baseline: 1\n"}
LAID_OUT = FILES | {
    "projects/apollo/project.yaml": "name: Apollo\nstatus: active # since May\n",
    "projects/apollo/risks.yaml": "fire:\n  title: Fire\nlate: {title: Late}\n",
}


class Office:
    """A folder of records, and the command over it."""

    def __init__(self, folder: Path) -> None:
        self.records = folder / "portfolio"
        self.write(FILES)

    def write(self, files: dict[str, str]) -> None:
        for path, text in files.items():
            (self.records / path).parent.mkdir(parents=True, exist_ok=True)
            (self.records / path).write_bytes(text.encode())

    @property
    def files(self) -> dict[str, str]:
        found = sorted(path for path in self.records.rglob("*") if path.is_file())
        return {p.relative_to(self.records).as_posix(): p.read_bytes().decode() for p in found}

    def fmt(self, *words: str) -> Result:
        command = ["fmt", "--records", str(self.records), *words]
        return CliRunner().invoke(pmo, command, standalone_mode=False)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.chdir(tmp_path)
    return Office(tmp_path)


def test_lays_out_what_is_not_in_the_form(office: Office) -> None:
    result = office.fmt()
    assert result.return_value == 0
    assert result.output.splitlines() == [
        "portfolio/projects/apollo/project.yaml: laid out anew",
        "portfolio/projects/apollo/risks.yaml: laid out anew",
        "2 of 3 files laid out anew",
    ]
    assert office.files == LAID_OUT
    assert office.fmt("--check").output == "3 of 3 files are in the canonical form\n"


def test_check_writes_nothing_and_fails(office: Office) -> None:
    result = office.fmt("--check")
    assert result.return_value == 1
    assert result.output.splitlines() == [
        "portfolio/projects/apollo/project.yaml: would be laid out anew",
        "portfolio/projects/apollo/risks.yaml: would be laid out anew",
        "2 of 3 files would be laid out anew",
    ]
    assert office.files == FILES


def test_diff_shows_the_change_and_writes_nothing(office: Office) -> None:
    result = office.fmt("--diff", "portfolio/projects/apollo/project.yaml")
    assert result.return_value == 0
    assert result.output.splitlines() == [
        "--- portfolio/projects/apollo/project.yaml",
        "+++ portfolio/projects/apollo/project.yaml",
        "@@ -1,2 +1,2 @@",
        "-status: active   # since May",
        "-name: 'Apollo'",
        "+name: Apollo",
        "+status: active # since May",
        "1 of 1 files would be laid out anew",
    ]
    assert office.files == FILES


def test_a_file_that_cannot_be_read_is_left_and_named(office: Office) -> None:
    office.write(BROKEN)
    result = office.fmt()
    place, why = (
        "portfolio/projects/hermes/project.yaml:2:9",
        "the mapping that { opens is not closed",
    )
    assert result.return_value == 1
    assert result.output.splitlines()[2:] == [
        f"{place}: left as it is: {why}",
        "2 of 4 files laid out anew; 1 to be put right first",
    ]
    assert office.files == LAID_OUT | BROKEN


CHANGED = ["project.yaml", "risks.yaml"]


@pytest.mark.parametrize(
    ("words", "status", "wanted"),
    [
        (("--check",), 1, {"written": False, "files": 4, "changed": CHANGED, "left": 1}),
        ((), 1, {"written": True, "files": 4, "changed": CHANGED, "left": 1}),
        (("projects/apollo",), 0, {"written": True, "files": 2, "changed": CHANGED, "left": 0}),
        (("organisation.yaml",), 0, {"written": False, "files": 1, "changed": [], "left": 0}),
    ],
)
def test_other_programs_are_told(
    office: Office, words: tuple[str, ...], status: int, wanted: dict[str, Any]
) -> None:
    office.write(BROKEN)
    result = office.fmt("--format", "json", *words)
    said = json.loads(result.output)
    names = [Path(each["path"]).name for each in said["changed"]]
    assert result.return_value == status
    assert said | {"changed": names, "left": len(said["left"])} == wanted | {
        "format_version": "1.0"
    }


def test_the_diff_for_other_programs(office: Office) -> None:
    said = json.loads(office.fmt("--format", "json", "--diff", "projects/apollo/risks.yaml").output)
    assert [each["path"] for each in said["changed"]] == ["portfolio/projects/apollo/risks.yaml"]
    assert said["changed"][0]["diff"].splitlines()[3:6] == [
        "+fire:",
        "+  title: Fire",
        " late: {title: Late}",
    ]


def test_a_path_that_is_not_there_is_refused(office: Office) -> None:
    result = office.fmt("projects/zeus")
    assert "projects/zeus is no file or folder of the records" in str(result.exception)
    assert office.files == FILES
