"""What the audit trail can tell of a case; each sentence follows the name of who did it."""

from django.utils.translation import gettext_lazy as _

from partners.audit.actions import register

CASE_REPORTED = register("case.reported", _("meldde de zaak"))
CASE_OPENED = register("case.opened", _("opende de zaak en nam de regie"))
CASE_VIEWED = register("case.viewed", _("bekeek de zaak"), is_look=True)
CASE_CLOSED = register("case.closed", _("sloot de zaak af"))
OWNER_CHANGED = register("case.owner_changed", _("wees een andere eigenaar aan"))
PARTICIPATION_BEGUN = register("participation.begun", _("liet een partner deelnemen"))
PARTICIPATION_ENDED = register("participation.ended", _("beëindigde de deelname van een partner"))
PARTICIPATION_WITHDRAWN = register("participation.withdrawn", _("trok zich terug uit de zaak"))
HANDOVER_OFFERED = register("handover.offered", _("bood de zaak aan een andere organisatie aan"))
HANDOVER_ACCEPTED = register("handover.accepted", _("nam de regie over"))
HANDOVER_REFUSED = register("handover.refused", _("weigerde de zaak over te nemen"))
HANDOVER_REVOKED = register("handover.revoked", _("trok het aanbod om over te dragen in"))
HANDOVER_VIEWED = register(
    "handover.viewed", _("bekeek het aanbod om over te dragen"), is_look=True
)
SUBJECT_RECORDED = register("subject.recorded", _("legde een betrokkene of pand vast"))
SUBJECT_READ = register("subject.read", _("las gegevens over een betrokkene of pand"), is_look=True)
CONTRIBUTION_MADE = register("contribution.made", _("voegde een bijdrage toe"))
CONTRIBUTION_READ = register("contribution.read", _("las een bijdrage"), is_look=True)
DISCLOSURE_GIVEN = register("disclosure.given", _("verstrekte informatie aan een partner"))
DISCLOSURE_RECEIVED = register(
    "disclosure.received", _("kreeg wat bij de overdracht was toegezegd")
)
DISCLOSURE_WITHDRAWN = register("disclosure.withdrawn", _("trok een verstrekking in"))
REQUEST_ASKED = register("request.asked", _("vroeg een partner"))
REQUEST_READ = register("request.read", _("las een verzoek"), is_look=True)
REQUEST_ANSWERED = register("request.answered", _("beantwoordde het verzoek"))
REQUEST_DECLINED = register("request.declined", _("weigerde het verzoek, met een grond"))
EXTENSION_ASKED = register("extension.asked", _("vroeg om meer tijd"))
EXTENSION_GRANTED = register("extension.granted", _("gaf meer tijd"))
EXTENSION_REFUSED = register("extension.refused", _("gaf geen extra tijd"))
DECISION_TAKEN = register("decision.taken", _("nam een besluit"))
COMMITMENT_PROPOSED = register("commitment.proposed", _("stelde een afspraak voor"))
COMMITMENT_ACCEPTED = register("commitment.accepted", _("aanvaardde een afspraak"))
COMMITMENT_REFUSED = register("commitment.refused", _("aanvaardde een afspraak niet"))
COMMITMENT_DONE = register("commitment.done", _("meldde een afspraak gereed"))
DOCUMENT_ADDED = register("document.added", _("voegde een document toe"))
DOCUMENT_READ = register("document.read", _("haalde een document op"), is_look=True)
OUTCOME_FILLED = register("outcome.filled", _("vulde een resultaat in"))
THROUGHPUT_VIEWED = register("throughput.viewed", _("bekeek de doorstroom"), is_look=True)
