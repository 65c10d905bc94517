"""The schema of a kind with what helps its author: words, examples, and values to choose from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from pmoascode.edit.scalars import inline
from pmoascode.editors.ids import Offer
from pmoascode.editors.skeletons import OF_TODAY, begun_of, new_entry, skeleton
from pmoascode.editors.snippets import TODAY, choices, lines
from pmoascode.records.fields import ID_PATTERN
from pmoascode.records.kinds import Kind
from pmoascode.schema import schema
from pmoascode.views.field_types import in_words

Part = Mapping[str, Any]

_LONGEST_LABEL = 60  # characters; the language server cuts off the rest
# Fields whose ids are no records': the name of a rule, or of a kind of record.
_NAMES = {
    ("waiver", "rule"): "rule",
    ("policy", "rules"): "rule",
    ("role", "rules"): "rule",
    ("policy", "files"): "kind",
    ("role", "artefacts"): "kind",
    ("lifecycle", "requires"): "kind",
}
_AN_ID = "An id has small letters, digits and hyphens"


IDS = "ids.json"  # the file of the ids, beside the schemas


def slug(kinds: str) -> str:
    """The name of the definition of the ids of one of several kinds."""
    return kinds.replace(" ", "-or-")


def snippet(offer: Offer, body: Any) -> dict[str, Any]:
    """An id as the editor offers it, under what people call it too."""
    title = f" ({offer.title})" if offer.title else ""
    room = _LONGEST_LABEL - len(offer.id)
    if len(title) > room:
        title = f"{title[: room - 4]}...)" if room > 16 else ""
    made = {"label": offer.id + title, "body": body}
    if said := [each for each in (offer.title, offer.about) if each]:
        made["description"] = "\n\n".join(said)
    if offer.is_past:
        made["sortText"] = f"~{offer.id}"
    return made


@dataclass(frozen=True)
class Help:
    """What is known of the office where the files of a kind are written."""

    kind: Kind
    known: Mapping[str, Sequence[Offer]]  # kind to the ids that any record may name
    currency: str  # ISO 4217; empty where it is unknown
    dated: Mapping[str, Sequence[Any]]  # project to its milestones, as the editor offers them

    def schema(self) -> dict[str, Any]:
        """The schema of the kind's files, with help."""
        made: dict[str, Any] = self._helped(self._whole, self.kind.name)
        del made["$id"]  # so that the file of the ids is looked for beside this one
        if self.kind.shape != "record":
            made["$defs"]["Entry"]["title"] = self.kind.title
        elif begun := begun_of(self.kind.name, self.kind.name):
            made["defaultSnippets"] = [self._new(begun.title, new_entry({}, {}, begun))]
        return made

    @property
    def _whole(self) -> Part:
        return schema(self.kind.name)

    @property
    def _parts(self) -> Mapping[str, Part]:
        parts: Mapping[str, Part] = self._whole.get("$defs", {})
        return parts

    def _helped(self, part: Any, name: str) -> Any:
        """The part with help, and all that it consists of; `name` is that of the field."""
        if not isinstance(part, dict):
            return part
        made = {key: each for key, each in part.items() if not _is_left_out(key)}
        for key in ("properties", "$defs"):
            if key in part:
                made[key] = {each: self._helped(given, each) for each, given in part[key].items()}
        for key in ("items", "additionalProperties"):
            if key in part:
                made[key] = self._helped(part[key], name)
        if "anyOf" in part:
            made["anyOf"] = [self._helped(each, name) for each in part["anyOf"]]
        return made | self._said(part) | self._chosen(part, name) | self._beside(part)

    def _said(self, part: Part) -> dict[str, Any]:
        """What the field says and takes, and what is said of a value that it does not take."""
        said = {}
        example = next((inline(each) for each in part.get("examples", ())), "")
        if "title" in part and "description" in part:
            said["markdownDescription"] = _described(part, example, self.currency)
        if message := _corrected(part, example):
            said["errorMessage"] = message
        return said

    def _chosen(self, part: Part, name: str) -> dict[str, Any]:
        """What the editor offers for the value."""
        if "enum" in part:  # without its type the editor leaves it out of what a record needs
            return {"type": "integer" if isinstance(part["enum"][0], int) else "string"}
        if isinstance(part.get("additionalProperties"), dict):
            return self._keyed(part, name)
        if kinds := self._asked(part, name):
            return {"allOf": [{"$ref": f"{IDS}#/$defs/{slug(kinds)}"}]}
        if part.get("format") == "date":
            return (
                {"defaultSnippets": [{"label": "today", "body": TODAY}]} if name in OF_TODAY else {}
            )
        if steps := choices(part):
            return {"defaultSnippets": [{"label": each, "body": int(each)} for each in steps]}
        if part.get("type") in ("number", "integer"):  # else the editor puts down a zero
            return {"defaultSnippets": [{"label": in_words(part), "body": "$1"}]}
        return {}

    def _keyed(self, part: Part, name: str) -> dict[str, Any]:
        """The keys that a map can have, or one to be filled in, each with what it needs."""
        keys, entry = part.get("propertyNames", {}), part["additionalProperties"]
        if "enum" in keys:
            return {}
        names = {key: each for key, each in keys.items() if not _is_left_out(key)}
        names |= {"doNotSuggest": True, "errorMessage": f"{_AN_ID}, such as go-live."}
        if kinds := self._asked(keys, name):
            offers = [each for kind in kinds.split() for each in self.known.get(kind, ())]
            made = [snippet(each, self._entry(each.id, entry)) for each in offers]
        else:
            begun = begun_of(self.kind.name, name)
            made = [self._new(self._title(entry, name), new_entry(entry, self._parts, begun))]
        return {"propertyNames": names, "defaultSnippets": made}

    def _asked(self, part: Part, name: str) -> str:
        """The kinds of which the value is to be an id; empty where it is no reference."""
        is_id = part.get("pattern") == ID_PATTERN
        return str(part.get("x-refers-to") or (is_id and _NAMES.get((self.kind.name, name))) or "")

    def _entry(self, id: str, entry: Part) -> str:
        """The key with what it needs; as text, since the server moves nested fields in twice."""
        return "\n".join(lines({id: skeleton(entry, self._parts, count(1))}))

    def _title(self, entry: Part, name: str) -> str:
        """What an entry of the map is called."""
        if name == self.kind.name:
            return self.kind.title
        part = str(entry.get("$ref", "")).rpartition("/")[2]
        return str(self._parts[part].get("title", part)) if part in self._parts else "entry"

    def _new(self, title: str, body: Any) -> dict[str, Any]:
        return {"label": f"New {title[:1].lower()}{title[1:]}", "body": body, "sortText": "_"}

    def _beside(self, part: Part) -> dict[str, Any]:
        """Beside a project, the milestones of that project."""
        if not {"project", "milestone"} <= part.get("properties", {}).keys():
            return {}
        return {
            "allOf": [_where("project", id, "milestone", its) for id, its in self.dated.items()]
        }


def _where(field: str, value: str, other: str, offered: Sequence[Any]) -> dict[str, Any]:
    """What another field is offered where the field has the value."""
    condition = {"properties": {field: {"const": value}}, "required": [field]}
    added = {other: {"doNotSuggest": True, "defaultSnippets": offered}}
    return {"if": condition, "then": {"properties": added}}


def _is_left_out(key: str) -> bool:
    """Whether it is for the check alone; an example is a value to choose for an editor."""
    return key == "examples" or key.startswith("x-")


def _described(part: Part, example: str, currency: str) -> str:
    takes = "" if "enum" in part else in_words(part)
    takes = "" if takes == "fields of its own" else takes
    if currency and part.get("x-unit") == "money":
        takes += f" in {currency}"
    shown = f"for example `{example.replace('`', chr(39))}`" if example else ""
    below = ", ".join(each for each in (takes, shown) if each)
    return f"{part['description']}\n\n{below[:1].upper()}{below[1:]}".strip()


def _corrected(part: Part, example: str) -> str:
    such = f", such as {example}" if example else ""
    if "x-type" in part:
        return f"Write a {part['x-type']}{such}."
    if part.get("format") == "date":
        return f"Write a day as year-month-day{such}."
    if part.get("format") == "link":
        return "Write an address that starts with https:// or mailto:."
    if part.get("x-unit") == "money":
        return f"Write an amount without separators and currency{such}."
    if part.get("pattern") == r"\S":
        return f"Write some text{such}."
    return f"{_AN_ID}{such}." if "[a-z0-9]" in part.get("pattern", "") else ""
