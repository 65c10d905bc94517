"""An office in which every free text of every kind of record says what does harm elsewhere."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unicodedata import normalize

import jsonschema_rs

from pmoascode.document import parse
from pmoascode.records.kinds import KINDS, Kind
from pmoascode.schema import schema
from tests.full_records import full

OFFICE = Path(__file__).parent / "valid_office"
ELSEWHERE = "https://elsewhere.example"
ID = "h" * 64  # of the records that have every field; as long as an id may be
_IDS = {
    "report": "2026-10",
    "meeting": "2026-10-13",
    "person": "person-" + "p" * 57,
    "portfolio": "portfolio-" + "p" * 54,
    "programme": "programme-" + "p" * 54,
}
# Each fits into one line; `ran` is what a test asks the browser about.
PAYLOADS = {
    "harmless": "Plain words of no harm",
    "markup": '"><script>ran=1</script><img src=x onerror=ran=1></td></table></title></textarea>'
    f"</script></svg><svg onload=ran=1><iframe src={ELSEWHERE}></iframe><base href={ELSEWHERE}>"
    "<style>*{display:none}</style><!-- ' autofocus onfocus=ran=1 x='&#60;b&#62;",
    "templates": "{{ 7 * 191 }} {% for x in y %} {# x #} ${ran=1} <%= ran %> pmo0content0pmo"
    f" [a](javascript:ran=1) ![b]({ELSEWHERE}/x.png) <{ELSEWHERE}> [c][d] **_`~~ || a | b |"
    " {: onclick=ran=1 } [e](data:text/html,<script>ran=1</script>) \\u003cscript\\u003e",
    "formulas": f'=HYPERLINK("{ELSEWHERE}";"x")+cmd|\' /C calc\'!A0 ]]> --> ;,\\n\\;'
    " BEGIN:VEVENT END:VEVENT ]]>]]&gt; &amp; &lt; %0d%0aX-INJECTED:1 ::error::x ##[group] @all #1",
    "breaks": "@SUM(1)\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:injected\r\nX-INJECTED:1\r\n"
    f"::error file=x::y\n\n# heading\n\n[d]: javascript:ran=1\n\n- <b>b</b>\n\n    {ELSEWHERE}\n",
    "letters": normalize(
        "NFC",
        "\u0338 onclick=ran=1 x= שלום עולם العربية مرحبا"
        " Z\u0351\u036b\u0343\u032b\u0329o\u0328\u0300\u0353 a"
        + "\u0320\u0321" * 30
        + " 𝕏 👩🏽 \ufdfd ＝１＋１ ﷺ ǅ İ ß ŉ",
    ),
    "long": "x" * 10_000,
}


def hostile_office(folder: Path, payload: str) -> set[str]:
    """Writes the office with the payload in each free text; the answer is kinds and fields."""
    fields: set[str] = set()
    for path, data in _files().items():
        kind = _kind(path)
        rules = schema(kind.name)
        counted: set[str] = set()
        said = _said(rules, rules, data, PAYLOADS[payload], counted)
        assert _is_valid(rules, said), (path, said)
        fields |= {f"{kind.name}.{field}" for field in counted}
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        shown = json.dumps(said, ensure_ascii=False, indent=1)  # which is YAML as well
        file.write_text(shown, "utf-8")
    return fields


def _files() -> dict[str, Any]:
    """The data of the office by path, with one record more of each kind that has every field."""
    made: dict[str, Any] = {}
    for source in sorted(OFFICE.rglob("*.yaml")):
        path = source.relative_to(OFFICE).as_posix()
        made[path] = _plain(parse(path, source.read_bytes()).data)
    for kind in KINDS:
        path = kind.pattern.format(owner="projects", scope=ID, id=_IDS.get(kind.name, ID))
        record = _plain(full(kind.name))
        match kind.shape:
            case "record":
                made[path] = _both(record, made.get(path, {}))
            case "register":
                made[path] = made.get(path, {}) | {ID: record}
            case "assignments":
                made[path] = {"sponsor": [record]}
    made["policy/policy.yaml"]["people"]["publish"] = "full"
    return made


def _both(more: Any, own: Any) -> Any:
    """What its own data says, and in addition what it does not."""
    if not (isinstance(more, dict) and isinstance(own, dict)):
        return own
    return {key: _both(more[key], own.get(key, more[key])) for key in more} | {
        key: value for key, value in own.items() if key not in more
    }


def _kind(path: str) -> Kind:
    return next(kind for kind in KINDS if kind.expression.fullmatch(path))


def _plain(data: Any) -> Any:
    return json.loads(json.dumps(data, default=float))


def _is_valid(rules: dict[str, Any], data: Any) -> bool:
    return jsonschema_rs.is_valid(rules, data, validate_formats=True)


def _said(rules: Any, part: Any, value: Any, text: str, counted: set[str], name: str = "") -> Any:
    part = _resolved(rules, part)
    if isinstance(value, dict):
        known, other = part.get("properties", {}), part.get("additionalProperties")
        return {
            key: _said(rules, known.get(key, other), below, text, counted, key)
            if isinstance(known.get(key, other), dict)
            else below
            for key, below in value.items()
        }
    if isinstance(value, list):
        return [_said(rules, part.get("items", {}), each, text, counted, name) for each in value]
    if isinstance(value, str) and is_free(part):
        counted.add(name)
        return text[: min(part["maxLength"], 10_000)]
    return value


def _resolved(rules: Any, part: Any) -> Any:
    if "$ref" in part:
        return rules["$defs"][part["$ref"].rpartition("/")[2]]
    return part


def is_free(part: dict[str, Any]) -> bool:
    """Whether an author may write any text there."""
    return (
        part.get("type") == "string"
        and "format" not in part
        and part.get("pattern", r"\S") == r"\S"
        and ("pattern" in part or "x-prose" in part)
    )


def free_fields() -> Iterator[str]:
    """The kind and name of each field for free text, over all schemas."""
    for kind in KINDS:
        yield from (f"{kind.name}.{name}" for name in _free_below(schema(kind.name)))


def _item(part: dict[str, Any]) -> dict[str, Any]:
    item: dict[str, Any] = part.get("items", part)
    return item


def _free_below(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for name, below in part.items():
            is_field = isinstance(below, dict) and name not in ("items", "additionalProperties")
            if is_field and is_free(_item(below)):
                yield name
            yield from _free_below(below)
