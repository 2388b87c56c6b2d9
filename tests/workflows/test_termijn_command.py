"""`manage.py termijn`: anyone may check when a term ends, with nothing running."""

import os
import subprocess
import sys
from datetime import date
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from config.database_roles import Connection
from tests.isolation.lasting import owner_of_database

SERVERS = ("SECRET_KEY", "DATABASE_URL", "REDIS_URL")


def termijn(*arguments: str) -> list[str]:
    told = StringIO()
    call_command("termijn", *arguments, stdout=told)
    return told.getvalue().splitlines()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "end"),
    [
        ("--start 2026-04-04 --lengte 6w --wettelijk", "2026-05-18"),
        ("--start 2026-04-04 --lengte 6w", "2026-05-16"),
        ("--start 2026-04-02 --lengte 6w --wettelijk --gelijkgesteld 2026-05-15", "2026-05-18"),
        ("--start 2026-04-04 --lengte 6w --wettelijk --atw-uitgezonderd", "2026-05-16"),
        ("--start 2026-06-27 --lengte 12w --terug", "2026-04-04"),
        ("--start 2026-03-28T12:00 --lengte 24u", "2026-03-29T13:00"),
        ("--start 2026-03-30T12:00 --lengte 24u --terug", "2026-03-29T12:00"),
        ("--start 2026-03-27T20:00 --lengte 10d", "2026-04-06T20:00"),
        ("--start 2026-04-02 --lengte 5wd", "2026-04-13"),
        ("--start 2026-01-31 --lengte 3m", "2026-04-30"),
        (
            "--start 2026-06-01 --lengte 2w --opschorting 2026-06-10..2026-06-12"
            " --opschorting 2026-06-11..2026-06-13",
            "2026-06-18",
        ),
    ],
)
def test_the_last_line_is_the_date_alone(arguments: str, end: str) -> None:
    assert termijn(*arguments.split()) == [end]
    explained = termijn(*arguments.split(), "--uitleg")
    assert explained[-1] == end
    assert len(explained) > 1


@pytest.mark.django_db
def test_all_mistakes_are_told_at_once() -> None:
    with pytest.raises(CommandError) as refusal:
        termijn(
            *("--start", "2026-02-30", "--lengte", "6y", "--gelijkgesteld", "morgen"),
            *("--opschorting", "2026-04-10", "--opschorting", "2026-05-01..2026-04-01"),
            *("--terug", "--atw-uitgezonderd", "--opschorting", "2026-04-01..2026-04-02"),
        )
    told = str(refusal.value).splitlines()
    assert [line.partition(" ")[0].rstrip(":") for line in told] == [
        *("--start", "--lengte", "--opschorting", "--opschorting", "--gelijkgesteld"),
        *("--terug", "--atw-uitgezonderd"),
    ]
    assert refusal.value.returncode != 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("", "--start ontbreekt"),
        ("--start 2026-04-04", "--lengte ontbreekt"),
        ("--start 2026-04-04T25:00 --lengte 6w", "bestaat"),
        ("--start 2026-04-04 --lengte 24u", "begint op een tijd"),
        ("--start 9999-12-31 --lengte 1d", "buiten de kalender"),
        ("--start 9999-12-01 --lengte 999m", "buiten de kalender"),
        ("--start 0001-01-02 --lengte 2w --terug", "buiten de kalender"),
        ("--start 9999-12-31T12:00 --lengte 24u", "buiten de kalender"),
    ],
)
def test_a_mistake_is_told_in_plain_dutch(arguments: str, told: str) -> None:
    with pytest.raises(CommandError, match=told):
        termijn(*arguments.split())


def test_it_reckons_with_the_days_of_the_table(db: None) -> None:
    with owner_of_database() as owner:
        add(owner, date(2026, 5, 15))
        try:
            assert termijn(*["--start", "2026-04-02", "--lengte", "6w", "--wettelijk"]) == [
                "2026-05-18"
            ]
        finally:
            owner.execute("DELETE FROM workflows_equalledday")


def add(owner: Connection, day: date) -> None:
    owner.execute("INSERT INTO workflows_equalledday (day, source) VALUES (%s, 'Stcrt.')", [day])


def test_it_needs_no_set_up() -> None:
    """A fresh clone: no secrets, no servers; the explanation says that no table was read."""
    bare = {name: value for name, value in os.environ.items() if name not in SERVERS}
    done = subprocess.run(
        [
            *(sys.executable, "manage.py", "termijn"),
            *("--start", "2026-04-04", "--lengte", "6w", "--wettelijk", "--uitleg"),
        ],
        cwd=settings.BASE_DIR,
        env=bare,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    *explanation, end = done.stdout.splitlines()
    assert end == "2026-05-18"
    assert "geen database" in explanation[-1]
    assert done.stderr == ""


def test_a_mistake_ends_with_another_status() -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", "termijn", "--start", "morgen"],
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert done.stdout == ""
    assert "--start" in done.stderr
    assert "--lengte" in done.stderr
