"""Tables as CSV (RFC 4180) in which a spreadsheet takes nothing for a formula.

UTF-8 with a byte order mark, without which Excel reads another encoding.
"""

import csv
import datetime as dt
from decimal import Decimal
from io import StringIO

from pmoascode.exchange.table import Cell, Table

_FORMULA = frozenset("=+-@\t\r\uff1d\uff0b\uff0d\uff20")


def as_csv(table: Table) -> bytes:
    """The table with its column names in the first line."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_text(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _text(cell: Cell) -> str:
    match cell:
        case str():
            return harmless(cell)
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Decimal():
            return format(cell, "f")
        case dt.date():
            return cell.isoformat()
    return str(cell)


def harmless(text: str) -> str:
    """The text as no spreadsheet runs it: a quotation mark before what begins like a formula.

    Source: OWASP, CSV Injection.
    """
    return f"'{text}" if text.lstrip(" ")[:1] in _FORMULA else text
