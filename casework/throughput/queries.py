"""Ask the database for throughput; it suppresses, this module only arranges."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from casework.throughput import labels
from casework.throughput.figures import (
    Days,
    Flow,
    PartnerWork,
    Share,
    StepWork,
    Throughput,
)
from casework.throughput.periods import RECENT
from partners.actor import Actor
from partners.models import Kind, Organisation, Region, ServiceArea

Rows = list[dict[str, Any]]
HOLDERS = ("gemeente", "politie", "om", "anders")


@dataclass(frozen=True)
class Wanted:
    """`gemeente` is a code, or empty for the region; `theme` is empty for all themes."""

    region: Region
    period: str = RECENT
    theme: str = ""
    gemeente: str = ""


def regions_of(actor: Actor) -> list[Region]:
    """The regions that the actor's organisation serves today."""
    areas = ServiceArea.objects.in_force(timezone.localdate())
    mine = areas.filter(organisation=actor.organisation)
    return list(Region.objects.filter(pk__in=mine.values("region")))


def gemeenten_in(region: Region) -> list[Organisation]:
    """In alphabetical order: never a league table."""
    areas = ServiceArea.objects.in_force(timezone.localdate()).filter(region=region)
    return list(
        Organisation.objects.filter(kind=Kind.GEMEENTE, pk__in=areas.values("organisation"))
    )


def throughput(wanted: Wanted) -> Throughput | None:
    """None when the database does not answer the present actor about this region and period."""
    cases, steps = _ask(wanted, "cases"), _ask(wanted, "steps")
    if cases is None or steps is None:
        return None
    flows = _flows(cases["rows"], steps["rows"])
    whole = flows.pop("")
    selected = flows.get(wanted.gemeente, Flow(wanted.gemeente, "")) if wanted.gemeente else whole
    mine = [row for row in steps["rows"] if (row["gemeente"] or "") == wanted.gemeente]
    return Throughput(
        since=datetime.fromisoformat(cases["from"]),
        until=datetime.fromisoformat(cases["until"]),
        region=whole,
        selected=selected,
        gemeenten=tuple(flows.values()),
        steps=tuple(_steps(row for row in mine if row["breakdown"] == "step")),
        holders=tuple(_holders(row for row in mine if row["breakdown"] == "holder")),
        partners=tuple(_partners(row for row in mine if row["breakdown"] == "partner")),
    )


def _ask(wanted: Wanted, figures: str) -> dict[str, Any] | None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT throughput(%s, %s, %s, %s)",
            [wanted.region.code, wanted.period, wanted.theme, figures],
        )
        (answer,) = cursor.fetchone() or (None,)
    found: dict[str, Any] | None = json.loads(answer) if isinstance(answer, str) else answer
    return found


def _flows(cases: Rows, steps: Rows) -> dict[str, Flow]:
    """By code; the region's has none."""
    terms = {
        (row["gemeente"] or "", row["is_statutory"]): Share(row["on_time"], row["tested"])
        for row in steps
        if row["breakdown"] == "term"
    }
    own = {
        row["gemeente"] or "": row["share"]
        for row in steps
        if row["breakdown"] == "holder" and row["holder"] == Kind.GEMEENTE
    }
    return {
        code: Flow(
            code=code,
            name=row["name"] or _("Hele regio"),
            opened=row["opened"],
            closed=row["closed"],
            in_hand=row["in_hand"],
            lead_time=Days(row["p50"], row["p90"]),
            reached=Share(row["reached"], row["evaluated"]),
            statutory=terms.get((code, True), Share()),
            agreed=terms.get((code, False), Share()),
            own_wait=own.get(code),
        )
        for row in cases
        for code in [row["code"] or ""]
    }


def _steps(rows: Iterable[dict[str, Any]]) -> list[StepWork]:
    found = [
        StepWork(
            title=labels.step_title(row["theme"], row["node"]),
            theme=row["theme"],
            node=row["node"],
            **_work(row),
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (labels.place(one.theme, one.node), one.title))


def _holders(rows: Iterable[dict[str, Any]]) -> list[PartnerWork]:
    """Always the four, so that what is missing shows."""
    titles = {
        "gemeente": _("Gemeente"),
        "politie": _("Politie"),
        "om": _("OM"),
        "anders": _("Andere partners"),
    }
    found = {row["holder"]: _work(row) for row in rows}
    return [PartnerWork(title=titles[one], holder=one, **found.get(one, {})) for one in HOLDERS]


def _partners(rows: Iterable[dict[str, Any]]) -> list[PartnerWork]:
    """The organisations besides gemeenten, by name."""
    found = [
        PartnerWork(title=row["name"], holder=row["holder"], code=row["code"], **_work(row))
        for row in rows
        if row["holder"] != Kind.GEMEENTE
    ]
    return sorted(found, key=lambda one: one.title)


def _work(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "done": row["done"],
        "days": Days(row["p50"], row["p90"]),
        "on_time": Share(row["on_time"], row["tested"]),
        "wait": row["share"],
    }
