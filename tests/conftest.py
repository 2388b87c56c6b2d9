"""One database for a run, migrated and filled by its owner; every test works as the web's role."""

import os
from collections.abc import Iterator
from typing import Any

import environ
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings

from config.demo import (
    acceptance,
    desks,
    enrolment,
    events,
    mandates,
    matrix,
    organisations,
)
from tests import effects
from tests.cast import Cast
from tests.effects import pytest_runtest_call  # noqa: F401  a hook: entries equal effects
from tests.servers import web_url


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: Any, worker_id: str
) -> Iterator[None]:
    """The web's role owns nothing here either: what it may not do, no test can do by accident."""
    with django_db_blocker.unblock():
        login = connection.settings_dict
        owner = dict(login)
        login["OPTIONS"] = {}
        login["TEST"]["NAME"] = f"test_schakelpunt_{worker_id}"
        name = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        call_command("load_reference", verbosity=0)
        for part in (organisations, desks, enrolment, mandates, matrix, events, acceptance):
            part.load()
        effects.watch_the_tables()
        connection.close()
        web = environ.Env.db_url_config(web_url(name))
        login.update(USER=web["USER"], PASSWORD=web["PASSWORD"])
    yield
    with django_db_blocker.unblock():
        connection.close()
        login.update(USER=owner["USER"], PASSWORD=owner["PASSWORD"])
        connection.creation.destroy_test_db(owner["NAME"], verbosity=0)


@pytest.fixture(scope="session", autouse=True)
def plain_static_files(
    django_test_environment: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[None]:
    """Pages render without the built assets; tests/live.py serves them as production does."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(
        STORAGES={**settings.STORAGES, "staticfiles": plain},
        STATIC_ROOT=tmp_path_factory.mktemp("static"),
    ):
        yield


@pytest.fixture
def cast(db: None) -> Cast:
    """The standing cast; see tests/cast.py."""
    return Cast()


@pytest.fixture
def as_owner(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """In place of `db`: the test works as the owner, who migrates and loads, and is undone."""
    login = connection.settings_dict
    web = {name: login[name] for name in ("USER", "PASSWORD")}
    owner = environ.Env.db_url_config(os.environ["DATABASE_URL"])
    with django_db_blocker.unblock():
        connection.close()
        login.update(USER=owner["USER"], PASSWORD=owner["PASSWORD"])
        try:
            with transaction.atomic():
                yield
                transaction.set_rollback(True)
        finally:
            connection.close()
            login.update(web)
