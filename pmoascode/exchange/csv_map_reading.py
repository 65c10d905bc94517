"""A map as it is written in YAML, checked against the table's columns and the kind's fields."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from pmoascode.document import Document, Keys
from pmoascode.exchange.csv_map import Condition, Entry, RecordMap, Source
from pmoascode.exchange.values import TERMS, UNITS, Reading, is_date_format
from pmoascode.finding import Defect, Finding, Severity
from pmoascode.office.fields import field_schema, kind_named, names, targets
from pmoascode.records.kinds import KINDS, Kind

DEFECTS = (
    Defect(
        "map-unreadable",
        "A part of an import map is missing, unknown or of the wrong kind.",
        "An import that ignored it would write other records than its author had in mind.",
        "Write the part as the guide of the import shows.",
    ),
    Defect(
        "map-column-missing",
        "An import map names a column that the table does not have.",
        "The field would stay empty in every record.",
        "Name the column as the first row of the table does.",
    ),
    Defect(
        "map-field-unknown",
        "An import map fills a field that records of the kind do not have.",
        "Nobody would read the value.",
        "Name a field of the kind, with dots between its keys; one of your own starts with `x_`.",
    ),
)

_PARTS = ("kind", "id", "of", "match", "fields", "constants", "lists", "keep", "when")
_TOP = (*_PARTS, "also", "renamed", "empty", "decimal")
_OPTIONS = (
    *("column", "value", "values", "empty", "formats", "unit", "decimal", "split", "as"),
    *("only_new", "when"),
)


class MapReader:
    """Reads one map; `findings` has what is wrong with it."""

    def __init__(self, document: Document, columns: tuple[str, ...]) -> None:
        self.document = document
        self.columns = columns
        self.findings: list[Finding] = list(document.findings)
        self.empty = self._words(("empty",), document.data.get("empty"))
        self.decimal = str(document.data.get("decimal", ""))

    def read(self) -> RecordMap | None:
        """The map; nothing if its kind is unknown. Not to be used where there are findings."""
        if not self.document.data:
            return None
        whole = self._record((), self.document.data, _TOP)
        if whole is None:
            return None
        also = self.document.data.get("also", [])
        parts = self._list(("also",), also)
        made = [self._record(("also", n), self._mapping(("also", n), p), _PARTS) for n, p in parts]
        return replace(whole, also=tuple(part for part in made if part), renamed=self._renamed())

    def _renamed(self) -> tuple[tuple[str, str], ...]:
        pairs = []
        for n, pair in self._list(("renamed",), self.document.data.get("renamed", [])):
            fields = self._mapping(("renamed", n), pair)
            if set(fields) != {"from", "to"}:
                self._wrong(("renamed", n), "an entry of `renamed` has `from` and `to`")
            else:
                pairs.append((str(fields["from"]), str(fields["to"])))
        return tuple(pairs)

    def _record(
        self, at: Keys, data: Mapping[str, Any], known: tuple[str, ...]
    ) -> RecordMap | None:
        self._check_keys(at, data, known)
        kind = kind_named(str(data.get("kind")))
        if kind is None or kind.shape == "assignments":
            self._unknown_kind(at, data)
            return None
        if "id" not in data:
            self._wrong(at, "the map has no `id`", "Add `id:` and the column that names a record.")
        ident = data.get("id")
        options = dict(ident) if isinstance(ident, dict) else ident
        distinct = str(options.pop("distinct_by", "")) if isinstance(options, dict) else ""
        self._check_column((*at, "id", "distinct_by"), distinct)
        self._check_column((*at, "of"), data.get("of", ""))
        keep = self._words((*at, "keep"), data.get("keep"))
        for n, column in enumerate(keep):
            self._check_column((*at, "keep", n), column)
        return RecordMap(
            kind=kind,
            id=self._source((*at, "id"), ("id",), {}, options or {"value": ""}),
            sources=(*self._sources(at, data, kind, ()), *self._constants(at, data, kind, ())),
            distinct_by=distinct,
            of=str(data.get("of", "")),
            match=self._match(at, data, kind),
            entries=tuple(self._entries(at, data, kind)),
            keep=keep,
            when=self._condition((*at, "when"), data.get("when")),
        )

    def _match(self, at: Keys, data: Mapping[str, Any], kind: Kind) -> tuple[str, ...]:
        match = self._words((*at, "match"), data.get("match"))
        fields = data.get("fields")
        fields = fields if isinstance(fields, dict) else {}  # else a finding of its own
        filled = {*fields, "id"}
        for n, target in enumerate(match):
            if target != "id" and self._field(kind, target) is None:
                self._unknown_field((*at, "match", n), kind, target)
            elif ("name" if target == "former_names" else target) not in filled:
                message = f"no column fills `{target}`, so no row can be found by it"
                self._wrong((*at, "match", n), message, "Add it to `fields`, or leave it out here.")
        numbers = tuple(t for t in fields if t.startswith("external_ids."))
        usual = tuple(name for name in ("name", "former_names") if name in names(kind))
        return match or (*numbers, *usual, "id")

    def _sources(self, at: Keys, data: Mapping[str, Any], kind: Kind, lead: Keys) -> list[Source]:
        made = []
        for target, options in self._mapping((*at, "fields"), data.get("fields", {})).items():
            place = (*at, "fields", target)
            found = self._field(kind, target, lead)
            if found is None:
                self._unknown_field(place, kind, target, lead)
            else:
                made.append(self._source(place, found[0], found[1], options))
        return made

    def _constants(self, at: Keys, data: Mapping[str, Any], kind: Kind, lead: Keys) -> list[Source]:
        made = []
        for target, value in self._mapping((*at, "constants"), data.get("constants", {})).items():
            found = self._field(kind, target, lead)
            if found is None:
                self._unknown_field((*at, "constants", target), kind, target, lead)
            else:
                made.append(Source(found[0], found[1], value=value, only_new=True))
        return made

    def _entries(self, at: Keys, data: Mapping[str, Any], kind: Kind) -> Iterator[Entry]:
        for target, entries in self._mapping((*at, "lists"), data.get("lists", {})).items():
            place = (*at, "lists", target)
            found = self._field(kind, target)
            if found is None or found[1].get("type") != "array":
                self._unknown_field(place, kind, target)
                continue
            for n, entry in self._list(place, entries):
                parts = self._mapping((*place, n), entry)
                self._check_keys((*place, n), parts, ("fields", "constants", "when"))
                lead = (*found[0], 0)
                sources = self._sources((*place, n), parts, kind, lead)
                sources += self._constants((*place, n), parts, kind, lead)
                when = self._condition((*place, n, "when"), parts.get("when"))
                yield Entry(found[0], tuple(sources), when)

    def _source(self, at: Keys, keys: Keys, part: Mapping[str, Any], options: Any) -> Source:
        if not isinstance(options, dict):
            self._check_column(at, options)
            options = {"column": options}
        else:
            self._check_keys(at, options, _OPTIONS)
            if ("column" in options) == ("value" in options):
                self._wrong(at, "a field takes either a `column` or a `value`")
            self._check_column((*at, "column"), options.get("column", ""))
        return Source(
            keys=keys,
            part=part,
            column=str(options.get("column") or ""),
            value=options.get("value"),
            words=tuple(self._values(at, part, options.get("values", {}))),
            empty=(*self.empty, *self._words((*at, "empty"), options.get("empty"))),
            reading=self._reading(at, options),
            decimal=str(options.get("decimal", self.decimal)),
            split=str(options.get("split", "")),
            only_new=options.get("only_new") is True,
            when=self._condition((*at, "when"), options.get("when")),
        )

    def _reading(self, at: Keys, options: Mapping[str, Any]) -> Reading:
        formats = self._words((*at, "formats"), options.get("formats"))
        for n, format_ in enumerate(formats):
            if not is_date_format(format_):
                message = f"“{format_}” is no date format"
                self._wrong((*at, "formats", n), message, "For example: DD/MM/YYYY, or excel.")
        unit = str(options.get("unit", ""))
        if unit and unit not in (*UNITS, *TERMS):
            known = ", ".join((*UNITS, *TERMS))
            self._wrong((*at, "unit"), f"“{unit}” is no unit; units are {known}")
        if options.get("as", "slug") != "slug":
            self._wrong((*at, "as"), "`as` can only be `slug`; the field says all other types")
        return Reading(formats=formats, unit=unit, is_slug=options.get("as") == "slug")

    def _values(self, at: Keys, part: Mapping[str, Any], values: Any) -> Iterator[Any]:
        options = part.get("enum", [])
        for meant, cells in self._mapping((*at, "values"), values).items():
            if options and meant not in options:
                known = ", ".join(map(str, options))
                place = (*at, "values", meant)
                message = f"the field does not take “{meant}”"
                self._wrong(place, message, f"It takes {known}.", of_key=True)
            is_number = part.get("type") in ("integer", "number") and meant.lstrip("-").isdigit()
            yield int(meant) if is_number else meant, self._words((*at, "values", meant), cells)

    def _condition(self, at: Keys, data: Any) -> Condition | None:
        if data is None:
            return None
        if isinstance(data, str):
            self._check_column(at, data)
            return Condition(data)
        parts = self._mapping(at, data)
        self._check_keys(at, parts, ("column", "is", "not"))
        self._check_column((*at, "column"), parts.get("column"))
        among, not_among = (self._words((*at, key), parts.get(key)) for key in ("is", "not"))
        return Condition(str(parts.get("column")), among, not_among)

    def _field(self, kind: Kind, target: str, lead: Keys = ()) -> Any:
        """The keys and the schema of the field, if the kind has it."""
        keys: Keys = lead
        for step in str(target).split("."):
            part = field_schema(kind, keys)
            is_list = part is not None and part.get("type") == "array"
            keys = (*keys, int(step) if is_list and step.isdigit() else step)
        part = field_schema(kind, keys)
        return None if part is None else (keys[len(lead) :], part)

    def _words(self, at: Keys, data: Any) -> tuple[str, ...]:
        if data is None:
            return ()
        values = data if isinstance(data, list) else [data]
        if any(isinstance(value, dict | list) for value in values):
            self._wrong(at, "a text or a list of texts was expected")
            return ()
        return tuple(str(value) for value in values)

    def _mapping(self, at: Keys, data: Any) -> dict[str, Any]:
        if isinstance(data, dict):
            return data
        self._wrong(at, f"`{at[-1]}` needs fields of its own, indented below it")
        return {}

    def _list(self, at: Keys, data: Any) -> list[tuple[int, Any]]:
        if isinstance(data, list):
            return list(enumerate(data))
        self._wrong(at, f"`{at[-1]}` needs a list, each entry on a line that starts with “- ”")
        return []

    def _check_keys(self, at: Keys, data: Mapping[str, Any], known: tuple[str, ...]) -> None:
        for key in data:
            if key not in known:
                near = get_close_matches(key, known, n=1)
                advice = f"Did you mean `{near[0]}`?" if near else f"Parts are {', '.join(known)}."
                self._wrong((*at, key), f"`{key}` is no part of a map", advice, of_key=True)

    def _check_column(self, at: Keys, column: Any) -> None:
        if column == "" or column in self.columns:
            return
        near = get_close_matches(str(column), self.columns, n=1, cutoff=0.5)
        advice = f"Did you mean “{near[0]}”? " if near else ""
        advice += f"Its columns are {', '.join(self.columns)}."
        self._finding("map-column-missing", at, f"the table has no column “{column}”", advice)

    def _unknown_kind(self, at: Keys, data: Mapping[str, Any]) -> None:
        known = [kind.name for kind in KINDS if kind.shape != "assignments"]
        near = get_close_matches(str(data.get("kind")), known, n=1)
        advice = f"Did you mean `{near[0]}`?" if near else f"Kinds are {', '.join(known)}."
        if "kind" in data:
            self._wrong((*at, "kind"), f"`{data['kind']}` is no kind that can be imported", advice)
        else:
            self._wrong(at, "the map does not say what `kind` of record a row becomes", advice)

    def _unknown_field(self, at: Keys, kind: Kind, target: str, lead: Keys = ()) -> None:
        known = names(kind) if not lead else ()
        near = get_close_matches(str(target), (*targets(kind), *known), n=1, cutoff=0.5)
        what = ".".join(str(key) for key in lead if isinstance(key, str))
        message = f"`{target}` is no field of {'an entry of ' + what if lead else kind.name}"
        advice = f"Did you mean `{near[0]}`?" if near and not lead else ""
        self._finding("map-field-unknown", at, message, advice, of_key=True)

    def _wrong(self, at: Keys, message: str, remedy: str = "", *, of_key: bool = False) -> None:
        self._finding("map-unreadable", at, message, remedy, of_key=of_key)

    def _finding(
        self, rule: str, at: Keys, message: str, remedy: str, *, of_key: bool = False
    ) -> None:
        place = self.document.place(at, of_key=of_key)
        self.findings.append(Finding(rule, Severity.ERROR, place, message, remedy))
