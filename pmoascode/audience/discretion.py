"""Takes out of texts and addresses whatever tells who somebody is that is not to be named."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from markupsafe import escape

from pmoascode.audience.beginnings import Beginnings
from pmoascode.audience.marks import WORD, Words, parts, whole, without_spaces, words
from pmoascode.audience.ordinary import ORDINARY
from pmoascode.audience.shown import NOT_NAMED, NOT_PUBLISHED, shown
from pmoascode.office import Office
from pmoascode.records.person import Person

# What may stand between two words of one name, id or address, in HTML too.
_BETWEEN = re.compile(r"(?:\s+|[._@'\u2019,*()/+-]|&#3[49];|&#x27;|&nbsp;|%20|%40){1,5}")
_CUT = 3  # letters of a name that was cut short, from which on it tells who is meant


@dataclass(frozen=True, slots=True)
class Said:
    """What is said in the place of a sequence of words."""

    text: str  # for readers; empty: the words may stay, they are of somebody who is named
    address: str = ""  # the same as a part of an address


Put = Callable[[Said], str]


@dataclass(frozen=True)
class Discretion:
    """Everything that tells of people who are not named, with what is said instead."""

    wholes: Mapping[str, Mapping[Words, Said]] = field(default_factory=dict)  # by 1st word
    parts: Mapping[str, Said] = field(default_factory=dict)  # by each spelling
    unspaced: Mapping[str, Said] = field(default_factory=dict)  # names in scripts without spaces

    def __call__(self, text: str) -> str:
        """The plain text with what is shown of people in the place of whatever tells of them."""
        return self._plain(text)

    @cached_property
    def html(self) -> Callable[[str], str]:
        """The same of a text that is escaped for HTML."""
        return cache(lambda text: self._put(text, _escaped, self.parts))

    @cached_property
    def address(self) -> Callable[[str], str]:
        """An address, anchor or path with a number in the place of ids, logins and names."""
        return cache(lambda text: self._put(text, lambda said: said.address, self.parts))

    def tells(self, address: str) -> bool:
        """Whether the address has somebody's id, login, e-mail address or name in it."""
        return self.address(address) != address

    def places(self, text: str) -> Sequence[int]:
        """Where in the text, which is in NFC, something may begin that tells; quickly found."""
        if not self.wholes:
            return ()
        found = list(self._telling.places(text))
        if self.parts and "…" in text:
            found += (at for at, word in _words_before_cuts(text) if self._cut(word))
        if self.unspaced:
            found += (name.start() for name in self._unspaced.finditer(text))
        return sorted(found)

    @cached_property
    def _plain(self) -> Callable[[str], str]:
        """What is said of each text, worked out once: pages say the same many times."""
        return cache(lambda text: self._put(text, lambda said: said.text, self.parts))

    def _put(self, text: str, put: Put, parts: Mapping[str, Said]) -> str:
        if self.wholes and not text.isascii():
            text = unicodedata.normalize("NFC", text)
        if not self.places(text):
            return text
        kept, done, seen = list[str](), 0, 0
        for word in WORD.finditer(text):
            start, end = word.span()
            if start < seen or (word[0].lower() not in self._begin and text[end : end + 1] != "…"):
                continue
            seen, said = self._at(text, word, parts)
            if said:
                kept += [text[done:start], put(said)]
                done = seen
        text = "".join([*kept, text[done:]]) if kept else text
        return self._unspaced.sub(lambda name: put(self.unspaced[name[0]]), text)

    def _at(
        self, text: str, word: re.Match[str], parts: Mapping[str, Said]
    ) -> tuple[int, Said | None]:
        """Where what begins with the word ends, and what is said instead; None: it stays."""
        first = word[0].lower()
        known, longest = self.wholes.get(first, {}), self._longest.get(first, 0)
        for sequence, end in _sequences(text, word.end(), first, longest):
            if said := known.get(sequence):
                return end, said if said.text else None
        found = parts.get(word[0])
        if found is None and parts and text.startswith("…", word.end()):
            found = self._cut(word[0])
        return word.end(), found

    def _cut(self, begun: str) -> Said | None:
        """What is said for a part of a name of which a chart or a list shows the beginning."""
        at = bisect_left(self._spellings, begun)
        known = at < len(self._spellings) and self._spellings[at].startswith(begun)
        return Said(NOT_NAMED) if known and len(begun) >= _CUT else None

    @cached_property
    def _begin(self) -> frozenset[str]:
        """The words, in small letters, with which something may begin."""
        return frozenset(self.wholes) | {part.lower() for part in self.parts}

    @cached_property
    def _telling(self) -> Beginnings:
        """Those with which something begins that is not to be told, not those of who is named."""
        wholes = self.wholes.items()
        told = {word for word, known in wholes if any(said.text for said in known.values())}
        return Beginnings(told.union(part.lower() for part in self.parts))

    @cached_property
    def _longest(self) -> Mapping[str, int]:
        """How many words the longest sequence has, by the first."""
        return {first: max(map(len, known)) for first, known in self.wholes.items()}

    @cached_property
    def _spellings(self) -> Sequence[str]:
        return sorted(self.parts)

    @cached_property
    def _unspaced(self) -> re.Pattern[str]:
        """The names by their first letters; longer ones first."""
        groups: dict[str, list[str]] = {}
        for name in sorted(self.unspaced, key=lambda name: (-len(name), name)):
            groups.setdefault(name[0], []).append(name[1:])
        each = (f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(groups.items()))
        return re.compile("|".join(each) or r"(?!)")


def _escaped(said: Said) -> str:
    return str(escape(said.text))


def discretion(office: Office, untold: Iterable[str] = ()) -> Discretion:
    """What the readers of the site must not be told, by the policy and each person's record.

    `untold` are ids and names of projects and the like that are withheld from them.
    """
    ordinary = ORDINARY | {word.lower() for word in office.policy.people.words}
    wholes: dict[str, dict[Words, Said]] = {}
    spelt: dict[str, Said] = {}
    unspaced: dict[str, Said] = {}
    for number, person in enumerate(office.all(Person), start=1):
        found = shown(office, person)
        if found.is_named:
            _add(wholes, (each for each in whole(person) if len(each) > 1), Said(""))
            continue
        said = Said(found.text, f"person-{number}")
        known = (each for each in whole(person) if len(each) > 1 or each[0] not in ordinary)
        _add(wholes, known, said)
        for part in parts(person, ordinary):
            known_as = spelt.setdefault(part, Said(found.text, f"name-{len(spelt) + 1}"))
            if known_as.text != found.text:
                spelt[part] = replace(known_as, text=NOT_NAMED)
        if name := without_spaces(person):
            unspaced[name] = said
    withheld = (each for text in untold if (each := words(text)) and _tells(each, ordinary))
    _add(wholes, withheld, Said(NOT_PUBLISHED, "withheld"))
    if not any(said.text for known in wholes.values() for said in known.values()):
        return Discretion()
    return _told_of_nobody(Discretion(wholes, spelt, unspaced))


def _told_of_nobody(found: Discretion) -> Discretion:
    """The same where what is said instead tells of nobody, as "Assistant to Tom Berg" would."""

    def careful(said: Said) -> Said:
        return said if found(said.text) == said.text else replace(said, text=NOT_NAMED)

    return Discretion(
        {
            first: {sequence: careful(said) for sequence, said in known.items()}
            for first, known in found.wholes.items()
        },
        {part: careful(said) for part, said in found.parts.items()},
        {name: careful(said) for name, said in found.unspaced.items()},
    )


def _add(wholes: dict[str, dict[Words, Said]], sequences: Iterable[Words], said: Said) -> None:
    """Takes the sequences in; of two people of one name, who is not named wins."""
    for sequence in sequences:
        known = wholes.setdefault(sequence[0], {})
        if not known.get(sequence, Said("")).text:
            known[sequence] = said


def _tells(sequence: Words, ordinary: Collection[str]) -> bool:
    return len(sequence) > 1 or sequence[0] not in ordinary


def _sequences(text: str, at: int, first: str, longest: int) -> Sequence[tuple[Words, int]]:
    """The words from the first on, as far as they may belong together, and where each run ends."""
    found: list[tuple[Words, int]] = [((first,), at)] if longest else []
    while len(found) < longest:
        gap = _BETWEEN.match(text, at)
        word = WORD.match(text, gap.end()) if gap else None
        if word is None:
            break
        at = word.end()
        found.append(((*found[-1][0], word[0].lower()), at))
    return found[::-1]


def _words_before_cuts(text: str) -> Iterator[tuple[int, str]]:
    """The words, whole or not, at which a text was cut short, and where they begin."""
    end = text.find("…")
    while end >= 0:
        start = end
        while start and text[start - 1].isalnum():
            start -= 1
        yield start, text[start:end]
        end = text.find("…", end + 1)
