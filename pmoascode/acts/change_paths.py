"""Values as change requests name them, as in `project.milestones.go-live.baseline`."""

from pmoascode.acts.drafting import Drafting
from pmoascode.document import Keys
from pmoascode.records.kinds import KINDS


def located(drafting: Drafting, name: str, folder: str) -> tuple[str, Keys] | None:
    """The file and the keys of the value, of the work in the folder; nothing if no file is there.

    The name is the kind of the record, its id in a register, then the keys to the value.
    """
    kind, *steps = name.strip().split(".")
    keys: Keys = tuple(int(step) if step.isdecimal() else step for step in steps)
    files = (f"{folder}/{k.pattern.rpartition('/')[2]}" for k in KINDS if k.name == kind)
    path = next((path for path in files if drafting.has(path)), None)
    return (path, keys) if path and keys else None
