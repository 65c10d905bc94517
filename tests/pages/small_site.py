"""A small fixed office and the facts that its pages are made from."""

import datetime as dt
from pathlib import Path

from pmoascode.document import Blob
from pmoascode.document.blob import blob_id
from pmoascode.office import Office, load
from pmoascode.pages.facts import Facts
from pmoascode.pages.forge_links import ForgeLinks
from pmoascode.repository import Commit
from pmoascode.verdict import judge

TODAY = dt.date(2026, 11, 10)
SMALL = Path(__file__).parent / "office"
LARGE = Path(__file__).parents[1] / "valid_office"
COMMIT = Commit(
    "4be19c2" + "0" * 33,
    dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC),
    dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC),
    "Tom Berg",
    "tom@example.org",
    "Report for October",
)


def blob(content: bytes) -> Blob:
    return Blob(blob_id(content), len(content), lambda: content)


def office(folder: Path = SMALL) -> Office:
    files = {f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*.yaml")}
    found = load({path: blob(content) for path, content in files.items()}, {})
    assert found.findings == (), found.findings
    return found


def facts(records: Office | None = None) -> Facts:
    """The facts without any rule judged, so that a new rule changes no golden file."""
    shown = records or office()
    return Facts(
        shown,
        judge(shown, (), today=TODAY),
        TODAY,
        commits=dict.fromkeys(shown.own_files, COMMIT),
        forge=ForgeLinks.of("https://github.com/example/office"),
        commit=COMMIT,
    )
