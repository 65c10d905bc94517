"""The rule that what an edition of the site leaves out exists."""

from pmoascode.finding import Severity
from pmoascode.measures.leaving_out import flaw
from pmoascode.office import Office
from pmoascode.records.policy import Policy
from pmoascode.rule import Problems, rule


@rule(
    Severity.ERROR,
    profile="starter",
    source="A slip in a list of what is kept back publishes it",
    bad=(
        """
        # policy/policy.yaml
        profile: full
        scale: [green, amber, red]
        approvals:
          limits: {sponsor: 2000000, project-manager: 10000}
        audiences:
          public:
            leave_out:
              - lessons  # <--
              - project.budgets  # <--
              - risk/apollo/vendor-late
              - risk/apollo/vendor-gone  # <--
              - person  # <--
        """,
    ),
    good=(
        """
        # policy/policy.yaml
        profile: full
        scale: [green, amber, red]
        approvals:
          limits: {sponsor: 2000000, project-manager: 10000}
        audiences:
          public:
            leave_out:
              - lesson
              - project.budget
              - project.milestones.*.reason
              - risk/apollo/vendor-late
        """,
    ),
)
def unknown_word_left_out(policy: Policy, office: Office) -> Problems:
    """An edition of the site leaves out a kind, a field or a record that does not exist.

    The word was meant to keep something back. Misspelt it keeps back nothing, so the edition is not
    built at all; found here, that costs nobody a publication.

    To put it right, write the kind as its schema is called (`lesson`), a field with dots
    (`project.budget`), or one record by its name in full (`risk/apollo/vendor-late`).
    """
    for name, audience in policy.audiences.items():
        for place, word in enumerate(audience.leave_out):
            if wrong := flaw(word, office):
                yield (
                    policy.at("audiences", name, "leave_out", place),
                    f"the audience {name} leaves out `{word}`, and {wrong}",
                )
