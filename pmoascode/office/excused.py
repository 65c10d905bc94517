"""The project or programme whose record a waiver excuses."""

from pmoascode.office import Office, Work
from pmoascode.records.programme import Programme
from pmoascode.records.project import Project
from pmoascode.records.waiver import Waiver


def waived_work(waiver: Waiver, office: Office) -> Work | None:
    """The work of the record that the waiver names, as in "risk/apollo/vendor-late".

    None for records of the organisation, such as people.
    """
    kind, owner, *entry = waiver.record.split("/")
    if not entry and kind not in (Project.kind, Programme.kind):
        return None
    return office.find(Project, owner) or office.find(Programme, owner)
