"""Put something in, and read what one may."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from casework import actions, policies
from casework.models import Case, Contribution, InformationClass
from casework.models.contribution import ContributionQuerySet
from casework.models.disclosure import received
from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import require


@dataclass(frozen=True)
class Draft:
    """A contribution before it is anyone's. `content`: see the model."""

    kind: str
    title: str
    information_class: InformationClass
    content: list[dict[str, Any]]


@transaction.atomic
def contribute(*, case: Case, draft: Draft, actor: Actor, at: datetime) -> Contribution:
    """
    :raises Refused: when its class is for named people, and the actor is none of them.
    """
    require(policies.why_not_keep(actor, case, draft.information_class))
    contribution = Contribution.objects.create(
        case=case,
        organisation=actor.organisation,
        author=actor.person,
        kind=draft.kind,
        title=draft.title,
        information_class=draft.information_class,
        content=draft.content,
        created_at=at,
    )
    record(
        actions.CONTRIBUTION_MADE,
        actor=actor,
        at=at,
        thing=contribution,
        case_reference=case.reference,
        payload={"title": draft.title, "class": str(draft.information_class)},
    )
    return contribution


def due_for_destruction(*, on: date) -> ContributionQuerySet:
    """What is kept until `on` at the latest, oldest end first; of that, what one may see.

    Who acts for nobody and owns the tables sees it all: that is for the job which destroys it.
    """
    return Contribution.objects.due_for_destruction(on).order_by("retain_until", "pk")


def note_reading(
    *, contribution: Contribution, actor: Actor, at: datetime, reference: str = ""
) -> None:
    """Record a look at contents, in the trail of the reader and of whose information it is.

    The `reference` is that of its case, where the reader may have left it.
    """
    basis = received(actor, contribution)
    record(
        actions.CONTRIBUTION_READ,
        actor=actor,
        at=at,
        thing=contribution,
        case_reference=reference or contribution.case.reference,
        touched=[contribution.organisation_id],
        ground=basis.receiver_ground.article if basis else "",
    )
