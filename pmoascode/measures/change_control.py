"""Change control: the path by which a change request names a value of a record."""

from pmoascode.records.record import Keys, Record


def path(record: Record, keys: Keys) -> str:
    """The value as change requests name it, as in `project.milestones.go-live.baseline`."""
    return ".".join(str(key) for key in (record.kind, *record.keys, *keys))
