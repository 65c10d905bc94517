"""Changes of the valid office that pull requests, honest and hostile, are made of."""

from collections.abc import Mapping

from pmoascode.fingerprint import subject_fingerprint
from pmoascode.records.project import Project
from tests.gate.branches import Files, added, edit
from tests.gate.requests import BASE, VALID, text

ACTIONS = "projects/apollo/actions.yaml"
APOLLO = "projects/apollo/project.yaml"
HERMES = "projects/hermes/project.yaml"
MERCURY = "projects/mercury/project.yaml"
OCTOBER = "projects/apollo/reports/2026-10.yaml"
REQUESTS = "projects/apollo/change-requests.yaml"
RISKS = "projects/apollo/risks.yaml"
POLICY = "policy/policy.yaml"
GATE = "approvals/hermes/start-initiation.yaml"
LENT = "policy/delegations.yaml"
MARIA = "people/maria-silva.yaml"
GO_LIVE = ("baseline: 2027-03-12", "baseline: 2027-05-12")
ONE_MORE = added(ACTIONS, "see-law: {do: Read the law, owner: tom-berg, due: 2026-12-01}\n")
RED = edit(
    OCTOBER,
    ("overall: green", "overall: red"),
    ("risk: green", "risk: red"),
    (
        "achieved:",
        (
            "cause: The vendor.\ngreen_on: 2026-12-01\nactions:\n"
            "  - {do: Press the vendor, owner: tom-berg, due: 2026-11-27}\n"
            "decisions_needed:\n  - {what: Pay more, by: sponsor, needed_by: 2026-11-20,"
            " consequence: A delay}\nachieved:"
        ),
    ),
)
OWN_RULE = """title: A project says what it is
judges: project
must: has(project.summary) && size(project.summary) < 80
message: '{project.name} has no short summary'
severity: {severity}
why: Readers begin with it.
"""
WAIVER = """rule: required-role-lapsed
record: project/apollo
reason: Nobody has time.
risk: Nobody looks.
compensation: The sponsor looks.
requested_by: li-wen
approved: {outcome: approved, by: ana-keller, as: pmo-director, date: 2026-11-10}
created: 2026-11-09
expires: 2026-12-31
"""
NOVEMBER = "projects/apollo/reports/2026-11.yaml"
WITHHELD = """date: 2026-11-10
by: tom-berg
rating: {schedule: green}
headline: All is calm.
summary: All is calm.
withheld:
  - field: rating.overall
    reason: A tender is under way.
    approved_by: maria-silva
    review: 2026-12-01
"""
LAPSED = edit(
    "assignments/apollo.yaml", ("until: 2027-12-31, time: 80 %", "until: 2026-10-31, time: 80 %")
)


def gate(by: str = "ines-roth", date: str = "2026-11-10", more: str = "") -> dict[str, str]:
    """The decision to start Hermes."""
    signed = f"{{outcome: approved, by: {by}, as: sponsor, date: {date}}}"
    return {GATE: f"gate: start-initiation\ndecision: {signed}\n{more}"}


def lent(by: str, to: str, until: str, within: str = "hermes") -> dict[str, str]:
    """A delegation of the sponsor's power to approve."""
    days = f"from: 2026-11-01, until: {until}"
    entry = f"{{by: {by}, to: {to}, role: sponsor, powers: [approve], within: {within}, {days}}}"
    return {LENT: f"week: {entry}\n"}


def moved(old: str, new: str) -> dict[str, str]:
    """The files of one project under another id."""
    mine = [p for p in VALID if f"/{old}/" in p or p.endswith(f"/{old}.yaml")]
    return dict.fromkeys(mine, "") | {path.replace(old, new): text(path) for path in mine}


def renamed(changes: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Apollo under another id that it says, with texts replaced in its files."""
    files = {**moved("apollo", "artemis")}
    files["projects/artemis/project.yaml"] += "former_ids: [apollo]\n"
    for path, (old, new) in changes.items():
        at = path.replace("apollo", "artemis")
        assert old in files[at], f"{at} has no {old!r}"
        files[at] = files[at].replace(old, new)
    for path in ("projects/mercury/lessons.yaml", "meetings/change-board/2026-06-15.yaml"):
        files[path] = text(path).replace("[apollo]", "[artemis]").replace("/apollo/", "/artemis/")
    return files


def pinned(kind: str) -> str:
    """The fingerprint of a record of Apollo."""
    apollo = BASE.find(Project, "apollo")
    assert apollo
    return (
        f"subject: [{{record: {kind}, fingerprint: {subject_fingerprint(BASE, apollo, kind)}}}]\n"
    )


FRIEND: Files = {
    "programmes/side/programme.yaml": text("programmes/front-door/programme.yaml").replace(
        "Front door", "Side"
    ),
    "assignments/side.yaml": "programme-manager:\n  - {person: lena-novak, from: 2026-01-01}\n",
}
MANY = {
    f"projects/old-{n}/project.yaml": text(HERMES).replace("Hermes", f"Old {n}") for n in range(30)
}
