"""What goes with an exported log, in Dutch and in English: how to see that it is whole."""

from partners.audit.sealed_log import SealedLog

WARNING = """LET OP. Volgnummer {seq} is niet meer zoals het is verzegeld. Meld dit als incident.
NOTE. Entry {seq} is no longer as it was sealed. Report this as an incident.

"""
TEXT = """{warning}VERZEGELD AUDITSPOOR VAN {name} ({code}): {size} REGELS

In deze map
  entries.jsonl    de regels, een per regel, op volgnummer vanaf 0
  checkpoints.txt  de ondertekende controlepunten, het oudste eerst
  key.txt          de sleutel waarmee u ze controleert
  hashes.txt       de vingerafdruk van elke regel, om een gewijzigde regel te kunnen aanwijzen

Controleren
  1. Pak dit bestand uit.
  2. Neem de map partners/audit uit de broncode van Schakelpunt, met Python 3.11 of nieuwer en de
     pakketten cryptography en rfc8785. Een database of een server is niet nodig.
  3. Geef, in de map waarin partners staat:
       python -m partners.audit.verifier {folder} --tegen OUD_CONTROLEPUNT --sleutel OUDE_KEY
     Met --tegen noemt u een controlepunt of een uitgepakte map die u eerder bewaarde, met --sleutel
     het bestand key.txt van toen. Zonder die twee weet u alleen dat deze map met zichzelf klopt.

De uitkomst is KLOPT, KLOPT NIET met de eerste regel die niet klopt, of NIET TE CONTROLEREN.
Bewaar checkpoints.txt en key.txt op een plaats waar de beheerder van Schakelpunt niet bij kan.

------------------------------------------------------------------------------------------------

SEALED AUDIT TRAIL OF {name} ({code}): {size} ENTRIES

In this folder
  entries.jsonl    the entries, one a line, in the order of their numbers, from 0
  checkpoints.txt  the signed checkpoints, the oldest first
  key.txt          the key to verify them with
  hashes.txt       the hash of each entry, to be able to name one that was changed

How to verify
  1. Unpack this file.
  2. Take the folder partners/audit of the source of Schakelpunt, with Python 3.11 or newer and the
     packages cryptography and rfc8785. No database and no server is needed.
  3. Give, in the folder in which partners stands:
       python -m partners.audit.verifier {folder} --tegen OLD_CHECKPOINT --sleutel OLD_KEY
     With --tegen you name a checkpoint or an unpacked folder that you kept from earlier, with
     --sleutel the file key.txt of then. Without these two you only know that this folder agrees
     with itself.

It answers KLOPT (it holds), KLOPT NIET (it does not) with the first bad entry, or NIET TE
CONTROLEREN (it could not be told). Keep checkpoints.txt and key.txt where the administrator of
Schakelpunt cannot reach them.
"""


def read_me(log: SealedLog, folder: str) -> str:
    """Of a log of which the lines were read: then it is known whether one of them is bad."""
    return TEXT.format(
        warning="" if log.first_bad is None else WARNING.format(seq=log.first_bad),
        name=log.organisation.name,
        code=log.organisation.code,
        size=log.size,
        folder=folder,
    )
