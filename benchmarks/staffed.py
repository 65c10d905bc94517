"""A generated office in which many people hold many roles; the same number gives the same."""

import datetime as dt
import random

from pmoascode.document import Blob, blob_id
from pmoascode.office import Office, load

EACH = 5  # assignments of a person, and of a project
START, FINISH = dt.date(2026, 1, 1), dt.date(2028, 6, 30)  # of every project
ROLES = ("sponsor", "project-manager", "senior-user", "senior-supplier", "business-analyst")


def staffed(assignments: int) -> Office:
    """An office with so many assignments, a fifth of it people, and a fifth of it projects."""
    chance = random.Random(assignments)
    many = assignments // EACH
    files = {"organisation.yaml": "name: Harbour Works\ncurrency: EUR\n"}
    for number in range(many):
        role = ROLES[number % EACH]
        files[f"people/p{number}.yaml"] = f"name: Person {number}\ncareer_role: {role}\n"
        files[f"projects/w{number}/project.yaml"] = (
            f"name: Project {number}\nstatus: active\nstart: {{actual: {START}}}\n"
            f"finish: {{forecast: {FINISH}}}\n"
        )
        held = (f"{role}:\n  - {_entry(chance, many)}\n" for role in ROLES)
        files[f"assignments/w{number}.yaml"] = "".join(held)
    return load({path: _blob(text) for path, text in files.items()})


def _entry(chance: random.Random, people: int) -> str:
    first = START + dt.timedelta(days=chance.randrange(540))
    last = first + dt.timedelta(days=chance.randrange(30, 330))
    until = "" if chance.random() < 0.2 else f", until: {last}"
    time = chance.choice((5, 10, 20, 40, 60))
    return f"{{person: p{chance.randrange(people)}, from: {first}{until}, time: {time} %}}"


def _blob(text: str) -> Blob:
    content = text.encode()
    return Blob(blob_id(content), len(content), lambda: content)
