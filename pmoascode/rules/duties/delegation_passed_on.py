"""The rule that lent power is not lent on."""

from pmoascode.finding import Severity
from pmoascode.measures.lending import not_held, source
from pmoascode.office import Office
from pmoascode.office.naming import person_name
from pmoascode.records.delegation import Delegation
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="Delegated authority: written, dated, limited",
    in_starter=Severity.WARNING,
    bad="""
        # policy/delegations.yaml
        first:
          by: ines-roth
          to: paul-weber
          role: sponsor
          powers: [approve]
          within: hermes
          from: 2026-12-01
          until: 2026-12-11
        second:
          by: paul-weber  # <--
          to: lena-novak
          role: sponsor
          powers: [approve]
          within: hermes
          from: 2026-12-11
          until: 2026-12-12
        """,
    good="""
        # policy/delegations.yaml
        first:
          by: ines-roth
          to: maria-silva
          role: sponsor
          powers: [approve]
          from: 2026-12-01
          until: 2026-12-11
        second:
          by: maria-silva
          to: li-wen
          role: sponsor
          powers: [approve]
          within: apollo
          from: 2026-12-01
          until: 2026-12-11
        """,
)
def delegation_passed_on(lent: Delegation, office: Office) -> Problems:
    """Someone passed on a power that was delegated to them.

    Whoever lends a power trusts one person with it. If that person lends it on, the power ends up
    with somebody whom its holder never chose.

    To put it right, let the holder of the role delegate to the second person.
    """
    first = source(lent, office) if not_held(lent, office) else None
    if first:
        yield (
            lent.at("by"),
            (
                f"{person_name(lent.by, office)} passes on a power that "
                f"{person_name(first.by, office)} had lent"
            ),
            (first.at("to"),),
        )
