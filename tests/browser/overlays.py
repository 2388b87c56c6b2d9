"""What comes beside the steps of a case, brought about through the services, and where it is."""

from datetime import timedelta

from django.utils import timezone

from casework.models import DestructionList, RightsItem, RightsRequest, RightsShare
from casework.retention import destroying, lists
from casework.retention.due import due
from config.demo.walk import do, reported
from partners.acting import acting_as
from tests.browser.stages import CAST
from tests.cases import a_case
from tests.cast import actor_of
from tests.giving import give
from tests.isolation.agreeing import lay_before
from tests.isolation.asking import ask_for
from tests.isolation.correction_rows import correct_and_report
from tests.isolation.emergency_rows import take_emergency
from tests.isolation.ending_rows import give_until, name_until
from tests.isolation.rights_rows import answered, recorded, registered


def late() -> dict[str, str]:
    """The round is closed, and the OM has not answered yet."""
    case = a_case(CAST, at="answer")
    do(case, "close_round", CAST.coordinator)
    with acting_as(CAST.prosecutor):
        asked = case.requests.get(asked=CAST.prosecutor.organisation)
    return {"login": "liaison1.om", "request": f"/verzoeken/{asked.pk}"}


def disclosure_request() -> dict[str, str]:
    """The OM asks politie for information, and politie asks the mayor to agree."""
    case = a_case(CAST, at="answer")
    request = ask_for(case, CAST.prosecutor, CAST.police)
    consent = lay_before(request, CAST.police, CAST.mayor.organisation)
    of_oss = ask_for(case, CAST.police, CAST.coordinator)
    return {
        "of_police": f"/verstrekkingsverzoeken/{request.pk}",
        "of_oss": f"/verstrekkingsverzoeken/{of_oss.pk}",
        "consent": f"/instemmingen/{consent.pk}",
        "case": f"/zaken/{case.reference}",
    }


def emergency() -> dict[str, str]:
    """The lead opened something of politie."""
    taken = take_emergency(a_case(CAST, at="answer"), CAST.coordinator, CAST.police)
    return {"login": "iv.oss", "path": f"/noodtoegang/{taken.pk}"}


def correction() -> dict[str, str]:
    """The lead corrected something, for the corporatie, which had reported an error in it."""
    case = a_case(CAST, at="answer")
    correct_and_report(case, CAST.coordinator, CAST.landlord)
    with acting_as(CAST.coordinator):
        notice = case.correctionnotices.get(receiver=CAST.landlord.organisation)
        report = case.errorreports.get()
    return {
        "login": "iv.oss",
        "case": f"/zaken/{case.reference}",
        "path": f"/correcties/{notice.pk}",
        "error": f"/foutmeldingen/{report.pk}",
        "thing": f"/bijdragen/{notice.contribution_id}",
    }


def destruction() -> dict[str, str]:
    """Politie destroyed what it put in; of another case a list waits, and of a third all is due."""
    officer, police = actor_of("fg.politie"), CAST.police
    found = []
    for decide in (True, False):
        case = reported(police)
        do(case, "visit", police, is_found="no")
        now = timezone.now()
        with acting_as(police):
            items = due(police, timezone.localdate(now))
            found.append((case, items, lists.propose(items=items, actor=police, at=now)))
        if decide:
            with acting_as(officer):
                listing = DestructionList.objects.get(pk=found[0][2].pk)
                lists.decide(found=listing, is_approved=True, reason="", actor=officer, at=now)
            destroying.destroy_all(now)
    do(reported(police), "visit", police, is_found="no")
    (gone, items, done), (_case, _items, waits) = found
    of_this = next(one for one in items if one.case_reference == gone.reference)
    return {
        "case": f"/zaken/{gone.reference}",
        "done": f"/vernietigen/{done.pk}",
        "waits": f"/vernietigen/{waits.pk}",
        "gone": f"/{PAGES_OF[of_this.kind]}/{of_this.object_id}",
    }


PAGES_OF = {"contribution": "bijdragen", "subject": "betrokkenen"}


def rights() -> dict[str, str]:
    """Of two of one name at politie one is to be rectified, which the corporatie got."""
    case = a_case(CAST, at="answer")
    chosen = recorded(case, CAST.police, "Proefpersoon 21", born_on="1984-05-12")
    recorded(
        case, CAST.police, "PROEFPERSOON 21", born_on="1990-05-01", address="Kerkstraat 1, Oss"
    )
    give(chosen, CAST.police, CAST.landlord)
    found = registered(
        actor_of("fg.oss"),
        "Proefpersoon 21",
        RightsRequest.Right.RECTIFICATION,
        asked="Mijn geboortejaar is 1985.",
    )
    with acting_as(actor_of("fg.politie")):
        item = RightsItem.objects.get(share__request=found, subject=chosen.pk)
    answered(found, actor_of("fg.politie"), RightsShare.Outcome.PART, chosen=[item.pk])
    with acting_as(CAST.landlord):
        notice = case.correctionnotices.get(receiver=CAST.landlord.organisation)
    with acting_as(CAST.police):
        report = case.errorreports.get(is_binding=True)
    return {
        "path": f"/rechten/{found.pk}",
        "error": f"/foutmeldingen/{report.pk}",
        "notice": f"/correcties/{notice.pk}",
        "case": f"/zaken/{case.reference}",
    }


def ending() -> dict[str, str]:
    """Of the lead: something given, and someone named, that end within the month."""
    case = a_case(CAST, at="answer")
    soon = timezone.now() + timedelta(days=20)
    give_until(case, CAST.coordinator, CAST.police, soon)
    name_until(CAST.second_coordinator, CAST.administrator, timezone.localdate(soon))
    return {"login": "iv.oss", "path": "/toegang-eindigt"}


OVERLAYS = (late, disclosure_request, emergency, correction, destruction, rights, ending)
