"""The pages there are, each in the states that look different: who opens it, and by which way."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Way:
    """`start` may name a place of tests/browser/stages.py; `links` are followed from there."""

    login: str
    start: str
    links: tuple[str, ...] = ()


LEAD, GRID, OM, EMPTY = "iv.oss", "liaison.netbeheerder", "liaison1.om", "liaison.riec"
POLICE = "liaison1.politie"

PAGES: dict[str, Way] = {
    "log in": Way("", "/account/login/"),
    "forgotten password": Way("", "/account/password/reset/"),
    "accessibility": Way("", "/toegankelijkheid"),
    "not found": Way(LEAD, "/zaken/2026-VR21-999999"),
    "refused": Way("burgemeester.oss", "/melden/hennep"),
    "worklist": Way(LEAD, "/werkvoorraad"),
    "worklist of a partner": Way(OM, "/werkvoorraad"),
    "empty worklist": Way(EMPTY, "/werkvoorraad"),
    "report a case": Way(LEAD, "/melden/hennep"),
    "cases": Way(LEAD, "/zaken"),
    "no cases": Way(EMPTY, "/zaken"),
    "case of the lead": Way(LEAD, "{answer[case]}"),
    "case far on": Way(LEAD, "{objection[case]}"),
    "case of a partner": Way(GRID, "{answer[case]}"),
    "timeline": Way(LEAD, "{objection[case]}/tijdlijn"),
    "steps": Way(LEAD, "{objection[case]}/stappen"),
    "steps of a partner": Way(GRID, "{answer[case]}/stappen"),
    "change the owner": Way(LEAD, "{answer[case]}/eigenaar"),
    "hand a case over": Way(LEAD, "{answer[case]}/overdragen"),
    "end a participation": Way(LEAD, "{answer[case]}", ("Deelname beëindigen",)),
    "propose a commitment": Way(LEAD, "{answer[case]}/afspraken"),
    "correct a contribution": Way(
        LEAD, "{objection[case]}", ("Toets van de rapportage", "Corrigeren")
    ),
    "report an error": Way(LEAD, "{objection[case]}", ("Bestuurlijke rapportage", "Fout melden")),
    "correct a subject": Way("liaison1.politie", "{objection[case]}", ("Pand", "Corrigeren")),
    "corrected contribution": Way(LEAD, "{correction[thing]}"),
    "correction to confirm": Way("liaison.corporatie", "{correction[path]}"),
    "reported error": Way(LEAD, "{correction[error]}"),
    "case with corrections": Way(LEAD, "{correction[case]}"),
    "take emergency access": Way(LEAD, "{answer[case]}/noodtoegang"),
    "emergency access": Way(LEAD, "{emergency[path]}"),
    "contents in an emergency": Way(LEAD, "{emergency[path]}/inhoud"),
    "judge an emergency access": Way("fg.politie", "{emergency[path]}"),
    "list of emergency access": Way("fg.politie", "/noodtoegang"),
    "no emergency access": Way("fg.om", "/noodtoegang"),
    "meetings": Way(LEAD, "/overleggen"),
    "past meetings": Way(LEAD, "/overleggen?eerder=1"),
    "plan a meeting": Way(LEAD, "/overleggen/plannen"),
    "put on an agenda": Way(LEAD, "{answer[case]}/agenda"),
    "escalate": Way(LEAD, "{answer[case]}/opschalen"),
    "refer": Way(LEAD, "{answer[case]}/doorverwijzen"),
    "signals": Way(LEAD, "/signalen"),
    "give a signal": Way(LEAD, "{answer[case]}/signaal"),
    "task of another": Way(LEAD, "{urgency[path]}"),
    "request of the lead": Way(LEAD, "{answer[request]}"),
    "request of a partner": Way(OM, "{answer[request]}"),
    "ask more time": Way(GRID, "{answer_of_grid[request]}/meer-tijd"),
    "late request": Way(OM, "{late[request]}"),
    "late answer": Way(OM, "{late[request]}/antwoord"),
    "own contribution": Way(LEAD, "{objection[case]}", ("Toets van de rapportage",)),
    "received contribution": Way(LEAD, "{objection[case]}", ("Bestuurlijke rapportage",)),
    "add documents": Way(
        LEAD, "{objection[case]}", ("Toets van de rapportage", "Document toevoegen")
    ),
    "disclose": Way(
        LEAD, "{objection[case]}", ("Toets van de rapportage", "Verstrekken aan een partner")
    ),
    "disclosure": Way(OM, "{objection[case]}", ("Antwoord op het verzoek", "Oss")),
    "who sees what": Way(LEAD, "/wie-ziet-wat"),
    "search": Way(LEAD, "/zoeken"),
    "hit or no hit": Way("fg.oss", "/bekendheid"),
    "ask a partner": Way(LEAD, "{answer[case]}/informatie-vragen"),
    "disclosure requests": Way(POLICE, "/verstrekkingsverzoeken"),
    "no disclosure requests": Way(EMPTY, "/verstrekkingsverzoeken"),
    "disclosure request": Way(POLICE, "{disclosure_request[of_police]}"),
    "disclosure request to decide": Way(LEAD, "{disclosure_request[of_oss]}"),
    "disclose a part": Way(LEAD, "{disclosure_request[of_oss]}/deels"),
    "consent": Way("burgemeester.oss", "{disclosure_request[consent]}"),
    "block": Way(POLICE, "{objection[case]}", ("Bestuurlijke rapportage", "Blokkeren")),
    "register of disclosures": Way("fg.oss", "/verstrekkingenregister"),
    "no arrangements": Way("fg.oss", "/regelingen"),
    "keep an arrangement": Way("fg.politie", "/regelingen/vastleggen"),
    "to be destroyed": Way(POLICE, "/vernietigen"),
    "nothing to be destroyed": Way("fg.om", "/vernietigen"),
    "list of destruction": Way(POLICE, "{destruction[waits]}"),
    "decide on a list of destruction": Way("fg.politie", "{destruction[waits]}/besluit"),
    "list that was carried out": Way("fg.politie", "{destruction[done]}"),
    "certificate of destruction": Way("fg.politie", "{destruction[done]}/verklaring"),
    "what was destroyed": Way(POLICE, "{destruction[gone]}"),
    "case with tombstones": Way(POLICE, "{destruction[case]}/bewaren"),
    "retention rules": Way(LEAD, "/bewaartermijnen"),
    "subject": Way(LEAD, "{objection[case]}", ("Pand",)),
    "notifications": Way(LEAD, "/meldingen"),
    "no notifications": Way(EMPTY, "/meldingen"),
    "audit trail": Way("fg.oss", "/auditspoor"),
    "checkpoint": Way("fg.oss", "/auditspoor/checkpoint"),
    "empty audit trail": Way("fg.oss", "/auditspoor?zaak=2026-VR21-999999"),
    "audit trail with a wrong filter": Way("fg.oss", "/auditspoor?van=2026-02-31"),
    "disclosures by others": Way("fg.oss", "/auditspoor?soort=disclosure&organisatie=anderen"),
    "entry of the trail": Way("fg.oss", "/auditspoor", ("Regel van",)),
    "no equalled days": Way("beheer.oss", "/termijnen/gelijkgestelde-dagen"),
    "account": Way("iv2.oss", "/mijn-account"),
    "throughput": Way("secretaris.oss", "/doorstroom"),
    "throughput of the region": Way("regiostaf.vrbn", "/doorstroom"),
    "formules": Way("secretaris.oss", "/formules"),
    "formule": Way("beheer.oss", "/formules", ("Hennepteelt versie 1, landelijk voorbeeld",)),
    "read in a formule": Way("beheer.oss", "/formules/inlezen"),
    "deviations": Way("secretaris.oss", "/formules/afwijkingen"),
    "local settings": Way("beheer.oss", "/instellingen"),
    "local setting": Way("beheer.oss", "/instellingen/hennep-decide"),
    "row of the matrix": Way("beheer.oss", "/instellingen/handhavingsmatrix"),
    "two steps": Way(LEAD, "/account/2fa/"),
    "two steps with an app": Way(LEAD, "/account/2fa/totp/activate/"),
    "security keys": Way(LEAD, "/account/2fa/webauthn/"),
    "new security key": Way(LEAD, "/account/2fa/webauthn/add/"),
    "change the password": Way(LEAD, "/account/password/change/"),
    "log in again": Way(LEAD, "/account/reauthenticate/"),
    "log out": Way(LEAD, "/account/logout/"),
}
