"""Make, change, adopt and accept a formule: drafts change, what was adopted stands."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from partners.actor import Actor
from partners.audit.recording import record
from partners.models import Region
from partners.refusals import Conflict, Refused, require
from workflows.formules import actions, policies
from workflows.formules.check import mistakes
from workflows.formules.exchange import Received, canonical
from workflows.formules.formule import Formule
from workflows.formules.writing import content_of
from workflows.models import Acceptance, FormuleVersion, Status


@dataclass(frozen=True)
class Adoption:
    """`name` and `function` are of the sponsor in the management, who stands for it."""

    name: str
    function: str
    valid_from: date
    evaluate_on: date


@transaction.atomic
def make_draft(
    *, source: FormuleVersion, region: Region, actor: Actor, at: datetime
) -> FormuleVersion:
    """A draft for `region` with all that `source` says.

    :raises Refused: when it is not the actor's to make, or there is a draft already.
    """
    draft = _draft(
        FormuleVersion(theme=source.theme, content=source.content, based_on=source),
        region,
        actor,
        at,
    )
    record(actions.FORMULE_DRAFTED, actor=actor, at=at, thing=draft)
    return draft


@transaction.atomic
def import_draft(
    *, received: Received, region: Region, actor: Actor, at: datetime
) -> FormuleVersion:
    """A draft for `region` of what another region, or this one, wrote to a file.

    :raises Refused: when it is not the actor's to make, or there is a draft already.
    """
    content = content_of(Formule.read(received.content))
    told = {"region": received.region or _("landelijk voorbeeld"), "number": received.version}
    origin = _("bestand: %(region)s, versie %(number)s") % told
    draft = _draft(
        FormuleVersion(theme=received.theme, content=content, origin=origin), region, actor, at
    )
    record(actions.FORMULE_IMPORTED, actor=actor, at=at, thing=draft)
    return draft


def _draft(made: FormuleVersion, region: Region, actor: Actor, at: datetime) -> FormuleVersion:
    require(policies.why_not_draft(actor, region), object_type="formuleversion")
    mine = FormuleVersion.objects.filter(theme=made.theme, region=region)
    if mine.filter(status=Status.DRAFT).exists():
        raise Refused(_there_is_a_draft(made))
    made.region = region
    made.status = Status.DRAFT
    made.version = (mine.aggregate(last=Max("version"))["last"] or 0) + 1
    made.valid_from = timezone.localdate(at)
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError as error:
        raise Conflict(_there_is_a_draft(made)) from error
    return made


def _there_is_a_draft(made: FormuleVersion) -> str:
    return _(
        "Er is al een concept van %(theme)s voor deze regio. Werk daarin verder, of verwijder het."
    ) % {"theme": made.theme_title}


def fingerprint(content: dict[str, Any]) -> str:
    """By which a page knows whether somebody changed the draft in the meantime."""
    return hashlib.sha256(canonical(content)).hexdigest()[:32]


@transaction.atomic
def change_draft(
    *, version: FormuleVersion, content: dict[str, Any], seen: str, actor: Actor, at: datetime
) -> FormuleVersion:
    """`seen` is the fingerprint of what the actor changed; `content` has the parts of a formule.

    :raises Refused: when it is not the actor's to change.
    :raises Conflict: when somebody changed or adopted it in the meantime.
    """
    draft = _locked(version, actor)
    if fingerprint(draft.content) != seen:
        raise Conflict(_("Iemand anders heeft dit concept net gewijzigd."))
    draft.content = content_of(Formule.read(content))
    draft.save(update_fields=["content"])
    record(actions.FORMULE_CHANGED, actor=actor, at=at, thing=draft)
    return draft


@transaction.atomic
def delete_draft(*, version: FormuleVersion, actor: Actor, at: datetime) -> None:
    """
    :raises Refused: when it is not the actor's to delete.
    """
    draft = _locked(version, actor)
    record(actions.FORMULE_DELETED, actor=actor, at=at, thing=draft)
    draft.delete()


@transaction.atomic
def adopt(
    *, version: FormuleVersion, adoption: Adoption, actor: Actor, at: datetime
) -> FormuleVersion:
    """Let the draft hold from a day; the version of the region before it ends on that day.

    :raises Refused: when it is not the actor's to adopt, has mistakes, or begins too early.
    """
    draft = _locked(version, actor)
    if wrong := mistakes(draft.content, draft.theme):
        raise Refused(" ".join(wrong))
    require(why_not_from(draft, adoption.valid_from))
    last = last_adopted(draft)
    if last is not None:
        last.status = Status.SUPERSEDED
        last.valid_until = adoption.valid_from
        last.save(update_fields=["status", "valid_until"])
    draft.status = Status.ADOPTED
    draft.adopted_on = timezone.localdate(at)
    draft.adopted_by_name = adoption.name
    draft.adopted_by_function = adoption.function
    draft.valid_from = adoption.valid_from
    draft.evaluate_on = adoption.evaluate_on
    draft.save(
        update_fields=[
            "status",
            "adopted_on",
            "adopted_by_name",
            "adopted_by_function",
            "valid_from",
            "evaluate_on",
        ]
    )
    record(actions.FORMULE_ADOPTED, actor=actor, at=at, thing=draft)
    return draft


def why_not_from(draft: FormuleVersion, day: date) -> str | None:
    """A version holds at least a day before the next begins."""
    last = last_adopted(draft)
    if last is not None and day <= last.valid_from:
        return _("Kies een dag na het begin van de versie die nu is vastgesteld.")
    return None


def last_adopted(draft: FormuleVersion) -> FormuleVersion | None:
    """The version of its theme and region that the draft would supersede."""
    rows = FormuleVersion.objects.filter(theme=draft.theme, region=draft.region)
    return rows.filter(status=Status.ADOPTED, valid_until__isnull=True).first()


@transaction.atomic
def accept(*, version: FormuleVersion, actor: Actor, at: datetime) -> Acceptance:
    """The manager of a gemeente takes it on; from then on cases may begin on it there.

    :raises Refused: when it is not the actor's to accept.
    """
    require(policies.why_not_accept(actor, version), object_type="formuleversion")
    try:
        with transaction.atomic():
            accepted = Acceptance.objects.create(
                formule_version=version,
                organisation=actor.organisation,
                accepted_by=actor.membership,
                accepted_at=at,
            )
    except IntegrityError as error:
        raise Conflict(_("Uw gemeente heeft deze formule al aanvaard.")) from error
    record(actions.FORMULE_ACCEPTED, actor=actor, at=at, thing=version)
    return accepted


def note_export(*, version: FormuleVersion, actor: Actor, at: datetime) -> None:
    record(actions.FORMULE_EXPORTED, actor=actor, at=at, thing=version)


def _locked(version: FormuleVersion, actor: Actor) -> FormuleVersion:
    """The draft as it is now, which nobody else changes in the meantime."""
    require(policies.why_not_change(actor, version), object_type="formuleversion")
    rows = FormuleVersion.objects.select_for_update(of=("self",)).select_related("region")
    draft = rows.filter(pk=version.pk, status=Status.DRAFT).first()
    if draft is None:
        raise Conflict(_("Dit concept is er niet meer: het is vastgesteld of verwijderd."))
    return draft
