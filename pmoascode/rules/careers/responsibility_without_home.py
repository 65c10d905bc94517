"""The rule that each responsibility shows somewhere."""

from collections.abc import Collection
from difflib import get_close_matches

from pmoascode.finding import Severity
from pmoascode.records.kinds import KINDS
from pmoascode.records.role import Role
from pmoascode.rule import Problems, Rule, rule

_KINDS = {kind.name for kind in KINDS}


@rule(
    Severity.WARNING,
    profile="full",
    source="Role descriptions: what cannot be seen done cannot be asked for",
    bad=(
        """
        # roles/coach.yaml
        title: Coach
        family: delivery
        purpose: Helps the team to work.
        responsibilities:
          flow: {text: Clears away what holds up the team}  # <--
        skills: {claims-handling: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        """,
        """
        # roles/coach.yaml
        title: Coach
        family: delivery
        purpose: Helps the team to work.
        responsibilities:
          flow:
            text: Clears away what holds up the team
            artefacts:
              - isue  # <--
        skills: {claims-handling: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        """,
        """
        # roles/coach.yaml
        title: Coach
        family: delivery
        purpose: Helps the team to work.
        responsibilities:
          flow:
            text: Clears away what holds up the team
            artefacts: [issue]
            rules:
              - issue-not-escalated
              - issue-too-loud  # <--
        skills: {claims-handling: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        """,
    ),
    good=(
        """
        # roles/coach.yaml
        title: Coach
        family: delivery
        purpose: Helps the team to work.
        responsibilities:
          flow: {text: Clears away what holds up the team, artefacts: [issue]}
          rules: {text: Keeps the rules of the team, rules: [issue-not-escalated]}
          pages: {text: Shows how the team stands, pages: [projects]}
        skills: {claims-handling: 2}
        works_with: {project-manager: Tells what holds up the team}
        reports_to: [project-manager]
        """,
        """
        # roles/coach.yaml
        title: Coach
        family: delivery
        status: retired
        responsibilities: {flow: {text: Clears away what holds up the team}}
        """,
    ),
)
def responsibility_without_home(role: Role, rules: tuple[Rule, ...]) -> Problems:
    """A responsibility of a role shows in no record, rule or page, or names one there is not.

    A responsibility that leaves no trace can be neither seen done nor missed. The page of the role
    says of each where it shows, so that the holder knows where to write and the others where to
    look. Retired roles are passed over.

    To put it right, name under `artefacts` the kinds of record, under `rules` the rules that watch
    over it, or under `pages` where readers see it; `pmo rules` lists the rules.
    """
    if role.status == "retired":
        return
    known = {each.name for each in rules}
    for id, its in role.responsibilities.items():
        if not (its.artefacts or its.rules or its.pages):
            text = its.text.rstrip(".")
            yield (
                role.at("responsibilities", id),
                f"{role.title}: the responsibility “{text}” shows in no record, rule or page",
            )
        for field, names, there in (
            ("artefacts", its.artefacts, _KINDS),
            ("rules", its.rules, known),
        ):
            yield from _unknown(role, id, field, names, there)


def _unknown(
    role: Role, id: str, field: str, names: tuple[str, ...], there: Collection[str]
) -> Problems:
    what = {"artefacts": "kind of record", "rules": "rule"}[field]
    for index, name in enumerate(names):
        if name not in there:
            near = get_close_matches(name, there, n=1)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            yield (
                role.at("responsibilities", id, field, index),
                f"{role.title}: there is no {what} `{name}`{hint}",
            )
