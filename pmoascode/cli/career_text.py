"""A person's career, and the capability of the office, as `pmo career` says them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from textwrap import wrap

from pmoascode.cli import terminal
from pmoascode.cli.holding_text import counted, role_title
from pmoascode.cli.person_text import part
from pmoascode.cli.table import heading
from pmoascode.measures.experience import Experience
from pmoascode.measures.readiness import Lack
from pmoascode.measures.wording import amount, listed
from pmoascode.office import Office
from pmoascode.office.naming import person_name, role_name, scope_name
from pmoascode.views.capability import Capability, Succession
from pmoascode.views.career import Career, CertificateRow, SkillRow, Step
from pmoascode.views.holdings import Holding

_FEW = 5  # candidates that are named
_WIDE = 100  # columns, where the output goes into a file
_LACKS: dict[Lack, str] = {
    "experience": "enough work in the present role",
    "led": "a part of the work that was led",
    "skills": "skills at the level asked",
    "certificate": "a certificate",
}


def person(office: Office, own: Career, day: dt.date) -> Iterator[str]:
    """The lines about one person."""
    role = f": {role_title(office, own.role.id)}" if own.role else ""
    yield heading(f"{own.person.name} ({own.person.id}){role}, on {day}")
    if own.role:
        asked = f"{own.reached} of {len(own.skills)}"
        title = f"Skills of a {role_name(own.role.id, office)}: {asked} reached"
        yield from part(title, ("Skill", "", "Held", "Needed", "Assessed"), _skills(own.skills))
    else:
        yield "No role of a career is on record."
    yield from part("Other skills", ("Skill", "", "Held"), [r[:3] for r in _skills(own.others)])
    for step in own.steps:
        yield from _step(office, step)
    yield from _evidence(office, own.evidence)
    certificates = [_certificate(row) for row in own.certificates]
    yield from part("Certificates", ("Certificate", "Awarded", "Expires", ""), certificates)
    steps = [(str(a.due), a.do, _late(a.due, day)) for a in own.development]
    yield from part("Development", ("By", "What", ""), steps)
    yield from _mentoring(own)


def _skills(rows: Sequence[SkillRow]) -> list[tuple[str, ...]]:
    return [
        (row.title, bar(row), str(row.held or "-"), str(row.needed), str(row.assessed_on or ""))
        for row in rows
    ]


def bar(row: SkillRow) -> str:
    """The level held as full boxes, what is missing to the level needed as empty ones."""
    return "■" * row.held + "□" * row.gap


def _step(office: Office, step: Step) -> Iterator[str]:
    reached, all_ = len(step.readiness.reached), len(step.role.skills)
    title = f"To {role_name(step.role.id, office)}: {reached} of {all_} skills reached"
    yield from ("", heading(title))
    yield "Nothing is missing on record." if step.is_ready else f"Missing: {lacking(step)}."
    if step.readiness.certificate:
        yield f"Certificate that counts: {step.readiness.certificate.name}."
    elif step.role.certifications:
        yield f"Usual certificates: {', '.join(step.role.certifications)}."
    gaps = [f"{row.title} {row.held} of {row.needed}" for row in step.missing if row.held]
    unknown = [f"{row.title} {row.needed}" for row in step.missing if not row.held]
    for title, found in (("Skills to gain", gaps), ("Never assessed", unknown)):
        if found:
            yield from wrap(f"{title}: {'; '.join(found)}.", terminal.width() or _WIDE)


def lacking(step: Step) -> str:
    """What a promotion asks for and is not on record."""
    return listed([_LACKS[lack] for lack in step.lacks])


def _evidence(office: Office, found: Sequence[Experience]) -> Iterator[str]:
    rows = [
        (
            role_title(office, each.role),
            str(each.months),
            str(each.first),
            str(each.last or "now"),
            str(len(each.scopes)),
            each.tier or "",
            amount(each.budget, office.currency) if each.budget is not None else "",
            scope_name(each.largest, office) if each.largest else "",
        )
        for each in found
    ]
    head = ("Role", "#Months", "From", "Until", "#Works", "Tier led", "#Budget led", "Largest")
    yield from part("Evidence from assignments", head, rows)


def _certificate(row: CertificateRow) -> tuple[str, ...]:
    each = row.certificate
    said = {"expired": "expired", "to come": "to come"}.get(row.state, "")
    if row.state == "expiring":
        said = f"{counted(row.days_left or 0, 'day')} left"
    return (each.name, str(each.awarded or ""), str(each.expires or ""), said)


def _late(due: dt.date, day: dt.date) -> str:
    return f"{counted((day - due).days, 'day')} late" if due < day else ""


def _mentoring(own: Career) -> Iterator[str]:
    if own.mentor:
        yield from ("", f"Mentor: {own.mentor.name}.")
    if own.mentees:
        yield from ("", f"Mentors {listed([each.name for each in own.mentees])}.")


def office(known: Office, found: Capability, day: dt.date) -> Iterator[str]:
    """The lines about the whole office."""
    yield heading(f"What hangs on whom, and who could follow, on {day}")
    lone = [
        (
            role_title(known, each.role.id),
            person_name(each.person, known),
            str(len(each.holdings)),
            _stand_ins(known, each.deputies, each.others),
        )
        for each in found.lone_roles
    ]
    head = ("Role", "Held by", "#Times", "Who could step in")
    yield from part("Roles that one person alone holds", head, lone)
    many = [
        (person_name(each.person, known), str(len(each.holdings)), _places(known, each.holdings))
        for each in found.many_roles
    ]
    yield from part("Several key roles in one hand", ("Person", "#Roles", "Which"), many)
    skills = [
        (
            each.title,
            str(each.needed),
            f"{person_name(each.person, known)} {each.level}",
            f"{person_name(each.next_best, known)} {each.next_level}" if each.next_best else "",
        )
        for each in found.lone_skills
    ]
    head = ("Skill", "#Needed", "Only", "Next best")
    yield from part("Skills that one person alone has", head, skills)
    if found.uncovered:
        said = f"At the level needed, nobody has: {', '.join(found.uncovered)}."
        yield from ("", *wrap(said, terminal.width() or _WIDE))
    for each in found.successions:
        yield from _succession(known, each)


def _stand_ins(known: Office, deputies: Sequence[str], others: Sequence[str]) -> str:
    said = [f"{person_name(id, known)} (deputy)" for id in deputies]
    said += [person_name(id, known) for id in others if id not in deputies]
    return ", ".join(said[:_FEW]) if said else "nobody"


def _places(known: Office, held: Sequence[Holding]) -> str:
    by_role: dict[str, list[str]] = {}
    for each in held:
        by_role.setdefault(each.role, []).append(each.scope.title)
    return "; ".join(f"{role_name(r, known)}: {', '.join(w)}" for r, w in sorted(by_role.items()))


def _succession(known: Office, each: Succession) -> Iterator[str]:
    holders = listed(
        [person_name(h, known) for h in dict.fromkeys(h.person for h in each.holdings)]
    )
    title = f"Who could follow as {role_name(each.role.id, known)} ({holders})"
    rows = [
        (
            c.person.name,
            role_title(known, c.person.career_role) if c.person.career_role else "",
            f"{len(c.step.readiness.reached)} of {len(c.step.role.skills)}",
            "ready" if c.step.is_ready else f"lacks {lacking(c.step)}",
        )
        for c in each.candidates[:_FEW]
    ]
    if rows:
        yield from part(title, ("Person", "Now", "#Skills", ""), rows)
        if len(each.candidates) > _FEW:
            yield f"And {len(each.candidates) - _FEW} more."
    else:
        yield from ("", heading(title), "Nobody's career leads there.")
