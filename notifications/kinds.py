"""The sentence for each kind of news: that something is there and where, never what."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Promise] = {
    "step": _("Er staat een nieuwe taak voor u klaar in zaak %(case)s."),
    "term_reminder": _("Een termijn in zaak %(case)s loopt binnenkort af."),
    "term_overdue": _("Een termijn in zaak %(case)s is verlopen."),
    "term_escalated": _("Een verlopen termijn in zaak %(case)s vraagt uw aandacht."),
    "term_moved": _("Een termijn in zaak %(case)s is verschoven door een gelijkgestelde dag."),
    "request_answered": _("Een verzoek van uw organisatie in zaak %(case)s is beantwoord."),
    "request_declined": _("Een verzoek van uw organisatie in zaak %(case)s is geweigerd."),
    "extension_asked": _("Een partner vraagt meer tijd voor een verzoek in zaak %(case)s."),
    "extension_granted": _("Uw organisatie krijgt meer tijd voor een verzoek in zaak %(case)s."),
    "extension_refused": _("Uw organisatie krijgt geen extra tijd in zaak %(case)s."),
    "commitment": _("Er is iets veranderd aan een afspraak in zaak %(case)s."),
    "class_changed": _("Een partner deelde in zaak %(case)s iets van uw organisatie strenger in."),
    "disclosure_given": _("Er is informatie aan uw organisatie verstrekt in zaak %(case)s."),
    "disclosure_withdrawn": _(
        "Een verstrekking aan uw organisatie in zaak %(case)s is ingetrokken."
    ),
    "disclosure_asked": _("Een partner vraagt uw organisatie om informatie in zaak %(case)s."),
    "disclosure_question": _(
        "Een partner vraagt door over een verzoek om informatie in zaak %(case)s."
    ),
    "disclosure_answered": _(
        "Uw vraag over een verzoek om informatie in zaak %(case)s is beantwoord."
    ),
    "disclosure_granted": _("Op een verzoek om informatie in zaak %(case)s is verstrekt."),
    "disclosure_refused": _("Een verzoek om informatie in zaak %(case)s is geweigerd."),
    "disclosure_request_withdrawn": _("Een verzoek om informatie in zaak %(case)s is ingetrokken."),
    "consent_asked": _("Uw instemming als bevoegd gezag is gevraagd in zaak %(case)s."),
    "consent_granted": _("Het bevoegd gezag stemt in met een verstrekking in zaak %(case)s."),
    "consent_refused": _("Het bevoegd gezag stemt niet in met een verstrekking in zaak %(case)s."),
    "arrangement_ended": _(
        "Een beslissing of convenant eindigt waarop een verstrekking in zaak %(case)s steunt."
    ),
    "ave_phase": _("Zaak %(case)s is in een andere fase, onder leiding van uw organisatie."),
    "meeting_planned": _("Uw organisatie is uitgenodigd voor een overleg."),
    "meeting_moved": _("Een overleg van uw organisatie is verplaatst."),
    "meeting_cancelled": _("Een overleg van uw organisatie gaat niet door."),
    "meeting_held": _("Een overleg van uw organisatie is gehouden."),
    "escalation": _("Uw besluit is gevraagd: zaak %(case)s is opgeschaald."),
    "escalation_answered": _("Er is een antwoord op de opschaling van zaak %(case)s."),
    "escalation_withdrawn": _("De opschaling van zaak %(case)s is ingetrokken."),
    "referral": _("Zaak %(case)s is naar uw organisatie doorverwezen."),
    "referral_answered": _("Er is een terugkoppeling over de doorverwijzing van zaak %(case)s."),
    "let_in": _("Uw gemeente neemt voortaan deel aan zaak %(case)s."),
    "signal": _("Een buurgemeente gaf uw gemeente een waterbed-signaal."),
    "signal_answered": _("Een buurgemeente antwoordde op uw waterbed-signaal."),
    "signal_data_asked": _("Een buurgemeente vraagt gegevens naar aanleiding van uw signaal."),
    "agenda_item": _("Er is iets veranderd aan de agenda van een overleg over zaak %(case)s."),
    "handover_offered": _("Een partner biedt uw organisatie de regie aan van zaak %(case)s."),
    "handover_accepted": _("Een andere organisatie heeft nu de regie van zaak %(case)s."),
    "handover_refused": _("De overdracht van zaak %(case)s is geweigerd."),
    "handover_revoked": _("Het aanbod om zaak %(case)s over te nemen is ingetrokken."),
    "access_ends": _("In zaak %(case)s eindigt binnenkort toegang."),
    "access_of_people_ends": _(
        "Binnenkort eindigt bij uw organisatie een aanwijzing, een hoedanigheid of een mandaat."
    ),
    "clearance_changed": _("Bij uw organisatie is een aanwijzing voor een thema veranderd."),
    "case_closed": _("Zaak %(case)s is afgesloten."),
    "participation_ended": _("Een deelname aan zaak %(case)s is beëindigd."),
    "corrected": _(
        "Informatie die uw organisatie kreeg in zaak %(case)s is gecorrigeerd. Bevestig dat u dit "
        "verwerkt."
    ),
    "correction_announced": _(
        "Informatie die uw organisatie kreeg in zaak %(case)s wordt gecorrigeerd."
    ),
    "error_reported": _("Een partner meldt een fout in uw informatie in zaak %(case)s."),
    "error_accepted": _("Uw foutmelding in zaak %(case)s leidde tot een correctie."),
    "error_rejected": _("Uw foutmelding in zaak %(case)s is afgewezen."),
    "emergency_opened": _("In zaak %(case)s is noodtoegang genomen tot gegevens van een partner."),
    "emergency_ended": _("Een noodtoegang in zaak %(case)s is beëindigd."),
    "emergency_judged": _("Er is geoordeeld over een noodtoegang in zaak %(case)s."),
    "emergency_unjudged": _("Over een noodtoegang in zaak %(case)s moet u nog oordelen."),
    "rights_asked": _("Een betrokkene deed een verzoek waarop uw organisatie antwoordt."),
    "rights_due": _("Het antwoord op een verzoek van een betrokkene moet binnen een week."),
    "rights_overdue": _("De termijn van een verzoek van een betrokkene is verlopen."),
    "rights_granted": _(
        "In zaak %(case)s is een verzoek van een betrokkene toegewezen: werk het uit."
    ),
    "destruction_proposed": _("Een vernietigingslijst wacht op uw goedkeuring."),
    "destruction_decided": _("Over een vernietigingslijst van uw organisatie is beslist."),
    "desk_changed": _("Een aanspreekpunt van uw organisatie is veranderd."),
    "event_clash": _("Een evenement van uw gemeente botst met een ander op de regionale kalender."),
    "event_clash_ruled": _("Er is vastgelegd hoe een botsing van evenementen is opgelost."),
    "log_differs": _("Een auditspoor gaat niet verder op wat ervan bewaard was."),
    "checkpoint_not_sent": _("Het controlepunt van uw auditspoor kon niet worden bezorgd."),
}
NEUTRAL: Promise = _("Er is iets nieuws voor u in zaak %(case)s.")


def sentence(kind: str, case_reference: str) -> str:
    return str(SENTENCES.get(kind, NEUTRAL)) % {"case": case_reference}
