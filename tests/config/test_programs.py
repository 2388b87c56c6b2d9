"""Each program is given what it needs, and no secret of another."""

import pytest

from config.embedded.state import State
from config.programs import environ_of, environ_of_sealer
from config.servers import Databases, Servers

SERVERS = Servers(Databases("web", "owner", "sealer"), "redis")
SECRETS = (
    "DATABASE_OWNER_URL",
    "DATABASE_SEALER_URL",
    "AUDIT_SEAL_SEED",
    "AUDIT_SEAL_SEED_PREVIOUS",
)


@pytest.mark.parametrize("is_given", [True, False])
def test_only_the_sealer_has_the_secret_of_the_keys(
    state: State, monkeypatch: pytest.MonkeyPatch, is_given: bool
) -> None:
    for name in SECRETS:
        monkeypatch.setenv(name, f"given {name}") if is_given else monkeypatch.delenv(name, False)
    web = environ_of(state, SERVERS, "http://127.0.0.1:8000")
    assert not set(SECRETS) & set(web)
    assert web["DATABASE_URL"] == "web"
    sealer = environ_of_sealer(state, SERVERS, web)
    assert sealer["DATABASE_URL"] == "sealer"
    made = state.secret("audit_seal_seed")
    assert made not in web.values()
    assert sealer["AUDIT_SEAL_SEED"] == ("given AUDIT_SEAL_SEED" if is_given else made)
    assert ("AUDIT_SEAL_SEED_PREVIOUS" in sealer) is is_given
