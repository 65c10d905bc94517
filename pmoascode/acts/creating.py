"""A new record put where its kind has its place."""

from collections.abc import Mapping
from typing import Any

from pmoascode.acts.change_paths import located
from pmoascode.acts.drafting import Drafting
from pmoascode.acts.spot import Spot, is_taken
from pmoascode.edit.copying import MISSING, found
from pmoascode.finding import CannotRun
from pmoascode.office import Office

FIRST_ROLES: Mapping[str, tuple[str, str]] = {  # with which a project or programme begins
    "project": ("sponsor", "project-manager"),
    "programme": ("sponsor", "programme-manager"),
}


def create(office: Office, drafting: Drafting, place: Spot, data: Mapping[str, Any]) -> None:
    """Adds the record to the draft.

    A change that a request asks for gets the value of today where it does not say the old one.

    Raises:
        CannotRun: there is one already, its register cannot be read, or the record says nothing.
    """
    ensure_free(office, drafting, place)
    entry = dict(data)
    if not entry:
        raise CannotRun("nothing is said of it, so there is nothing to write")
    if place.kind.name == "change-request" and data.get("changes"):
        folder = place.path.rpartition("/")[0]
        entry["changes"] = [_with_old(drafting, change, folder) for change in data["changes"]]
    if place.keys:
        drafting.set(place.path, place.keys, entry)
    else:
        drafting.make(place.path, entry)


def ensure_free(office: Office, drafting: Drafting, place: Spot) -> None:
    """Raises CannotRun: there is such a record already."""
    if is_taken(office, drafting, place):
        owner = place.scope.partition("/")[2]
        id = "" if place.id in ("", owner) else f" {place.id}"
        what = f"{place.kind.title[:1].lower()}{place.kind.title[1:]}{id}"
        of = f" of {owner}" if owner else ""
        raise CannotRun(f"there is the {what}{of} already; `pmo set` changes its fields")


def _with_old(drafting: Drafting, change: Mapping[str, Any], folder: str) -> Mapping[str, Any]:
    """The change with the value that it is to replace, if there is one."""
    where = located(drafting, str(change["path"]), folder)
    value = found(drafting.data(where[0]), where[1]) if where else MISSING
    if "old" in change or value is MISSING or isinstance(value, dict | list):
        return change
    return {"path": change["path"], "old": value, **change}
