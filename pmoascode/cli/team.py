"""With whom a project or programme begins: its sponsor and its manager, as given or answered."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import click

from pmoascode.acts.choices import people
from pmoascode.acts.creating import FIRST_ROLES
from pmoascode.acts.usual import Desk
from pmoascode.cli.asking import chosen, said
from pmoascode.cli.field_options import FieldValue
from pmoascode.editors.ids import Offer
from pmoascode.measures.workload import workload
from pmoascode.office.fields import kind_named
from pmoascode.office.naming import role_name
from pmoascode.records.fields import Tier
from pmoascode.records.role import Role
from pmoascode.rules import RULES
from pmoascode.verdict.judging import is_asked

_LETTER = "sponsor-without-appointment"
_KIND = kind_named("assignment")


def team_options(name: str) -> Iterator[click.Option]:
    """The options of the roles with which a record of the kind begins."""
    for role in FIRST_ROLES.get(name, ()):
        short, title = role.rpartition("-")[2], role.replace("-", " ")
        yield _option(short, role, "person", "PERSON", f"Who is its {title} from today on.")
        share = f"Share of full time of its {title}; the least of its tier if left out."
        yield _option(f"{short}-time", f"{role}-time", "time", "SHARE", share)
    if name in FIRST_ROLES:
        day = "The day of the sponsor's letter of appointment."
        yield _option("appointed", "appointed", "appointment.date", "DAY", day)
        line = "The role to which the sponsor answers by that letter."
        yield _option(
            "accountable-to", "accountable-to", "appointment.accountable_to", "ROLE", line
        )


def _option(name: str, parameter: str, field: str, metavar: str, about: str) -> click.Option:
    type_ = FieldValue(_KIND, tuple(field.split("."))) if _KIND else None
    names = [f"--{name}", parameter.replace("-", "_")]
    return click.Option(names, type=type_, metavar=metavar, help=about)


def team(
    desk: Desk, name: str, tier: Tier | None, given: Mapping[str, Any], *, asks: bool
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each role that somebody begins with, and the entry of the assignment."""
    rigour = desk.office.policy.rigour(tier)
    for role in FIRST_ROLES.get(name, ()):
        person = given.get(role.replace("-", "_")) or (_person(desk, role) if asks else "")
        least = rigour.sponsor_time if role == "sponsor" else rigour.pm_time
        time = given.get(f"{role.replace('-', '_')}_time") or str(least)
        if not person:
            continue
        entry = {"person": person, "from": desk.today.isoformat(), "time": time}
        letter = _letter(desk, tier, given, asks=asks) if role == "sponsor" else {}
        yield role, {**entry, **({"appointment": letter} if letter else {})}


def _person(desk: Desk, role: str) -> str:
    title = role_name(role, desk.office)
    known = tuple(_with_load(desk, offer) for offer in people(desk.office, None, desk.today))
    about = f"Who is its {title} from today on."
    return chosen(title[:1].upper() + title[1:], about, known, is_optional=True)


def _with_load(desk: Desk, offer: Offer) -> Offer:
    """The person with how much of the working time is assigned on the day."""
    loads = workload(offer.id, desk.office, desk.today)
    now = next((load.percent for load in loads if desk.today in load.tenure), 0)
    return replace(offer, about=f"{now} % assigned" if now else "")


def _letter(
    desk: Desk, tier: Tier | None, given: Mapping[str, Any], *, asks: bool
) -> Mapping[str, str]:
    """What the sponsor's letter of appointment says; asked for where a rule wants it."""
    day, role = given.get("appointed") or "", given.get("accountable_to") or ""
    rule = next(rule for rule in RULES if rule.name == _LETTER)
    is_small = (tier or desk.office.policy.defaults.tier) == "small"
    if asks and not day and is_asked(rule, desk.office.policy.profile) and not is_small:
        day = said(
            "Appointed (optional)", "The day of the sponsor's letter.", _day, may_be_empty=True
        )
    if day and asks and not role:
        roles = tuple(Offer(r.id, r.title) for r in desk.office.known(Role))
        role = chosen("Accountable to", "The role to which the sponsor answers.", roles)
    return {"date": day, **({"accountable_to": role} if role else {})} if day else {}


def _day(text: str) -> str:
    return str(FieldValue(_KIND, ("appointment", "date")).read(text)) if text and _KIND else ""
