"""What fits the words and is the actor's to see, best first, in a fixed number of queries.

The database proposes (`casework_search`, over an index without X, W and the themes of named
people); both walls then judge each row as anywhere else.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.db.models import QuerySet, TextField
from django.db.models.expressions import RawSQL

from casework.models import Case, Contribution, Subject
from partners.actor import Actor

MOST = 500
"""Of each group; who finds more has to ask more closely."""
BEGIN, END = "\x02", "\x03"
"""Around the words that fit; they occur in no text of a person."""


SNIPPET = f"""ts_headline('dutch', {{text}}, websearch_to_tsquery('dutch', %s),
    'StartSel={BEGIN}, StopSel={END}, MaxFragments=2, MaxWords=18, MinWords=6')"""
ANSWERS = """coalesce((SELECT string_agg(item ->> 'answer', ' · ')
    FROM jsonb_array_elements(casework_contribution.content) item), '')"""
DETAILS = """coalesce((SELECT string_agg(value, ' · ')
    FROM jsonb_each_text(casework_subject.details)), '')"""

GROUPS = ("case", "contribution", "subject")


@dataclass(frozen=True)
class Found:
    """The keys of what one may see, best first, by group."""

    words: str
    keys: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return sum(len(keys) for keys in self.keys.values())


def find(words: str, actor: Actor) -> Found:
    """Four queries, however much there is."""
    proposed: dict[str, list[Any]] = {group: [] for group in GROUPS}
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, thing FROM casework_search(%s, %s)", [words, MOST])
        for kind, thing in cursor.fetchall():
            proposed[kind].append(thing)
    return Found(words, {group: _visible(group, proposed[group], actor) for group in GROUPS})


def cases(keys: Sequence[Any], actor: Actor) -> list[Case]:
    rows = Case.objects.visible_to(actor).filter(pk__in=keys).select_related("lead")
    return _in_order(keys, rows)


def contributions(words: str, keys: Sequence[Any], actor: Actor) -> list[Contribution]:
    """Each with `snippet`: the words around what fits."""
    rows = Contribution.objects.visible_to(actor).filter(pk__in=keys)
    return _in_order(keys, _shown(rows, ANSWERS, words))


def subjects(words: str, keys: Sequence[Any], actor: Actor) -> list[Subject]:
    rows = Subject.objects.visible_to(actor).filter(pk__in=keys)
    return _in_order(keys, _shown(rows, DETAILS, words))


def _visible(group: str, proposed: list[Any], actor: Actor) -> list[Any]:
    model: Any = {"case": Case, "contribution": Contribution, "subject": Subject}[group]
    kept = model.objects.visible_to(actor).filter(pk__in=proposed).values_list("pk", flat=True)
    by_text = {str(pk): pk for pk in kept}
    return [by_text[one] for one in proposed if one in by_text]


def _shown(rows: QuerySet[Any, Any], text: str, words: str) -> QuerySet[Any, Any]:
    shown = SNIPPET.format(text=text)
    snippet = RawSQL(shown, [words], output_field=TextField())  # noqa: S611  from constants alone
    found: QuerySet[Any, Any] = rows.annotate(snippet=snippet)
    return found.select_related("case", "organisation")


def _in_order(keys: Sequence[Any], rows: QuerySet[Any, Any]) -> list[Any]:
    by_key = {one.pk: one for one in rows}
    return [by_key[key] for key in keys if key in by_key]
