"""What the trail can tell of them; no entry names the person, and none holds contents."""

from django.utils.translation import gettext_lazy as _

from partners.audit.actions import register

REGISTERED = register("rights.registered", _("legde een verzoek van een betrokkene vast"))
VIEWED = register("rights.viewed", _("bekeek een verzoek van een betrokkene"), is_look=True)
EXTENDED = register("rights.extended", _("verlengde de termijn van een verzoek van een betrokkene"))
ANSWERED = register("rights.answered", _("beantwoordde een verzoek van een betrokkene"))
SENT = register("rights.sent", _("legde vast dat de antwoordbrief is verzonden"))
TOLD = register("rights.told", _("kreeg bericht van een verzoek van een betrokkene"))
