"""What hand-written pages may ask of the records: rows, counts, values, links and tables."""

import datetime as dt
import posixpath
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Any

from jinja2.exceptions import SecurityError
from markupsafe import Markup

from pmoascode.exchange.table import Cell, Column, Table
from pmoascode.measures.currency import money_short
from pmoascode.pages import cells, wording
from pmoascode.pages.sandbox import Function, Refused, Row, Sandbox, shown

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ASKS = re.compile(r"^pmo:[ \t]*true[ \t]*(#.*)?$", re.MULTILINE)
_PAGES = {"projects": "projects", "programmes": "programmes"}  # tables of which a row has a page
_RATED = re.compile(r"overall|_stated$|_calculated$")


class OwnPages:
    """Fills the pages that ask for it; each sees the same tables that the site offers as data."""

    def __init__(
        self, tables: Callable[[], Sequence[Table]], currency: str, today: dt.date
    ) -> None:
        """Keep what the pages may ask; the tables are made when the first page asks."""
        self._known, self._currency, self._today = tables, currency, today

    def __call__(self, name: str, text: str) -> str:
        """The page of the name with its data, if its front matter says `pmo: true`.

        Raises:
            Refused: it asks for what there is not, or does what it must not.
        """
        front = _FRONT.match(text)
        if not front or not asks(text):
            return text
        body = text[front.end() :]
        try:
            return front[0] + self.body(name, body)
        except Refused as error:
            line = front[0].count("\n") + error.line
            raise Refused(str(error), line) from error

    def body(self, name: str, text: str) -> str:
        """The text of the page without its front matter, filled; lines are counted from its own."""
        return Sandbox().filled(text, {"pmo": self._functions(name)})

    @cached_property
    def _tables(self) -> Mapping[str, tuple[Table, tuple[Row, ...]]]:
        found = {}
        for table in self._known():
            names = [column.name.replace(".", "_") for column in table.columns]
            rows = tuple(Row(dict(zip(names, row, strict=True))) for row in table.rows)
            found[table.name.replace("-", "_")] = (table, rows)
        return found

    def _functions(self, page: str) -> Row:
        """The functions as the page of the name has them."""

        def link(row: object, text: str = "") -> Markup:
            if not isinstance(row, Row):
                raise SecurityError("`link` takes a row, as in pmo.link(project)")
            return self._link(page, row, text)

        def table(of: str, columns: Sequence[str] = (), **where: Cell) -> Markup:
            return self._drawn(page, of, columns, self.rows(of, **where))

        named = {
            "rows": Function(self.rows),
            "count": Function(lambda of, **where: len(self.rows(of, **where))),
            "row": Function(self.row),
            "link": Function(link),
            "table": Function(table),
            "money": Function(self._money),
            "rating": Function(_rating),
            "today": self._today,
        }
        every = {
            name: Function(lambda _name=name, **where: self.rows(_name, **where))
            for name in self._tables
            if name not in named
        }
        return Row(named | every, "function")

    def rows(self, of: str, **where: Cell) -> tuple[Row, ...]:
        """The rows of the table in which each named column has the value, or one of the values."""
        table, rows = self._table(of)
        known = Row({column.name.replace(".", "_"): column for column in table.columns})
        for name in where:
            known.cell(name)
        return tuple(
            row for row in rows if all(_is(row[name], value) for name, value in where.items())
        )

    def row(self, of: str, id: str) -> Row:
        """The row of the table with the id."""
        for row in self.rows(of, id=id):
            return row
        raise SecurityError(f"there is no `{id!s:.60}` in {of}")

    def _money(self, amount: object) -> str:
        if amount is not None and not isinstance(amount, Decimal | int):
            raise SecurityError("`money` takes an amount, as in pmo.money(project.cost_forecast)")
        return money_short(None if amount is None else Decimal(amount), self._currency)

    def _table(self, of: str) -> tuple[Table, tuple[Row, ...]]:
        key = str(of).replace("-", "_")
        if key not in self._tables:
            known = ", ".join(self._tables)
            raise SecurityError(f"there is no table `{of!s:.60}`; expected one of {known}")
        return self._tables[key]

    def _link(self, page: str, row: Row, text: str = "") -> Markup:
        """A link in Markdown to the page of the row, so that every engine finds its way."""
        folder = next((of for of in _PAGES if row in self._tables[of][1]), "")
        words = shown(text or row.cell("name" if "name" in row else "id"))
        if not folder:
            return words
        to = posixpath.relpath(f"{folder}/{row['id']}/index.md", posixpath.dirname(page) or ".")
        return Markup("[{}]({})").format(words, to)

    def _drawn(self, page: str, of: str, columns: Sequence[str], rows: Sequence[Row]) -> Markup:
        """A table in Markdown; every cell is free of marks."""
        table = self._table(of)[0]
        known = Row({column.name.replace(".", "_"): column for column in table.columns})
        chosen = [(name, known.cell(name)) for name in columns] or list(known.items())[:6]
        head = [encoded_title(name) for name, _ in chosen]
        sides = [
            "--:" if column.type in {"money", "integer", "number"} else ":--"
            for _, column in chosen
        ]
        lines = [head, sides]
        lines += [[self._cell(page, of, row, *each) for each in chosen] for row in rows]
        text = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return Markup(f"\n\n{text}\n\n")  # noqa: S704 -- every cell is free of marks

    def _cell(self, page: str, of: str, row: Row, name: str, column: Column) -> str:
        value = row[name]
        if name in {"name", "title"} and of in _PAGES:
            return str(self._link(page, row))
        if _RATED.search(name) and value in cells.LETTERS:
            return str(cells.rag(value))
        if column.type == "money" and isinstance(value, Decimal):
            return str(shown(money_short(value, self._currency)))
        return str(shown(value))


def asks(text: str) -> bool:
    """Whether the front matter of the page says `pmo: true`."""
    front = _FRONT.match(text)
    return front is not None and _ASKS.search(front[1]) is not None


def _rating(colour: object) -> Markup:
    if colour is not None and colour not in cells.LETTERS:
        raise SecurityError(f"`rating` takes one of {', '.join(cells.LETTERS)}")
    return cells.rag(colour or "grey")


def encoded_title(name: str) -> str:
    """The name of a column as the head of a table."""
    return str(shown(wording.capitalised(wording.plain(name))))


def _is(cell: Cell, wanted: Any) -> bool:
    return cell in wanted if isinstance(wanted, list | tuple) else cell == wanted
