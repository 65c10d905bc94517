"""A project or programme stopped: its status, and the decision that says why."""

from pmoascode.acts.deciding import Decided, role_for, say_signature, sign_off_of
from pmoascode.acts.draft import Draft
from pmoascode.acts.drafting import Drafting
from pmoascode.document import Files
from pmoascode.finding import CannotRun
from pmoascode.office import Office, Work

_OVER = ("closed", "cancelled", "rejected")


def stopped(
    office: Office, files: Files, work: Work, decided: Decided, effect: str | None
) -> Draft:
    """The work cancelled, or rejected where it is only proposed, with its decision.

    `effect` says what becomes of the results, which what has begun must say.

    Raises:
        CannotRun: it has ended already, or the person may not decide.
    """
    if work.status in _OVER:
        raise CannotRun(f"{work.name} is {work.status} already")
    status = "rejected" if work.status == "proposed" else "cancelled"
    if status == "cancelled" and not effect:
        raise CannotRun("say what becomes of the results with --effect")
    role, _ = role_for(decided, work, office, ())
    drafting = Drafting(files)
    drafting.set(work.path, ("status",), status)
    path = f"{work.path.rpartition('/')[0]}/decisions.yaml"
    id = _free(drafting, path)
    option = {"title": "Stop", **({"effect": effect} if effect else {})}
    drafting.set(
        path,
        (id,),
        {
            "title": f"Stop {work.name}",
            "category": "stop",
            "raised_by": decided.by.id,
            "options": {"continue": {"title": "Go on"}, "stop": option},
            "chosen": "stop",
            "rationale": decided.reason,
            "decided": sign_off_of(decided, role),
            "effective": decided.date.isoformat(),
        },
    )
    drafting.say(f"{work.name} is {status}: {decided.reason}")
    say_signature(drafting, decided)
    return drafting.draft


def _free(drafting: Drafting, path: str) -> str:
    """An id for the decision that no other has."""
    taken = drafting.data(path)
    return next(
        id for id in ("stop", *(f"stop-{n}" for n in range(2, len(taken) + 3))) if id not in taken
    )
