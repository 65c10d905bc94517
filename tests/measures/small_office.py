"""A small office from texts: the projects that a test writes, and nothing else."""

import datetime as dt
from collections.abc import Mapping

from pmoascode.document import Blob
from pmoascode.document.blob import blob_id
from pmoascode.office import Office, load

TODAY = dt.date(2026, 11, 10)
ORGANISATION = "name: Harbour Mutual\ncurrency: EUR\n"


def blob(text: str) -> Blob:
    content = text.encode()
    return Blob(blob_id(content), len(content), lambda: content)


def office(files: Mapping[str, str]) -> Office:
    """The office of the files; it must read them without a finding."""
    texts = {"organisation.yaml": ORGANISATION, "policy/policy.yaml": "schema: 1\n", **files}
    found = load({path: blob(text) for path, text in texts.items()}, {})
    assert found.findings == (), found.findings
    return found


def apollo(*lines: str, **files: str) -> Office:
    """An office with the running project apollo: the lines of its record, and more of its files.

    `risks="..."` is risks.yaml; `reports_2026_10="..."` is reports/2026-10.yaml.
    """
    text = "\n".join(["name: Apollo", "status: active", "tier: medium", *lines, ""])
    paths = {"projects/apollo/project.yaml": text}
    for name, content in files.items():
        folder, _, rest = name.partition("_")
        path = f"reports/{rest.replace('_', '-')}" if folder == "reports" else name
        paths[f"projects/apollo/{path}.yaml"] = content
    return office(paths)
