"""What partners of the demo ask of each other, and the written decisions they lean on."""

from datetime import timedelta

from django.utils import timezone

from casework.models import Arrangement, Case, DisclosureRequest
from casework.provisions import Want
from casework.services import arrangements, disclosure_requests
from casework.services.arrangements import Terms
from config.demo import organisations as demo
from config.demo.people import actor_of
from partners.acting import acting_as
from partners.actor import Actor
from partners.models import Ground, Organisation


def load(case: Case) -> None:
    """Two requests in a case that waits for partners: one open, one asked back."""
    _keep(
        "WPG20-DEMO-1",
        Arrangement.Kind.WPG_20,
        ("wpg-20",),
        receivers=(demo.OM, demo.CORPORATIE),
        themes=("hennep", "ondermijning"),
    )
    _keep(
        "RIEC-DEMO-1",
        Arrangement.Kind.COVENANT,
        ("wpg-18-bpg-4-3-7",),
        receivers=(demo.RIEC,),
        themes=(),
    )
    police, coordinator = actor_of("liaison1.politie"), actor_of("iv.oss")
    _ask(case, actor_of("liaison1.om"), police.organisation, "Eerdere meldingen bij het pand")
    asked = _ask(case, police, coordinator.organisation, "Eerdere maatregelen bij het pand")
    with acting_as(coordinator):
        disclosure_requests.ask_back(
            request=asked, text="Over welke periode?", actor=coordinator, at=timezone.now()
        )


def _ask(case: Case, by: Actor, holder: Organisation, about: str) -> DisclosureRequest:
    with acting_as(by):
        return disclosure_requests.ask(
            case=Case.objects.get(pk=case.pk),
            holder=holder,
            want=Want(
                about=about,
                purpose="Wegen welke maatregel past",
                receiver_ground=Ground.objects.get(code="avg-6-1-e"),
                necessity="Zonder is niet te zien of het pand eerder hinder gaf.",
                due_at=timezone.now() + timedelta(days=10),
            ),
            actor=by,
            at=timezone.now(),
        )


def _keep(
    reference: str,
    kind: Arrangement.Kind,
    grounds: tuple[str, ...],
    *,
    receivers: tuple[str, ...],
    themes: tuple[str, ...],
) -> None:
    """By the FG of politie, as fictitious as the organisations."""
    keeper = actor_of("fg.politie")
    rows = Organisation.objects.filter(code__in=receivers)
    with acting_as(keeper):
        arrangements.keep(
            terms=Terms(
                kind=kind,
                partnership="Aanpak drugslocaties (demo)",
                interest="De veiligheid van bewoners en de openbare orde.",
                decided_by_name="De korpschef, met burgemeester en officier van justitie (demo)",
                reference=reference,
                document="",
                purpose="Gezamenlijk optreden tegen drugslocaties",
                themes=themes,
                classes=("P",),
                receiver_ids=tuple(rows.values_list("pk", flat=True)),
                ground_codes=grounds,
                conditions="Alleen voor dit doel; niet verder verstrekken.",
                valid_from=timezone.localdate() - timedelta(days=30),
                valid_until=None,
            ),
            actor=keeper,
            at=timezone.now(),
        )
