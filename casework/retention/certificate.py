"""The certificate of destruction: what went, when, on which rule, and who the two were."""

import csv
import io
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.models import DestructionLine, DestructionList
from casework.retention import actions, policies
from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import require


def require_finished(found: DestructionList, lines: list[DestructionLine]) -> None:
    """
    :raises Refused: when the list was not approved, or is still being carried out.
    """
    require(
        policies.why_not_certify(found, lines), object_type="destructionlist", object_id=found.pk
    )


def certify(found: DestructionList, *, actor: Actor, at: datetime) -> None:
    record(actions.CERTIFIED, actor=actor, at=at, thing=found)


def as_csv(found: DestructionList, lines: list[DestructionLine]) -> bytes:
    """One item a line, also what was left standing; nothing in it was typed by anybody."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n", quoting=csv.QUOTE_ALL)
    writer.writerow(
        [
            *(_("Lijst"), _("Organisatie"), _("Soort"), _("Sleutel"), _("Zaak"), _("Klasse")),
            *(_("Bewaren tot"), _("Grond"), _("Resultaat"), _("Op")),
            *(_("Voorgedragen door"), _("Goedgekeurd door")),
        ]
    )
    for one in lines:
        settled = timezone.localtime(one.settled_at).isoformat() if one.settled_at else ""
        writer.writerow(
            [
                *(found.pk, found.organisation.name, one.get_kind_display(), one.object_id),
                *(one.case_reference, one.information_class, one.retain_until or "", one.source),
                *(one.get_result_display(), settled),
                found.proposed_by.person.name,
                found.decided_by.person.name if found.decided_by else "",
            ]
        )
    return ("\ufeff" + out.getvalue()).encode()
