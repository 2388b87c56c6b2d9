"""What the audit trail can tell of asking for a disclosure and deciding on it."""

from django.utils.translation import gettext_lazy as _

from partners.audit.actions import register

DISCLOSURE_ASKED = register("disclosure.asked", _("vroeg een partner om een verstrekking"))
DISCLOSURE_REQUEST_READ = register(
    "disclosure.request_read", _("las een verzoek om een verstrekking"), is_look=True
)
DISCLOSURE_ASKED_BACK = register(
    "disclosure.asked_back", _("stelde een vraag terug over een gevraagde verstrekking")
)
DISCLOSURE_ANSWERED_BACK = register(
    "disclosure.answered_back", _("beantwoordde een vraag over een gevraagde verstrekking")
)
DISCLOSURE_GRANTED = register("disclosure.granted", _("besloot te verstrekken wat is gevraagd"))
DISCLOSURE_GRANTED_PARTLY = register(
    "disclosure.granted_partly", _("besloot deels te verstrekken wat is gevraagd")
)
DISCLOSURE_REFUSED = register(
    "disclosure.refused", _("weigerde een gevraagde verstrekking, met een grond")
)
DISCLOSURE_CONTRA = register(
    "disclosure.contra", _("stelde een contra-indicatie vast voor een gevraagde verstrekking")
)
DISCLOSURE_REQUEST_WITHDRAWN = register(
    "disclosure.request_withdrawn", _("trok een verzoek om een verstrekking in")
)
CONTRIBUTION_EXTRACTED = register(
    "contribution.extracted", _("maakte een uittreksel van een bijdrage")
)
