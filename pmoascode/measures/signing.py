"""Sign-offs: which field of a record holds the one that it bears, and whether it is new."""

from collections.abc import Mapping

from pmoascode.change import earlier
from pmoascode.office import Office
from pmoascode.records.approval import Approval
from pmoascode.records.business_case import BusinessCase
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.decision import Decision
from pmoascode.records.deliverable import Deliverable
from pmoascode.records.end_report import EndReport
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.parts import SignOff
from pmoascode.records.pid import Pid
from pmoascode.records.record import Record
from pmoascode.records.report import Report
from pmoascode.records.requirement import Requirement
from pmoascode.records.risk import Risk
from pmoascode.records.waiver import Waiver

Signed = (
    Approval
    | BusinessCase
    | ChangeRequest
    | Decision
    | Deliverable
    | EndReport
    | ExceptionReport
    | Pid
    | Report
    | Requirement
    | Risk
    | Waiver
)

_FIELDS: Mapping[type[Record], str] = {
    Approval: "decision",
    ChangeRequest: "decision",
    ExceptionReport: "decision",
    Decision: "decided",
    Deliverable: "accepted",
    Report: "accepted",
    Risk: "acceptance",
}


def sign_off_field(record: Signed) -> str:
    """The field that holds the record's sign-off."""
    return _FIELDS.get(type(record), "approved")


def sign_off(record: Signed) -> SignOff | None:
    """The record's sign-off, if it was given."""
    found: SignOff | None = getattr(record, sign_off_field(record))
    return found


def new_sign_off(record: Signed, before: Office, office: Office) -> SignOff | None:
    """The record's sign-off, if the change from before adds or alters it."""
    signed, was = sign_off(record), earlier(record, before, office)
    return None if was and sign_off(was) == signed else signed
