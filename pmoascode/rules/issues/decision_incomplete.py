"""decision-incomplete."""

from collections.abc import Iterator

from pmoascode.finding import Severity
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office
from pmoascode.records.decision import Decision
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="PM2: decision log; architecture decision records",
    bad=(
        """
        # projects/apollo/decisions.yaml
        buy:  # <--
          title: Buy, do not build
          options: {buy: {title: Buy}, build: {title: Build}}
          chosen: buy
          rationale: Half the cost, a year sooner.
        host:  # <--
          title: The vendor hosts it
          effective: 2026-05-01
        colour:  # <--
          title: It is blue
          options: {blue: {title: Blue}}
          rationale: It always was.
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-04-14}
        name:  # <--
          title: It is called Apollo
          options: {apollo: {title: Apollo}, helios: {title: Helios}}
          decided: {outcome: rejected, by: maria-silva, as: sponsor, date: 2026-04-14}
        """,
    ),
    good=(
        """
        # projects/apollo/decisions.yaml
        buy:
          title: Buy, do not build
          options: {buy: {title: Buy}, build: {title: Build}}
          rationale: Half the cost, a year sooner.
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-04-14}
        name:
          title: It is called Apollo
          options: {apollo: {title: Apollo}, helios: {title: Helios}}
          decided:
            outcome: approved
            by: maria-silva
            as: sponsor
            date: 2026-04-14
            reason: Everybody says so.
        open: {title: Who hosts it, due: 2026-12-15}
        later:
          title: Whether it speaks French
          decided: {outcome: deferred, by: maria-silva, as: sponsor, date: 2026-04-14}
        """,
        """
        # projects/ghost/decisions.yaml
        lost: {title: Nobody knows whose, effective: 2026-05-01}

        # projects/mercury/decisions.yaml
        buy:
          title: Buy, do not build
          decided: {outcome: approved, by: ines-roth, as: sponsor, date: 2025-04-14}
        """,
    ),
)
def decision_incomplete(decision: Decision, office: Office) -> Problems:
    """A decision lacks its decider, its date, two options or the reason.

    Who reads the log a year later asks who decided, between what, and why; without that the
    question is opened again. A decision that is still to be taken, or was put off, may lack all of
    them; one that names what was chosen, or from when it holds, was taken.

    To put it right, say what was decided (`decided`), between which options (`options`, at least
    two; to do nothing is one too) and why (`rationale`).
    """
    work = office.owner(decision)
    if work is None or work.is_ended:
        return
    missing = list(_missing(decision))
    if missing:
        yield (
            decision.at_key(),
            (
                f"decision {called(decision.title, decision.id)} of {called(work.name, work.id)}"
                f" was taken and does not say {listed(missing, 'nor')}"
            ),
        )


def _missing(decision: Decision) -> Iterator[str]:
    is_taken = not decision.is_open or decision.chosen or decision.effective
    if not is_taken:
        return
    if decision.decided is None:
        yield "who decided and when"
    if len(decision.options) < 2:
        yield "which two options there were"
    if not decision.rationale and not (decision.decided and decision.decided.reason):
        yield "why"
