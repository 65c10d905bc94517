"""Takes out of texts and addresses whatever tells who somebody is that is not to be named."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import escape

from pmoascode.audience.marks import WORD, Words, parts, whole, without_spaces, words
from pmoascode.audience.ordinary import ORDINARY
from pmoascode.audience.shown import NOT_NAMED, NOT_PUBLISHED, shown
from pmoascode.office import Office
from pmoascode.records.person import Person

# What may stand between two words of one name, id or address, in HTML too.
_BETWEEN = re.compile(r"(?:\s+|[._@'\u2019,-]|&#3[49];|&#x27;|&nbsp;|%20|%40){1,5}")
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

    wholes: Mapping[str, Sequence[tuple[Words, Said]]] = field(default_factory=dict)  # by 1st word
    parts: Mapping[str, Said] = field(default_factory=dict)  # by each spelling
    unspaced: Mapping[str, Said] = field(default_factory=dict)  # names in scripts without spaces

    def __call__(self, text: str) -> str:
        """The plain text with what is shown of people in the place of whatever tells of them."""
        return self._put(text, lambda said: said.text, self.parts)

    def html(self, text: str) -> str:
        """The same of a text that is escaped for HTML."""
        return self._put(text, lambda said: str(escape(said.text)), self.parts)

    def address(self, text: str) -> str:
        """An address, anchor or path with a number in the place of ids, logins and whole names."""
        return self._put(text, lambda said: said.address, {})

    def tells(self, address: str) -> bool:
        """Whether the address has somebody's id, login, e-mail address or whole name in it."""
        return self.address(address) != address

    def hints(self, text: str) -> tuple[str, ...]:
        """What of the text, in small letters, may begin something that tells; quickly found."""
        words = self._begin.intersection(word.lower() for word in WORD.findall(text))
        cut = ("…",) if self.parts and "…" in text else ()
        return (*sorted(words), *cut, *sorted(set(self._unspaced.findall(text))))

    def _put(self, text: str, put: Put, parts: Mapping[str, Said]) -> str:
        if not self.wholes:
            return text
        if not unicodedata.is_normalized("NFC", text):
            text = unicodedata.normalize("NFC", text)
        kept, done = list[str](), 0
        for word in WORD.finditer(text):
            start, end = word.span()
            if start < done or (word[0].lower() not in self._begin and text[end : end + 1] != "…"):
                continue
            end, said = self._at(text, word, parts)
            if said:
                kept += [text[done:start], put(said)]
                done = end
        text = "".join([*kept, text[done:]]) if kept else text
        return self._unspaced.sub(lambda name: put(self.unspaced[name[0]]), text)

    def _at(
        self, text: str, word: re.Match[str], parts: Mapping[str, Said]
    ) -> tuple[int, Said | None]:
        """Where what begins with the word ends, and what is said instead; None: it stays."""
        for sequence, said in self.wholes.get(word[0].lower(), ()):
            end = _end(text, word.end(), sequence[1:])
            if end:
                as_it_is = text[word.start() : end]
                return end, said if said.text else Said(as_it_is, as_it_is)
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
            is_shared = spelt.get(part, said).text != said.text
            spelt[part] = Said(NOT_NAMED) if is_shared else said
        if name := without_spaces(person):
            unspaced[name] = said
    withheld = (each for text in untold if (each := words(text)) and _tells(each, ordinary))
    _add(wholes, withheld, Said(NOT_PUBLISHED, "withheld"))
    if not any(said.text for known in wholes.values() for said in known.values()):
        return Discretion()
    return Discretion(
        {word: _longest_first(known) for word, known in wholes.items()}, spelt, unspaced
    )


def _add(wholes: dict[str, dict[Words, Said]], sequences: Iterable[Words], said: Said) -> None:
    """Takes the sequences in; of two people of one name, who is not named wins."""
    for sequence in sequences:
        known = wholes.setdefault(sequence[0], {})
        if not known.get(sequence, Said("")).text:
            known[sequence] = said


def _tells(sequence: Words, ordinary: Collection[str]) -> bool:
    return len(sequence) > 1 or sequence[0] not in ordinary


def _longest_first(known: Mapping[Words, Said]) -> Sequence[tuple[Words, Said]]:
    return sorted(known.items(), key=lambda each: (-len(each[0]), each[0]))


def _end(text: str, at: int, rest: Words) -> int:
    """Where the rest of the words ends that begin at the place; 0 where others stand there."""
    for wanted in rest:
        gap = _BETWEEN.match(text, at)
        word = WORD.match(text, gap.end()) if gap else None
        if word is None or word[0].lower() != wanted:
            return 0
        at = word.end()
    return at
