"""Why not? Each rule answers with None, or with a plain sentence for the person."""

from django.utils.translation import gettext as _

from partners.actor import Actor


def why_not_search(actor: Actor) -> str | None:
    if not actor.reads_cases:
        return _("In uw rol ziet u geen zaken, en zoekt u er ook niet in.")
    return None
