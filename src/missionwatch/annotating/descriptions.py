"""Vague words for a mission, resolved: "the training mission in Iraq" by what it says, "the mission" by what
the report spoke of.

Finding the words and saying which mission they mean are two steps; two candidates mean not resolved (law 5).
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from missionwatch.annotating import narrowing
from missionwatch.annotating.vague import HYPHENS, TAKING_PART, Description, Finder, countries_of, word_set
from missionwatch.annotating.words import words
from missionwatch.catalogue.catalogue import Catalogue
from missionwatch.catalogue.entries import Mission
from missionwatch.model.document import Document, Mention, Sentence
from missionwatch.model.passage import Span
from missionwatch.model.salience import goes_on, main_mission

_REMEMBERED = 60
"""So many of the missions last named count when a report says \"the mission\"."""
_NUMBER_REACH = 12
_PREPOSITION = 12
"""So many characters before a name hold its preposition and article."""
_DOMINATES = 3
"""So many times as often as another the report must have named its own subject to go on with it behind the other."""
_OFTEN = 2
"""So often the report must name a country to be about it."""


@dataclass(frozen=True)
class _Resolver:
    document: Document
    catalogue: Catalogue

    def _set(self, key: str) -> frozenset[str]:
        return word_set(self.document.language, key)

    @functools.cached_property
    def _heads(self) -> dict[str, tuple[str, ...]]:
        """The head words and the kinds of mission that each can mean."""
        return words(self.document.language, "descriptions").groups("heads")

    def describe(self) -> tuple[Mention, ...]:
        """All mentions of the document, with those of the vague phrases that can be resolved."""
        finder = Finder(self.document, self.catalogue)
        found: list[Mention] = []
        ahead = [m for m in reversed(self.document.mentions) if m.kind == "mission"]
        named: deque[Mention] = deque(maxlen=_REMEMBERED)
        for sentence in self.document.sentences:
            here = [m for m in self.document.within(sentence.span) if m.kind == "mission"]
            for ways in finder.in_sentence(sentence):
                if any(m.start < ways[0].end and ways[0].start < m.end for m in here):
                    continue
                while ahead and ahead[-1].start < ways[0].start:
                    named.append(ahead.pop())
                ways = self._told_first(ways, tuple(named))
                tried = (list(self._resolved(way, sentence, tuple(named))) for way in ways)
                resolved = next((found for found in tried if found), [])
                named.extend(resolved)
                found.extend(resolved)
        both = (*self.document.mentions, *found)
        return tuple(sorted(both, key=lambda m: (m.start, -m.end, m.kind != "mission")))

    def _told_first(self, ways: tuple[Description, ...], named: Sequence[Mention]) -> tuple[Description, ...]:
        """The ways in which the phrase can be taken; first those that mean a mission which the report names."""
        if len(ways) == 1 or ways[0].located != ways[-1].located:
            return ways  # where it is tells more than what was named before
        told = self._told(named)
        return tuple(sorted(ways, key=lambda way: way.bare or not self._fitting(told, way)))

    def _is_part(self, description: Description) -> bool:
        """ "Austrian peacekeepers", "13 peacekeepers" are a part of a mission, "Haiti's police force" is none."""
        whose = description.organisations or description.leaders or description.shared or description.only
        if description.head in self._set("armed") and description.nations and not whose:
            return True
        if description.head not in self._set("people"):
            return False
        inside = self.document.within(Span(description.start, description.end))
        national = any(m.kind == "nation" and m.form == "adjective" for m in inside)
        before = self.document.text[max(0, description.start - _NUMBER_REACH) : description.start].split()
        return national or (bool(before) and before[-1][-1:].isdecimal())

    def _is_said_of(
        self, description: Description, sentence: Sentence, named: Sequence[Mention]
    ) -> Mission | None:
        """ "KFOR is a peacekeeping force": what is said of a mission means that mission."""
        before = self.document.text[sentence.start : description.start].lower().split()[-4:]
        said = not self._set("articles").isdisjoint(before) and not self._set("copulas").isdisjoint(before)
        if not said or not self._set("negations").isdisjoint(before):
            return None
        subject = next((m for m in reversed(named) if m.start >= sentence.start), None)
        return self.catalogue.mission(subject.id) if subject is not None and subject.id else None

    def _resolved(
        self, description: Description, sentence: Sentence, named: Sequence[Mention]
    ) -> Iterable[Mention]:
        if self._is_part(description):
            return
        subject = self._is_said_of(description, sentence, named)
        if subject is not None:
            yield self._mention(description.start, description.end, subject, "description")
            return
        whole = self._organisation_as_a_whole(description, sentence, named)
        if whole is not None:
            yield self._mention(description.start, description.end, whole, "organisation")
            return
        mission = self._mission(description, sentence, named)
        if mission is not None:
            form = "pronoun" if description.bare else "description"
            yield self._mention(description.start, description.end, mission, form)
        for place in description.further:
            other = replace(
                description,
                countries=frozenset(countries_of(self.catalogue, place)),
                places=frozenset({place.id} if place.kind == "place" and place.id else ()),
                further=(),
            )
            found = self._mission(other, sentence, named)
            if found is not None:
                yield self._mention(place.start, place.end, found, "description")

    def _mention(self, start: int, end: int, mission: Mission, form: str) -> Mention:
        return Mention(start, end, self.document.text[start:end], "mission", mission.id, mission.name, form)

    def _organisation_as_a_whole(
        self, description: Description, sentence: Sentence, named: Sequence[Mention]
    ) -> Mission | None:
        """ "NATO's missions", "UN peacekeeping operations": the organisation stands for all of them."""
        if description.head not in self._set("plural") or description.leaders:
            return None
        if description.located and not description.several:
            return None
        ids = description.organisations or (
            self._subject_organisations(description, sentence)
            if description.head in self._set("whole")
            else frozenset()
        )
        found = [
            m
            for m in self.catalogue.missions
            if m.kind == "organisation" and (m.id in ids or m.organisation in ids)
        ]
        return found[0] if len(found) == 1 else None

    def _subject_organisations(self, description: Description, sentence: Sentence) -> frozenset[str]:
        before = [
            m.of if m.kind == "body" else m.id
            for m in self.document.mentions
            if (m.kind == "organisation" or (m.kind == "body" and m.of in self._organisations))
            and sentence.start <= m.start < description.start
            and self.document.text[m.end : m.end + 1] not in HYPHENS  # "the UN-backed force"
        ]
        return frozenset(id for id in before[-1:] if id)

    @functools.cached_property
    def _organisations(self) -> frozenset[str]:
        return frozenset(organisation.id for organisation in self.catalogue.organisations)

    def _mission(
        self, description: Description, sentence: Sentence, named: Sequence[Mention]
    ) -> Mission | None:
        if description.head in self._set("weak") and not description.located:
            return None
        owner = self._owning_nation(description, sentence)
        if description.bare:
            if owner is not None and description.head in self._set("armed"):
                return None
            if description.new:
                return self._named_next(description, sentence, named)
            if description.definite:
                return self._spoken_of(description, named)
            several = description.head in self._set("plural")  # "international missions" are any
            return self._shared(description, named) if description.shared and not several else None
        if owner is not None:
            found = self._one(replace(description, organisations=frozenset((owner,))), sentence, named)
            if found is not None:
                return found
        if not (description.organisations or description.leaders or description.only):
            doer = self._subject_organisations(description, sentence)
            found = self._one(replace(description, organisations=doer), sentence, named) if doer else None
            if found is not None:
                return found
        return self._one(description, sentence, named)

    def _owning_nation(self, description: Description, sentence: Sentence) -> str | None:
        """ "Canada extended its mission in Ukraine": the nation whose it is, where the clause has one."""
        if not description.its or description.organisations or description.leaders:
            return None
        here = self.document.within(sentence.span)
        before = [m for m in here if m.end <= description.start and not self._is_where(m)]
        last = next((m for m in reversed(before) if m.kind in ("nation", "organisation", "mission")), None)
        return last.id if last is not None and last.kind == "nation" else None

    def _shared(self, description: Description, named: Sequence[Mention]) -> Mission | None:
        """ "A regional force", "the multinational force": the one of several nations in the country that the report
        is about, which names no other."""
        codes = Counter(
            code
            for m in self.document.mentions
            if m.kind in ("nation", "place")
            for code in countries_of(self.catalogue, m)
        )
        for missions in self._by_time():
            fitting = narrowing.wholes(self._fitting(missions, description), description)
            most = max((codes[c] for m in fitting for c in m.countries), default=0)
            there = [m for m in fitting if any(codes[c] == most >= _OFTEN for c in m.countries)]
            if there:
                alone = len(there) == 1 and {m.id for m in named} <= {there[0].id}
                return there[0] if alone else None
        return None

    def _named_next(
        self, description: Description, sentence: Sentence, named: Sequence[Mention]
    ) -> Mission | None:
        """ "The new mission is called X": the one that the report names next, for the first time."""
        known, last = {m.id for m in named}, self.document.sentences.index(sentence) + 1
        until = self.document.sentences[min(last, len(self.document.sentences) - 1)].end
        after = [
            m for m in self.document.mentions if m.kind == "mission" and description.end <= m.start < until
        ]
        called = bool(after) and self._is_called(description, after[0])
        found = after[0].id if called else next((m.id for m in after if m.id not in known), None)
        return self.catalogue.mission(found) if found else None

    def _is_called(self, description: Description, name: Mention) -> bool:
        """ "The new force, called EUFOR": whether the name is told to be that of what stands right before it."""
        between = self.document.text[description.end : name.start].lower().replace(",", " ").split()
        return bool(between) and set(between) <= self._set("called")

    def _one(self, description: Description, sentence: Sentence, named: Sequence[Mention]) -> Mission | None:
        """The one mission that fits: among those that the report names, else among those that ran at its time."""
        if description.new and (latest := self._begun_last(description)):
            return latest
        told = self._fitting(self._told(named), description)
        if len(told) == 1:
            return told[0]
        if len(told) > 1:
            ids = {t.id for t in told}
            recent = next((m.id for m in reversed(named) if m.id in ids), None) or self._next_named(
                sentence, ids
            )
            return self.catalogue.mission(recent) if recent else None
        for missions in self._by_time():
            live = self._fitting(missions, description)
            if live:
                near = self._near(live, description, sentence)
                near = self._narrowed(near, description)
                enough = (
                    (len(live) == 1 and (description.located or self._is_led_there(description, live[0])))
                    or narrowing.of_that_place(live, description) == near != live
                    or self._says_enough(description)
                    or self._is_own(near[0], description)
                    or self._is_placed_beside(description, sentence, live, near)
                    or self._is_of_reports_country(description, live, near)
                )
                if len(near) != 1 or not (enough or self._is_named_by(near[0], description)):
                    return None
                return near[0]
        return None

    def _narrowed(self, missions: list[Mission], description: Description) -> list[Mission]:
        """Of several missions that fit, those that the words mean before others."""
        ways = (
            self._of_that_task,
            narrowing.wholes,
            narrowing.of_that_place,
            self._of_that_name,
            self._of_that_kind,
            narrowing.of_that_nation,
            narrowing.nowhere_else,
            narrowing.no_offices,
        )
        for way in ways:
            missions = way(missions, description) if len(missions) > 1 else missions
        return missions

    def _newest(self, missions: list[Mission], description: Description) -> list[Mission]:
        """ "The planned mission in Y": one that begins later than all others, and not long before the report."""
        published = self.document.report.published
        return narrowing.newest(missions, published.earliest if published else None)

    def _begun_last(self, description: Description) -> Mission | None:
        """ "The new mission in Y": the one of those there that begins about now, after all others."""
        if not description.located or self.document.report.published is None:
            return None
        fitting = self._fitting(next(iter(self._by_time(new=True))), description)
        latest = self._newest(narrowing.wholes(fitting, description), description)
        return latest[0] if len(latest) == 1 else None

    def _of_that_kind(self, missions: list[Mission], description: Description) -> list[Mission]:
        """Of several, the one that is such a mission, before others that do such things among more."""
        kinds = description.tasks or frozenset(self._heads.get(description.head, ()))
        such = [m for m in missions if m.kind in kinds]
        return such if len(such) == 1 else missions

    def _of_that_task(self, missions: list[Mission], description: Description) -> list[Mission]:
        """The one part of a mission that is what the words call it ("the training mission")."""
        return self._of_that_kind(missions, description) if description.tasks else missions

    def _of_that_name(self, missions: list[Mission], description: Description) -> list[Mission]:
        """Of several, the one whose names hold most of the words that narrow it down ("the EU border mission")."""
        if not description.located:
            return missions
        held = [(sum(self._is_in_names(word, m) for word in description.said), m) for m in missions]
        most = max(count for count, _ in held)
        named = [m for count, m in held if count == most > 0]
        return named if len(named) == 1 else missions

    def _is_in_names(self, word: str, mission: Mission) -> bool:
        return any(word in name.lower().split() for name in self.catalogue.sure_names(mission.id))

    def _is_placed_beside(
        self, description: Description, sentence: Sentence, live: Sequence[Mission], near: Sequence[Mission]
    ) -> bool:
        """Whether the sentence tells where ("soldiers in Y, when the X-led force leaves"), and only one of theirs
        is there."""
        owners = description.organisations | description.leaders
        if not owners or not owners <= self._organisations or description.located:
            return False  # nations lead more than one is told of
        where = [m for m in self.document.within(sentence.span) if self._is_where(m)]
        there = [m for m in live if self._lies_in(m, where)]
        return len(there) == 1 and there[0] in near

    def _is_led_there(self, description: Description, mission: Mission) -> bool:
        """ "The US-led coalition": the one that is led so, in a report that names a country of its."""
        named = (m for m in self.document.mentions if m.kind in ("nation", "place"))
        codes = {code for m in named for code in countries_of(self.catalogue, m)}
        return bool(description.leaders) and (
            not mission.countries or not codes.isdisjoint(mission.countries)
        )

    def _is_of_reports_country(
        self, description: Description, live: Sequence[Mission], near: Sequence[Mission]
    ) -> bool:
        """Whether an organisation's mission is the only one of its own in the countries that the report is about."""
        owners = description.organisations | description.leaders
        if not owners or not owners <= self._organisations or description.located:
            return False
        there = [m for m in live if not self._countries_told.isdisjoint(m.countries)]
        return len(there) == 1 and there[0] in near

    @functools.cached_property
    def _countries_told(self) -> frozenset[str]:
        """The countries that the report names often, by name."""
        where = (m for m in self.document.mentions if m.kind in ("nation", "place") and m.form != "adjective")
        codes = Counter(code for m in where for code in countries_of(self.catalogue, m))
        return frozenset(code for code, times in codes.items() if times >= _OFTEN)

    def _is_where(self, mention: Mention) -> bool:
        """Whether words before a name say that something is there ("in", "off the")."""
        before = self.document.text[max(0, mention.start - _PREPOSITION) : mention.start].lower().split()
        articles = self._set("anaphora")
        return self._set("places-after").issuperset([w for w in before if w not in articles][-1:])

    def _is_own(self, mission: Mission, description: Description) -> bool:
        """Whether the nation before the head runs or leads it: that says whose it is."""
        own = {mission.organisation, mission.leader}
        return bool(own & description.nations and description.located)

    def _next_named(self, sentence: Sentence, ids: set[str]) -> str | None:
        """ "The EU has launched a new operation. Operation X will ...": the first of these that the report
        names next."""
        after = (m for m in self.document.mentions if m.kind == "mission" and m.start >= sentence.start)
        return next((m.id for m in after if m.id in ids), None)

    def _is_named_by(self, mission: Mission, description: Description) -> bool:
        """ "The missions in Kosovo" in a report that names one organisation which runs missions, and runs that one."""
        running = {m.organisation for m in self.catalogue.missions}
        named = {m.id for m in self.document.mentions if m.kind == "organisation"} & running
        return description.located and mission.organisation in named

    def _says_enough(self, description: Description) -> bool:
        """Who and where, or one of them with what for: less says nothing about a mission that the report
        does not name."""
        who = bool(description.organisations or description.leaders)
        where = description.located
        if description.head == TAKING_PART:
            return who
        generic = description.head.split()[-1] in self._heads
        if description.only:
            return where or bool(description.leaders) or (who and not generic)
        if description.shared and where:
            return True
        return (who and where) or ((who or where) and bool(description.tasks))

    def _near(
        self, missions: Sequence[Mission], description: Description, sentence: Sentence
    ) -> list[Mission]:
        """Of several, those where, and of the organisation, that the sentence, the ones before or the report name."""
        near = list(missions)
        for mentions in self._scopes(sentence):
            if len(near) == 1:
                return near
            if not description.located:
                near = [m for m in near if self._lies_in(m, mentions)] or near
            if not (description.organisations or description.leaders):
                organisations = {m.id for m in mentions if m.kind == "organisation"}
                near = [m for m in near if m.organisation in organisations] or near
        return near

    def _lies_in(self, mission: Mission, mentions: Sequence[Mention]) -> bool:
        where = [m for m in mentions if m.kind in ("nation", "place") and m.form != "adjective"]
        countries = {c for m in where for c in countries_of(self.catalogue, m)}
        places = {m.id for m in where if m.kind == "place"}
        return bool(countries & set(mission.countries) or places & set(mission.places))

    def _scopes(self, sentence: Sentence) -> Iterable[tuple[Mention, ...]]:
        """The names of the sentence, of it and the two before, of the report."""
        mentions = self.document.mentions
        index = self.document.sentences.index(sentence)
        for first in (sentence.start, self.document.sentences[max(0, index - 2)].start):
            yield tuple(m for m in mentions if first <= m.start and m.end <= sentence.end)
        yield mentions

    def _told(self, named: Sequence[Mention] = ()) -> list[Mission]:
        """The missions that the report names, and those that its vague phrases before were found to mean."""
        ids = dict.fromkeys(m.id for m in (*self.document.mentions, *named) if m.kind == "mission" and m.id)
        return [self.catalogue.mission(i) for i in ids if i]

    def _by_time(self, *, new: bool = False) -> Iterable[Sequence[Mission]]:
        """Missions that ran when the report was published, then those that were about to begin (at once where
        `new` ones are meant) or had ended not long before; all where its date is unknown."""
        published = self.document.report.published
        if published is None or published.earliest is None or published.latest is None:
            yield [m for m in self.catalogue.missions if m.kind != "organisation"]
            return
        for afterglow, ahead in ((0, 400 if new else 0), (60, 400), (730, 400)):
            first, last = (
                published.earliest - timedelta(days=afterglow),
                published.latest + timedelta(days=ahead),
            )
            yield narrowing.running(self.catalogue, first, last)

    def _fitting(self, missions: Iterable[Mission], description: Description) -> list[Mission]:
        kinds = frozenset(() if description.tasks else self._heads.get(description.head, ()))
        return [m for m in missions if m.kind != "organisation" and self._fits(m, description, kinds)]

    def _fits(self, mission: Mission, said: Description, kinds: frozenset[str]) -> bool:
        if said.only and mission.id not in said.only:
            return False
        if kinds and mission.kind not in kinds and kinds.isdisjoint(mission.tasks):
            return False
        if said.nations and not self._may_be_of(mission, said.nations):
            return False
        if said.organisations and not said.organisations & {mission.organisation, mission.leader}:
            return False
        own_word = said.only and said.head.split()[-1] not in self._heads  # "the British-led battle group"
        if said.leaders and not own_word and not said.leaders & {mission.leader, mission.organisation}:
            return False
        if said.tasks and mission.kind not in said.tasks and said.tasks.isdisjoint(mission.tasks):
            return False
        if said.shared and not self._is_shared(mission, said):
            return False
        if not (said.countries or said.places) or not said.places.isdisjoint(mission.places):
            return True
        return not said.countries.isdisjoint(mission.countries)

    def _is_shared(self, mission: Mission, said: Description) -> bool:
        """ "The regional mission" is that of several nations, unless its owner is told."""
        owned = said.organisations or said.leaders or said.nations or said.only
        if owned or mission.kind not in self._set("shared-kinds"):
            return bool(owned)
        return mission.organisation not in self.catalogue.nation_ids

    def _may_be_of(self, mission: Mission, nations: frozenset[str]) -> bool:
        """ "The US mission in Iraq" is no other nation's; "the Haitian mission" is the one in Haiti."""
        own = {mission.leader, mission.organisation}
        return all(n in own or self.catalogue.nation(n).code in mission.countries for n in nations)

    def _spoken_of(self, description: Description, named: Sequence[Mention]) -> Mission | None:
        """The mission that "the mission" means: the last one named that the head word can mean."""
        ids = [m.id for m in named if m.id and m.form != "organisation"]
        known = [self.catalogue.mission(i) for i in dict.fromkeys(ids)]
        fitting = {m.id for m in self._fitting(known, description)}
        if not fitting:
            told = self._fitting(self._told(), description)
            return told[0] if len(told) == 1 else None
        last = self._last_of(named, fitting)
        times = self._times(named, fitting)
        main = self._main
        if main in fitting and last != main and times[last] * _DOMINATES <= times[main]:
            return self.catalogue.mission(main)
        if last not in fitting or (times[last] == 1 and max(times.values()) > 1):
            return None  # named in passing beside the report's own subject: it may be either
        return self.catalogue.mission(last)

    def _times(self, named: Sequence[Mention], fitting: set[str]) -> Counter[str | None]:
        """In how many sentences each is named: twice in one is as much in passing as once."""
        places = {(m.id, self._sentence(m)) for m in named if m.id in fitting and m.form != "organisation"}
        return Counter(id for id, _ in places)

    def _sentence(self, mention: Mention) -> int:
        return bisect_right(self._starts, mention.start) - 1

    @functools.cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.document.sentences]

    def _last_of(self, named: Sequence[Mention], fitting: set[str]) -> str | None:
        """Of the missions that fit, the one that the last sentence with any goes on with."""
        spoken = [m for m in named if m.id in fitting and m.form != "organisation"]
        sentence = self.document.sentences[self._sentence(spoken[-1])]
        last = [m for m in spoken if m.start >= sentence.start]
        return goes_on(sentence, self.document, last, self._main)

    @functools.cached_property
    def _main(self) -> str | None:
        return main_mission(self.document)


def describe_missions(document: Document, catalogue: Catalogue) -> Document:
    """The document with its vague words for missions as mentions: form `description` ("the UN force in Mali"),
    `pronoun` ("the mission") or `organisation` ("NATO's missions", which stand for the organisation)."""
    return replace(document, mentions=_Resolver(document, catalogue).describe())
