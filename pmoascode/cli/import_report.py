"""What an import says of itself: in words for a terminal, and as JSON for other programs."""

import json
from collections import Counter
from typing import Any

from pmoascode.cli.import_records import Result, Written
from pmoascode.exchange.csv_in import Import
from pmoascode.exchange.csv_table import Table

FORMAT_VERSION = "1.0"
_WIDEST = 60  # characters of a value that are shown


def as_text(file: str, table: Table, brought: Import, result: Result, is_dry: bool) -> str:
    """The report for a terminal; what needs a look comes last, before the sum."""
    size = f"{len(table.rows)} rows, {len(table.columns)} columns"
    lines = [f"{file}: {size}, {table.encoding}, separated by {table.separator_name}"]
    lines += [line for record in result.records for line in _record(record)]
    if brought.unused:
        lines.append(f"not imported: {', '.join(brought.unused)}")
    lines += [f"cleaned: {what}, in {number} cells" for what, number in brought.cleaned]
    for line, before, after in brought.renumbered:
        lines.append(f"line {line}: the id {before} is taken; the record is called {after}")
    lines += _alike(brought)
    for unread in result.unread:
        cell = f" “{_short(unread.value)}”" if unread.value else ""
        lines.append(f"line {unread.line}, {unread.column}:{cell} {unread.reason}")
    lines.append(_sum(result, is_dry))
    return "\n".join(lines) + "\n"


def _alike(brought: Import) -> list[str]:
    lines = [
        f"  line {line}: “{_short(name)}”, perhaps “{_short(other)}”"
        for line, name, other in brought.alike
    ]
    head = "new, but perhaps there already under another name (then list both under `renamed`):"
    return [head, *lines] if lines else []


def _record(record: Written) -> list[str]:
    if record.state == "unchanged":
        return []
    wanted = record.wanted
    head = f"{record.state} {wanted.kind.name} {wanted.path}"
    if wanted.keys:
        head += f" {wanted.id}"
    if record.state == "new":
        return [f"{head}: {_short(wanted.name)}"]
    lines = [head]
    if wanted.former_name:
        lines.append(f"  renamed from “{_short(wanted.former_name)}” to “{_short(wanted.name)}”")
    for change in record.changes:
        keys = ".".join(map(str, change.keys[len(wanted.keys) :]))
        was = "new" if change.old is None else _short(str(change.old))
        lines.append(f"  {keys}: {was} -> {_short(str(change.new))}")
    return lines


def _sum(result: Result, is_dry: bool) -> str:
    counts = Counter(record.state for record in result.records)
    renamed = sum(bool(record.wanted.former_name) for record in result.records)
    parts = [f"{counts[state]} {state}" for state in ("new", "updated", "unchanged")]
    parts.append(f"{renamed} renamed")
    parts.append(f"{len(result.unread)} not read")
    end = "nothing was written (--dry-run)" if is_dry else f"{len(result.files)} files written"
    return f"{', '.join(parts)}; {end}"


def as_json(file: str, table: Table, brought: Import, result: Result, is_dry: bool) -> str:
    """The report as one JSON object."""
    report = {
        "format_version": FORMAT_VERSION,
        "file": file,
        "encoding": table.encoding,
        "separator": table.separator,
        "rows": len(table.rows),
        "dry_run": is_dry,
        "records": [_record_json(record) for record in result.records],
        "not_read": [
            {"line": u.line, "column": u.column, "value": u.value, "reason": u.reason}
            for u in result.unread
        ],
        "not_imported": list(brought.unused),
        "cleaned": dict(brought.cleaned),
        "renumbered": [
            {"line": line, "id": before, "given": after}
            for line, before, after in brought.renumbered
        ],
        "perhaps_renamed": [
            {"line": line, "name": name, "like": other} for line, name, other in brought.alike
        ],
        "files": sorted(result.files),
    }
    return json.dumps(report, indent=2, ensure_ascii=False, default=str) + "\n"


def _record_json(record: Written) -> dict[str, Any]:
    wanted = record.wanted
    return {
        "kind": wanted.kind.name,
        "id": wanted.id,
        "path": wanted.path,
        "line": wanted.line,
        "state": record.state,
        "name": wanted.name,
        "former_name": wanted.former_name,
        "changes": [
            {"field": ".".join(map(str, c.keys)), "old": c.old, "new": c.new}
            for c in record.changes
        ],
    }


def _short(text: str) -> str:
    line = " ".join(text.split())
    line = "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in line)
    return line if len(line) <= _WIDEST else line[: _WIDEST - 1] + "…"
