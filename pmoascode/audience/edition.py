"""The edition of the site for one audience: what it is called, and what it does not show."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pmoascode.audience.redaction import Redaction, untold
from pmoascode.finding import CannotRun
from pmoascode.measures.leaving_out import flaw, left_out, taken
from pmoascode.office import Office
from pmoascode.office.fields import kind_named
from pmoascode.records.audience import Audience

# Work, and what tells where it belongs.
_WORK = frozenset((
    "project", "programme", "portfolio",
    "project.programme", "project.portfolio", "programme.portfolio",
))  # fmt: skip


@dataclass(frozen=True)
class Edition:
    """What readers are told of the edition that they read."""

    audience: str = ""  # its name in the policy; empty: nobody in particular
    is_whole: bool = True  # nothing is kept back; else no finding, commit or link to a file is told
    kept_back: tuple[str, ...] = ()  # in words
    left_out: frozenset[str] = frozenset()  # the kinds and fields, and single records in full
    has_all_work: bool = True  # no project, programme or portfolio is out, nor what it belongs to
    untold: tuple[str, ...] = ()  # ids and names of work of which nothing may be read

    def lacks(self, *names: str) -> bool:
        """Whether one of the kinds, such as `risk`, or fields, such as `project.budget`, is out."""
        kinds = {name.partition(".")[0] for name in names}
        return not self.left_out.isdisjoint(kinds | set(names))

    def lacks_some(self, *names: str) -> bool:
        """Whether single records of one of the kinds are out."""
        kinds = {name.partition(".")[0] for name in names}
        return any("/" in word and word.partition("/")[0] in kinds for word in self.left_out)

    def has_whole(self, *names: str) -> bool:
        """Whether nothing of the kinds or fields is out: no record, and no part of a field."""
        is_part = any(word.startswith(f"{name}.") for word in self.left_out for name in names)
        return not (is_part or self.lacks(*names) or self.lacks_some(*names))


def edition(office: Office, name: str) -> tuple[Edition, Redaction]:
    """The edition for the audience of the name, and what makes the office that it is made from.

    Raises:
        CannotRun: the policy has no such audience, or it leaves out what there is not.
    """
    audience = office.policy.audiences.get(name)
    if audience is None:
        known = ", ".join(sorted(office.policy.audiences)) or "none"
        raise CannotRun(f"the policy has no audience {name}; it has: {known}")
    for word in audience.leave_out:
        if wrong := flaw(word, office):
            raise CannotRun(
                f"policy: audience {name} leaves out `{word}`, and {wrong}; put the word right,"
                " or what it was to keep back would be shown"
            )
    redaction = Redaction(audience, left_out(audience.leave_out))
    hidden = untold(office, redaction(office))
    words = frozenset(each for word in audience.leave_out for each in taken(word))
    return (
        Edition(
            name,
            audience.gets_everything,
            tuple(_kept_back(audience)),
            words,
            audience.projects == "all"
            and _WORK.isdisjoint(word.partition("/")[0] for word in words),
            tuple(text for work in hidden for text in (work.id, work.display_name)),
        ),
        replace(redaction, withheld=frozenset(work.id for work in hidden)),
    )


def _kept_back(audience: Audience) -> Iterator[str]:
    if audience.projects == "published":
        yield "work that is not for publication, and all that is kept with it"
    for word in dict.fromkeys(tuple(taken(word))[-1] for word in audience.leave_out):
        kind, _, path = word.partition(".")
        found = kind_named(kind)
        if found is not None:
            title = found.title[0].lower() + found.title[1:]
            said = path.replace(".*", "").replace(".", ", ").replace("_", " ")
            yield f"of each {title} its {said}" if path else f"records of the kind {title}"
    if any("/" in word for word in audience.leave_out):
        yield "some single records"
    if not audience.gets_everything:
        yield "findings, and who changed what"
    if audience.people != "full":
        yield "the names of people" if audience.people == "role" else "people's full names"
