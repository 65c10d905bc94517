"""The approval: a decision at a gate, and exactly what it was about."""

from typing import Annotated, ClassVar

from pmoascode.records.fields import Amount, Date, GateId, Id, Line, PersonId, says
from pmoascode.records.parts import Reference, SignOff
from pmoascode.records.record import Part, Record


class Subject(Part, frozen=True, kw_only=True):
    """A record as it was when somebody decided about it."""

    record: Annotated[
        Id, says("Record", "The kind of record, of the same project.", "business-case")
    ]
    fingerprint: Annotated[
        str,
        says(
            "Fingerprint",
            "What `pmo fingerprint` prints of its approved content.",
            "f3a9c1d20b7e",
            pattern="^[0-9a-f]{12,64}$",
        ),
    ]


class Condition(Part, frozen=True, kw_only=True):
    """Something that must be done for the approval to stand."""

    text: Annotated[Line, says("Text", "What must be done.", "Name an owner for each benefit")]
    owner: Annotated[PersonId, says("Owner", "Who does it.", "tom-berg")]
    due: Annotated[Date, says("Due", "The last day, inclusive.", "2026-12-01")]
    done: Annotated[Date | None, says("Done", "The day on which it was done.", "2026-11-24")] = None


class Approval(Record, frozen=True, kw_only=True):
    """One decision at one gate of one project or programme."""

    kind: ClassVar[str] = "approval"

    gate: Annotated[GateId, says("Gate", "A gate of the project's lifecycle.", "authorise-project")]
    decision: Annotated[
        SignOff,
        says(
            "Decision",
            "What was decided, by whom.",
            {"outcome": "approved", "by": "maria-silva", "as": "sponsor", "date": "2026-03-02"},
        ),
    ]
    conditions: Annotated[
        dict[Id, Condition],
        says(
            "Conditions",
            "Id to condition.",
            {"owners": {"text": "Name owners", "owner": "tom-berg", "due": "2026-12-01"}},
        ),
    ] = {}
    evidence: Annotated[
        tuple[Reference, ...],
        says(
            "Evidence",
            "What the decision rests on.",
            [{"title": "Minutes", "url": "https://files.example/minutes"}],
        ),
    ] = ()
    amount: Annotated[Amount | None, says("Amount", "The money that it releases.", 250000)] = None
    valid_until: Annotated[
        Date | None, says("Valid until", "The last day on which it counts.", "2027-03-31")
    ] = None
    delegate_of: Annotated[
        PersonId | None,
        says("Delegate of", "For whom the person decided, where a delegation allows it.", "li-wen"),
    ] = None
    subject: Annotated[
        tuple[Subject, ...],
        says(
            "Subject",
            "The records that it was about.",
            [{"record": "pid", "fingerprint": "f3a9c1d20b7e"}],
        ),
    ] = ()

    @property
    def is_granted(self) -> bool:
        """Whether the gate was passed, with or without conditions."""
        return self.decision.outcome in ("approved", "approved-with-conditions")
