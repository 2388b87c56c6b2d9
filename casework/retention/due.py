"""What may be destroyed today, of one's own organisation and as far as one may see it."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db import connection
from django.db.models import CharField, Exists, Model, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone

from casework.models import (
    Case,
    Contribution,
    DestructionLine,
    InformationClass,
    RetentionHold,
    RetentionRule,
    Subject,
)
from partners.actor import Actor

M = TypeVar("M", bound=Model)
MOST = 200
"""On one page and on one list, the oldest first: what is left comes next."""

Kind = DestructionLine.Kind


@dataclass(frozen=True)
class Item:
    """`key` names it in a form; `what` tells what it is, and nothing that stands in it."""

    kind: DestructionLine.Kind
    object_id: str
    case_reference: str
    information_class: InformationClass
    retain_until: date | None
    source: str
    what: str

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.object_id}"

    @property
    def class_label(self) -> str:
        return str(self.information_class.label)


def due(actor: Actor, on: date) -> list[Item]:
    """At most `MOST`; also of cases that the organisation left, which it cannot name any more."""
    wholes = Contribution.objects.visible_to(actor).wholes()
    contributions = list(_due(wholes, Kind.CONTRIBUTION, actor, on))
    subjects = list(_due(Subject.objects.visible_to(actor), Kind.SUBJECT, actor, on))
    known = Case.objects.filter(
        pk__in={one.case_id for one in contributions} | {one.case_id for one in subjects}
    )
    references = dict(known.values_list("pk", "reference"))
    items = [
        _item(Kind.CONTRIBUTION, one, str(Kind.CONTRIBUTION.label), references)
        for one in contributions
    ]
    items += [_item(Kind.SUBJECT, one, one.get_kind_display(), references) for one in subjects]
    items.sort(key=lambda one: (one.retain_until or on, one.case_reference, one.key))
    return [*items, *_emptied(actor)][:MOST]


def without_a_day(actor: Actor) -> int:
    """Of closed cases: nobody set how long these are kept, so that they are never due."""
    wanted = Q(
        organisation=actor.organisation, retain_until__isnull=True, case__closed_at__isnull=False
    )
    return sum(
        rows.filter(wanted).exclude(information_class=InformationClass.N).count()
        for rows in (
            Contribution.objects.visible_to(actor).wholes(),
            Subject.objects.visible_to(actor),
        )
    )


def listed(kind: Kind, key: Any) -> Exists:
    """Whether it stands on a list, or is gone by one."""
    on_a_list = [DestructionLine.Result.OPEN, DestructionLine.Result.DESTROYED]
    rows = DestructionLine.objects.filter(kind=kind, result__in=on_a_list)
    return Exists(rows.filter(object_id=Cast(key, CharField())))


def _due(rows: QuerySet[M], kind: Kind, actor: Actor, on: date) -> QuerySet[M]:
    holds = RetentionHold.objects.running().filter(
        case=OuterRef("case"), organisation=actor.organisation
    )
    return (
        rows.filter(organisation=actor.organisation, retain_until__lte=on)
        .exclude(listed(kind, OuterRef("pk")))
        .filter(Q(retention_rule__is_fixed=True) | ~Exists(holds))
        .select_related("retention_rule")
        .order_by("retain_until", "pk")[:MOST]
    )


def _item(kind: Kind, one: Contribution | Subject, what: str, references: dict[int, str]) -> Item:
    return Item(
        kind=kind,
        object_id=str(one.pk),
        case_reference=references.get(one.case_id, ""),
        information_class=InformationClass(one.information_class),
        retain_until=one.retain_until,
        source=one.retention_rule.source if one.retention_rule else "",
        what=what,
    )


def _emptied(actor: Actor) -> list[Item]:
    """Closed cases of one's own in which nobody keeps anything any more."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT casework_emptied()")
        keys = [row[0] for row in cursor.fetchall()]
    rows = Case.objects.visible_to(actor).filter(pk__in=keys)
    rule = RetentionRule.objects.filter(
        information_class=InformationClass.N, organisation__isnull=True
    ).first()
    return [
        Item(
            kind=Kind.CASE,
            object_id=str(one.pk),
            case_reference=one.reference,
            information_class=InformationClass.N,
            retain_until=timezone.localdate(one.closed_at),
            source=rule.source if rule else "",
            what=str(Kind.CASE.label),
        )
        for one in rows.exclude(listed(Kind.CASE, OuterRef("pk"))).order_by("closed_at", "pk")[
            :MOST
        ]
    ]
