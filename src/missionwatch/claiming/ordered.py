"""What a council or parliament does with a mission it orders, and others have yet to do."""

from __future__ import annotations

from missionwatch.claiming.triggers import Trigger

_ORDERS = frozenset(("reduce", "expand", "increase", "end", "resume"))


def is_ordered(trigger: Trigger) -> bool:
    """ "The Security Council cut the force to 800", "a resolution expanding the mission"."""
    if trigger.kind != "verb" or trigger.verb is None or not trigger.concepts & _ORDERS:
        return False
    lexicon = trigger.clause.lexicon
    if trigger.verb.form == "gerund":
        before = trigger.clause.chunks[trigger.index - 1] if trigger.index else None
        return before is not None and lexicon.in_class(before.head, "orders")
    doers = [m for g in trigger.agents[:1] for m in g.chunk.mentions[-1:]]
    return any(m.kind == "body" and lexicon.in_class(m.name.lower().split()[-1], "ordering") for m in doers)
