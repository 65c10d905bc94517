"""decision-rewritten."""

from pmoascode.change import differences, earlier
from pmoascode.finding import Severity
from pmoascode.measures.wording import called, listed
from pmoascode.office import Office
from pmoascode.office.naming import scope_name
from pmoascode.records.decision import Decision
from pmoascode.rule import Problems, rule

_LASTING = (
    "title",
    "category",
    "description",
    "options",
    "chosen",
    "rationale",
    "decided",
    "effective",
    "supersedes",
    "superseded_by",
)


@rule(
    Severity.ERROR,
    profile="standard",
    source="PM2: decision log; architecture decision records",
    waivable=False,
    bad=(
        """
        # projects/apollo/decisions.yaml
        buy:
          title: Buy, do not build
          category: technical
          description: Whether to buy the portal or to build it.
          raised_by: lena-novak
          options:
            buy: {title: Buy, effect: Sooner., cost: 400000}
            build: {title: Build, effect: A year later., cost: 800000}
          chosen: build  # <--
          rationale: It is ours then.
          owner: tom-berg
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-04-14}
          effective: 2026-04-15
        """,
        """
        # projects/apollo/decisions.yaml
        buy:
          title: Buy, do not build
          category: technical
          description: Whether to buy the portal or to build it.
          raised_by: lena-novak
          options:
            buy: {title: Buy, effect: Sooner., cost: 400000}
            build: {title: Build, effect: A year later.}  # <--
          chosen: buy
          rationale: Half the cost, a year sooner.
          owner: tom-berg
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-04-14}
          effective: 2026-04-15
        """,
    ),
    good=(
        """
        # projects/apollo/decisions.yaml
        # Bought in April.
        buy:
          title: Buy, do not build
          category: technical
          description: Whether to buy the portal or to build it.
          raised_by: lena-novak
          options:
            buy: {title: Buy, effect: Sooner., cost: 400000}
            build: {title: Build, effect: A year later., cost: 800000}
            wait: {title: Wait, effect: Nothing changes.}
          chosen: buy
          rationale: Half the cost, a year sooner.
          owner: lena-novak
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-04-14}
          effective: 2026-04-15
          superseded_by: build
          communicated_to: [Claims staff]
        build:
          title: Build, after all
          supersedes: buy
          options: {buy: {title: Buy}, build: {title: Build}}
          chosen: build
          rationale: The vendor was sold.
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
        """,
        """
        # before: projects/apollo/decisions.yaml
        host:
          title: Who hosts it
          options: {vendor: {title: The vendor}, us: {title: We do}}
          chosen: us
        language:
          title: Whether it speaks French
          rationale: Nobody asked yet.
          decided: {outcome: deferred, by: maria-silva, as: sponsor, date: 2026-04-14}

        # projects/apollo/decisions.yaml
        host:
          title: The vendor hosts it
          options: {vendor: {title: The vendor}, us: {title: We do}}
          chosen: vendor
          rationale: It costs half.
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
        language:
          title: It speaks French
          options: {french: {title: French too}, none: {title: No French}}
          rationale: One customer in ten asks for it.
          decided: {outcome: approved, by: maria-silva, as: sponsor, date: 2026-11-09}
        """,
    ),
)
def decision_rewritten(decision: Decision, office: Office, before: Office) -> Problems:
    """A recorded decision was altered rather than superseded.

    People acted on the decision as it was recorded. Whoever changes it afterwards changes what they
    seem to have been told. Once it is decided, what was stated stays: the question, the options,
    the choice, the reason, who decided and when. What was left out may be added, and who carries it
    out, or was told, may change.

    To put it right, restore the entry and record a new decision that names the old one in
    `supersedes`; the old one names the new one in `superseded_by`.
    """
    old = earlier(decision, before, office)
    if old is None or old.is_open:
        return
    found = [
        change
        for change in differences(old, decision)
        if change.keys[0] in _LASTING and change.old is not None
    ]
    if found:
        fields = dict.fromkeys(str(change.keys[0]) for change in found)
        decided = f" on {old.decided.date}" if old.decided else ""
        yield (
            decision.at(*found[0].keys),
            (
                f"decision {called(old.title, old.id)} of {scope_name(decision.scope_id, office)}"
                f" ({decision.scope_id}) was taken{decided}, and now says something else in"
                f" {listed([f'`{field}`' for field in fields])}"
            ),
        )
