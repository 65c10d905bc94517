"""benefit-owned-by-delivery."""

import datetime as dt

from pmoascode.finding import Severity
from pmoascode.measures.delivery_side import held_by
from pmoascode.measures.wording import called
from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name
from pmoascode.records.benefit import Benefit
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="full",
    source="MSP: the Business Change Manager; PRINCE2: the Senior User",
    bad=(
        """
        # projects/hermes/benefits.yaml
        right-addresses:
          title: Letters arrive
          owner: sam-okoro  # <--
          status: identified
        """,
        """
        # projects/apollo/benefits.yaml
        shorter-claims:
          title: Claims settled sooner
          owner: paul-weber
          after_closure_owner: ines-roth  # <--
          status: identified
        """,
        """
        # programmes/front-door/benefits.yaml
        one-answer:
          title: Customers tell us once
          owner: li-wen  # <--
          status: identified
        """,
    ),
    good=(
        """
        # projects/hermes/benefits.yaml
        right-addresses: {title: Letters arrive, owner: ines-roth, after_closure_owner: tom-berg}
        old-thought: {title: Letters are blue, owner: sam-okoro, status: dropped}
        """,
        """
        # projects/mercury/benefits.yaml
        fewer-letters: {title: Fewer letters come back, owner: sam-okoro, status: planned}
        """,
        """
        # projects/hermes/benefits.yaml
        right-addresses: {title: Letters arrive, owner: sam-okoro}
        # assignments/hermes.yaml
        project-manager:
          - {person: sam-okoro, from: 2026-10-01, until: 2026-11-09, time: 40 %}
          - {person: tom-berg, from: 2026-11-10, time: 40 %}
        """,
        """
        # projects/nobody/benefits.yaml
        letters: {title: Letters arrive, owner: sam-okoro, status: planned}
        """,
    ),
)
def benefit_owned_by_delivery(benefit: Benefit, office: Office, today: dt.date) -> Problems:
    """A benefit is owned by the project manager or a supplier instead of the business.

    The project delivers and leaves; a benefit comes when people work in the new way, often years
    later. Only the business can make that happen, and only it can answer for it. Judged are the
    owner and the owner after closure, as long as they manage the work or supply to it.

    To put it right, name as `owner` somebody from the business that gains, most often the senior
    user or a business change manager.
    """
    work = office.owner(benefit)
    if work is None or not benefit.is_open:
        return
    for field in ("owner", "after_closure_owner"):
        person = getattr(benefit, field)
        for held in held_by(person, work, office, today):
            yield (
                benefit.at(field),
                (
                    f"benefit {called(benefit.title, benefit.id)} of {called(work.name, work.id)}"
                    f" is owned by {person_name(held.person, office)}, its"
                    f" {role_name(held.role, office)}"
                ),
                (held.at("person"),),
            )
            break
