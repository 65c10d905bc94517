"""The editor's copy of the schemas: what they say, with help and the ids of the office.

Keywords beyond JSON Schema: https://github.com/redhat-developer/yaml-language-server and
https://code.visualstudio.com/docs/languages/json.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pmoascode.edit.scalars import inline
from pmoascode.editors.help import IDS, Help, slug, snippet
from pmoascode.editors.ids import Offer, lifecycle_offers, local_offers, offers
from pmoascode.editors.overlay import of_lifecycles, of_works
from pmoascode.office import Office, Work
from pmoascode.records.kinds import KINDS
from pmoascode.records.project import ENDED
from pmoascode.schema import schema

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Offers = Mapping[str, Sequence[Offer]]  # by the kind that a reference asks for


def editor_schemas(office: Office) -> Mapping[str, str]:
    """The files of the copy by their names: a schema a kind, and the ids that they refer to.

    Ids that belong to one project or programme stand in the schemas themselves: a thousand
    references into another file take the language server most of a minute.
    """
    works: tuple[Work, ...] = (*office.projects, *office.programmes)
    going = [work for work in works if work.status not in ENDED]
    local = {(work.kind, work.id): _offered(local_offers(office, work)) for work in going}
    lifecycles = {id: _offered(found) for id, found in lifecycle_offers(office).items()}
    known, default = offers(office), office.policy.defaults.lifecycle
    dated = {id: its["milestone"] for (_, id), its in local.items() if "milestone" in its}
    made: dict[str, dict[str, Any]] = {}
    for kind in {kind.name: kind for kind in reversed(KINDS)}.values():
        whole = Help(kind, known, office.currency, dated).schema()
        added = [*of_works(kind.name, local), *of_lifecycles(kind.name, lifecycles, default)]
        made[f"{kind.name}.schema.json"] = whole | ({"allOf": added} if added else {})
    made[IDS] = {"$schema": _DIALECT, "title": "Ids of the office", "$defs": _definitions(known)}
    return {name: _text(data) for name, data in sorted(made.items())}


def _definitions(known: Offers) -> dict[str, Any]:
    """Each kind of reference with the ids that it can name."""
    asked = {found for kind in KINDS for found in _asked(schema(kind.name))} | {"rule", "kind"}
    some = {kinds: [each for k in kinds.split() for each in known.get(k, ())] for kinds in asked}
    offered = _offered(some)
    return {slug(kinds): {"defaultSnippets": offered[kinds]} for kinds in sorted(asked)}


def _offered(known: Offers) -> Mapping[str, list[dict[str, Any]]]:
    return {kind: [snippet(each, inline(each.id)) for each in some] for kind, some in known.items()}


def _asked(part: Any) -> Iterator[str]:
    """The kinds of which a reference names one, as each reference of the schema says them."""
    if isinstance(part, dict):
        if "x-refers-to" in part:
            yield part["x-refers-to"]
        for each in part.values():
            yield from _asked(each)


def _text(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"
