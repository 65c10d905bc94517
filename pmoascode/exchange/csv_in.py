"""A table brought into the records: which record each row becomes or updates, and with what."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from pmoascode.document import Keys
from pmoascode.document.blob import Files
from pmoascode.exchange.cleaning import folded, on_one_line, slug
from pmoascode.exchange.csv_map import RecordMap
from pmoascode.exchange.csv_table import Row, Table
from pmoascode.exchange.known_records import Index, Known, Library, at
from pmoascode.exchange.reading_rows import RowReader, Unread, Value
from pmoascode.office.fields import names
from pmoascode.records.kinds import Kind

_ALIKE = 0.8  # of 1: names this alike may be those of one project
_MOST_PAIRS = 40_000  # names that are compared with one another
_NO_NUMBERS = ("id", "name", "former_names", "title")  # what two records may have alike
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
    is_there: bool = False
    former_name: str = ""  # where the row gives it another name
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
        self.all_numbers = self._all_numbers()
        self.made: dict[str, int] = {}  # path and id of what rows have made, to their line
        self.numbers: dict[tuple[str, str, str], int] = {}
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
            self.fresh.append((row.line, name))
            known = self._new(row, ident, scope)
            return replace(self._wanted(row, rules.kind, known, values), name=name)
        known.line = row.line
        former = self._former_name(known, values)
        if former and "former_names" in names(rules.kind) and folded(former) != folded(name):
            values.append(Value(("former_names",), former, is_added=True))
        wanted = self._wanted(row, rules.kind, known, values)
        return replace(wanted, name=name, is_there=True, former_name=former)

    def _former_name(self, known: Known, values: list[Value]) -> str:
        """The name that the record has, where the row gives it another; else empty."""
        former = at(known.data, "name")
        given = next((v.value for v in values if v.keys == ("name",) and not v.only_new), former)
        return former if isinstance(former, str) and given != former else ""

    def _scope(self, row: Row, rules: RecordMap) -> str | None:
        """The folder of the project or programme that the row names."""
        text = on_one_line(self.reader.text(row, rules.of))
        found = self.library.owners().get(folded(text))
        if found is None:
            self.reader.refuse(row, rules.of or "of", text, "there is no such project or programme")
        return found

    def _match(self, row: Row, values: list[Value], ident: str, scope: str) -> Known | str | None:
        """The record that the row is about; a reason where an earlier row has its number."""
        by_target = {".".join(map(str, value.keys)): value for value in values}
        if twice := self._number_again(row, by_target, scope):
            return twice
        for target in self.rules.match:
            source = "name" if target == "former_names" else target
            if target != "id" and source not in by_target:
                continue
            wanted = ident if target == "id" else str(by_target[source].value)
            found = self.index.found(target, wanted, scope)
            free = [one for one in found if not one.line and self._fits(one, by_target)]
            if free:
                return min(free, key=lambda one: self._rank(row, one, ident))
        return None

    def _number_again(self, row: Row, by_target: dict[str, Value], scope: str) -> str:
        """Why the row cannot have its number: an earlier row of the table has it."""
        for target in self.rules.match:
            value = by_target.get(target)
            if target not in _NO_NUMBERS and value is not None:
                number = (target, folded(str(value.value)), scope)
                line = self.numbers.setdefault(number, row.line)
                if line != row.line:
                    return f"“{value.value}” in “{value.column}” is also in the row on line {line}"
        return ""

    def _rank(self, row: Row, known: Known, ident: str) -> tuple[bool, bool, bool, int, str]:
        """Which of several records of one name comes first: as an import would have made them."""
        own = slug(self.reader.text(row, self.rules.distinct_by))
        fields = (s for s in self.rules.sources if s.column and s.column == self.rules.distinct_by)
        values = [at(known.data, ".".join(map(str, source.keys))) for source in fields]
        is_other = bool(own) and any(slug(str(value)) != own for value in values if value)
        is_second = known.id != _short(ident, own)
        return (is_other, known.id != ident, is_second, len(known.id), known.id)

    def _fits(self, known: Known, by_target: dict[str, Value]) -> bool:
        """The record's number is not that of another row, nor the row's that of another record."""
        for target, in_table in self.all_numbers.items():
            given = by_target.get(target)
            number = folded(str(at(known.data, target) or ""))
            own = folded(str(given.value)) if given else ""
            if number != own and number in in_table:
                return False
            others = self.index.found(target, own) if own else []
            if others and known not in others:
                return False
        return True

    def _all_numbers(self) -> dict[str, set[str]]:
        """The numbers that rows of the table give, by the field that takes them."""
        found = {}
        for source in self.rules.sources:
            target = ".".join(map(str, source.keys))
            if target in self.rules.match and target not in _NO_NUMBERS and source.column:
                cells = (self.reader.text(row, source.column) for row in self.table.rows)
                found[target] = {folded(cell) for cell in cells} - {""}
        return found

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
        wanted = self._wanted(row, rules.kind, known, values)
        yield replace(wanted, name=main.name, is_there=is_there, follows=main.path)

    def _wanted(self, row: Row, kind: Kind, known: Known, values: list[Value]) -> Wanted:
        placed = tuple(replace(value, keys=known.keys + value.keys) for value in values)
        return Wanted(kind, known.id, known.path, known.keys, row.line, known.id, placed)

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
    first, second = (" ".join(_COMMON.sub(" ", name.casefold()).split()) for name in (one, other))
    return SequenceMatcher(None, first, second).ratio() if first and second else 0


def _short(ident: str, ending: str) -> str:
    return f"{ident[: 63 - len(ending)].strip('-')}-{ending}"


def _place(kind: Kind, ident: str, scope: str) -> tuple[str, Keys]:
    owner, _, name = scope.partition("/")
    path = kind.pattern.replace("{owner}", owner).replace("{scope}", name).replace("{id}", ident)
    return path, () if kind.shape == "record" else (ident,)
