"""Six years of real returns, one import after the other."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pmoascode.cli.import_ import import_group
from pmoascode.document import parse
from pmoascode.schema import is_valid
from tests.forms import not_in_form

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data" / "gmpp"
MAPS = ROOT / "site" / "docs" / "guides" / "gmpp"

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="the returns are not beside this checkout, in ../shared/data/gmpp"
)

# Year: projects new, found again, of these renamed; cells that could not be read.
WANTED = {
    2016: (143, 0, 0, 0),
    2017: (37, 106, 1, 2),
    2018: (25, 108, 19, 0),
    2019: (23, 110, 14, 0),
    2020: (18, 107, 5, 0),
    2021: (95, 89, 12, 0),
}


def run(records: Path, map_: str, table: str, *options: str) -> Any:
    paths = ["--map", str(MAPS / map_), str(DATA / table), "--records", str(records)]
    arguments = ["csv", *paths, "--format", "json", *options]
    result = CliRunner().invoke(import_group, arguments, standalone_mode=False)
    assert result.exception is None
    return json.loads(result.output)


@pytest.fixture(scope="module")
def six_years(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[int, Any]]:
    records = tmp_path_factory.mktemp("office") / "portfolio"
    records.mkdir()
    organisation = (MAPS / "organisation.yaml").read_bytes()
    (records / "organisation.yaml").write_bytes(organisation)
    years = range(2016, 2022)
    return records, {year: run(records, "returns-map.yaml", f"gmpp_{year}.csv") for year in years}


def test_each_year_finds_the_projects_of_the_years_before(
    six_years: tuple[Path, dict[int, Any]],
) -> None:
    found = {}
    for year, report in six_years[1].items():
        projects = [record for record in report["records"] if record["kind"] == "project"]
        new = sum(record["state"] == "new" for record in projects)
        renamed = sum(bool(record["former_name"]) for record in projects)
        found[year] = (new, len(projects) - new, renamed, len(report["not_read"]))
    assert found == WANTED


def test_what_is_not_read_is_a_cost_below_zero(six_years: tuple[Path, dict[int, Any]]) -> None:
    unread = [(u["line"], u["column"], u["value"]) for u in six_years[1][2017]["not_read"]]
    assert unread == [(159, "whole_life_cost_m", "-7169.2")] * 2


def test_every_file_reads_and_holds_to_its_schema(six_years: tuple[Path, dict[int, Any]]) -> None:
    kinds = {"project.yaml": "project", "organisation.yaml": "organisation"}
    files = sorted(six_years[0].rglob("*.yaml"))
    documents = [
        (parse(str(file), file.read_bytes()), kinds.get(file.name, "report")) for file in files
    ]
    assert [document.path for document, kind in documents if not is_valid(document, kind)] == []
    assert [document.findings for document, _ in documents if document.findings] == []
    assert len(files) == 1 + sum(new for new, *_ in WANTED.values()) + 861


def test_every_file_is_in_the_canonical_form(six_years: tuple[Path, dict[int, Any]]) -> None:
    assert not_in_form(six_years[0]) == []


def test_the_published_file_says_the_same(six_years: tuple[Path, dict[int, Any]]) -> None:
    report = run(six_years[0], "published-2021-map.yaml", "raw_uk_2021.csv", "--dry-run")
    assert (report["encoding"], report["separator"], report["rows"]) == ("cp1252", ";", 184)
    projects = [record for record in report["records"] if record["kind"] == "project"]
    assert {record["state"] for record in projects} == {"unchanged"}
    fields = {change["field"] for record in report["records"] for change in record["changes"]}
    # The normalised file cuts the longest reason short, so the whole one is a further entry.
    assert fields == {
        *("x_total_baseline", "x_yearly_forecast", "x_variance_comment"),
        "withheld.1",
    }
    assert report["not_read"] == []
