"""Tables as CSV and JSON: what a spreadsheet and a program read of them."""

import csv
import datetime as dt
import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from pmoascode.exchange.csv_out import as_csv, harmless
from pmoascode.exchange.json_out import Edition, as_json, index, schema
from pmoascode.exchange.table import Column, Table

COLUMNS = (
    Column("id", "text", "The id."),
    Column("status", "text", "How far.", ("open", "closed")),
    Column("score", "integer", "How grave."),
    Column("cost", "money", "How dear."),
    Column("due", "date", "When."),
    Column("critical", "boolean", "Whether."),
)
ROWS = (
    ("vendor-late", "open", 12, Decimal("60000.10"), dt.date(2026, 12, 1), True),
    ("=1+1", None, -3, Decimal(5), None, False),
)
TABLE = Table("risks", "Risks", "What may happen.", COLUMNS, ROWS)
EDITION = Edition("Harbour", "EUR", dt.date(2026, 11, 10), "")


def test_a_spreadsheet_reads_the_cells() -> None:
    content = as_csv(TABLE)
    assert content.startswith(b"\xef\xbb\xbfid,status,")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[1:] == [
        ["vendor-late", "open", "12", "60000.10", "2026-12-01", "true"],
        ["'=1+1", "", "-3", "5", "", "false"],
    ]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "\uff1d1"])
def test_no_text_is_a_formula(text: str) -> None:
    assert harmless(text) == f"'{text}"


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    table = Table("t", "T", "", COLUMNS[:1], ((text,),))
    shown = as_csv(table).decode("utf-8-sig")
    (_, row) = csv.reader(io.StringIO(shown, newline=""))
    assert (row or [""])[0] in (harmless(text), harmless(text).encode("utf-8", "replace").decode())


def test_amounts_keep_their_digits() -> None:
    text = as_json(TABLE, EDITION).decode()
    assert '"cost": 60000.10,' in text
    assert json.loads(text, parse_float=Decimal)["rows"][0]["cost"] == Decimal("60000.10")


def test_a_file_holds_to_the_schema_of_its_table() -> None:
    validator = Draft202012Validator(json.loads(schema([TABLE])), format_checker=FormatChecker())
    good = json.loads(as_json(TABLE, EDITION))
    assert list(validator.iter_errors(good)) == []
    for broken in (
        good | {"table": "other"},
        good | {"rows": [good["rows"][0] | {"due": "soon"}]},
        good | {"rows": [good["rows"][0] | {"status": "ajar"}]},
        good | {"rows": [good["rows"][0] | {"more": 1}]},
        {key: value for key, value in good.items() if key != "as_of"},
    ):
        assert list(validator.iter_errors(broken)) != []


def test_the_index_leads_to_the_files() -> None:
    said = json.loads(index([TABLE], EDITION, {"feeds": ["../../feeds/reports.atom"]}))
    (table,) = said["tables"]
    assert (table["json"], table["csv"], table["rows"]) == ("risks.json", "../csv/risks.csv", 2)
    assert said["feeds"] == ["../../feeds/reports.atom"]
