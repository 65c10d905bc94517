"""A table brought into the records: which record each row becomes or updates, and with what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from pmoascode.document import Keys
from pmoascode.document.blob import Files
from pmoascode.exchange.cleaning import folded, on_one_line, slug
from pmoascode.exchange.csv_map import RecordMap
from pmoascode.exchange.csv_table import Row, Table
from pmoascode.exchange.fields import names
from pmoascode.exchange.known_records import Index, Known, Library, at
from pmoascode.exchange.reading_rows import RowReader, Unread, Value
from pmoascode.records.kinds import Kind

_ALIKE = 0.8  # of 1: names this alike may be those of one project
_MOST_PAIRS = 200_000  # names that are compared with one another
_COMMON = re.compile(r"\([^)]*\)|\b(?:programme|project|portfolio|transformation|the)\b")


@dataclass(frozen=True)
class Wanted:
    """A record as a row wants it."""

    kind: Kind
    id: str
    path: str
    keys: Keys  # of the record inside of its file
    line: int
    name: str
    values: tuple[Value, ...]  # by keys from the top of the file
    is_there: bool
    former_name: str = ""  # where the row gives it another name
    row: Row | None = None
    follows: str = ""  # the path of the record whose row it comes from, without which it is not


@dataclass(frozen=True)
class Import:
    """What a table brings."""

    wanted: tuple[Wanted, ...]
    unread: tuple[Unread, ...]
    cleaned: tuple[tuple[str, int], ...]  # what was done to texts, and to how many cells
    unused: tuple[str, ...]  # columns that the map does not look at
    alike: tuple[tuple[int, str, str], ...]  # line and name of a new record, a name that is there
    renumbered: tuple[tuple[int, str, str], ...]  # line, the id made of the name, the id given


def imported(table: Table, rules: RecordMap, files: Files) -> Import:
    """The records that the rows of the table become, in the order of the rows."""
    return _Importer(table, rules, files).result()


class _Importer:
    def __init__(self, table: Table, rules: RecordMap, files: Files) -> None:
        self.table = table
        self.rules = rules
        self.library = Library(files)
        self.reader = RowReader(table)
        self.before = list(self.library.of_kind(rules.kind))
        self.index = Index(self.before, rules.renamed)
        self.taken = self.library.taken_ids()
        self.made: dict[str, int] = {}  # path and id of what rows have made, to their line
        self.fresh: list[tuple[int, str]] = []
        self.renumbered: list[tuple[int, str, str]] = []

    def result(self) -> Import:
        wanted = [one for row in self.table.rows for one in self._of_row(row)]
        unused = [name for name in self.table.columns if name not in self.rules.columns]
        return Import(
            tuple(wanted),
            tuple(self.reader.unread),
            tuple(sorted(self.reader.cleaned.items())),
            tuple(unused),
            tuple(self._alike()),
            tuple(self.renumbered),
        )

    def _of_row(self, row: Row) -> Iterator[Wanted]:
        self._check_width(row)
        if self.rules.when and not self.rules.when.holds(row.cells):
            return
        main = self._main(row)
        if main is None:
            return
        yield main
        owner = main.path.rpartition("/")[0]
        for rules in self.rules.also:
            if rules.when is None or rules.when.holds(row.cells):
                yield from self._also(row, rules, main, owner)

    def _check_width(self, row: Row) -> None:
        for number, cell in enumerate(row.surplus, len(self.table.columns) + 1):
            self.reader.refuse(row, f"column {number}", cell, "the header names no such column")
        if row.missing:
            first = self.table.columns[-row.missing]
            reason = f"the row ends {row.missing} cell(s) early; is a separator missing?"
            self.reader.refuse(row, first, "", reason)

    def _main(self, row: Row) -> Wanted | None:
        rules = self.rules
        scope = self._scope(row, rules) if "{scope}" in rules.kind.pattern else ""
        if scope is None:
            return None
        values = self.reader.values(row, rules)
        ident = slug(self.reader.one(row, rules.id))
        if not ident:
            column = rules.id.column or "id"
            self.reader.refuse(row, column, row.cells.get(column, ""), "the row names no record")
            return None
        known = self._match(row, values, ident, scope)
        if isinstance(known, str):
            self.reader.refuse(row, rules.id.column, self.reader.one(row, rules.id), known)
            return None
        name = next((str(v.value) for v in values if v.keys in (("name",), ("title",))), ident)
        if known is None:
            known = self._new(row, ident, scope)
            self.fresh.append((row.line, name))
            return self._wanted(row, rules.kind, known, values, name=name)
        known.line = row.line
        former = at(known.data, "name")
        is_renamed = isinstance(former, str) and name != former and "name" in names(rules.kind)
        is_kept = any(v.keys == ("name",) and v.only_new for v in values)
        if not is_renamed or is_kept or not any(v.keys == ("name",) for v in values):
            return self._wanted(row, rules.kind, known, values, name=name, is_there=True)
        if "former_names" in names(rules.kind) and folded(str(former)) != folded(name):
            values.append(Value(("former_names",), former, is_added=True))
        return self._wanted(
            row, rules.kind, known, values, name=name, is_there=True, former=str(former)
        )

    def _scope(self, row: Row, rules: RecordMap) -> str | None:
        """The folder of the project or programme that the row names."""
        text = on_one_line(self.reader.text(row, rules.of))
        found = self.library.owners().get(folded(text))
        if found is None:
            self.reader.refuse(row, rules.of or "of", text, "there is no such project or programme")
        return found

    def _match(self, row: Row, values: list[Value], ident: str, scope: str) -> Known | str | None:
        """The record that the row is about; a reason where an earlier row has taken it."""
        by_target = {".".join(map(str, value.keys)): value for value in values}
        for target in self.rules.match:
            source = "name" if target == "former_names" else target
            if target != "id" and source not in by_target:
                continue
            wanted = ident if target == "id" else str(by_target[source].value)
            found = [k for k in self.index.found(target, wanted, scope) if self._fits(k, by_target)]
            free = [known for known in found if not known.line]
            if free:
                own = slug(self.reader.text(row, self.rules.distinct_by))
                return next((k for k in free if own and k.id.endswith(f"-{own}")), free[0])
            if found and target not in ("name", "former_names", "id"):
                column = by_target[target].column
                return f"“{wanted}” in “{column}” is also in the row on line {found[0].line}"
        return None

    def _fits(self, known: Known, by_target: dict[str, Value]) -> bool:
        """No number of the row is that of another record than the one found."""
        for target in self.rules.match:
            if target.startswith("external_ids.") and target in by_target:
                others = self.index.found(target, str(by_target[target].value))
                if others and known not in others:
                    return False
        return True

    def _new(self, row: Row, ident: str, scope: str) -> Known:
        kind = self.rules.kind
        department = slug(self.reader.text(row, self.rules.distinct_by))
        choices = [ident] + ([_short(ident, department)] if department else [])
        number = 1
        while True:
            for choice in choices:
                path, keys = _place(kind, choice, scope)
                name = f"{path}#{choice}"
                is_taken = name in self.made or (not keys and choice in self.taken)
                document = self.library.document(path)
                is_there = document is not None and (not keys or choice in document.data)
                if not is_taken and not is_there:
                    self.made[name] = row.line
                    if choice != ident:
                        self.renumbered.append((row.line, ident, choice))
                    return Known(choice, path, keys, scope, line=row.line)
            number += 1
            choices = [_short(ident, str(number))]

    def _also(self, row: Row, rules: RecordMap, main: Wanted, owner: str) -> Iterator[Wanted]:
        ident = slug(self.reader.one(row, rules.id))
        if not ident:
            self.reader.refuse(row, rules.id.column, "", f"the {rules.kind.name} has no id")
            return
        path, keys = _place(rules.kind, ident, owner)
        document = self.library.document(path)
        is_there = document is not None and (not keys or ident in document.data)
        values = self.reader.values(row, rules)
        known = Known(ident, path, keys, owner, line=row.line)
        yield self._wanted(
            row, rules.kind, known, values, name=main.name, is_there=is_there, follows=main.path
        )

    def _wanted(
        self,
        row: Row,
        kind: Kind,
        known: Known,
        values: list[Value],
        *,
        name: str,
        is_there: bool = False,
        former: str = "",
        follows: str = "",
    ) -> Wanted:
        placed = tuple(
            Value(known.keys + v.keys, v.value, v.column, v.cell, v.only_new, v.is_added)
            for v in values
        )
        return Wanted(
            *(kind, known.id, known.path, known.keys, row.line, name, placed),
            *(is_there, former, row, follows),
        )

    def _alike(self) -> Iterator[tuple[int, str, str]]:
        """New records whose name is much like that of one which no row is about."""
        left = [str(k.data.get("name")) for k in self.before if not k.line and k.data.get("name")]
        if len(left) * len(self.fresh) > _MOST_PAIRS:
            return
        for line, name in self.fresh:
            best = max(left, key=lambda other: _likeness(name, other), default="")
            if best and _likeness(name, best) >= _ALIKE:
                yield line, name, best


def _likeness(one: str, other: str) -> float:
    """How alike two names are, 1 for equal: without brackets and words that most names have."""
    cores = [" ".join(_COMMON.sub(" ", name.casefold()).split()) for name in (one, other)]
    return SequenceMatcher(None, *cores).ratio() if all(cores) else 0


def _short(ident: str, ending: str) -> str:
    return f"{ident[: 63 - len(ending)].strip('-')}-{ending}"


def _place(kind: Kind, ident: str, scope: str) -> tuple[str, Keys]:
    owner, _, name = scope.partition("/")
    path = kind.pattern.replace("{owner}", owner).replace("{scope}", name).replace("{id}", ident)
    return path, () if kind.shape == "record" else (ident,)
