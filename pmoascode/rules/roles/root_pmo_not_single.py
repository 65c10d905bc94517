"""The rule that one PMO stands above the others."""

from pmoascode.finding import Severity
from pmoascode.measures.pmo_line import Pmo, pmos, stands_under
from pmoascode.measures.wording import listed
from pmoascode.records.organisation import Organisation
from pmoascode.rule import Problems, rule


@rule(
    Severity.WARNING,
    profile="full",
    source="P3O: one permanent office, to which the others belong",
    bad=(
        """
        # organisation.yaml
        name: Harbour Mutual
        currency: EUR
        units:
          executive-office: {title: Executive office, type: executive-office}
          claims: {title: Claims, type: department, head: head-of-claims}
          it: {title: Information technology, type: department}
          pmo:
            title: Project office
            type: pmo
            head: head-of-pmo
            reports_to: chief-operating-officer
            reporting_rationale: Most of our projects change operations.
          claims-pmo:
            title: Projects of Claims  # <--
            type: pmo
            parent: claims
            reports_to: head-of-claims
            senior_leadership_line: chief-operating-officer
            reporting_rationale: Claims pays for it.
        positions:
          chief-operating-officer:
            {title: Chief operating officer, level: executive, holder: maria-silva}
          head-of-pmo: {title: Head of the PMO, level: department-head, holder: ana-keller}
          head-of-claims: {title: Head of claims, level: department-head, holder: paul-weber}
          head-of-it: {title: Head of IT, level: department-head, holder: ines-roth}
        """,
        """
        # organisation.yaml
        name: Harbour Mutual
        currency: EUR
        units:  # <--
          executive-office: {title: Executive office, type: executive-office}
          pmo: {title: Project office, type: department}
          claims: {title: Claims, type: department}
          it: {title: Information technology, type: department}
        positions:
          chief-operating-officer:
            {title: Chief operating officer, level: executive, holder: maria-silva}
          head-of-pmo: {title: Head of the PMO, level: department-head, holder: ana-keller}
          head-of-claims: {title: Head of claims, level: department-head, holder: paul-weber}
          head-of-it: {title: Head of IT, level: department-head, holder: ines-roth}
        """,
    ),
    good=(
        """
        # organisation.yaml
        name: Harbour Mutual
        currency: EUR
        units:
          claims: {title: Claims, type: department}
          pmo:
            title: Project office
            type: pmo
            head: head-of-pmo
            reports_to: chief-operating-officer
          claims-pmo: {title: Projects of Claims, type: pmo, parent: pmo}
          it-pmo:
            title: Projects of IT
            type: pmo
            reports_to: head-of-it
            senior_leadership_line: head-of-pmo
        positions:
          chief-operating-officer: {title: Chief operating officer, level: executive}
          head-of-pmo:
            {title: Head of the PMO, level: department-head, reports_to: chief-operating-officer}
          head-of-it: {title: Head of IT, level: department-head}
        """,
        """
        # organisation.yaml
        name: Harbour Mutual
        currency: EUR
        """,
    ),
)
def root_pmo_not_single(organisation: Organisation) -> Problems:
    """An organisation has no PMO among its units, or several of which none belongs under another.

    Two offices set two standards, ask the same project for two reports and compare it with half of
    the others. A PMO of a department or of a programme may well report there, as long as one of
    its lines leads to the office that all of them follow.

    To put it right, let one unit of the type `pmo` be the one at the top. To the others give it as
    `parent`, or a position of it, or below it, under `reports_to` or `senior_leadership_line`.
    """
    offices = list(pmos(organisation))
    if not offices:
        if organisation.units:
            yield organisation.at_key("units"), f"no unit of {organisation.name} is a PMO"
        return
    roots = [each for each in offices if not _belongs_under_any(each, offices, organisation)]
    if len(roots) == 1:
        return
    meant = roots or offices
    said = "stand beside each other, and no PMO is above them all"
    if not roots:
        said = "stand under each other, so that none is at the top"
    *others, place = [organisation.at("units", each.id, "title") for each in meant]
    yield place, f"{listed([each.unit.title for each in meant])} {said}", tuple(others)


def _belongs_under_any(office: Pmo, offices: list[Pmo], organisation: Organisation) -> bool:
    return any(stands_under(office, each, organisation) for each in offices if each != office)
