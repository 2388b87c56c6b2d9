"""A thing of each kind in cases of Oss and of Meierijstad, for what varies in an address."""

from config.database_roles import Connection
from tests.cast import Cast
from tests.isolation.addresses import MISSING
from tests.isolation.dossier import MESSAGE, Dossier
from tests.isolation.finding import (
    Finder,
    Things,
    arrangement_of,
    clearance_of,
    draft_of,
    inquiry_of,
    line_of,
    notification_of,
    rights_request_of,
    row_of,
    waiting_list_of,
)
from tests.isolation.rights_rows import OF_MEIERIJSTAD, PERSON


def things_of_oss(dossier: Dossier, owner: Connection, cast: Cast) -> Things:
    """In cases of Oss: the request, its step and the commitment are the netbeheerder's."""
    settled = Finder(owner, dossier.settled.pk)
    asking = Finder(owner, dossier.asking.pk)
    message = settled.one("casework_contribution", "title = %s", MESSAGE)
    return MISSING | {
        "theme": "hennep",
        "case": dossier.asking.reference,
        "contribution": message,
        "document": settled.document(),
        "subject": settled.one("casework_subject", of=cast.coordinator.organisation_id),
        "disclosure": settled.one(
            "casework_disclosure",
            "contribution_id = %s AND receiver_id = %s",
            message,
            cast.police.organisation_id,
        ),
        **asking.of_meeting(),
        **asking.of_ladder(),
        "emergency": asking.one("casework_emergency"),
        "error": asking.one("casework_errorreport"),
        "correction": asking.one(
            "casework_correctionnotice", "receiver_id = %s", cast.police.organisation_id
        ),
        **settled.of_signal(),
        "asking": asking.one("casework_disclosurerequest", "status = 'authority'"),
        "consent": asking.one("casework_consent"),
        "arrangement": arrangement_of(owner, cast.police.organisation_id),
        "handover": settled.one("casework_handover"),
        "offer to another": Finder(owner, dossier.restricted.pk).one("casework_handover"),
        "participation": asking.one("casework_participation", of=cast.grid.organisation_id),
        **asking.of_partner(cast.grid.organisation_id),
        "notification": notification_of(owner, cast.grid.person.pk),
        "inquiry": inquiry_of(owner, cast.coordinator.person.pk),
        "formule": draft_of(owner, "VR21"),
        "setting": "hennep-decide",
        "row": row_of(owner, cast.coordinator.organisation_id),
        "clearance": clearance_of(owner, cast.coordinator.membership.pk),
        "line": line_of(owner, cast.coordinator.organisation_id),
        "event": dossier.events["VR21"],
        "class": "C",
        "destruction": waiting_list_of(owner, cast.coordinator.organisation_id),
        "rights": rights_request_of(owner, cast.coordinator.organisation_id, PERSON),
    }


def things_of_meierijstad(dossier: Dossier, owner: Connection, cast: Cast) -> Things:
    """In a case of Meierijstad, which the others left: nothing of it is for any of them."""
    finder = Finder(owner, dossier.foreign.pk)
    lead = cast.stranger.organisation_id
    return MISSING | {
        "case": dossier.foreign.reference,
        "contribution": finder.one("casework_contribution", of=lead),
        "document": finder.document(),
        "subject": finder.one("casework_subject", of=lead),
        "disclosure": finder.one(
            "casework_disclosure",
            "sender_id = %s AND receiver_id = %s",
            lead,
            cast.landlord.organisation_id,
        ),
        **finder.of_meeting(),
        **finder.of_ladder(),
        "emergency": finder.one("casework_emergency"),
        "error": finder.one("casework_errorreport"),
        "correction": finder.one(
            "casework_correctionnotice", "receiver_id = %s", cast.landlord.organisation_id
        ),
        **finder.of_signal(),
        "asking": finder.one("casework_disclosurerequest"),
        "consent": finder.one("casework_consent"),
        "arrangement": arrangement_of(owner, lead),
        "handover": finder.one("casework_handover"),
        "participation": finder.one("casework_participation", of=cast.landlord.organisation_id),
        **finder.of_partner(cast.prosecutor.organisation_id),
        "notification": notification_of(owner, cast.stranger.person.pk),
        "inquiry": inquiry_of(owner, cast.stranger.person.pk),
        "row": row_of(owner, lead),
        "clearance": clearance_of(owner, cast.stranger.membership.pk),
        "line": line_of(owner, lead),
        "event": dossier.events["VR01"],
        "destruction": waiting_list_of(owner, lead),
        "rights": rights_request_of(owner, lead, OF_MEIERIJSTAD),
    }
