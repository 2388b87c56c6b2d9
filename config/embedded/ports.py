"""Free ports on the loopback address, the same one again on the next run where possible."""

import socket

from config.embedded.state import State

LOOPBACK = "127.0.0.1"


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        # As the servers do: a connection of the previous run in TIME_WAIT does not count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
    return True


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        return int(probe.getsockname()[1])


def remembered_port(state: State, name: str) -> int:
    """The port of the last run unless somebody else has it now."""
    known = state.get(name)
    port = int(known) if known and is_free(int(known)) else free_port()
    state.put(name, str(port))
    return port
