"""Small decisions of the use cases, each by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from missionwatch.errors import InvalidData
from missionwatch.model.claim import Claim
from missionwatch.model.passage import Passage, Span
from missionwatch.service.authority import decides_for, is_nation
from missionwatch.service.deriving import differences
from missionwatch.service.explaining import sentence_around
from missionwatch.service.registers import register_named
from missionwatch.service.reviewing import corrected
from missionwatch.service.samples import samples
from missionwatch.store.held import CurrentRow

CLAIM = Claim("M", "m", "activity", "active", Passage(0, 1, "a"))


def test_the_option_outranks_the_environment() -> None:
    assert register_named("a.db", {"MISSIONWATCH_REGISTER": "b.db"}) == "a.db"
    assert register_named(None, {"MISSIONWATCH_REGISTER": "b.db"}) == "b.db"
    assert register_named(None, {}) == "missionwatch.db"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (["count=300", "place="], {"count": 300, "place": None}),
        (["when=2020-03-18/.."], {"when": "2020-03-18/.."}),
        (["causes=weather, attack"], {"causes": ["attack", "weather"]}),
        (["causes="], {"causes": []}),
        (["condition=a = b"], {"condition": "a = b"}),
        (["aspect=lead", "value=lead", "actor=Norland"], {"aspect": "lead", "value": "lead", "actor": "Norland"}),
        (["mission=No Such One"], {"mission": "No Such One", "mission_id": "no-such-one"}),
        (["mission=KFOR"], {"mission": "Kosovo Force", "mission_id": "kosovo-force"}),
    ],
)  # fmt: skip
def test_corrected_fields_are_kept_as_json_values(written: list[str], kept: dict[str, object]) -> None:
    assert corrected(CLAIM, written) == kept


def test_an_aspect_is_corrected_with_a_value_of_it() -> None:
    with pytest.raises(InvalidData, match="value=active"):
        corrected(CLAIM, ["aspect=lead"])


@pytest.mark.parametrize(
    ("text", "quote", "shown"),
    [
        ("One is. Two was. Three.", "Two", "Two was."),
        ("One is. Two was. Three.", "is. Two", "One is. Two was."),
        ("A head\nTwo was, says Maj. general Bo.", "Two", "Two was, says Maj. general Bo."),
        ("“We stay.” They stay.", "They", "They stay."),
        ("All of it", "All of it", "All of it"),
        ("Ends here.", "here.", "Ends here."),
    ],
)
def test_the_sentence_around_a_quote(text: str, quote: str, shown: str) -> None:
    start = text.index(quote)
    assert sentence_around(text, Span(start, start + len(quote))).of(text) == shown


def row(id: str, body: str) -> CurrentRow:
    return CurrentRow("m", "state", id, 0, body)


def test_differences_say_what_is_new_gone_changed_and_only_seen_again() -> None:
    before = [row("1", '{"value":"a"}'), row("2", '{"value":"b","last_seen":"x"}'), row("3", '{"value":"c"}')]
    after = [row("2", '{"value":"b","last_seen":"y"}'), row("3", '{"value":"d"}'), row("4", '{"value":"e"}')]
    found = {change.subject_id: change for change in differences(before, after, "2026")}
    assert {id: change.what for id, change in found.items()} == {
        "1": "gone", "2": "seen again", "3": "changed", "4": "new",
    }  # fmt: skip
    assert (found["3"].before, found["3"].after) == ('{"value":"c"}', '{"value":"d"}')
    assert (found["2"].before, found["2"].after) == ('{"last_seen":"x"}', '{"last_seen":"y"}')
    assert (found["1"].after, found["4"].before) == (None, None)
    assert differences(after, after, "2026") == ()


def test_the_catalogue_says_who_is_a_nation() -> None:
    assert is_nation("Denmark")
    assert not is_nation("NATO")
    assert not is_nation("")


@pytest.mark.parametrize(
    ("speaker", "actor", "decides"),
    [
        ("Danish parliament", "Denmark", True),
        ("Denmark", "Denmark", True),
        ("Danish parliament", "Norway", False),
        ("NATO", None, True),
        ("UN Security Council", None, False),
        ("Ada Person", "Denmark", False),
    ],
)
def test_who_can_take_a_promise_back(speaker: str, actor: str | None, decides: bool) -> None:
    promise = Claim("Kosovo Force", "kosovo-force", "activity", "ended", Passage(0, 1, "a"), actor=actor)
    assert decides_for(speaker, promise) is decides


def test_the_samples_are_found_and_tell_their_mission() -> None:
    found = samples()
    assert found.reports.is_file()
    assert found.mission


def test_samples_that_are_not_there_are_said(tmp_path: Path) -> None:
    with pytest.raises(InvalidData, match="Install missionwatch anew"):
        samples((tmp_path,))
    (tmp_path / "demo.yaml").write_text("mission: m\n")
    with pytest.raises(InvalidData, match="does not give"):
        samples((tmp_path,))
