"""The people who keep formules, at their pages; and a draft of the region to work on."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from partners.acting import acting_as
from partners.actor import Actor
from partners.capacity import SESSION_KEY
from partners.models import Region
from tests.cast import Cast
from workflows.models import FormuleVersion
from workflows.services import formules

LogIn = Callable[[Actor], Client]
SPONSOR = ("R. Voorbeeld", "gemeentesecretaris")


@pytest.fixture
def log_in(db: None) -> LogIn:
    """A browser in the capacity of this actor."""

    def as_actor(actor: Actor) -> Client:
        client = Client()
        client.force_login(actor.person)
        session = client.session
        session[SESSION_KEY] = actor.membership.pk
        session.save()
        return client

    return as_actor


@pytest.fixture
def shipped_version(db: None) -> FormuleVersion:
    return FormuleVersion.objects.get(theme="hennep", region=None, version=1)


@pytest.fixture
def draft(cast: Cast, shipped_version: FormuleVersion) -> FormuleVersion:
    return a_draft(cast, shipped_version)


def a_draft(cast: Cast, source: FormuleVersion) -> FormuleVersion:
    region = Region.objects.get(code="VR21")
    with acting_as(cast.administrator):
        return formules.make_draft(
            source=source, region=region, actor=cast.administrator, at=timezone.now()
        )


def adopted(cast: Cast, draft: FormuleVersion, valid_from: date | None = None) -> FormuleVersion:
    """From today, unless another day is given."""
    begin = valid_from or timezone.localdate()
    adoption = formules.Adoption(*SPONSOR, begin, begin + timedelta(days=365))
    with acting_as(cast.administrator):
        return formules.adopt(
            version=draft, adoption=adoption, actor=cast.administrator, at=timezone.now()
        )
