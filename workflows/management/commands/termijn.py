"""Tell when a term ends, and why: for anyone who wants to check one."""

from datetime import datetime
from functools import partial
from typing import Any, NoReturn

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from workflows.equalled_days import reachable_days
from workflows.terms import Reckoning, reckon
from workflows.terms.asked import Asked, Unclear, read


class Command(BaseCommand):
    help = "Rekent uit wanneer een termijn eindigt. De laatste regel is de datum."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.error = partial(_not_understood, parser)  # type: ignore[method-assign]
        add = parser.add_argument
        add("--start", help="De dag waarna de termijn begint: JJJJ-MM-DD of JJJJ-MM-DDTUU:MM")
        add("--lengte", help="24u (uren), 10d (dagen), 5wd (werkdagen), 6w (weken), 3m (maanden)")
        add("--wettelijk", action="store_true", help="De Algemene termijnenwet geldt")
        add("--terug", action="store_true", help="Terugtellen vanaf --start")
        add("--atw-uitgezonderd", action="store_true", help="De wet zondert deze termijn uit")
        add("--opschorting", action="append", default=[], metavar="DATUM..DATUM", help=PAUSED)
        add("--gelijkgesteld", action="append", default=[], metavar="DATUM", help=EQUALLED)
        add("--uitleg", action="store_true", help="Ook waarom het die dag is")

    def handle(self, **options: Any) -> None:
        with translation.override(settings.LANGUAGE_CODE):
            self._answer(options)

    def _answer(self, options: dict[str, Any]) -> None:
        try:
            asked = read(
                start=options["start"],
                length=options["lengte"],
                pauses=options["opschorting"],
                equalled=options["gelijkgesteld"],
                is_statutory=options["wettelijk"],
                is_backward=options["terug"],
                is_exempt=options["atw_uitgezonderd"],
            )
        except Unclear as unclear:
            raise CommandError("\n".join(unclear.reasons)) from None
        known = reachable_days()
        try:
            found = reckon(asked.term, asked.start, asked.equalled | (known or frozenset()))
        except (OverflowError, ValueError):
            raise CommandError(_("De termijn eindigt buiten de kalender.")) from None
        if options["uitleg"]:
            self._explain(asked, found, is_table_read=known is not None)
        self.stdout.write(written(found))

    def _explain(self, asked: Asked, found: Reckoning, *, is_table_read: bool) -> None:
        for sentence in found.explanation:
            self.stdout.write(sentence)
        for day in sorted(asked.equalled):
            self.stdout.write(
                _("Gerekend met %(day)s als gelijkgestelde dag.") % {"day": day.isoformat()}
            )
        if not is_table_read:
            self.stdout.write(
                _(
                    "De tabel met gelijkgestelde dagen is niet geraadpleegd: er is geen database "
                    "bereikbaar. Geef ze mee met --gelijkgesteld."
                )
            )


def _not_understood(parser: CommandParser, message: str) -> NoReturn:
    """In place of what argparse says in English.

    :raises CommandError: when another program called.
    """
    told = _(
        "Een optie is onbekend of mist haar waarde. Nodig zijn --start en --lengte; --help noemt "
        "alle opties."
    )
    if parser.called_from_command_line:
        parser.exit(2, f"{told}\n")
    raise CommandError(told)


PAUSED = "Opgeschort van de eerste dag tot (niet met) de tweede; mag vaker"
EQUALLED = "Een dag die met een feestdag is gelijkgesteld; mag vaker"


def written(found: Reckoning) -> str:
    if isinstance(found.end, datetime):
        return found.end.replace(tzinfo=None).isoformat(timespec="minutes")
    return found.end.isoformat()
