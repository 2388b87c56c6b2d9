"""A request of a person concerned that is in hand, as fictitious as the person."""

from datetime import timedelta

from django.utils import timezone

from casework.models import RightsRequest, RightsShare
from casework.rights import requests
from casework.rights.requests import Answer, Asked
from config.demo.people import actor_of
from partners.acting import acting_as

PERSON = "D. Voorbeeld"
"""Whom the persoonsgerichte aanpak of the demo is about."""
DAYS_AGO = 10


def load() -> None:
    """Oss got it; politie answered, and the others that keep something have yet to."""
    now = timezone.now()
    got, answers = actor_of("fg.oss"), actor_of("fg.politie")
    with acting_as(got):
        made = requests.register(
            given=Asked(
                right=RightsRequest.Right.ACCESS,
                label=PERSON,
                asked="Wat is er over mij vastgelegd, en met wie is het gedeeld?",
                identity_check=RightsRequest.Check.SHOWN,
                received_on=timezone.localdate(now) - timedelta(days=DAYS_AGO),
            ),
            actor=got,
            at=now,
        )
    with acting_as(answers):
        requests.answer(
            share=RightsShare.objects.select_related("request").get(
                request=made, organisation=answers.organisation
            ),
            given=Answer(
                outcome=RightsShare.Outcome.GRANTED,
                answer="Wij bewaren uw naam en geboortedatum, en dat wij u aanmeldden.",
                article="",
                may_be_told=True,
            ),
            actor=answers,
            at=now,
        )
