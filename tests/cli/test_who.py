"""`pmo who`: who holds what, on which day, who follows, and what one person answers for."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.folders import folder_with, said

FILES = {
    "assignments/apollo.yaml": """\
sponsor:
  - {person: maria-silva, from: 2026-01-05, until: 2026-11-30, time: 10 %}
  - person: paul-weber
    from: 2026-12-08
    time: 7.5 %
    appointment:
      date: 2026-11-02
      letter: https://files.example/letters/paul.pdf
      accountable_to: chief-project-officer
      tenure_milestone: go-live
project-manager:
  - {person: tom-berg, from: 2026-01-12, until: 2026-09-30, time: 80 %, change_reason: illness}
  - {person: sam-okoro, from: 2026-10-01, until: 2027-01-15, time: 50 %, filled: interim}
  - {person: li-wen, from: 2027-01-04, time: 80 %, handover: true}
junior-project-manager:
  - {person: lena-novak, from: 2026-10-01, time: 60 %, supervisor: sam-okoro, elements: [Data]}
senior-supplier:
  - {person: ines-roth, from: 2026-01-12, time: 10 %}
""",
    "policy/delegations.yaml": """\
leave:
  by: maria-silva
  to: nora-lind
  role: sponsor
  powers: [approve, report]
  within: apollo
  from: 2026-11-16
  until: 2026-11-27
  reason: |
    On
    leave
other:
  {by: maria-silva, to: li-wen, powers: [edit], within: hermes, from: 2026-11-01, until: 2026-12-01}
""",
}
VACANT = """\
vacancies:
  senior-user: {since: 2026-11-02, plan: "Interviews\\n in week 46.", owner: ana-keller}
"""


@pytest.fixture
def records(tmp_path: Path) -> Path:
    records = folder_with(tmp_path, FILES)
    apollo = records / "projects/apollo/project.yaml"
    apollo.write_text(apollo.read_text("utf-8") + VACANT, "utf-8")
    return records


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("who-work", ("apollo",)),
        ("who-work-later", ("apollo", "--role", "sponsor", "--on", "2026-12-05")),
        ("who-role", ("--role", "sponsor")),
        ("who-vacant-role", ("--role", "senior-user")),
        ("who-person", ("sam-okoro",)),
    ],
)
def test_it_says_as_before(
    records: Path, golden: Callable[[str, str], None], name: str, words: tuple[str, ...]
) -> None:
    golden(name, said(records, "who", *words))


def test_programs_get_json(records: Path) -> None:
    found = json.loads(said(records, "who", "apollo", "--format", "json"))
    assert [found[key] for key in ("format_version", "on", "kind", "id")] == [
        "1.0", "2026-11-10", "project", "apollo"
    ]  # fmt: skip
    sponsor, manager, *others = found["roles"]
    assert sponsor["held"][0]["deputies"] == [
        {
            "person": "nora-lind",
            "powers": ["approve", "report"],
            "from": "2026-11-16",
            "until": "2026-11-27",
        }
    ]
    assert sponsor["gaps"] == [{"from": "2026-12-01", "until": "2026-12-07"}]
    assert sponsor["coming"][0]["appointment"]["tenure_milestone"] == "go-live"
    assert (manager["held"][0]["filled"], manager["held"][0]["time"]) == ("interim", 50)
    assert others[-1]["vacancy"]["owner"] == "ana-keller"
    own = json.loads(said(records, "who", "sam-okoro", "--format", "json"))
    assert [(tie["record"], tie["field"]) for tie in own["in_their_name"]][:1] == [
        ("assignment/apollo/junior-project-manager/0", "junior-project-manager.0.supervisor")
    ]
    role = json.loads(said(records, "who", "--role", "senior-user", "--format", "json"))
    assert [each["scope"] for each in role["vacant"]] == ["apollo"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("Apollo claims PORTAL",), "Apollo claims portal (apollo): project"),
        (("apo",), "Apollo claims portal (apollo): project"),
        (("front-door",), "Front door (front-door): programme"),
        (("change",), "Change the company (change): portfolio"),
        (("pmo",), "Project office (pmo): unit"),
        (("maria",), "Maria Silva (maria-silva): "),
        (("apolo",), "refused: nothing and nobody is called apolo; did you mean apollo?"),
        (("",), "refused: "),
        (("zzz",), "refused: nothing and nobody is called zzz"),
        ((), "refused: say of whom or what, as in `pmo who apollo`, or which --role"),
        (("--role", "sponser"), "refused: there is no role sponser; did you mean sponsor?"),
        (("tom-berg", "--role", "sponsor"), "refused: tom-berg is a person; --role goes with"),
    ],
)
def test_what_is_meant_is_found_or_said(
    records: Path, words: tuple[str, ...], expected: str
) -> None:
    assert said(records, "who", *words).startswith(expected)
