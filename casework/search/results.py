"""A page of what was found: grouped, with the words marked, and on record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from casework import actions
from casework.search import queries
from casework.search.policies import why_not_search
from casework.search.queries import BEGIN, END, Found
from partners.actor import Actor
from partners.audit.recording import record
from partners.refusals import require

PAGE = 20
AT_FIRST = 5
"""Of each group, when all are shown together."""
LABELS: dict[str, Promise] = {
    "case": _("Zaken"),
    "contribution": _("Bijdragen"),
    "subject": _("Betrokkenen en panden"),
}


@dataclass(frozen=True)
class Hit:
    """`kind` is that of the group; `owner_id` is whose information it is."""

    kind: str
    key: str
    title: str
    case_reference: str
    owner: str
    owner_id: int
    snippet: str
    url: str

    @property
    def marked(self) -> SafeString:
        """The snippet for a page: everything escaped, then the words that fit marked."""
        text = escape(self.snippet).replace(BEGIN, "<mark>").replace(END, "</mark>")
        return mark_safe(text)  # noqa: S308  escaped on the line above

    @property
    def plain(self) -> str:
        return self.snippet.replace(BEGIN, "").replace(END, "")


@dataclass(frozen=True)
class Group:
    """`page` is there when this group alone is shown."""

    kind: str
    count: int
    hits: list[Hit]
    page: Any = None

    @property
    def label(self) -> Promise:
        return LABELS[self.kind]

    @property
    def has_more(self) -> bool:
        return self.page is None and self.count > len(self.hits)


@dataclass(frozen=True)
class Results:
    words: str
    count: int
    groups: list[Group]


def search(*, words: str, kind: str, number: int, actor: Actor, at: datetime) -> Results:
    """Every group a little, or one group page by page; the search itself is on record.

    :raises Refused: when the actor works no cases.
    """
    require(why_not_search(actor), object_type="search")
    found = queries.find(words, actor)
    wanted = [kind] if kind else list(queries.GROUPS)
    groups = [_group(found, one, actor, number if kind else 0) for one in wanted]
    _note(found, groups, actor, at)
    return Results(words, found.count, groups)


def _group(found: Found, kind: str, actor: Actor, number: int) -> Group:
    keys = found.keys[kind]
    if not number:
        return Group(kind, len(keys), _hits(found.words, kind, keys[:AT_FIRST], actor))
    page = Paginator(keys, PAGE).get_page(number)
    hits = _hits(found.words, kind, list(page.object_list), actor)
    return Group(kind, len(keys), hits, page)


def _hits(words: str, kind: str, keys: Sequence[Any], actor: Actor) -> list[Hit]:
    if kind == "case":
        return [
            Hit(
                *(kind, one.reference, one.title, one.reference, one.lead.name, one.lead_id),
                *(one.woonkern, reverse("case", args=[one.reference])),
            )
            for one in queries.cases(keys, actor)
        ]
    if kind == "contribution":
        return list(_contents("contribution", queries.contributions(words, keys, actor), "title"))
    return list(_contents("subject", queries.subjects(words, keys, actor), "label"))


def _contents(kind: str, rows: Iterable[Any], title: str) -> Iterable[Hit]:
    for one in rows:
        yield Hit(
            *(kind, str(one.pk), getattr(one, title), one.case.reference, one.organisation.name),
            *(one.organisation_id, one.snippet, reverse(kind, args=[one.pk])),
        )


def _note(found: Found, groups: list[Group], actor: Actor, at: datetime) -> None:
    """What was asked is for the own trail alone, and apart; whose contents were shown, is told."""
    record(
        actions.SEARCHED,
        actor=actor,
        at=at,
        thing=("search", actor.organisation.code),
        payload={"words": found.words, "found": found.count},
    )
    owners = {hit.owner_id for group in groups if group.kind != "case" for hit in group.hits} - {
        actor.organisation_id
    }
    if owners:
        record(
            actions.SEARCH_SHOWN,
            actor=actor,
            at=at,
            thing=("search", actor.organisation.code),
            touched=sorted(owners),
        )
