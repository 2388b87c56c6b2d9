"""Take a form once: a second click, without JavaScript to stop it, makes nothing twice."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from casework.models import Submission
from partners.actor import Actor
from partners.refusals import Conflict


def take_once(*, key: UUID | None, actor: Actor, at: datetime) -> None:
    """In the transaction of the act, before it: who comes second waits here for the first.

    :raises Conflict: when this form was sent before.
    """
    if key is None:
        return
    try:
        with transaction.atomic():
            Submission.objects.create(key=key, person=actor.person, at=at)
    except IntegrityError as error:
        raise Conflict(_("Dit is al verzonden.")) from error
