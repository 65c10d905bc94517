"""Whether the forge asks the right people before something is merged."""

from collections.abc import Iterator

from pmoascode.condition.github_checks import judges
from pmoascode.condition.gitlab_checks import PIPELINE
from pmoascode.condition.owner_lines import owners as named
from pmoascode.condition.records import listed
from pmoascode.condition.remark import Remark
from pmoascode.condition.setup import Records, Setup
from pmoascode.verdict.code_owners import PLACES

_MAKE = "pmo codeowners"


def owners(setup: Setup) -> Iterator[Remark]:
    """What there is to say of CODEOWNERS."""
    if setup.records is None or setup.forge is None:
        return
    there = [place for place in PLACES[setup.forge] if place in setup.files]
    if not there:
        said = "there is no CODEOWNERS: the forge asks nobody in particular"
        yield Remark("code-owners", "missing", said, _MAKE)
        return
    yield from _findings(setup.records)
    yield from _accounts(setup.records)
    yield from _guarded(setup, there[0])


def _findings(found: Records) -> Iterator[Remark]:
    for each in found.owner_findings:
        yield Remark(each.rule, "odd", each.message, _MAKE)
    if not found.owner_findings:
        yield Remark("code-owners", "ok", "CODEOWNERS names whom roles and assignments name")


def _accounts(found: Records) -> Iterator[Remark]:
    without = found.owners.without_account if found.owners else ()
    if without and found.owners:
        said = f"the forge cannot ask, since no account of theirs is recorded: {listed(without)}"
        remedy = f"pmo set PERSON.identities.{found.owners.forge}.login LOGIN"
        yield Remark("accounts", "odd", said, remedy)


def _guarded(setup: Setup, place: str) -> Iterator[Remark]:
    """Whether the policy, the check and the file itself have owners who watch over them."""
    text = setup.files[place]
    below = f"{setup.records.below}/" if setup.records and setup.records.below else ""
    paths = [f"{below}policy/policy.yaml", place]
    if setup.forge == "gitlab":
        paths.append(PIPELINE)
    else:
        paths += [each.path for each in judges(setup)]
    nobody = [path for path in paths if not named(text, path)]
    one = [path for path in paths if len(named(text, path)) == 1]
    if nobody:
        said = f"anybody may approve a change of {listed(nobody)}"
        yield Remark(
            "owners-of-the-rules",
            "missing",
            said,
            f"record the accounts of those who lead the office, then {_MAKE}",
        )
    if one:
        said = (
            f"one person alone is asked about {listed(one)}, and nobody approves their own change"
        )
        yield Remark(
            "one-owner",
            "odd",
            said,
            "appoint a second, as in pmo assign pmo pmo-analyst PERSON, and record their account",
        )
    if not nobody and not one:
        yield Remark("owners-of-the-rules", "ok", "policy, check and CODEOWNERS have owners")
