"""What a shell completes, asked as shells ask it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from pmoascode.cli import _COMMANDS, pmo
from pmoascode.cli.completing import ARGUMENTS
from pmoascode.cli.ids import keys_at, rules
from pmoascode.views.rule_catalogue import entries
from tests.cli.folders import folder_with

ROOT = Path(__file__).parents[2]


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The valid office; the shell stands beside its folder."""
    records = folder_with(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    return records


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> "Ask":
    return Ask(monkeypatch, capsys)


class Ask:
    """Asks as bash does, which says the whole line and the number of the word in it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch = monkeypatch
        self.capsys = capsys

    def __call__(self, line: str) -> list[str]:
        number = len(line.split()) - (not line.endswith(" "))
        for name, value in {
            "_PMO_COMPLETE": "bash_complete",
            "COMP_WORDS": line,
            "COMP_CWORD": str(number),
        }.items():
            self.monkeypatch.setenv(name, value)
        with pytest.raises(SystemExit):
            pmo.main(prog_name="pmo")
        return [each.partition(",")[2] for each in self.capsys.readouterr().out.split()]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("pmo ex", ["explain"]),
        ("pmo explain red-w", ["red-without-path-to-green"]),
        ("pmo explain missing", ["missing-field"]),
        ("pmo fingerprint pro", ["projects/apollo", "projects/hermes", "projects/mercury",
                                 "programmes/front-door"]),
        ("pmo fingerprint projects/apollo pi", ["pid"]),
        ("pmo who a", ["apollo", "ana-keller"]),
        ("pmo who pm", ["pmo"]),
        ("pmo who --role project-m", ["project-manager"]),
        ("pmo leave to", ["tom-berg"]),
        ("pmo assign apollo sponsor ma", ["maria-silva"]),
        ("pmo assign apollo project-m", ["project-manager"]),
        ("pmo assign apollo sponsor maria-silva --supervisor to", ["tom-berg"]),
        ("pmo approve apollo auth", ["authorise-project"]),
        ("pmo implement ch", ["change-request/apollo/pilot-in-october"]),
        ("pmo close risk/apollo/", ["risk/apollo/vendor-late", "risk/apollo/few-testers"]),
        ("pmo close ap", ["apollo", "approval/"]),
        ("pmo waive report-overdue project/a", ["project/apollo"]),
        ("pmo report ap", ["apollo"]),
        ("pmo report apollo --schedule am", ["amber-green", "amber", "amber-red"]),
        ("pmo report apollo --by to", ["tom-berg"]),
        ("pmo milestone ap", ["apollo"]),
        ("pmo milestone apollo go", ["go-live"]),
        ("pmo milestone apollo go-live --owner to", ["tom-berg"]),
        ("pmo new ri", ["risk"]),
        ("pmo new risk ap", ["apollo"]),
        ("pmo new risk apollo --owner to", ["tom-berg"]),
        ("pmo new risk apollo --response re", ["reduce"]),
        ("pmo new risk apollo --impact ", ["1", "2", "3", "4", "5"]),
        ("pmo new dependency apollo --receiver-milestone go", ["go-live"]),
        ("pmo new deliverable apollo --requirement cl", ["claim-by-phone"]),
        ("pmo new project --objective fast", ["faster-claims"]),
        ("pmo set apollo.sta", ["apollo.status", "apollo.start", "apollo.stages"]),
        ("pmo set apollo.milestones.go", ["apollo.milestones.go-live"]),
        ("pmo set apollo.milestones.go-live.fo", ["apollo.milestones.go-live.forecast"]),
        ("pmo set apollo.delivery_method ", ["plan-driven", "agile", "hybrid"]),
        ("pmo set risk/apollo/vendor-late.own", ["risk/apollo/vendor-late.owner"]),
        ("pmo set risk/apollo/vendor-late.owner to", ["tom-berg"]),
        ("pmo set apollo.status active risk/apollo/vendor-late.prob",
         ["risk/apollo/vendor-late.probability"]),
        ("pmo set apollo.name ", []),
        ("pmo set nobody.", []),
        ("pmo set apollo.no.such.", []),
        ("pmo check --fail", ["--fail-on"]),
    ],
)  # fmt: skip
def test_offers(offered: Ask, line: str, expected: list[str]) -> None:
    assert offered(line) == expected


@pytest.mark.usefixtures("office")
def test_the_names_of_all_commands_are_offered(offered: Ask) -> None:
    assert offered("pmo ") == list(_COMMANDS)


@pytest.mark.parametrize(
    "line", ["pmo who a", "pmo set apollo.", "pmo close ris", "pmo approve x "]
)
def test_without_an_office_nothing_is_offered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, offered: Ask, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered(line) == []


def test_strange_files_break_into_no_line(office: Path, offered: Ask) -> None:
    (office / "people/ana-keller.yaml").write_bytes(b"\xff\xfe\x00name")
    (office / "people/Not An Id.yaml").write_text("name: X\n")
    (office / "people/a-folder.yaml").mkdir()
    (office / "projects/apollo/risks.yaml").write_text("a: [\nb\n")
    (office / "projects/a-file").write_text("x")
    shutil.rmtree(office / "policy")
    assert offered("pmo leave a") == ["ana-keller"]
    assert offered("pmo close risk/apollo/") == ["risk/apollo/a"]
    assert offered("pmo approve apollo ") != []


def test_what_is_known_of_arguments_is_so() -> None:
    """Every argument that takes an id is named as its command names it."""
    ctx = click.Context(pmo)
    for name, words in ARGUMENTS.items():
        command = pmo.get_command(ctx, name)
        assert command
        given = [each.name for each in command.params if isinstance(each, click.Argument)]
        assert given[: len(words)] == list(words), name


def test_every_rule_and_defect_is_known(office: Path) -> None:
    found = {known.id: known.title for known in rules(office)}
    assert found == {entry.name: entry.title for entry in entries()}


@pytest.mark.parametrize(
    ("text", "path", "keys"),
    [
        ("a: 1\nb:\n  c: 2\n", (), ["a", "b"]),
        ("a:\n  b:\n    c: 1\n  d: 2\n", ("a",), ["b", "d"]),
        ("a:\n  b:\n    c: 1\n  d: 2\n", ("a", "b"), ["c"]),
        ("a: {b: 1}\n", ("a",), []),
        ("# c:\n", (), []),
        ("", ("a",), []),
    ],
)
def test_keys_are_skimmed_from_the_text(text: str, path: tuple[str, ...], keys: list[str]) -> None:
    assert list(keys_at(text, *path)) == keys


@pytest.mark.usefixtures("office")
def test_an_answer_takes_no_rule_and_no_record() -> None:
    program = (
        "import sys\nfrom pmoascode.cli import main\ntry: main()\nexcept SystemExit: pass\n"
        "print(sorted(m for m in sys.modules if m.startswith('pmoascode.')), file=sys.stderr)"
    )
    line = {"_PMO_COMPLETE": "bash_complete", "COMP_WORDS": "pmo explain red", "COMP_CWORD": "2"}
    environment = os.environ | line | {"PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert "plain,red-without-path-to-green" in ran.stdout
    imported = {name.split(".")[1] for name in ran.stderr.split("'") if "." in name}
    assert imported == {"cli", "finding", "whereabouts"}


@pytest.mark.usefixtures("office")
@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
def test_bash_takes_the_answer(tmp_path: Path) -> None:
    program = tmp_path / "bin/pmo"
    program.parent.mkdir()
    python = f"PYTHONPATH={ROOT} exec {sys.executable} -c"
    program.write_text(f"#!/bin/sh\n{python} 'from pmoascode.cli import main; main()' \"$@\"\n")
    program.chmod(0o755)
    script = (
        'eval "$(pmo completion bash)"; COMP_WORDS=(pmo explain red-w); COMP_CWORD=2; '
        '_pmo_completion pmo; echo "${COMPREPLY[@]}"'
    )
    path = f"{program.parent}:{os.environ['PATH']}"
    ran = subprocess.run(
        ["bash", "-c", script],
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == ["red-without-path-to-green"]
