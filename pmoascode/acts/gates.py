"""A decision at a gate, recorded with what it is about."""

from collections.abc import Iterator
from itertools import count
from typing import Any

from pmoascode.acts.deciding import Decided, given, role_for, say_signature, sign_off_of, told
from pmoascode.acts.draft import Draft
from pmoascode.acts.drafting import Drafting
from pmoascode.document import Files
from pmoascode.exchange.cleaning import slug
from pmoascode.finding import CannotRun
from pmoascode.fingerprint import subject_fingerprints
from pmoascode.measures.passed_gates import gate_order, passed_gates
from pmoascode.office import Office, Work
from pmoascode.office.fields import kind_named
from pmoascode.records.lifecycle import Gate, Lifecycle

_PLANNING = ("start-up", "initiation")  # stages in which the plan is still being made


def next_gate(work: Work, office: Office) -> str:
    """The first gate of the work's lifecycle that it has not passed.

    Raises:
        CannotRun: it has passed them all, or its lifecycle has none.
    """
    passed = {approval.gate for approval in passed_gates(work, office)}
    ahead = [gate for gate in gate_order(_lifecycle(work, office)) if gate not in passed]
    if not ahead:
        raise CannotRun(f"{work.name} has passed every gate of its lifecycle")
    return ahead[0]


def at_gate(
    office: Office, files: Files, work: Work, gate: str, decided: Decided, *, enter: bool = False
) -> Draft:
    """The decision at the gate, with what it is about; `enter` moves the work on as well.

    Raises:
        CannotRun: there is no such gate, it was decided that day, or the person may not decide.
    """
    lifecycle = _lifecycle(work, office)
    if gate not in lifecycle.gates:
        raise CannotRun(
            f"{gate} is no gate of {work.name}; these are: {', '.join(lifecycle.gates)}"
        )
    its = lifecycle.gates[gate]
    role, lender = role_for(decided, work, office, its.approvers_for(office.tier(work)))
    drafting = Drafting(files)
    path = f"approvals/{work.id}/{gate}-{decided.date}.yaml"
    if drafting.has(path):
        raise CannotRun(f"{path} is there already: the gate was decided on that day")
    drafting.make(path, _approval(gate, decided, role, lender, _about(office, work, its)))
    drafting.say(f"{work.name}: “{its.title}” is {told(decided, role, office)}.")
    if enter and its.before and decided.outcome.startswith("approved"):
        drafting.set(work.path, (*work.keys, "phase"), its.before)
        drafting.say(f"It enters the phase “{lifecycle.phases[its.before].title}”.")
    say_signature(drafting, decided)
    if open_ := [f"pmo approve {kind}/{work.id}" for kind in _unapproved(office, work, its)]:
        drafting.say(f"What it rests on is not approved itself yet: {', '.join(open_)}.")
    return drafting.draft


def _unapproved(office: Office, work: Work, gate: Gate) -> Iterator[str]:
    """The kinds of the documents that the gate asks for, are there, and bear no approval."""
    for name in gate.requires:
        kind = kind_named(name)
        record = office.one(kind.record, work) if kind and kind.shape == "record" else None
        if record is not None and getattr(record, "approved", record) is None:
            yield name


def _about(office: Office, work: Work, gate: Gate) -> list[dict[str, str]]:
    """What the decision is about: what the gate requires, and the plan once it is made."""
    prints = subject_fingerprints(office, work)
    opened = _lifecycle(work, office).phases.get(gate.before or "")
    plan = () if opened and opened.stage in _PLANNING else (work.kind,)
    kinds = [kind for kind in (*gate.requires, *plan) if kind in prints]
    return [{"record": kind, "fingerprint": prints[kind]} for kind in kinds]


def _approval(
    gate: str, decided: Decided, role: str, lender: str | None, about: list[dict[str, str]]
) -> dict[str, Any]:
    """The approval's file."""
    return {
        "gate": gate,
        "decision": sign_off_of(decided, role),
        **given(
            subject=about,
            conditions=dict(_conditions(decided)),
            amount=decided.amount,
            valid_until=decided.valid_until and decided.valid_until.isoformat(),
            delegate_of=lender,
        ),
    }


def _conditions(decided: Decided) -> Iterator[tuple[str, dict[str, str]]]:
    taken: set[str] = set()
    for text, owner, due in decided.conditions:
        id = next(id for id in _ids(slug(text) or "condition") if id not in taken)
        taken.add(id)
        yield id, {"text": text, "owner": owner, "due": due}


def _ids(id: str) -> Iterator[str]:
    """The id, then the same with numbers behind it."""
    yield id
    for number in count(2):
        yield f"{id[:60]}-{number}"


def _lifecycle(work: Work, office: Office) -> Lifecycle:
    found = office.lifecycle(work)
    if found is None or not found.gates:
        raise CannotRun(f"{work.name} has no lifecycle with gates")
    return found
