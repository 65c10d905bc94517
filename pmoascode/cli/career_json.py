"""What `pmo career` says to other programs; `format_version` rises with what it says.

A minor number adds fields; a major number changes or removes some.
"""

import datetime as dt
from typing import Any

from pmoascode.measures.experience import Experience
from pmoascode.views.capability import Capability, Succession
from pmoascode.views.career import Career, CertificateRow, SkillRow, Step
from pmoascode.views.holdings import Holding

FORMAT_VERSION = "1.0"

Json = dict[str, Any]


def person(own: Career, day: dt.date) -> Json:
    """The career of one person."""
    return _head(day) | {
        "person": own.person.id,
        "name": own.person.name,
        "role": own.role.id if own.role else None,
        "skills": [_skill(row) for row in own.skills],
        "other_skills": [_skill(row) for row in own.others],
        "steps": [_step(each) for each in own.steps],
        "evidence": [_experience(each) for each in own.evidence],
        "certificates": [_certificate(row) for row in own.certificates],
        "mentor": own.mentor.id if own.mentor else None,
        "mentees": [each.id for each in own.mentees],
        "development": [
            {"do": each.do, "owner": each.owner, "due": _day(each.due)} for each in own.development
        ],
    }


def office(found: Capability, day: dt.date) -> Json:
    """The capability of the office."""
    return _head(day) | {
        "lone_roles": [
            {
                "role": each.role.id,
                "person": each.person,
                "held": [_holding(h) for h in each.holdings],
                "deputies": list(each.deputies),
                "others": list(each.others),
            }
            for each in found.lone_roles
        ],
        "many_roles": [
            {"person": each.person, "held": [_holding(h) for h in each.holdings]}
            for each in found.many_roles
        ],
        "lone_skills": [
            {
                "skill": each.id,
                "needed": each.needed,
                "person": each.person,
                "level": each.level,
                "next_best": each.next_best or None,
                "next_level": each.next_level or None,
            }
            for each in found.lone_skills
        ],
        "uncovered_skills": list(found.uncovered),
        "successions": [_succession(each) for each in found.successions],
    }


def _head(day: dt.date) -> Json:
    return {"format_version": FORMAT_VERSION, "on": day.isoformat()}


def _skill(row: SkillRow) -> Json:
    return {
        "skill": row.id,
        "held": row.held or None,
        "needed": row.needed or None,
        "assessed_on": _day(row.assessed_on),
    }


def _step(each: Step) -> Json:
    found = each.readiness
    return {
        "role": each.role.id,
        "ready": each.is_ready,
        "lacks": list(each.lacks),
        "reached": list(found.reached),
        "missing": [_skill(row) for row in each.missing],
        "worked_days": found.worked,
        "certificate": found.certificate.name if found.certificate else None,
        "usual_certificates": list(each.role.certifications),
    }


def _experience(each: Experience) -> Json:
    return {
        "role": each.role,
        "months": each.months,
        "days": each.days,
        "from": _day(each.first),
        "until": _day(each.last),
        "scopes": list(each.scopes),
        "tier_led": each.tier,
        "budget_led": str(each.budget) if each.budget is not None else None,
        "largest": each.largest or None,
    }


def _certificate(row: CertificateRow) -> Json:
    return {
        "name": row.certificate.name,
        "body": row.certificate.body,
        "awarded": _day(row.certificate.awarded),
        "expires": _day(row.certificate.expires),
        "state": row.state,
        "days_left": row.days_left,
    }


def _holding(h: Holding) -> Json:
    return {"role": h.role, "scope": h.scope.id, "from": _day(h.from_), "until": _day(h.until)}


def _succession(each: Succession) -> Json:
    return {
        "role": each.role.id,
        "held": [_holding(h) | {"person": h.person} for h in each.holdings],
        "candidates": [{"person": c.person.id} | _step(c.step) for c in each.candidates],
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
