"""What GitHub and GitLab answer about two pull requests of an invented office, and its people."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pmoascode.document import Blob
from pmoascode.forge import PullRequest, read
from pmoascode.office import Office, load

FOLDER = Path(__file__).parent
GITHUB = json.loads((FOLDER / "github.json").read_text(encoding="utf-8"))
GITLAB = json.loads((FOLDER / "gitlab.json").read_text(encoding="utf-8"))

PEOPLE = {
    "tom-berg": "{emails: [tom.berg@harbour.example],"
    " github: {login: tberg, id: 4711}, gitlab: {login: tberg, id: 815}}",
    "maria-silva": "{emails: [maria.silva@harbour.example],"
    " github: {login: msilva, id: 4712}, gitlab: {login: msilva, id: 816}}",
    "lena-novak": "{emails: [lena.novak@harbour.example], github: {login: lnovak}}",
}


def office(**identities: str) -> Office:
    """An office of the people, some with other identities; underscores stand for hyphens."""
    people = PEOPLE | {id.replace("_", "-"): text for id, text in identities.items()}
    texts = {
        f"people/{id}.yaml": f"name: {id}\nidentities: {text}\n" for id, text in people.items()
    }
    return load({path: _blob(path, text.encode()) for path, text in texts.items()}, {})


def _blob(path: str, content: bytes) -> Blob:
    return Blob(id=path, size=len(content), read=lambda: content)


def given(answers: dict[str, Any], change: Callable[[Any], object] | None = None) -> bytes:
    """The reviews file of the answers, changed first; the originals stay as they are."""
    copy = json.loads(json.dumps(answers))
    if change:
        change(copy)
    return json.dumps(copy).encode()


def pull(answers: dict[str, Any], change: Callable[[Any], object] | None = None) -> PullRequest:
    """The pull request of the answers, changed first."""
    return read(given(answers, change))
