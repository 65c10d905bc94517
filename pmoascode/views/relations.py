"""How a role stands to others: whom it works with, where careers come from and lead to."""

from collections.abc import Iterable

from pmoascode.measures.responsibility import successors
from pmoascode.office import Office
from pmoascode.records.role import Role


def works_with(office: Office, role: Role) -> tuple[tuple[str, str], ...]:
    """The roles that this one works with and on what, by its own record or else by theirs."""
    others = {
        other.id: other.works_with[role.id]
        for other in office.known(Role)
        if role.id in other.works_with and other.status == "active"
    }
    own = {id: text for id, text in role.works_with.items() if not _is_retired(office, id)}
    return tuple((own | {id: text for id, text in others.items() if id not in own}).items())


def in_force(office: Office, ids: Iterable[str]) -> tuple[str, ...]:
    """The roles without retired ones, in whose place those stand that took over."""
    after = successors(office)
    return tuple(dict.fromkeys(filter(None, (after.get(id, id) for id in ids))))


def leads_from(office: Office, role: Role) -> tuple[str, ...]:
    """The roles from which a career leads to this one, by title."""
    found = [r for r in office.known(Role) if role.id in r.next_roles and r.status == "active"]
    return tuple(r.id for r in sorted(found, key=lambda r: (r.rank, r.title, r.id)))


def leads_to(office: Office, role: Role) -> tuple[str, ...]:
    """The roles to which a career leads from this one."""
    return in_force(office, role.next_roles)


def incompatible(office: Office, role: Role) -> tuple[tuple[str, str], ...]:
    """The roles that the same person may not hold as well, with how grave it is."""
    found = {
        other.id: other.incompatible_with[role.id]
        for other in office.known(Role)
        if role.id in other.incompatible_with
    }
    every = (found | role.incompatible_with).items()
    return tuple(
        sorted(((id, w) for id, w in every if not _is_retired(office, id)), key=lambda i: i[::-1])
    )


def _is_retired(office: Office, id: str) -> bool:
    role = office.find(Role, id)
    return role is not None and role.status == "retired"
