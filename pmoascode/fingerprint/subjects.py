"""What an approval of a project or programme can be about, each with its fingerprint of today."""

from collections.abc import Mapping

from pmoascode.fingerprint.fingerprint import fingerprint, fingerprint_of_register
from pmoascode.office import Office
from pmoascode.records.kinds import KINDS
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project

# Logs that grow all the time are not here: each entry bears a sign-off of its own.
SUBJECTS = (
    "project",
    "programme",
    "mandate",
    "business-case",
    "pid",
    "finance",
    "change-plan",
    "benefit",
    "requirement",
    "deliverable",
    "end-report",
)


def subject_fingerprint(office: Office, work: Project | Programme, kind: str) -> str | None:
    """The fingerprint of the work's record of the kind, or of its register; None without one."""
    if kind == work.kind:
        return fingerprint(work)
    known = next((known for known in KINDS if known.name == kind), None)
    found = office.within(known.record, work) if known and kind in SUBJECTS else ()
    if known is None or not found:
        return None
    return fingerprint(found[0]) if known.shape == "record" else fingerprint_of_register(found)


def subject_fingerprints(office: Office, work: Project | Programme) -> Mapping[str, str]:
    """Kind of record to fingerprint, for whatever the work has of `SUBJECTS`, in that order."""
    found = {kind: subject_fingerprint(office, work, kind) for kind in SUBJECTS}
    return {kind: text for kind, text in found.items() if text}
