"""The rule that nobody signs for more than the policy lets them."""

from decimal import Decimal

from pmoascode.finding import Severity
from pmoascode.measures.signing import sign_off, sign_off_field
from pmoascode.measures.wording import amount
from pmoascode.office import Office
from pmoascode.office.naming import person_name, record_name, role_name
from pmoascode.records.approval import Approval
from pmoascode.records.business_case import BusinessCase
from pmoascode.records.change_request import ChangeRequest
from pmoascode.records.decision import Decision
from pmoascode.records.exception import ExceptionReport
from pmoascode.records.record import Keys
from pmoascode.rule import Problems, rule

Priced = Approval | BusinessCase | ChangeRequest | Decision | ExceptionReport


@rule(
    Severity.ERROR,
    profile="full",
    source="Delegated financial authority",
    bad=(
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision:
          outcome: approved
          by: ines-roth
          as: sponsor  # <--
          date: 2026-10-05
        amount: 2000001
        """,
        """
        # projects/apollo/decisions.yaml
        buy:
          title: Buy, do not build
          raised_by: lena-novak
          options:
            buy: {title: Buy, cost: 10001}
            build: {title: Build, cost: 20000}
          chosen: buy
          rationale: Half the cost, a year sooner.
          decided:
            outcome: approved
            by: tom-berg
            as: project-manager  # <--
            date: 2026-04-14
        """,
    ),
    good=(
        """
        # approvals/hermes/start-initiation.yaml
        gate: start-initiation
        decision:
          outcome: approved
          by: ines-roth
          as: sponsor
          date: 2026-10-05
        amount: 2000000
        """,
    ),
)
def sign_off_over_limit(record: Priced, office: Office) -> Problems:
    """Something was signed off for more money than the person may approve.

    An organisation lends its money by rank: each role has a largest amount, and what is dearer goes
    to a higher one. The policy lists the limits under `approvals`; a role that it does not list
    has none. What counts is the amount of the approval, the cost of the change, or the cost of the
    option that was chosen.

    To put it right, let somebody sign whose role may approve the amount; or correct the amount.
    """
    signed = sign_off(record)
    if signed is None or not signed.is_granted:
        return
    limit = office.policy.approvals.limits.get(signed.as_)
    keys, cost = _price(record)
    if limit is not None and cost is not None and cost > limit:
        role = role_name(signed.as_, office)
        yield (
            record.at(sign_off_field(record), "as"),
            (
                f"{person_name(signed.by, office)} signed {record_name(record, office)} for"
                f" {amount(cost, office.currency)}, but a {role} may approve at most"
                f" {amount(limit, office.currency)}"
            ),
            (record.at(*keys),),
        )


def _price(record: Priced) -> tuple[Keys, Decimal | None]:
    """The money that is approved, and where it stands."""
    if isinstance(record, Approval):
        return ("amount",), record.amount
    if isinstance(record, ChangeRequest):
        return ("impact", "cost"), record.impact.cost if record.impact else None
    chosen = record.recommended if isinstance(record, BusinessCase) else record.chosen
    option = record.options.get(chosen or "")
    return ("options", chosen or "", "cost"), option.cost if option else None
