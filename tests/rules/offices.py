"""An office made of texts, for tests of single rules."""

from collections.abc import Mapping

from pmoascode.document import Blob
from pmoascode.office import Office, load


def office_of(files: Mapping[str, str]) -> Office:
    """The office of the files, each of which can be read without a finding."""
    office = load({path: _blob(path, text) for path, text in files.items()})
    assert office.findings == ()
    return office


def _blob(path: str, text: str) -> Blob:
    content = text.encode()
    return Blob(id=path, size=len(content), read=lambda: content)
