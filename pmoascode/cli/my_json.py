"""What `pmo my` says to other programs; `format_version` rises with what it says.

A minor number adds fields; a major number changes or removes some.
"""

import datetime as dt
from typing import Any

from pmoascode.views.mine import Mine

FORMAT_VERSION = "1.0"


def mine(found: Mine, day: dt.date) -> dict[str, Any]:
    """The person's own view of the day."""
    return {
        "format_version": FORMAT_VERSION,
        "on": day.isoformat(),
        "until": found.until.isoformat(),
        "person": found.person.id,
        "name": found.person.name,
        "due": [
            {
                "kind": item.kind,
                "what": item.what,
                "due": item.due.isoformat(),
                "days_late": item.days_late(day),
                "scope": item.work.id if item.work else None,
                "record": item.record.name_in_full,
                "file": item.at.path,
                "field": ".".join(str(key) for key in item.at.keys),
            }
            for item in found.due
        ],
        "due_later": found.beyond,
        "waiting": [
            {
                "what": each.what,
                "title": each.title,
                "due": each.due.isoformat() if each.due else None,
                "scope": each.work.id if each.work else None,
                "record": each.record.name_in_full,
                "as": each.role or None,
            }
            for each in found.waiting
        ],
        "held": [
            {
                "role": h.role,
                "scope": h.scope.id,
                "from": h.from_.isoformat(),
                "until": h.until.isoformat() if h.until else None,
                "time": float(h.time) if h.time is not None else None,
            }
            for h in found.held
        ],
        "in_your_name": dict(found.names),
    }
