"""What the audit trail can tell of terms and of steps: for each step an action with its name."""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from partners.audit.actions import register
from workflows.nodes import Work
from workflows.parked import PARKED

TERM_BEGUN = register("term.begun", _("liet een termijn van de zaak beginnen"))
TERM_PAUSED = register("term.paused", _("schortte een termijn van de zaak op"))
TERM_RESUMED = register("term.resumed", _("liet een opgeschorte termijn weer lopen"))
TERM_EXTENDED = register("term.extended", _("verlengde een termijn van de zaak"))
TERM_MOVED = register(
    "term.moved", _("kreeg voor een termijn een andere einddatum, door een gelijkgestelde dag")
)
TERM_ENDED = register("term.ended", _("beëindigde een termijn van de zaak"))
EQUALLED_DAY_ADDED = register("equalled_day.added", _("voegde een gelijkgestelde dag toe"))
EQUALLED_DAY_REMOVED = register("equalled_day.removed", _("verwijderde een gelijkgestelde dag"))

EVENT_RESERVED = register("event.reserved", _("zette een evenement op de regionale kalender"))
EVENT_CHANGED = register("event.changed", _("veranderde een evenement op de regionale kalender"))
EVENT_LAPSED = register("event.lapsed", _("liet een evenement op de regionale kalender vervallen"))
CLASH_RULED = register("event.clash_ruled", _("legde vast hoe een botsing is opgelost"))
EVENT_TERM_SET = register("event.term_set", _("legde een termijn voor evenementen vast"))
AGGRESSION_VIEWED = register(
    "aggression_report.viewed", _("bekeek het kwartaalrapport agressie"), is_look=True
)
CAPACITY_SET = register("event.capacity_set", _("legde vast wat een dienst kan inzetten"))


def step_done(node: str) -> str:
    """The name of the action that does this step."""
    return f"step.{node}"


def register_steps(flows: list[type[Any]]) -> None:
    """Nodes that regimes share are one action."""
    titles: dict[str, Any] = {
        node.name: node.task_title
        for flow in flows
        for node in flow.instance.nodes()
        if isinstance(node, Work)
    }
    titles[PARKED] = _("Zaak verder brengen")
    for name, title in titles.items():
        register(step_done(name), format_lazy(_("rondde de taak “{task}” af"), task=title))
