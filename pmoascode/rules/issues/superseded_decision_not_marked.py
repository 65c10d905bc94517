"""superseded-decision-not-marked."""

from pmoascode.finding import Severity
from pmoascode.measures.wording import called
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
        buy:
          title: Buy, do not build
          options: {buy: {title: Buy}, build: {title: Build}}
          rationale: Half the cost, a year sooner.
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-04-14}
        build:
          title: Build, after all
          supersedes: buy  # <--
          options: {buy: {title: Buy}, build: {title: Build}}
          rationale: The vendor was sold.
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
        """,
        """
        # projects/apollo/decisions.yaml
        buy:
          title: Buy, do not build
          options: {buy: {title: Buy}, build: {title: Build}}
          rationale: Half the cost, a year sooner.
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-04-14}
          superseded_by: build
        build:
          title: Build, after all
          supersedes: buy
          options: {buy: {title: Buy}, build: {title: Build}}
          rationale: The vendor was sold.
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-05}
        wait:
          title: Wait for the new owner
          supersedes: buy  # <--
          options: {buy: {title: Buy}, wait: {title: Wait}}
          rationale: It has a product of its own.
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
        """,
    ),
    good=(
        """
        # projects/apollo/decisions.yaml
        buy: {title: Buy, superseded_by: build}
        build:
          title: Build, after all
          supersedes: buy
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
        host: {title: The vendor hosts it}
        host-here: {title: We host it, supersedes: host}
        host-there:
          title: Another hosts it
          supersedes: host
          decided: {outcome: rejected, by: maria-silva, as: sponsor, date: 2026-11-09}
        """,
        """
        # projects/ghost/decisions.yaml
        buy: {title: Buy}
        build:
          title: Build, after all
          supersedes: buy
          decided: {outcome: approved, by: ines-roth, as: sponsor, date: 2025-11-10}

        # projects/mercury/decisions.yaml
        buy: {title: Buy}
        build:
          title: Build, after all
          supersedes: buy
          decided: {outcome: approved, by: ines-roth, as: sponsor, date: 2025-11-10}
        """,
    ),
)
def superseded_decision_not_marked(decision: Decision, office: Office) -> Problems:
    """A decision supersedes one that is still taken as valid.

    Who finds the old decision first goes on by it. So the two name each other, once the new one is
    approved. Where the old one is missing, that is judged as reference-to-missing-record.

    To put it right, name the new decision in `superseded_by` of the old one; where another has
    taken its place before, supersede that one.
    """
    work, old = office.owner(decision), office.find(Decision, decision.supersedes, decision.scope)
    if work is None or work.is_ended or old is None or old.superseded_by == decision.id:
        return
    if decision.decided and decision.decided.is_granted:
        by = old.superseded_by
        state = f"is marked as superseded by {by}" if by else "is not marked as superseded"
        yield (
            decision.at("supersedes"),
            (
                f"decision {called(decision.title, decision.id)} of {called(work.name, work.id)}"
                f" supersedes {called(old.title, old.id)}, which {state}"
            ),
            (old.at("superseded_by") if by else old.at_key(),),
        )
