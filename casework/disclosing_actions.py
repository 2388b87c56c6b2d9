"""What the audit trail can tell of asking for a disclosure and deciding on it."""

from django.utils.translation import gettext_lazy as _

from casework.models import Weighing
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
BLOCKADE_SET = register("blockade.set", _("blokkeerde informatie van de eigen organisatie"))
BLOCKADE_LIFTED = register("blockade.lifted", _("hief een blokkade op"))
WEIGHED = {
    Weighing.Outcome.GIVEN: register("weighing.given", _("woog af en besloot te verstrekken")),
    Weighing.Outcome.PARTIAL: register(
        "weighing.partial", _("woog af en besloot deels te verstrekken")
    ),
    Weighing.Outcome.REFUSED: register("weighing.refused", _("woog af en weigerde")),
    Weighing.Outcome.CONTRA: register(
        "weighing.contra", _("woog af en stelde een contra-indicatie vast")
    ),
}
CONSENT_ASKED = register("consent.asked", _("vroeg het bevoegd gezag om instemming"))
CONSENT_READ = register(
    "consent.read", _("las een vraag om instemming van het bevoegd gezag"), is_look=True
)
CONSENT_GRANTED = register("consent.granted", _("stemde als bevoegd gezag in"))
CONSENT_REFUSED = register("consent.refused", _("stemde als bevoegd gezag niet in"))
ARRANGEMENT_KEPT = register("arrangement.kept", _("legde een beslissing of convenant vast"))
ARRANGEMENT_ENDED = register("arrangement.ended", _("beëindigde een beslissing of convenant"))
REGISTER_VIEWED = register(
    "register.viewed", _("bekeek het register van verstrekkingen"), is_look=True
)
REGISTER_EXPORTED = register(
    "register.exported", _("haalde het register van verstrekkingen op"), is_look=True
)
