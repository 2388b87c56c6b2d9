"""Where a gemeente deviates from the formule of its region, and why; never a case or a person."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from casework.throughput import labels
from casework.throughput.queries import gemeenten_in
from partners.models import Organisation, Region
from workflows.flows import FLOWS
from workflows.formules.adjustable import BY_NAME, DECLARED
from workflows.models import Acceptance, EnforcementRow, FormuleVersion, LocalSetting

MATRIX_THEME = "hennep"
"""The handhavingsmatrix is of article 13b Opiumwet."""


@dataclass(frozen=True)
class Deviation:
    """`agreed` is what the region has, `own` what this gemeente has, `reason` why."""

    theme: str
    gemeente: str
    sort: str
    what: str
    agreed: str
    own: str
    since: date | None = None
    source: str = ""
    reason: str = ""

    @property
    def theme_title(self) -> str:
        return labels.theme_title(self.theme)


@dataclass(frozen=True)
class Variation:
    """`gemeenten` counts those of the region, `alike` those without any deviation."""

    region: Region
    deviations: list[Deviation]
    gemeenten: int
    alike: int


def variation(region: Region, day: date, theme: str = "") -> Variation:
    """In a fixed number of queries; by theme and gemeente."""
    gemeenten = gemeenten_in(region)
    themes = [one for one in FLOWS if theme in ("", one)]
    versions = _versions(region, themes, day)
    found = [
        *_of_versions(versions, gemeenten, themes, day),
        *_of_settings(versions, gemeenten, themes, day),
        *(_of_matrix(gemeenten, day) if MATRIX_THEME in themes else ()),
    ]
    found.sort(key=lambda one: (one.theme_title, one.gemeente, one.sort, one.what))
    deviating = {one.gemeente for one in found}
    return Variation(region, found, len(gemeenten), len(gemeenten) - len(deviating))


def _versions(region: Region, themes: list[str], day: date) -> dict[str, list[FormuleVersion]]:
    """Those that began, the one that a new case should get first."""
    rows = FormuleVersion.objects.adopted().for_region(region).filter(theme__in=themes)
    ordered = rows.filter(valid_from__lte=day).order_by(
        F("region").asc(nulls_last=True), "-valid_from", "-version"
    )
    found = defaultdict(list)
    for one in ordered.select_related("region"):
        found[one.theme].append(one)
    return found


def _agreed(versions: Iterable[FormuleVersion], day: date) -> FormuleVersion | None:
    return next((one for one in versions if one.is_in_force(day)), None)


def _of_versions(
    versions: dict[str, list[FormuleVersion]],
    gemeenten: list[Organisation],
    themes: list[str],
    day: date,
) -> Iterator[Deviation]:
    every = [one.pk for rows in versions.values() for one in rows]
    accepted = set(
        Acceptance.objects.filter(formule_version__in=every).values_list(
            "formule_version_id", "organisation_id"
        )
    )
    for theme in themes:
        agreed = _agreed(versions[theme], day)
        for gemeente in gemeenten if agreed else ():
            own = next((v for v in versions[theme] if (v.pk, gemeente.pk) in accepted), None)
            if agreed is not None and (own is None or own.pk != agreed.pk):
                yield _behind(theme, gemeente, agreed, own)


def _behind(
    theme: str, gemeente: Organisation, agreed: FormuleVersion, own: FormuleVersion | None
) -> Deviation:
    return Deviation(
        theme=theme,
        gemeente=gemeente.name,
        sort=_("Niet aanvaard") if own is None else _("Andere versie"),
        what=_("Formule"),
        agreed=_named(agreed),
        own=_("geen: er kan geen zaak beginnen") if own is None else _named(own),
        since=agreed.valid_from,
        reason=_("De gemeentesecretaris heeft de afgesproken versie nog niet aanvaard."),
    )


def _named(version: FormuleVersion) -> str:
    return _("versie %(number)s (%(region)s)") % {
        "number": version.version,
        "region": version.region_label,
    }


def _of_settings(
    versions: dict[str, list[FormuleVersion]],
    gemeenten: list[Organisation],
    themes: list[str],
    day: date,
) -> Iterator[Deviation]:
    names = [one.name for one in DECLARED if one.theme in themes]
    rows = LocalSetting.objects.in_force(day).filter(name__in=names, organisation__in=gemeenten)
    for row in rows.exclude(value="").select_related("organisation"):
        declared = BY_NAME[row.name]
        agreed = _agreed(versions[declared.theme], day)
        default = declared.default(agreed.formule) if agreed else ""
        if row.value != default:
            yield Deviation(
                theme=declared.theme,
                gemeente=row.organisation.name,
                sort=_("Instelling"),
                what=declared.label,
                agreed=declared.shown(default),
                own=declared.shown(row.value),
                since=row.valid_from,
                source=row.source,
                reason=row.reason,
            )


def _of_matrix(gemeenten: list[Organisation], day: date) -> Iterator[Deviation]:
    """Against what more than half of the gemeenten with a matrix have for the same find."""
    rows = EnforcementRow.objects.in_force(day).filter(organisation__in=gemeenten)
    by_find: dict[tuple[Any, ...], dict[int, EnforcementRow]] = defaultdict(dict)
    for row in rows:
        by_find[row.premises, row.substance, row.occurrence][row.organisation_id] = row
    with_one = {pk for found in by_find.values() for pk in found}
    for gemeente in gemeenten:
        if with_one and gemeente.pk not in with_one:
            yield _without_matrix(gemeente, len(with_one))
    for found in by_find.values():
        most = Counter(str(row) for row in found.values()).most_common(1)[0]
        norm = most[0] if most[1] * 2 > len(with_one) else ""
        for gemeente in gemeenten:
            own = found.get(gemeente.pk)
            if gemeente.pk in with_one and norm and str(own or "") != norm:
                yield _other_row(gemeente, next(iter(found.values())), own, norm)


def _without_matrix(gemeente: Organisation, others: int) -> Deviation:
    return Deviation(
        theme=MATRIX_THEME,
        gemeente=gemeente.name,
        sort=_("Handhavingsmatrix"),
        what=_("Hele matrix"),
        agreed=_("vastgelegd door %(count)d gemeenten") % {"count": others},
        own=_("geen matrix vastgelegd"),
    )


def _other_row(
    gemeente: Organisation, alike: EnforcementRow, row: EnforcementRow | None, norm: str
) -> Deviation:
    return Deviation(
        theme=MATRIX_THEME,
        gemeente=gemeente.name,
        sort=_("Handhavingsmatrix"),
        what=find_label(alike),
        agreed=_("de meeste gemeenten: %(measure)s") % {"measure": norm},
        own=str(row) if row else _("geen regel"),
        since=row.valid_from if row else None,
        source=row.source if row else "",
    )


def find_label(row: EnforcementRow) -> str:
    return _("%(premises)s, %(substance)s, keer %(occurrence)d") % {
        "premises": row.get_premises_display(),
        "substance": row.get_substance_display(),
        "occurrence": row.occurrence,
    }


def columns() -> list[str]:
    return [
        _("Regio"),
        _("Thema"),
        _("Gemeente"),
        _("Soort"),
        _("Wat"),
        _("Afgesproken"),
        _("Hier"),
        _("Sinds"),
        _("Bron"),
        _("Reden"),
    ]


def lines(found: Variation) -> Iterator[list[str]]:
    for one in found.deviations:
        yield [
            found.region.name,
            one.theme_title,
            one.gemeente,
            one.sort,
            one.what,
            one.agreed,
            one.own,
            date_format(one.since, "Y-m-d") if one.since else "",
            one.source,
            one.reason,
        ]
