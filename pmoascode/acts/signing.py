"""A decision on a record that waits for one, such as a change request."""

from pmoascode.acts.deciding import WORDS, Decided, role_for, say_signature, sign_off_of, told
from pmoascode.acts.draft import Draft
from pmoascode.acts.drafting import Drafting
from pmoascode.document import Files
from pmoascode.finding import CannotRun
from pmoascode.measures.signing import Signed, sign_off, sign_off_field
from pmoascode.office import Office
from pmoascode.office.naming import person_name, record_name
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.requirement import Requirement
from pmoascode.records.waiver import Waiver


def on_record(office: Office, files: Files, record: Signed, decided: Decided) -> Draft:
    """The decision on a record that bears one.

    Raises:
        CannotRun: the record is decided, or the person may not decide.
    """
    signed = sign_off(record)
    if signed and signed.outcome != "deferred":
        raise CannotRun(
            f"{record_name(record, office)} was {WORDS[signed.outcome]} by"
            f" {person_name(signed.by, office)} on {signed.date}; a new decision needs a new record"
        )
    if decided.conditions:
        raise CannotRun("conditions with an owner and a day belong to gates; give them as --reason")
    work = office.owner(record)
    wanted = office.policy.waivers.approvers if isinstance(record, Waiver) else ()
    role, _ = role_for(decided, work, office, wanted)
    drafting = Drafting(files)
    keys = record.keys
    drafting.set(record.path, (*keys, sign_off_field(record)), sign_off_of(decided, role))
    if isinstance(record, ChangeRequest):
        drafting.set(record.path, (*keys, "status"), "decided")
    if isinstance(record, Requirement) and decided.outcome == "approved":
        drafting.set(record.path, (*keys, "status"), "approved")
    name = record_name(record, office)
    drafting.say(f"{name[:1].upper()}{name[1:]} is {told(decided, role, office)}.")
    say_signature(drafting, decided)
    return drafting.draft
