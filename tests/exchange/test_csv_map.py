"""What is wrong with a map is said with its line and column."""

import pytest

from pmoascode.document import parse
from pmoascode.exchange.csv_map_reading import MapReader

COLUMNS = ("project_name", "start", "cost", "status")
GOOD = "kind: project\nid: project_name\nfields:\n  name: project_name\n"


def read(text: str) -> MapReader:
    reader = MapReader(parse("map.yaml", text.encode()), COLUMNS)
    reader.read()
    return reader


def test_a_good_map_has_no_findings() -> None:
    text = GOOD + "  budget.forecast: {column: cost, unit: millions}\n  x_own: status\n"
    text += "  milestones.go-live.baseline: {column: start, formats: [DD/MM/YYYY]}\n"
    assert read(text).findings == []


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("kind: projct\nid: cost\n", (1, 7), "`projct` is no kind that can be imported"),
        ("kind: assignment\nid: cost\n", (1, 7), "`assignment` is no kind"),
        ("id: cost\n", (1, 1), "the map does not say what `kind`"),
        ("kind: project\n", (1, 1), "the map has no `id`"),
        (GOOD + "feilds: {}\n", (5, 1), "`feilds` is no part of a map"),
        (GOOD + "  category: stat\n", (5, 13), "the table has no column “stat”"),
        (GOOD + "  budgt.forecast: cost\n", (5, 3), "`budgt.forecast` is no field of project"),
        (GOOD + "  budget.forcast: cost\n", (5, 3), "`budget.forcast` is no field of project"),
        (GOOD + "constants: {phas: x}\n", (5, 13), "`phas` is no field of project"),
        (GOOD + "keep: [costs]\n", (5, 8), "the table has no column “costs”"),
        (GOOD + "match: [nme]\n", (5, 9), "`nme` is no field of project"),
        (GOOD + "match: [category]\n", (5, 9), "no column fills `category`"),
        (GOOD + "  external_ids.A B: cost\n", (5, 3), "`external_ids.A B` is no field of project"),
        (GOOD + "  start.baseline: {column: start, formats: [DD/MM]}\n", (5, 45), "“DD/MM” is no"),
        (GOOD + "  budget.actual: {column: cost, unit: pounds}\n", (5, 39), "“pounds” is no unit"),
        (
            GOOD + "  status: {column: status, values: {running: [on]}}\n",
            (5, 37),
            "the field does not take “running”",
        ),
        (GOOD + "  status: {column: status, value: a}\n", (5, 11), "either a `column` or a"),
        (GOOD + "when: {column: stats}\n", (5, 16), "the table has no column “stats”"),
        (GOOD + "renamed: [{from: a}]\n", (5, 11), "an entry of `renamed` has `from` and `to`"),
        (GOOD[:31] + "fields: 5\n", (3, 9), "`fields` needs fields of its own"),
        (GOOD + "lists: {name: []}\n", (5, 9), "`name` is no field"),
        (GOOD + "also: {kind: report}\n", (5, 7), "`also` needs a list"),
    ],
)
def test_a_finding_names_its_place(text: str, place: tuple[int, int], message: str) -> None:
    found = [(f.place.line, f.place.column, f.message) for f in read(text).findings]
    assert [(line, column) for line, column, said in found if message in said] == [place]


def test_the_nearest_name_is_suggested() -> None:
    remedies = [f.remedy for f in read(GOOD + "  budgt.forecast: cots\n").findings]
    assert remedies == ["Did you mean `budget.forecast`?"]
    remedies = [f.remedy for f in read(GOOD + "  category: cots\n").findings]
    assert remedies[0].startswith("Did you mean “cost”? Its columns are project_name,")
