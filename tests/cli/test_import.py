"""The command `pmo import csv`, from the files to the exit status."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pmoascode.cli.import_ import import_group
from pmoascode.finding import CannotRun

MAP = """\
kind: project
id: {column: Name, distinct_by: Unit}
match: [external_ids.ledger, name, former_names]
fields:
  name: Name
  external_ids.ledger: "No"
  unit: Unit
  status: {column: State, values: {active: [Running], closed: ["Done*"]}}
  start.baseline: {column: Start, formats: [DD/MM/YYYY], only_new: true}
  budget.forecast: {column: Cost, unit: thousands}
  objectives: {column: Goals, split: "/"}
constants: {phase: delivery}
keep: [Colour]
"""
HEAD = "No,Name,Unit,State,Start,Cost,Goals,Colour,Other\n"
APOLLO = 'P-1,Apollo,Claims,Running,12/01/2026,"1,250.5",Fast claims/Fewer letters,blue,z\n'


class Office:
    """A folder of records, a map and a table."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.records = folder / "portfolio"
        self.records.mkdir()
        self.output = ""

    def run(self, table: str, *options: str, map_: str = MAP) -> Any:
        (self.folder / "map.yaml").write_text(map_, encoding="utf-8")
        (self.folder / "table.csv").write_bytes(table.encode())
        paths = ["--map", str(self.folder / "map.yaml"), str(self.folder / "table.csv")]
        arguments = ["csv", *paths, "--records", str(self.records), *options]
        result = CliRunner().invoke(import_group, arguments, standalone_mode=False)
        self.output = result.output
        if result.exception:
            raise result.exception
        return result.return_value

    def report(self, table: str, *options: str, map_: str = MAP) -> Any:
        self.run(table, "--format", "json", *options, map_=map_)
        return json.loads(self.output)

    def text(self, path: str) -> str:
        return (self.records / path).read_bytes().decode()

    def write(self, path: str, text: str) -> None:
        (self.records / path).parent.mkdir(parents=True, exist_ok=True)
        (self.records / path).write_bytes(text.encode())


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_row_becomes_a_record(office: Office) -> None:
    assert office.run(HEAD + APOLLO) == 0
    assert office.text("projects/apollo/project.yaml") == (
        "name: Apollo\n"
        "external_ids:\n  ledger: P-1\n"
        "unit: claims\nphase: delivery\nstatus: active\n"
        "objectives:\n  - fast-claims\n  - fewer-letters\n"
        "start:\n  baseline: 2026-01-12\n"
        "budget:\n  forecast: 1250500\n"
        "x_colour: blue\n"
    )
    assert "table.csv: 1 rows, 9 columns, utf-8, separated by comma" in office.output
    assert "not imported: Other" in office.output
    assert "1 new, 0 updated, 0 unchanged, 0 renamed, 0 not read; 1 files written" in office.output


def test_a_second_import_changes_nothing(office: Office) -> None:
    office.run(HEAD + APOLLO)
    before = office.text("projects/apollo/project.yaml")
    assert office.report(HEAD + APOLLO)["records"][0]["state"] == "unchanged"
    assert office.text("projects/apollo/project.yaml") == before


def test_an_update_keeps_the_author_s_text(office: Office) -> None:
    before = (
        "# our first\r\nname: 'Apollo'  # the god\r\nexternal_ids: {ledger: P-1}\r\n"
        "start: {baseline: 2025-05-05}\r\nphase: closing\r\n\r\n"
        "budget: # in euros\r\n  forecast: 10\r\n  reason: Why not\r\nx_own: 1\r\n"
    )
    office.write("projects/old-name/project.yaml", "\ufeff" + before)
    row = "p-1,Apollo Two,,,12/01/2026,20,,,\n"
    assert office.run(HEAD + row) == 0
    after = before.replace(
        "'Apollo'  # the god", "Apollo Two  # the god\r\nformer_names:\r\n  - Apollo"
    )
    after = after.replace("forecast: 10", "forecast: 20000").replace("ledger: P-1", "ledger: p-1")
    assert office.text("projects/old-name/project.yaml") == "\ufeff" + after
    assert "renamed from “Apollo” to “Apollo Two”" in office.output
    assert "  budget.forecast: 10 -> 20000" in office.output


@pytest.mark.parametrize(
    ("row", "folder"),
    [
        (",APOLLO,,,,,,,\n", "a"),
        (",Claims 2.0,,,,,,,\n", "a"),
        ("P-9,Apollo,,,,,,,\n", "b"),
        ("P-8,Apollo,,,,,,,\n", "a"),
        (",Zeus (new),,,,,,,\n", "c"),
        (",Hermes,,,,,,,\n", "hermes"),
    ],
    ids=["name", "former name", "number first", "no number yet", "renamed", "none"],
)
def test_a_row_finds_its_record(office: Office, row: str, folder: str) -> None:
    office.write("projects/a/project.yaml", "name: Apollo\nformer_names: [Claims 2.0]\n")
    office.write("projects/b/project.yaml", "name: Ares\nexternal_ids: {ledger: P-9}\n")
    office.write("projects/c/project.yaml", "name: Zeus\n")
    map_ = MAP + "renamed: [{from: Zeus, to: Zeus (new)}]\n"
    report = office.report(HEAD + row, "--dry-run", map_=map_)
    assert [record["path"] for record in report["records"]] == [f"projects/{folder}/project.yaml"]


def test_an_id_that_is_taken_gets_the_unit_then_a_number(office: Office) -> None:
    office.write("programmes/apollo/programme.yaml", "name: Apollo programme\n")
    rows = "1,Apollo,Claims,,,,,,\n2,Apollo,Claims,,,,,,\n3,Index,,,,,,,\n4,COM1,,,,,,,\n"
    report = office.report(HEAD + rows)
    assert report["renumbered"] == [
        {"line": 2, "id": "apollo", "given": "apollo-claims"},
        {"line": 3, "id": "apollo", "given": "apollo-2"},
        {"line": 4, "id": "index", "given": "index-2"},
        {"line": 5, "id": "com1", "given": "com1-2"},
    ]
    again = office.report(HEAD + rows)
    assert {record["state"] for record in again["records"]} == {"unchanged"}


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(office: Office) -> None:
    rows = "1,Apollo,Claims,Sleeping,31/02/2026,dear,,,\n1,Ares,,,,,,,\n,,,,,,,,x\n"
    assert office.run(HEAD + rows, "--format", "json") == 1
    told = [(u["line"], u["column"], u["value"]) for u in json.loads(office.output)["not_read"]]
    assert told == [
        (2, "Start", "31/02/2026"),
        (2, "Cost", "dear"),
        (2, "State", "Sleeping"),
        (3, "Name", "Ares"),
        (4, "Name", ""),
    ]
    assert office.text("projects/apollo/project.yaml") == (
        'name: Apollo\nexternal_ids:\n  ledger: "1"\nunit: claims\nphase: delivery\n'
    )


def test_a_dry_run_writes_nothing(office: Office) -> None:
    assert office.run(HEAD + APOLLO, "--dry-run") == 0
    assert list(office.records.iterdir()) == []
    assert "new project projects/apollo/project.yaml: Apollo" in office.output
    assert "nothing was written (--dry-run)" in office.output


def test_a_wrong_map_stops_the_import(office: Office) -> None:
    with pytest.raises(CannotRun, match=r"map.yaml:5:9: the table has no column “Nam”.*“Name”"):
        office.run(HEAD + APOLLO, map_=MAP.replace("name: Name", "name: Nam"))
    assert list(office.records.iterdir()) == []


def test_a_wrong_table_is_named(office: Office) -> None:
    with pytest.raises(CannotRun, match=r"table.csv: a quote that opens in the row on line 2"):
        office.run(HEAD + '1,"Apollo')


RISKS = """\
kind: risk
of: Project
id: {column: Risk}
match: [id]
fields:
  title: Risk
  owner: Owner
  probability: {column: Chance, values: {"4": [high], "2": [low]}}
  impact: Impact
constants: {status: open}
"""


def test_rows_become_entries_of_a_register(office: Office) -> None:
    office.write("projects/apollo/project.yaml", "name: Apollo portal\n")
    office.write("projects/apollo/risks.yaml", "# ours\nold: {title: Old}\n")
    head = "Project,Risk,Owner,Chance,Impact\n"
    rows = "Apollo Portal,Vendor late,Tom Berg,high,4\nHera,X,Y,low,1\n"
    rows += "apollo,Fire,Tom Berg,low,9\n"
    assert office.run(head + rows, map_=RISKS) == 1
    assert office.text("projects/apollo/risks.yaml") == (
        "# ours\n\n"
        "fire:\n  title: Fire\n  owner: tom-berg\n  probability: 2\n  status: open\n"
        "old: {title: Old}\n"
        "vendor-late:\n  title: Vendor late\n  owner: tom-berg\n  probability: 4\n  impact: 4\n"
        "  status: open\n"
    )
    assert "line 3, Project: “Hera” there is no such project or programme" in office.output
    assert "line 4, Impact: “9” `impact` is 9, but 5 or less was expected" in office.output


def test_a_further_record_of_the_row(office: Office) -> None:
    map_ = MAP + (
        "also:\n"
        "  - kind: report\n    id: {value: 2026-10}\n    when: Colour\n"
        "    fields:\n"
        "      rating.overall: {column: Colour, values: {green: [blue]}, empty: [grey]}\n"
        "    constants: {date: 2026-11-02, by: tom-berg, rating: {}}\n"
        "    lists:\n      withheld:\n        - when: {column: Colour, is: [grey]}\n"
        "          constants:\n"
        "            {field: rating.overall, reason: A tender is under way.,\n"
        "             approved_by: tom-berg, review: 2027-01-15}\n"
    )
    rows = APOLLO + "2,Ares,,,,,,grey,\n3,Hera,,,,,,,\n"
    assert office.run(HEAD + rows, map_=map_) == 0
    assert "rating:\n  overall: green\n" in office.text("projects/apollo/reports/2026-10.yaml")
    ares = office.text("projects/ares/reports/2026-10.yaml")
    assert "rating: {}\n" in ares
    assert "withheld:\n  - field: rating.overall\n" in ares
    assert not (office.records / "projects/hera/reports").exists()
    assert office.run(HEAD + rows, map_=map_) == 0
    assert "0 new, 0 updated, 5 unchanged" in office.output


def test_the_id_of_a_record_is_the_word_that_the_map_has_for_the_cell(office: Office) -> None:
    map_ = MAP + (
        "also:\n  - kind: report\n"
        "    id: {column: Colour, values: {2026-q1: [b*]}}\n"
        "    constants: {date: 2026-03-31, by: tom-berg, rating: {overall: green}}\n"
    )
    assert office.run(HEAD + APOLLO + "2,Ares,,,,,,2026-q2,\n", map_=map_) == 0
    assert "date: 2026-03-31\n" in office.text("projects/apollo/reports/2026-q1.yaml")
    assert "date: 2026-03-31\n" in office.text("projects/ares/reports/2026-q2.yaml")


def test_texts_are_cleaned_and_it_is_said(office: Office) -> None:
    office.run(HEAD + "1,Apollo\u200b\x07 Cafe\u0301,,,,,,,\n")
    assert office.text("projects/apollo-cafe/project.yaml").startswith("name: Apollo Café\n")
    assert "cleaned: invisible or control characters removed, in 1 cells" in office.output
    assert "accents joined into one character, in 1 cells" in office.output


def test_a_record_with_odd_names_is_passed_over(office: Office) -> None:
    office.write("projects/a/project.yaml", "name: Ares\nformer_names: 5\n")
    map_ = "kind: risk\nid: Name\nof: Unit\nfields: {title: Name}\n"
    report = office.report(HEAD + "1,Late,Ares,,,,,,\n", "--dry-run", map_=map_)
    assert [record["path"] for record in report["records"]] == ["projects/a/risks.yaml"]


def test_thousands_are_not_guessed(office: Office) -> None:
    rows = "1,Apollo,,,,1.250,,,\n2,Ares,,,,2.500,,,\n"
    told = [(u["line"], u["column"], u["reason"]) for u in office.report(HEAD + rows)["not_read"]]
    assert told == [
        (2, "Cost", "1.250 may be 1250 or 1.25; say `decimal:` in the map"),
        (3, "Cost", "2.500 may be 2500 or 2.5; say `decimal:` in the map"),
    ]
    office.run(HEAD + rows, map_=MAP + 'decimal: ","\n')
    assert "forecast: 1250000\n" in office.text("projects/apollo/project.yaml")


@pytest.mark.parametrize(
    ("cells", "forecast"), [(("12,5", "80"), "12.5 %"), (("12,50", "80"), "12.50 %")]
)
def test_a_share_has_the_mark_of_its_column(
    office: Office, cells: tuple[str, str], forecast: str
) -> None:
    map_ = "kind: project\nid: Name\nfields: {name: Name, tolerances.cost: Cost}\n"
    rows = "".join(f'{n},P{n},,,,"{cell}",,,\n' for n, cell in enumerate(cells))
    office.run(HEAD + rows, map_=map_)
    assert f"cost: {forecast}\n" in office.text("projects/p0/project.yaml")
