"""A record that names its former id is the same record."""

import pytest

from pmoascode.change import changes, earlier
from pmoascode.records.person import Person
from pmoascode.records.pid import Pid
from pmoascode.records.project import Project
from pmoascode.records.risk import Risk
from tests.gate.requests import BASE, VALID, text, with_files

OLD = [path for path in VALID if "/mercury/" in path or path.endswith("/mercury.yaml")]
MOVED: dict[str, str] = dict.fromkeys(OLD, "") | {
    path.replace("mercury", "hg"): text(path) for path in OLD
}
PROJECT = text("projects/mercury/project.yaml")
SAID = MOVED | {"projects/hg/project.yaml": PROJECT + "former_ids: [other, mercury]\n"}


def test_a_record_and_what_belongs_to_it_are_found_under_the_former_id() -> None:
    head = with_files(SAID)
    now = [
        head.find(Project, "hg"),
        head.find(Pid, "hg", "project/hg"),
        head.find(Risk, "wrong-merge", "project/hg"),
    ]
    found = [earlier(record, BASE, head) for record in now if record]
    assert [was and was.name_in_full for was in found] == [
        "project/mercury",
        "pid/mercury/mercury",
        "risk/mercury/wrong-merge",
    ]


@pytest.mark.parametrize(("files", "gone"), [(SAID, False), (MOVED, True)])
def test_nothing_is_gone_if_the_former_id_is_named(files: dict[str, str], gone: bool) -> None:
    found = changes(BASE, with_files(files))
    assert any(change.after is None for change in found) is gone


def test_an_id_that_somebody_has_is_nobodys_former_one() -> None:
    head = with_files({"people/lee.yaml": "name: Lee\nformer_ids: [tom-berg]\n"})
    lee = head.find(Person, "lee")
    assert lee
    assert earlier(lee, BASE, head) is None


def test_a_file_with_another_layout_is_no_change() -> None:
    path = "projects/hermes/project.yaml"
    assert changes(BASE, with_files({path: "# a comment\n" + text(path)})) == ()
