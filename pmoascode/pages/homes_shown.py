"""The homes of what an office covers, as readers see them: linked, with the office's own data."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from markupsafe import Markup

from pmoascode.office.naming import role_name
from pmoascode.pages.directory import Directory
from pmoascode.pages.facts import Facts, anchor
from pmoascode.pages.here import Here, link
from pmoascode.pages.page import Page
from pmoascode.pages.wording import counted, plain
from pmoascode.records.person import Person
from pmoascode.records.record import Record
from pmoascode.records.skill import Skill
from pmoascode.rule import PROFILES
from pmoascode.views.coverage import Home
from pmoascode.views.findings import counts
from pmoascode.views.homes import ANY, FieldUse, entry, field_use
from pmoascode.views.rule_catalogue import rules_by_name

_ID = re.compile(r'\sid="([^"]+)"')
_LONGEST = 110  # characters of a value that is shown
_WORDS = {
    "skills": "skill",
    "responsibilities": "responsibility",
    "works_with": "works with the",
}
_TITLES = {
    "": "Portfolio",
    "projects/*": "A project",
    "programmes/*": "A programme",
    "people/*": "A person",
    "portfolios/*": "A portfolio",
    "meetings/*": "A meeting",
    "roles/*": "A role",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One home, and what the office has there."""

    home: Home
    name: str  # markup where it leads anywhere, else plain text
    there: str  # of the office's own data, as above; empty where there is nothing to say
    is_there: bool


@dataclass(frozen=True)
class Desk:
    """Looks every home up."""

    facts: Facts
    pages: Mapping[str, Page]
    known: dict[str, tuple[str, ...]] = field(default_factory=dict)  # path -> its anchors
    uses: dict[str, FieldUse | None] = field(default_factory=dict)  # several items share a field

    def shown(self, path: str, home: Home) -> Shown:
        """The home as the page at the path shows it."""
        show = {
            "field": self._field,
            "entry": self._entry,
            "rule": self._rule,
            "page": self._page,
            "command": self._command,
        }[home.kind]
        return show(path, home)

    def _field(self, path: str, home: Home) -> Shown:
        if home.name not in self.uses:
            self.uses[home.name] = field_use(self.facts.office, home.name)
        here, use = Here(self.facts, path), self.uses[home.name]
        if use is None:
            return Shown(home, home.name, "", is_there=False)
        of = f" of {plain(use.keys[0])}" if ANY in use.keys else ""
        title = f"{use.kind.title}: {use.title.lower()}{of}"
        name = link(here.url(f"reference/{use.kind.name}"), title)
        return Shown(home, name, self._used(here, use), is_there=use.used > 0)

    def _used(self, here: Here, use: FieldUse) -> str:
        if use.is_personal and not self.facts.tells_personal:
            return "personal; shown at the desk"
        if not use.used:
            whole = self.facts.edition.is_whole
            return "not used yet" if whole else "nothing in this edition"
        sample = use.sample
        if sample is None or use.total == 1:
            return "in use"
        said = Markup("in {} of {}").format(use.used, use.total)
        if isinstance(sample, Person):
            return said + Markup(", as of {}").format(here.person(sample.id))
        owner = self.facts.office.owner(sample)
        address = self._record_address(here, sample)
        at = link(address, sample.display_name)
        if owner and sample.display_name == sample.id and not address:
            return said + Markup(", as of {}").format(here.record(owner))  # it has no name
        if owner and owner is not sample:
            return said + Markup(", as {} of {}").format(at, here.record(owner))
        return said + Markup(", as {}").format(at)

    def _record_address(self, here: Here, record: Record) -> str:
        """The page of the record, or its place on its owner's; empty where it is not shown."""
        own = self.facts.page_of(record)
        if own:
            return here.url(own)
        owner = self.facts.office.owner(record)
        path = (self.facts.page_of(owner) if owner else None) or ""
        if path not in self.pages or anchor(record) not in self._anchors(path):
            return ""
        return here.url(path, anchor(record))

    def _entry(self, path: str, home: Home) -> Shown:
        here, found = Here(self.facts, path), entry(self.facts.office, home.name)
        if found is None:
            return Shown(home, home.name, "", is_there=False)
        what = " ".join(filter(None, (self._word(found.keys, key) for key in found.keys)))
        said = f"{found.record.display_name}{': ' if what else ''}{what}"
        name = link(self._entry_address(here, home.name, found.keys), said)
        return Shown(home, name, self._value(found.value), is_there=True)

    def _word(self, keys: tuple[str, ...], key: str) -> str:
        """A key of an entry as readers know it: a skill or a role by its title."""
        office = self.facts.office
        if key in _WORDS:
            return _WORDS[key] if len(keys) > 1 else plain(key)
        if keys[0] == "responsibilities":
            return ""
        skill = office.find(Skill, key) if keys[0] == "skills" else None
        if skill:
            return skill.title if skill.title[:2].isupper() else skill.title.lower()
        return role_name(key, office).replace("_", " ")

    def _value(self, value: object) -> str:
        """A value of an entry: a level, a list, or how a text begins."""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, int):
            return f"level {value}"
        if isinstance(value, dict):
            value = value.get("text")
        if isinstance(value, list | tuple):
            value = ", ".join(self._word(("",), str(each)) for each in value)
        text = str(value or "")
        return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + "…"

    def _entry_address(self, here: Here, name: str, keys: tuple[str, ...]) -> str:
        """Where the entry is seen: a standard by its anchor, a role on its page."""
        kind, _, id = name.partition(".")[0].partition("/")
        path, at = f"roles/{id}", keys[0].replace("_", "-") if keys else ""
        if kind == "standard":
            path, at = "standards", f"standard-{id}"
        if path not in self.pages or kind not in ("role", "standard"):
            return ""
        return here.url(path, at if at in self._anchors(path) else "")

    def _anchors(self, path: str) -> tuple[str, ...]:
        if path not in self.known:
            self.known[path] = tuple(_ID.findall(self.pages[path].html))
        return self.known[path]

    def _rule(self, path: str, home: Home) -> Shown:
        links, rule = Directory(self.facts, path), rules_by_name().get(home.name)
        if rule is None:
            return Shown(home, home.name, "", is_there=False)
        office, number = self.facts.office, counts(self.facts.verdict.findings)[home.name]
        if PROFILES.index(rule.profile) > PROFILES.index(office.policy.profile):
            said = f"asked from the profile {rule.profile} on"
        elif home.name in {each.rule for each in self.facts.verdict.skipped}:
            said = "asked of each change"
        elif not self.facts.edition.is_whole:
            said = "findings are not published"
        else:
            said = counted(number, "finding") if number else "kept everywhere"
        return Shown(home, links.rule(home.name), said, is_there=True)

    def _page(self, path: str, home: Home) -> Shown:
        wanted, _, at_wanted = home.name.partition("#")
        title, found = _title(wanted), self._found(wanted, at_wanted)
        if found is None:
            said = "not on this site" if self.facts.edition.is_whole else "not in this edition"
            return Shown(home, title, said, is_there=False)
        target, at = found
        heading = next((each.title for each in target.headings if each.id == at), "")
        named = f"{title}: {heading}" if heading not in ("", title) else title
        name = link(Here(self.facts, path).url(target.path, at), named)
        there = f"as of {target.title}" if "*" in wanted else ""
        return Shown(home, name, there, is_there=True)

    def _found(self, wanted: str, at_wanted: str) -> tuple[Page, str] | None:
        """The first page of the pattern that has the anchor, and the anchor itself."""
        if "*" not in wanted and wanted in self.pages:
            candidates: Iterable[str] = [wanted]
        else:
            # What has no page of its own may be a folder of several.
            wanted = wanted if "*" in wanted else f"{wanted}/*"
            candidates = (path for path in self.pages if fnmatchcase(path, wanted))
        for path in candidates:
            if not at_wanted:
                return self.pages[path], ""
            at = next((a for a in self._anchors(path) if fnmatchcase(a, at_wanted)), None)
            if at:
                return self.pages[path], at
        return None

    def _command(self, _path: str, home: Home) -> Shown:
        name = Markup("<code>pmo {}</code>").format(home.name)
        return Shown(home, name, "", is_there=True)


def _title(path: str) -> str:
    """What the page is called in a list of homes."""
    if path in _TITLES:
        return _TITLES[path]
    folder, _, rest = path.partition("/")
    named = plain(path.rpartition("/")[2]).capitalize()
    kinds = {"roles": "Role", "reference": "Reference", "registers": "Register"}
    return f"{kinds[folder]}: {named}" if rest and folder in kinds else named
