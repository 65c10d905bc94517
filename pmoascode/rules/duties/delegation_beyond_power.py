"""The rule that nobody lends a power that they do not have."""

from pmoascode.finding import Severity
from pmoascode.measures.lending import not_held, source
from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name, scope_name
from pmoascode.records.delegation import Delegation
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="Delegated authority: written, dated, limited",
    in_starter=Severity.WARNING,
    bad=(
        """
        # policy/delegations.yaml
        board-week:
          by: tom-berg  # <--
          to: lena-novak
          role: sponsor
          powers: [approve]
          within: apollo
          from: 2026-12-01
          until: 2026-12-11
        """,
        """
        # policy/delegations.yaml
        too-long:
          by: ines-roth  # <--
          to: paul-weber
          role: sponsor
          powers: [approve]
          within: hermes
          from: 2027-06-01
          until: 2027-07-01
        elsewhere:
          by: ines-roth  # <--
          to: paul-weber
          role: sponsor
          powers: [approve]
          within: apollo
          from: 2026-12-01
          until: 2026-12-11
        """,
    ),
    good=(
        """
        # policy/delegations.yaml
        board-week:
          by: maria-silva
          to: li-wen
          role: sponsor
          powers: [approve]
          within: hermes
          from: 2026-12-01
          until: 2026-12-11
        any-role:
          by: tom-berg
          to: lena-novak
          powers: [edit]
          within: apollo
          from: 2026-12-01
          until: 2026-12-11
        anywhere:
          by: ines-roth
          to: paul-weber
          role: sponsor
          powers: [report]
          from: 2026-10-01
          until: 2027-06-30
        of-the-office:
          by: ana-keller
          to: omar-haddad
          role: pmo-director
          powers: [edit]
          within: apollo
          from: 2026-12-01
          until: 2026-12-11
        """,
    ),
)
def delegation_beyond_power(lent: Delegation, office: Office) -> Problems:
    """Someone delegated a power that they do not have.

    Who lends a power must have it, for the whole time and on what it is lent for. Otherwise a
    delegation makes a power out of nothing.

    To put it right, let the holder of the role delegate it; or correct the role, the project or
    the dates.
    """
    missing = not_held(lent, office)
    if missing and source(lent, office) is None:
        role = f"{role_name(lent.role, office)}" if lent.role else "holder of a role"
        where = f" of {scope_name(lent.within, office)}" if lent.within else ""
        yield (
            lent.at("by"),
            (
                f"{person_name(lent.by, office)} lends the power of a {role}{where}, but has it "
                f"not {missing}"
            ),
        )
