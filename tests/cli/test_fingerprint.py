"""The command `pmo fingerprint`: what it prints goes into an approval as it stands."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from pmoascode.cli.fingerprint import _quoted
from pmoascode.cli.fingerprint import fingerprint as command
from pmoascode.document import parse
from pmoascode.finding import CannotRun
from pmoascode.fingerprint import LENGTH, subject_fingerprint
from pmoascode.office import load
from pmoascode.records.project import Project
from pmoascode.worktree import built_in_files, files_in

FOLDER = Path(__file__).parents[1] / "valid_office"


def printed(*arguments: str, records: Path = FOLDER) -> str:
    result = CliRunner().invoke(command, [*arguments, "--records", str(records)])
    if isinstance(result.exception, CannotRun):
        raise result.exception
    return result.output


@pytest.mark.parametrize("folder", ["projects/apollo", "portfolio/projects/apollo/"])
def test_the_command_prints_what_an_approval_needs(folder: str) -> None:
    text = printed(folder, "project", "pid")
    found = parse("subject.yaml", text.encode())
    assert found.findings == ()
    office = load(files_in(FOLDER), built_in_files())
    apollo = office.find(Project, "apollo")
    assert apollo is not None
    assert found.data == {
        "subject": [
            {"record": kind, "fingerprint": subject_fingerprint(office, apollo, kind)}
            for kind in ("project", "pid")
        ]
    }


def test_without_kinds_the_command_prints_all_there_are() -> None:
    kinds = [line.split()[2].rstrip(",") for line in printed("projects/mercury").splitlines()[1:]]
    assert kinds == ["project", "business-case", "pid", "benefit", "end-report"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("projects/nobody",), "there is no project nobody that can be read"),
        (("apollo",), "apollo is no folder such as projects/apollo"),
        (("projects/hermes", "pid"), "project hermes has no pid"),
    ],
)
def test_the_command_says_what_is_not_there(arguments: tuple[str, ...], message: str) -> None:
    assert message in printed(*arguments)


def test_the_command_refuses_what_it_can_read_only_in_part(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    (tmp_path / "projects/hermes/pid.yaml").write_text("plan: 7\n", encoding="utf-8")
    with pytest.raises(CannotRun, match=r"projects/hermes/pid\.yaml:1:7 must be put right first"):
        printed("projects/hermes", records=tmp_path)


@given(
    st.text("0123456789e", min_size=LENGTH, max_size=LENGTH)
    | st.text("0123456789abcdef", min_size=LENGTH, max_size=LENGTH)
)
def test_a_printed_fingerprint_is_read_as_text(text: str) -> None:
    found = parse("subject.yaml", f"subject: [{{fingerprint: {_quoted(text)}}}]\n".encode())
    assert found.data == {"subject": [{"fingerprint": text}]}
