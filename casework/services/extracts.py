"""An extract: part of one's own contribution, with the rest left out and words blacked out."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from casework import disclosing_actions as actions
from casework import disclosing_policies as policies
from casework.models import Contribution
from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import Refused, require

BLACK = "█████"
"""Always as long: the bar does not tell how much is under it."""


@transaction.atomic
def extract(
    *,
    contribution: Contribution,
    names: Collection[str],
    hidden: Collection[str],
    actor: Actor,
    at: datetime,
) -> Contribution:
    """Keep the answers of these `names`, with each of the `hidden` words blacked out.

    It is the holder's own as the first is, of the same class, and kept as long; it goes with the
    first. It is without documents until the discloser takes some along.

    :raises Refused: when it is not the actor's own, the case is closed, or nothing would be left.
    """
    require(policies.why_not_give(actor, contribution))
    # Held as it is until this is there: a class that is changed meanwhile would not reach it.
    contribution = Contribution.objects.select_for_update(of=("self",)).get(pk=contribution.pk)
    content = [_blacked(one, hidden) for one in contribution.content if one["name"] in names]
    if not content:
        raise Refused(_("Kies ten minste één antwoord dat u verstrekt."))
    with translation.override(settings.LANGUAGE_CODE):
        title = _("Uittreksel: %(title)s") % {"title": contribution.title}
    made = Contribution.objects.create(
        case=contribution.case,
        organisation=actor.organisation,
        author=actor.person,
        kind=contribution.kind,
        title=title[:120],
        information_class=contribution.information_class,
        content=content,
        created_at=at,
        extract_of=contribution,
    )
    record(
        actions.CONTRIBUTION_EXTRACTED,
        actor=actor,
        at=at,
        thing=made,
        case_reference=made.case.reference,
    )
    return made


def _blacked(item: dict[str, Any], hidden: Collection[str]) -> dict[str, Any]:
    """What was typed is black wherever it stands; data that holds a black word goes as text."""
    answer = _black(str(item["answer"]), hidden)
    value = item["value"] if answer == item["answer"] else answer
    if _black(str(value), hidden) != str(value):
        value = answer
    return {**item, "answer": answer, "value": value}


def _black(text: str, hidden: Collection[str]) -> str:
    """The longest first, so that no part of one is left; in capitals or not."""
    for word in sorted({one.strip() for one in hidden if one.strip()}, key=len, reverse=True):
        text = _replaced(text, word)
    return text


def _replaced(text: str, word: str) -> str:
    low, sought = text.casefold(), word.casefold()
    if len(low) != len(text):
        return text.replace(word, BLACK)
    found, start = [], 0
    while (place := low.find(sought, start)) >= 0:
        found.append(text[start:place])
        start = place + len(sought)
    return BLACK.join([*found, text[start:]])
