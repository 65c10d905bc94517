"""From files to the office: all that is wrong is said at once, and the rest is read."""

import pickle
from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest

from pmoascode.document import Blob, blob_id
from pmoascode.office import Office, load
from pmoascode.office.loading import Read, Reader
from pmoascode.records.project import Project
from pmoascode.records.risk import Risk

TEN_MISTAKES = """\
nme: Apollo claims portal
phase: delivery
status: actve
tier: medium
tier: large
start: {actual: 2026-02-30}
budget: {baseline: 12.345, forecast: twelve}
milestones:
  Go Live: {title: Portal open}
  pilot: {title: NO, critical: maybe}
tolerances: {time: 14 dayz}
links:
  - {title: Contract, url: "javascript:alert(1)"}
"""
FOUND = [
    ("unknown-field", 1, 1),
    ("missing-field", 1, 1),
    ("value-not-allowed", 3, 9),
    ("duplicate-key", 5, 1),
    ("bad-date", 6, 17),
    ("out-of-range", 7, 20),
    ("wrong-type", 7, 38),
    ("malformed-value", 9, 3),
    ("quote-this", 10, 18),
    ("wrong-type", 10, 32),
    ("malformed-value", 11, 20),
    ("malformed-value", 13, 28),
]


def blob(text: str, mode: str = "100644") -> Blob:
    content = text.encode()
    return Blob(blob_id(content), len(content), lambda: content, mode)


def office(files: Mapping[str, str]) -> Office:
    return load({path: blob(text) for path, text in files.items()})


def test_a_file_of_mistakes_gives_each_at_its_place_with_a_remedy() -> None:
    read = office({"projects/apollo/project.yaml": TEN_MISTAKES})
    assert [(f.rule, f.place.line, f.place.column) for f in read.findings] == FOUND
    assert [f.message for f in read.findings if not (f.remedy or "did you mean" in f.message)] == []


def test_files_that_other_processes_read_are_the_same_office() -> None:
    def handed_back(jobs: Sequence[Reader]) -> list[Read]:
        handed = pickle.dumps([job() for job in jobs])
        found: list[Read] = pickle.loads(handed)  # noqa: S301 -- our own
        return found

    texts = {
        "projects/apollo/project.yaml": TEN_MISTAKES,
        "projects/hermes/project.yaml": "name: Hermes\nphase: idea\nbudget: {baseline: 10.50}\n",
        "organisation.yaml": "name: [",
    }
    files = {path: blob(text) for path, text in texts.items()}
    here, there = load(files), load(files, run=handed_back)
    assert there == here
    assert [f.place for f in there.findings] == [f.place for f in here.findings]
    assert there.documents["projects/hermes/project.yaml"].place(("budget", "baseline")).line == 3


def test_what_is_right_in_a_file_with_mistakes_is_read() -> None:
    text = "name: Apollo\nphase: delivery\nstatus: actve\nbudget: {baseline: 10, forecast: ten}\n"
    project = office({"projects/apollo/project.yaml": text}).find(Project, "apollo")
    assert project is not None
    assert (project.name, project.phase, project.status) == ("Apollo", "delivery", "proposed")
    assert project.budget is not None
    assert (project.budget.baseline, project.budget.forecast) == (Decimal(10), None)


def test_a_record_without_what_it_needs_is_known_but_not_judged() -> None:
    read = office({"projects/apollo/project.yaml": "phase: delivery\n"})
    assert read.find(Project, "apollo") is None
    assert ("project", "", "apollo") in read.unreadable


def test_entries_of_a_register_belong_to_their_project() -> None:
    risk = "vendor-late: {title: Vendor is late, probability: 4, impact: 4}\n"
    read = office(
        {"projects/apollo/project.yaml": "name: Apollo\n", "projects/apollo/risks.yaml": risk}
    )
    project = read.find(Project, "apollo")
    assert project is not None
    (found,) = read.within(Risk, project)
    assert (found.name_in_full, found.score) == ("risk/apollo/vendor-late", 16)
    assert str(read.place(found.at("impact"))) == "projects/apollo/risks.yaml:1:62"


MISPLACED = {
    "projects/apollo/project.yml": ("file-in-unknown-place", "must end in .yaml"),
    "projects/Apollo/project.yaml": ("file-in-unknown-place", "cannot be an id"),
    "projects/apollo/riks.yaml": ("file-in-unknown-place", "Did you mean"),
    "projects/apollo/deep/project.yaml": ("file-in-unknown-place", ""),
    "projects/con/project.yaml": ("reserved-name", ""),
    "notes.txt": ("file-in-unknown-place", ""),
}


@pytest.mark.parametrize(("path", "expected"), MISPLACED.items())
def test_a_file_out_of_place_is_a_finding(path: str, expected: tuple[str, str]) -> None:
    (found,) = office({path: "name: Apollo\n"}).findings
    assert found.rule == expected[0]
    assert expected[1] in found.remedy


@pytest.mark.parametrize("path", ["README.md", "projects/.gitkeep", "CODEOWNERS"])
def test_files_that_repositories_have_are_no_records(path: str) -> None:
    assert office({path: "hello"}).findings == ()


@pytest.mark.parametrize("mode", ["120000", "160000", "100755"])
def test_links_submodules_and_programs_are_refused(mode: str) -> None:
    read = load({"projects/apollo/project.yaml": blob("name: Apollo\n", mode)})
    assert [f.rule for f in read.findings] == ["not-a-plain-file"]
    assert read.projects == ()


def test_paths_that_differ_in_case_alone_are_refused() -> None:
    read = office({"README.md": "", "readme.md": ""})
    assert [f.rule for f in read.findings] == ["names-differ-by-case-only"]


def test_one_id_for_a_project_and_a_programme_is_refused() -> None:
    read = office(
        {
            "programmes/apollo/programme.yaml": "name: A\n",
            "projects/apollo/project.yaml": "name: B\n",
        }
    )
    (found,) = read.findings
    assert (found.rule, found.place.path) == (
        "id-shared-by-two-scopes",
        "projects/apollo/project.yaml",
    )
    assert [place.path for place in found.also] == ["programmes/apollo/programme.yaml"]


def test_a_file_that_is_too_big_is_not_even_read() -> None:
    def refuse() -> bytes:
        raise AssertionError("it was read")

    read = load({"projects/apollo/project.yaml": Blob("", 2**30, refuse)})
    assert [f.rule for f in read.findings] == ["too-big"]
